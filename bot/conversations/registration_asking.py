"""What a registration says back: the open question, or why it can't go on."""

from collections.abc import Sequence
from enum import StrEnum
from functools import wraps

from telegram import ReplyKeyboardRemove, Update
from telegram.ext import ConversationHandler

from bot.context import Handler, Turn
from bot.conversations.eligibility_asking import show_check, show_verdict
from bot.errors import words_for
from bot.screens import Screen, say, show
from bot.views.registration import is_other, phone_keyboard, question_screen
from bot.views.registration_turns import (
    already_screen,
    closed_screen,
    consent_screens,
    correction,
    gone_screen,
    no_class_screen,
    nobody_screen,
    other_draft_screen,
    who_screen,
)
from catalog.errors import NoSuchClass
from intake.applications.errors import AlreadyApplied, NoSuchApplicant, SeveralKnown
from intake.applications.steps import Step
from intake.registration import checks, drafts
from intake.registration.checks import NOBODY_CHOSEN, Whom
from intake.registration.drafts import DraftView
from intake.registration.errors import (
    AnswersMissing,
    NoDraft,
    NotEligible,
    OtherDraftOpen,
    OtherQuestionOpen,
    RegistersElsewhere,
    RegistrationClosed,
)
from people.errors import AmbiguousRegion, BadAnswer, ConsentMissing
from people.phones import mask_phone
from people.regions import REGIONS

ALL_REGIONS = tuple(REGIONS)


class Doubt(StrEnum):
    """Asked above the open question. Forgotten in a restart, which leaves the safe choice."""

    CANCEL = "cancel"


class StartRefused(Exception):
    """Registering for `class_id` could not begin; the cause says why."""

    def __init__(self, class_id: int, whom: Whom = NOBODY_CHOSEN) -> None:
        super().__init__(class_id)
        self.class_id = class_id
        self.whom = whom


async def ask(
    update: Update,
    turn: Turn,
    draft: DraftView,
    *,
    note: str = "",
    toast: str | None = None,
    was: Step | None = None,
    regions: Sequence[str] = ALL_REGIONS,
) -> Step:
    """Show the open question and return it as the conversation's next state.

    `was`: the question before, since leaving the phone number puts its keyboard away.
    """
    if was is Step.PHONE and draft.step is not Step.PHONE:
        await put_keyboard_away(update, turn, draft)
    screen = question_screen(turn.t, draft, note, regions)
    if draft.step is not Step.PHONE:
        await show(update, turn, screen, toast=toast)
        return draft.step
    if update.callback_query is not None:
        # The message with the button can't take a keyboard of this sort: it is closed.
        over = turn.t("registration-on-to-phone", programme=draft.programme_title)
        await show(update, turn, Screen(over), toast=toast)
    await say(update, turn, screen, keyboard=phone_keyboard(turn.t, draft))
    return draft.step


async def draft_of(turn: Turn) -> DraftView:
    """Raises NoDraft."""
    draft = await turn.house.database.read(drafts.open_draft, turn.account.id)
    if draft is None:
        raise NoDraft(turn.account.id)
    return draft


async def set_aside(update: Update, turn: Turn) -> None:
    """Park what is under way, if anything is, and leave no keyboard lying about."""
    house = turn.house
    draft = await house.database.write(checks.put_aside, turn.account.id, now=house.now())
    if draft is not None and draft.step is Step.PHONE:
        await put_keyboard_away(update, turn, draft)


async def put_keyboard_away(
    update: Update, turn: Turn, draft: DraftView, *, cancelled: bool = False
) -> None:
    """It takes a message of its own, which says what became of the number."""
    t, phone = turn.t, draft.answers.phone
    if cancelled:
        text = t("registration-phone-cancelled")
    elif phone is None:
        text = t("registration-phone-aside")
    else:
        text = t("registration-phone-kept", phone=mask_phone(phone), other=is_other(draft))
    await say(update, turn, Screen(text), keyboard=ReplyKeyboardRemove())


