"""What the writing of a broadcast says back: the open question, or why it can't go on."""

from collections.abc import Awaitable, Callable
from functools import wraps

from telegram import Update
from telegram.ext import ConversationHandler

from announcements import questions
from announcements.broadcast_rows import BroadcastView
from announcements.counting import count
from announcements.errors import (
    BadAudience,
    BadButton,
    BadMedia,
    BadText,
    EmptyAudience,
    EmptyText,
    EndsTooEarly,
    NeedsApprover,
    NoSuchBroadcast,
    NotPossible,
    NotYours,
    StillInFlight,
    TextTooLong,
)
from announcements.progress import progress_of
from announcements.questions import Question
from bot.broadcast_letters import message
from bot.broadcast_reading import draft_card
from bot.context import Handler, Turn
from bot.errors import words_for
from bot.handlers.broadcasts import meant, stand
from bot.previews import PreviewRefused, preview
from bot.rights import approves, name_of
from bot.screens import Screen, acknowledge, say, show, show_below
from bot.views import broadcast_audience
from bot.views import broadcast_correction as correction
from bot.views import broadcast_parts as parts
from bot.views import broadcasts as views
from texts import Speaker

WRONG = (
    BadAudience, BadButton, BadMedia, BadText, EmptyAudience, EmptyText, EndsTooEarly,
    StillInFlight, TextTooLong,
)  # fmt: skip
"""What is wrong with an answer: told above the question, which stays."""
COUNTED = (Question.AUDIENCE, Question.REVIEW, Question.SURE)
"""Questions that tell the number of people, as it is now."""
PREVIEWED = (Question.REVIEW, Question.CORRECTION_SURE)
"""Questions below the message as it will look."""

Drawing = Callable[[Turn, BroadcastView, str], Awaitable[Screen]]

LEFT = object()
"""Returned by a step where no question is open any more: the update is for the ordinary routes."""


class NoQuestion(Exception):
    """None is open for this person: it was sent or thrown away elsewhere."""


async def held(turn: Turn) -> BroadcastView:
    """The broadcast whose question is open. Raises NoQuestion."""
    view = await turn.house.database.read(questions.open_question, turn.account.id)
    if view is None:
        raise NoQuestion
    return view


async def ask(
    update: Update,
    turn: Turn,
    broadcast_id: int,
    question: Question,
    *,
    note: str = "",
    toast: str | None = None,
    fresh: bool = False,
) -> Question:
    """Open this question of one's draft. `fresh`: the preview comes anew above the review.

    Raises NoSuchBroadcast, NotPossible, NotYours, PreviewRefused.
    """
    who, database = turn.account.id, turn.house.database
    view = await database.write(questions.ask, broadcast_id, question, by=who)
    if question is Question.REVIEW and not views.is_written(view):
        note, question = turn.t("error-empty-text"), Question.TEXT
        view = await database.write(questions.ask, broadcast_id, question, by=who)
    return await present(update, turn, view, note=note, toast=toast, fresh=fresh)


async def present(
    update: Update,
    turn: Turn,
    view: BroadcastView,
    *,
    note: str = "",
    toast: str | None = None,
    fresh: bool = False,
) -> Question:
    """Show the question that is open and return it as the conversation's next state."""
    question = Question(view.step or Question.TEXT)
    if question in COUNTED:
        view = await count(turn.house.database, view.id, turn.house.now())
    screen = await SCREENS[question](turn, view, note)
    if question is Question.CORRECTION:
        await show_below(update, turn, screen)  # asked from a panel, which goes on telling
        return question
    if not fresh or question not in PREVIEWED:
        await show(update, turn, screen, toast=toast)
        return question
    if update.callback_query is not None:
        await acknowledge(update.callback_query, toast)
    assert update.effective_chat is not None
    words = view.correction if question is Question.CORRECTION_SURE else None
    await preview(turn.bot, update.effective_chat.id, message(view, turn.t, words))
    await say(update, turn, screen)
    return question


async def reword(turn: Turn, broadcast_id: int) -> BroadcastView:
    """Open the question of other words. Raises NotPossible, NeedsApprover."""
    who, actor, able = turn.account.id, await name_of(turn), await approves(turn)
    return await turn.house.database.write(
        questions.begin_correction, broadcast_id, by=who, actor=actor, may_approve=able
    )


async def set_aside(turn: Turn) -> None:
    """Leave the open question, if there is one; what is written stays."""
    await turn.house.database.write(questions.put_aside, turn.account.id)


