"""The ways through a registration that buttons and words share; each returns the next state."""

from datetime import datetime

from sqlalchemy.orm import Session
from telegram import Update
from telegram.ext import ConversationHandler

from bot.context import Turn
from bot.conversations.eligibility_asking import show_check
from bot.conversations.registration_asking import (
    Doubt,
    StartRefused,
    ask,
    draft_of,
    put_keyboard_away,
    set_aside,
)
from bot.handlers import menu
from bot.screens import acknowledge, say, show
from bot.views.registration_turns import (
    ask_cancel_screen,
    cancelled_screen,
    number_screen,
    parked_screen,
    sent_screen,
)
from catalog.errors import NoSuchClass
from intake.applications.errors import AlreadyApplied, NoSuchApplicant, SeveralKnown
from intake.applications.steps import Step
from intake.documents.rows import papers_of
from intake.registration import checks, drafts
from intake.registration.checks import CheckView, Whom
from intake.registration.drafts import DraftView
from intake.registration.errors import (
    NoCheck,
    OtherDraftOpen,
    RegistersElsewhere,
    RegistrationClosed,
)
from intake.registration.openness import check_open
from intake.registration.submissions import Submission, made_by, submit_all
from people.errors import ConsentMissing

REFUSALS = (
    AlreadyApplied, ConsentMissing, NoSuchApplicant, NoSuchClass, OtherDraftOpen,
    RegistersElsewhere, RegistrationClosed, SeveralKnown,
)  # fmt: skip


async def begin(
    update: Update,
    turn: Turn,
    class_id: int,
    *,
    for_another: bool = False,
    applicant_id: int | None = None,
    dropped_class_id: int | None = None,
) -> object:
    """The check first, or on where this class's registration was left. Raises StartRefused."""
    house, who = turn.house, turn.account.id
    whom: Whom = {"for_another": for_another, "applicant_id": applicant_id}
    try:
        opened = await house.database.write(
            _begin, who, class_id, dropped_class_id, now=house.now(), whom=whom
        )
    except REFUSALS as error:
        raise StartRefused(class_id, whom) from error
    if isinstance(opened, CheckView):
        return await show_check(update, turn, opened)
    return await ask(update, turn, opened)


async def open_form(update: Update, turn: Turn, class_id: int) -> object:
    """From the verdict to the first question that is not answered yet. Raises StartRefused."""
    house, who = turn.house, turn.account.id
    try:
        draft = await house.database.write(checks.open_form, who, class_id, now=house.now())
    except NoCheck:
        return await begin(update, turn, class_id)
    except REFUSALS as error:
        raise StartRefused(class_id) from error
    return await ask(update, turn, draft, note=prefilled(turn, draft))


async def fill_in(update: Update, turn: Turn, class_id: int, applicant_id: int) -> object:
    """Straight to the review of what somebody is known by. Raises StartRefused."""
    house, who = turn.house, turn.account.id
    try:
        draft = await house.database.write(
            drafts.begin_draft, who, class_id, now=house.now(), applicant_id=applicant_id
        )
    except REFUSALS as error:
        whom: Whom = {"for_another": False, "applicant_id": applicant_id}
        raise StartRefused(class_id, whom) from error
    return await ask(update, turn, draft, note=prefilled(turn, draft))


def prefilled(turn: Turn, draft: DraftView) -> str:
    """Where nothing is left to be asked, whose data stand there already."""
    if draft.step is not Step.REVIEW:
        return ""
    return turn.t("registration-prefilled", name=draft.called or "none")


async def resume(update: Update, turn: Turn) -> object:
    house = turn.house
    draft = await house.database.write(drafts.resume, turn.account.id, now=house.now())
    check_open(draft.entrance, house.now())
    return await ask(update, turn, draft)


async def take(
    update: Update, turn: Turn, question: Step, value: str, *, shared: bool = False
) -> object:
    """Keep one answer, and ask the next question."""
    house = turn.house
    draft = await house.database.write(
        drafts.answer,
        turn.account.id,
        question,
        value,
        update_id=update.update_id,
        now=house.now(),
        shared=shared,
    )
    nik_again = question is Step.BIRTHDAY and draft.step is Step.NIK
    note = turn.t("registration-nik-again") if nik_again else ""
    return await ask(update, turn, draft, note=note, was=question)


async def go_back(update: Update, turn: Turn, draft: DraftView) -> object:
    house = turn.house
    before = await house.database.write(
        drafts.step_back, turn.account.id, update_id=update.update_id, now=house.now()
    )
    note = turn.t("registration-first") if before.step is draft.step else ""
    return await ask(update, turn, before, note=note, was=draft.step)


async def correct(update: Update, turn: Turn, draft: DraftView, line: Step) -> object:
    """Ask this question now; with the first one still open, go on after all."""
    house = turn.house
    asked = await house.database.write(
        drafts.correct, turn.account.id, line, update_id=update.update_id, now=house.now()
    )
    return await ask(update, turn, asked, was=draft.step)


async def put_aside(update: Update, turn: Turn) -> object:
    """ "Lanjut nanti"."""
    draft = await draft_of(turn)
    await set_aside(update, turn)
    await show(update, turn, parked_screen(turn.t, draft, turn.house.zone))
    return ConversationHandler.END


async def to_menu(update: Update, turn: Turn) -> object:
    await set_aside(update, turn)
    await menu.open_menu(update, turn)
    return ConversationHandler.END


async def ask_cancel(update: Update, turn: Turn, note: str = "") -> object:
    draft = await draft_of(turn)
    await show(update, turn, ask_cancel_screen(turn.t, draft, note))
    return Doubt.CANCEL


async def cancel(update: Update, turn: Turn, draft: DraftView) -> object:
    await turn.house.database.write(drafts.cancel_draft, turn.account.id)
    if draft.step is Step.PHONE:
        await put_keyboard_away(update, turn, draft, cancelled=True)
    await show(update, turn, cancelled_screen(turn.t, draft))
    return ConversationHandler.END


async def send(update: Update, turn: Turn, draft: DraftView | None) -> object:
    """Submit. `draft` None: one that a crash repeats is told the number again; a second tap finds
    it below already, and leaves the chat as it is.
    """
    house = turn.house
    submission = Submission(turn.account.id, update.update_id, house.now(), house.zone)
    application = await house.database.write_in_crowd(submit_all, submission)
    query = update.callback_query
    again = draft is None and not await house.database.read(
        made_by, application.id, update.update_id
    )
    if again and query is not None:
        await acknowledge(query, turn.t.plain("registration-sent-already"))
        return ConversationHandler.END
    papers = await house.database.read(papers_of, application.id, now=house.now())
    number = number_screen(turn.t, application, house.zone, papers)
    if draft is None:
        await show(update, turn, number)
        return ConversationHandler.END
    if draft.step is Step.PHONE:  # sent by the button of a review further up
        await put_keyboard_away(update, turn, draft)
    if update.callback_query is not None:
        await show(update, turn, sent_screen(turn.t, draft))
    await say(update, turn, number)
    return ConversationHandler.END


def _begin(
    session: Session,
    account_id: int,
    class_id: int,
    dropped_class_id: int | None,
    *,
    now: datetime,
    whom: Whom,
) -> DraftView | CheckView:
    """In one transaction with the dropping, so that a refusal leaves the other one as it was."""
    if dropped_class_id is not None:
        other = drafts.open_draft(session, account_id)
        if other is not None and other.class_id == dropped_class_id:
            drafts.cancel_draft(session, account_id)
    return checks.open_registration(session, account_id, class_id, now=now, **whom)