def explained(handler: Handler) -> Handler:
    """What the domain refuses is told, with the way on, and the question stays where it can."""

    @wraps(handler)
    async def answered(update: Update, turn: Turn) -> object:
        try:
            return await handler(update, turn)
        except StartRefused as refused:
            return await _refuse_start(update, turn, refused)
        except BadAnswer as error:
            return await _correct(update, turn, error)
        except (AlreadyApplied, AnswersMissing, NotEligible) as error:
            return await _mend(update, turn, error)
        except OtherQuestionOpen as error:
            return await _present_question(update, turn, error.draft)
        except ConsentMissing:
            await _ask_consent(update, turn, None)
            return (await draft_of(turn)).step
        except (RegistrationClosed, RegistersElsewhere) as error:
            return await _close(update, turn, error)
        except NoDraft:
            await show(update, turn, gone_screen(turn.t))
            return ConversationHandler.END

    return answered


async def _mend(
    update: Update, turn: Turn, error: AlreadyApplied | AnswersMissing | NotEligible
) -> object:
    """What keeps it from being sent can be put right."""
    if isinstance(error, NotEligible):
        return await _tell_refusal(update, turn, error)
    if isinstance(error, AnswersMissing):
        house = turn.house
        draft = await house.database.write(
            drafts.correct, turn.account.id, error.step, now=house.now()
        )
    else:
        draft = await draft_of(turn)
    return await ask(update, turn, draft, note=words_for(error, turn.t) or "")


async def _tell_refusal(update: Update, turn: Turn, error: NotEligible) -> object:
    """What is written in the form can be mended, and sent then."""
    draft = await turn.house.database.read(drafts.open_draft, turn.account.id)
    if draft is None or draft.class_id != error.check.class_id:
        return await show_check(update, turn, error.check)
    await show_verdict(update, turn, error.check, of_draft=True)
    return draft.step


async def _correct(update: Update, turn: Turn, error: BadAnswer) -> object:
    regions = error.candidates if isinstance(error, AmbiguousRegion) else ALL_REGIONS
    note = correction(turn.t, error)
    return await ask(update, turn, await draft_of(turn), note=note, regions=regions)


async def _present_question(update: Update, turn: Turn, draft: DraftView) -> object:
    """A second tap needs no more than a toast; typed words get a line above the question."""
    why = turn.t.plain("registration-answered-already")
    if update.callback_query is not None:
        return await ask(update, turn, draft, toast=why)
    return await ask(update, turn, draft, note=why)


async def _close(update: Update, turn: Turn, error: Exception) -> object:
    """The answers stay until they are dropped with the class's other drafts."""
    draft = await draft_of(turn)
    await set_aside(update, turn)
    await show(update, turn, closed_screen(turn.t, error, draft.class_id))
    return ConversationHandler.END


async def _refuse_start(update: Update, turn: Turn, refused: StartRefused) -> object:
    t, class_id = turn.t, refused.class_id
    await set_aside(update, turn)
    match refused.__cause__:
        case ConsentMissing():
            await _ask_consent(update, turn, class_id)
        case AlreadyApplied() as error:
            await show(update, turn, already_screen(t, error, class_id))
        case OtherDraftOpen(draft=other):
            await show(update, turn, other_draft_screen(t, other, class_id, refused.whom))
        case SeveralKnown(people=people):
            await show(update, turn, who_screen(t, people, class_id))
        case NoSuchApplicant():
            await show(update, turn, nobody_screen(t, class_id))
        case NoSuchClass():
            await show(update, turn, no_class_screen(t))
        case RegistrationClosed() | RegistersElsewhere() as error:
            await show(update, turn, closed_screen(t, error, class_id))
        case unforeseen:
            raise refused from unforeseen
    return ConversationHandler.END


async def _ask_consent(update: Update, turn: Turn, class_id: int | None) -> None:
    why, then = consent_screens(turn.t, class_id)
    await show(update, turn, why)
    await say(update, turn, then)
