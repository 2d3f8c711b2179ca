"""The ways through the writing of a broadcast that buttons and words share; each returns the next
state.
"""

from contextlib import suppress
from datetime import datetime

from sqlalchemy.orm import Session
from telegram import Message, Update
from telegram.error import TelegramError
from telegram.ext import ConversationHandler

from announcements import broadcasts, drafts, questions
from announcements.audiences import Audience
from announcements.broadcast_rows import BroadcastState, BroadcastView
from announcements.buttons import LONGEST_CAPTION, Button
from announcements.counting import count
from announcements.errors import NotYours
from announcements.jobs import correct
from announcements.questions import Question
from bot.broadcast_reading import Choice, programmes_to_choose
from bot.context import Turn
from bot.conversations.broadcast_asking import ask, present, reword, set_aside
from bot.conversations.broadcast_parts import is_nearly_full
from bot.handlers.broadcasts import stand
from bot.panels import open_panel
from bot.rights import approves, name_of
from bot.screens import show
from bot.views import broadcast_audience as audiences
from bot.views import broadcast_turns as turns
from bot.views import broadcasts as views
from bot.views.vacancies import short
from people.staff import approvers
from vacancies.cards import Card
from vacancies.search import search_vacancies

FOUND = 6  # as many as a screen has room for, without turning
NO_PREVIEW_AFTER = (Question.TIME, Question.SURE, Question.CHANGES)
"""Questions below the preview that change nothing in it."""


async def begin(update: Update, turn: Turn) -> object:
    """A new one; tapped twice, it is one."""
    house, who = turn.house, turn.account.id
    actor, now = await name_of(turn), house.now()
    view = await house.database.write(_begin, who, actor=actor, now=now)
    return await ask(update, turn, view.id, Question.TEXT)


async def edit(update: Update, turn: Turn, broadcast_id: int, question: Question) -> object:
    before = await turn.house.database.read(broadcasts.find, broadcast_id)
    return await ask(
        update, turn, broadcast_id, question, fresh=before.step not in NO_PREVIEW_AFTER
    )


async def take_message(update: Update, turn: Turn, view: BroadcastView, message: Message) -> object:
    """The message that is to be sent, as it was written; a picture or document with it."""
    kind, file = media_of(message)
    await turn.house.database.write(
        drafts.write_text,
        view.id,
        html=(message.text_html if kind is None else message.caption_html) or "",
        media_kind=kind,
        media_file=file,
        by=turn.account.id,
    )
    following = Question.BUTTONS if view.people is None else Question.REVIEW
    if is_nearly_full(message):
        following = Question.CUT
    return await ask(update, turn, view.id, following, fresh=True)


def media_of(message: Message) -> tuple[str | None, str | None]:
    """Its kind and Telegram's file_id; (None, None) for a text."""
    if message.photo:
        return "photo", message.photo[-1].file_id
    if message.document is not None:
        return "document", message.document.file_id
    return None, None


async def add(update: Update, turn: Turn, view: BroadcastView, button: Button) -> object:
    """Raises BadButton."""
    await turn.house.database.write(drafts.add_button, view.id, button, by=turn.account.id)
    return await ask(update, turn, view.id, Question.BUTTONS)


async def add_target(
    update: Update, turn: Turn, view: BroadcastView, kind: str, title: str, target: str
) -> object:
    return await add(update, turn, view, Button(kind, short(title, LONGEST_CAPTION), target))


async def find_programmes(turn: Turn, text: str) -> list[Choice]:
    slugs = [hit.slug for hit in await turn.house.finder.search(text, FOUND)]
    return list(await turn.house.database.read(programmes_to_choose, slugs))


async def find_vacancies(turn: Turn, text: str) -> list[Choice]:
    house = turn.house
    cards: list[Card] = await house.database.read(
        search_vacancies, text, limit=FOUND, now=house.now()
    )
    return [Choice(str(c.id), f"{c.title} · {c.company}", str(c.id)) for c in cards]


async def open_question(turn: Turn, broadcast_id: int, question: Question) -> BroadcastView:
    """Without showing it: the screen is another one. Raises NotPossible, NotYours."""
    write = turn.house.database.write
    return await write(questions.ask, broadcast_id, question, by=turn.account.id)


async def counted(turn: Turn, broadcast_id: int) -> BroadcastView:
    return await count(turn.house.database, broadcast_id, turn.house.now())