def explained(handler: Handler) -> Handler:
    """What the domain refuses is told, with the way on, and the question stays where it can."""

    @wraps(handler)
    async def answered(update: Update, turn: Turn) -> object:
        try:
            return await handler(update, turn)
        except WRONG as error:
            return await _correct(update, turn, error)
        except PreviewRefused as refused:
            return await _words_again(update, turn, refused)
        except (NeedsApprover, NotPossible, NotYours, NoSuchBroadcast) as error:
            return await _where_it_stands(update, turn, error)
        except NoQuestion:
            return LEFT

    return answered


async def _correct(update: Update, turn: Turn, error: Exception) -> object:
    """What is wrong, above the question; above where it stands, where none is open by now."""
    note = words_for(error, turn.t) or ""
    view = await turn.house.database.read(questions.open_question, turn.account.id)
    if view is not None:
        return await present(update, turn, view, note=note)
    await stand(update, turn, meant(turn), note=note)
    return ConversationHandler.END


async def _words_again(update: Update, turn: Turn, refused: PreviewRefused) -> Question:
    view = await held(turn)
    note = turn.t("broadcast-refused", why=refused.why)
    if view.step == Question.CORRECTION_SURE:
        return await present(update, turn, await reword(turn, view.id), note=note)
    return await ask(update, turn, view.id, Question.TEXT, note=note)


async def _where_it_stands(update: Update, turn: Turn, error: Exception) -> object:
    """A button of one that is not being written any more, or never was by them."""
    broadcast_id = meant(turn) if turn.matches else (await held(turn)).id
    words = None if isinstance(error, NotPossible) else words_for(error, turn.t)
    await set_aside(turn)
    await stand(update, turn, broadcast_id, note=words or turn.t("broadcast-elsewhere"))
    return ConversationHandler.END


def _drawn(draw: Callable[[Speaker, BroadcastView, str], Screen]) -> Drawing:
    """A screen that needs nothing but the broadcast itself."""

    async def screen(turn: Turn, view: BroadcastView, note: str) -> Screen:
        return draw(turn.t, view, note)

    return screen


def _target(kind: str) -> Drawing:
    async def screen(turn: Turn, view: BroadcastView, note: str) -> Screen:
        return views.target_screen(turn.t, view, kind, None, note)

    return screen


def _of_delivered(draw: Callable[[Speaker, BroadcastView, int, str], Screen]) -> Drawing:
    """A screen that tells how many have the message."""

    async def screen(turn: Turn, view: BroadcastView, note: str) -> Screen:
        house = turn.house
        done = await house.database.read(progress_of, view.id, house.bulk_rate, house.now())
        return draw(turn.t, view, done.sent, note)

    return screen


async def _audience(turn: Turn, view: BroadcastView, note: str) -> Screen:
    _, names = await turn.house.database.read(draft_card, view.id)
    return broadcast_audience.audience_screen(turn.t, view, names, note)


async def _review(turn: Turn, view: BroadcastView, note: str) -> Screen:
    house = turn.house
    _, names = await house.database.read(draft_card, view.id)
    return views.review_screen(
        turn.t,
        view,
        names,
        rate=house.bulk_rate,
        approve_above=house.approve_above,
        zone=house.zone,
        note=note,
    )


async def _time(turn: Turn, view: BroadcastView, note: str) -> Screen:
    return views.time_screen(turn.t, view, turn.house.now(), turn.house.zone, note)


async def _sure(turn: Turn, view: BroadcastView, note: str) -> Screen:
    return views.sure_screen(turn.t, view, turn.house.zone, note)


SCREENS: dict[Question, Drawing] = {
    Question.TEXT: _drawn(views.text_screen),
    Question.CUT: _drawn(parts.cut_screen),
    Question.BUTTONS: _drawn(views.buttons_screen),
    Question.LINK: _drawn(views.link_screen),
    Question.PROGRAMME: _target("programme"),
    Question.VACANCY: _target("vacancy"),
    Question.JOIN: _drawn(views.join_screen),
    Question.AUDIENCE: _audience,
    Question.REVIEW: _review,
    Question.CHANGES: _drawn(views.changes_screen),
    Question.TIME: _time,
    Question.SURE: _sure,
    Question.DISCARD: _drawn(views.discard_screen),
    Question.CORRECTION: _of_delivered(correction.correction_screen),
    Question.CORRECTION_CUT: _drawn(parts.cut_correction_screen),
    Question.CORRECTION_SURE: _of_delivered(correction.correction_sure_screen),
}