async def choose_audience(turn: Turn, view: BroadcastView, audience: Audience) -> BroadcastView:
    """Counted anew. Raises BadAudience."""
    house, who = turn.house, turn.account.id
    await house.database.write(drafts.choose_audience, view.id, audience, by=who)
    return await counted(turn, view.id)


async def show_programmes(
    update: Update, turn: Turn, view: BroadcastView, found: list[Choice], note: str = ""
) -> object:
    """Programmes to choose for the audience."""
    screen = audiences.criterion_screen(turn.t, view, "programmes", found, note=note)
    await show(update, turn, screen)
    return Question.AUDIENCE


async def start_at(
    update: Update, turn: Turn, view: BroadcastView, moment: datetime | None
) -> object:
    who = turn.account.id
    await turn.house.database.write(questions.choose_start, view.id, moment, by=who)
    return await ask(update, turn, view.id, Question.REVIEW)


async def send(update: Update, turn: Turn, view: BroadcastView) -> object:
    """Hand it in: it runs, is scheduled, or waits for a second person. Raises NotYours."""
    if view.author_id != turn.account.id:
        raise NotYours(view.id)
    house, actor = turn.house, await name_of(turn)
    handed_in = await house.database.write(
        broadcasts.submit,
        view.id,
        actor=actor,
        start_at=view.start_at,
        approve_above=house.approve_above,
        now=house.now(),
    )
    house.nudge()
    asked = await house.database.read(_others, turn.account.id)
    await show(update, turn, turns.handed_in_screen(turn.t, handed_in, asked, house.zone))
    if handed_in.state is BroadcastState.RUNNING:
        with suppress(TelegramError):  # then it comes by itself, some seconds later
            await open_panel(turn.bot, house, handed_in.id)
    return ConversationHandler.END


async def discard(update: Update, turn: Turn, view: BroadcastView) -> object:
    await turn.house.database.write(drafts.discard, view.id, by=turn.account.id)
    await show(update, turn, turns.discarded_screen(turn.t))
    return ConversationHandler.END


async def park(update: Update, turn: Turn) -> object:
    """ "Lanjut nanti"."""
    await set_aside(turn)
    await show(update, turn, turns.parked_screen(turn.t))
    return ConversationHandler.END


async def begin_correction(update: Update, turn: Turn, broadcast_id: int) -> object:
    """Raises NotPossible, NeedsApprover."""
    view = await reword(turn, broadcast_id)
    return await present(update, turn, view)


async def take_correction(
    update: Update, turn: Turn, view: BroadcastView, message: Message
) -> object:
    """Its preview, and whether to send it. Raises BadText and its like."""
    html = message.text_html or ""
    who, doubtful = turn.account.id, is_nearly_full(message)
    worded = await turn.house.database.write(
        questions.word_correction, view.id, html, by=who, doubtful=doubtful
    )
    return await present(update, turn, worded, fresh=True)


async def send_correction(update: Update, turn: Turn, broadcast_id: int) -> object:
    """Raises NeedsApprover, and StillInFlight: then the words are kept, for another tap."""
    house, who = turn.house, turn.account.id
    actor, able, now = await name_of(turn), await approves(turn), house.now()
    await house.database.write(
        _correct, broadcast_id, by=who, actor=actor, may_approve=able, now=now
    )
    house.nudge()
    await show(update, turn, turns.correcting_screen(turn.t, broadcast_id))
    return ConversationHandler.END


async def leave_correction(update: Update, turn: Turn, view: BroadcastView) -> object:
    await set_aside(turn)
    await stand(update, turn, view.id)
    return ConversationHandler.END


def _begin(session: Session, account_id: int, *, actor: str, now: datetime) -> BroadcastView:
    """What is under way is put aside, unless there is nothing in it yet."""
    begun = drafts.open_draft(session, account_id)
    if begun is not None and views.is_written(begun):
        questions.put_aside(session, account_id)
    return drafts.begin_draft(session, account_id, actor=actor, now=now)


def _correct(
    session: Session, broadcast_id: int, *, by: int, actor: str, may_approve: bool, now: datetime
) -> None:
    view = questions.end_correction(session, broadcast_id, by=by)
    assert view.correction is not None
    html = view.correction
    correct(session, broadcast_id, html=html, by=by, actor=actor, may_approve=may_approve, now=now)


def _others(session: Session, account_id: int) -> int:
    """How many may approve what this account hands in."""
    return len([one for one in approvers(session) if one != account_id])
