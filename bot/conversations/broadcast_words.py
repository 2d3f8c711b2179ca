"""What is typed or sent while a broadcast is written."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from telegram import Message, Update
from telegram.ext import ConversationHandler

from announcements.broadcast_rows import BroadcastView
from announcements.buttons import Button
from announcements.questions import OF_A_CORRECTION, Question
from bot.commands import COMMANDS, STAFF_COMMANDS, all_names, named
from bot.context import Handler, Turn, typed
from bot.conversations import broadcast_moves as moves
from bot.conversations.broadcast_asking import LEFT, ask, explained, held, present, set_aside
from bot.conversations.broadcast_buttons import press_named
from bot.conversations.broadcast_parts import is_the_rest, pass_over
from bot.conversations.broadcast_times import BadTime, FarTime, PastTime, is_now, read_time
from bot.conversations.steps import step
from bot.handlers import menu, staff
from bot.rights import rights_of
from bot.screens import show
from bot.views import broadcasts as views
from bot.views.broadcast_words import start_words
from bot.words import Word, meaning

LINK = re.compile(r"(?P<caption>.*?)[\s:]*\b(?P<link>https?://\S+)\s*", re.DOTALL | re.IGNORECASE)
ON_WORDS = (Word.YES, Word.RESUME, Word.SKIP)
SEND_WORDS = ("kirim", "kirim sekarang", "send", "send now")
BEFORE: Mapping[Question, Question] = MappingProxyType(
    {
        Question.TEXT: Question.REVIEW,
        Question.CUT: Question.TEXT,
        Question.BUTTONS: Question.TEXT,
        Question.LINK: Question.BUTTONS,
        Question.PROGRAMME: Question.BUTTONS,
        Question.VACANCY: Question.BUTTONS,
        Question.JOIN: Question.BUTTONS,
        Question.AUDIENCE: Question.BUTTONS,
        Question.REVIEW: Question.AUDIENCE,
        Question.CHANGES: Question.REVIEW,
        Question.TIME: Question.REVIEW,
        Question.SURE: Question.REVIEW,
        Question.DISCARD: Question.REVIEW,
    }
)
"""Where "kembali" leads, as the buttons do; from a text not written yet to the staff's desk."""


async def answered(update: Update, turn: Turn, question: Question) -> object:
    """A text, or for the message itself also a picture or a document."""
    view = await held(turn)
    assert update.message is not None
    if is_the_rest(turn, update.message):
        return await pass_over(update, turn, view, update.message)
    if question is Question.TEXT:
        return await _the_message(update, turn, view, update.message)
    if update.message.text is None:
        return await stray(update, turn, question)
    return await ANSWERS[question](update, turn, view, update.message.text.strip())


async def stray(update: Update, turn: Turn, question: Question) -> object:
    """No answer at all: said what it is, and the question again."""
    t, view = turn.t, await held(turn)
    if question is Question.TEXT:
        return await present(update, turn, view, note=t("broadcast-stray-text"))
    if update.message is not None and update.message.media_group_id is not None:
        return await present(update, turn, view, note=t("broadcast-stray-album"))
    if question is Question.CORRECTION:
        return await present(update, turn, view, note=t("broadcast-stray-correction"))
    return await present(update, turn, view, note=t("broadcast-stray"))


async def edited(update: Update, turn: Turn) -> object:
    view = await held(turn)
    return await present(update, turn, view, note=turn.t("broadcast-stray-edited"))


async def command(update: Update, turn: Turn) -> object:
    """A known command leaves, and is answered by its own route; a slip of one is no reason to."""
    if named(typed(update)) in all_names(COMMANDS, STAFF_COMMANDS):
        return await leave(update, turn)
    return await taken(_unknown_command)(update, turn)


async def leave(update: Update, turn: Turn) -> object:
    """By another button or command: what is written is kept, and the update goes on."""
    await set_aside(turn)
    return ConversationHandler.END


async def aside(update: Update, turn: Turn) -> object:
    word = meaning(typed(update))
    assert word is not None
    return await ASIDES[word](update, turn)


async def back(update: Update, turn: Turn) -> object:
    view = await held(turn)
    question = Question(view.step or Question.TEXT)
    if question in (Question.CORRECTION_SURE, Question.CORRECTION_CUT):
        return await moves.begin_correction(update, turn, view.id)
    if question is Question.CORRECTION:
        return await moves.leave_correction(update, turn, view)
    if question is Question.TEXT and not views.is_written(view):
        await set_aside(turn)
        await staff.open_staff(update, turn)
        return ConversationHandler.END
    return await moves.edit(update, turn, view.id, BEFORE[question])


async def cancel(update: Update, turn: Turn) -> object:
    """Asks before a draft is thrown away; a correction is dropped at once, it is a text alone."""
    view = await held(turn)
    if view.step in OF_A_CORRECTION:
        return await moves.leave_correction(update, turn, view)
    return await ask(update, turn, view.id, Question.DISCARD)


async def to_menu(update: Update, turn: Turn) -> object:
    await set_aside(turn)
    await menu.open_menu(update, turn)
    return ConversationHandler.END


def taken(handler: Handler) -> Handler:
    """The update ends here, unless no question is open for them any more: then it goes on."""

    async def answer(update: Update, turn: Turn) -> object:
        if not await rights_of(turn):
            return await leave(update, turn)
        state = await explained(handler)(update, turn)
        if state is LEFT:
            return ConversationHandler.END
        return await step(_given(state))(update, turn)

    return answer


def _given(state: object) -> Handler:
    async def give(update: Update, turn: Turn) -> object:
        return state

    return give


async def _unknown_command(update: Update, turn: Turn) -> object:
    view = await held(turn)
    return await present(update, turn, view, note=turn.t("other-command-unknown"))


async def _the_message(update: Update, turn: Turn, view: BroadcastView, message: Message) -> object:
    kind, _ = moves.media_of(message)
    if message.animation is not None or (message.text is None and kind is None):
        return await stray(update, turn, Question.TEXT)
    return await moves.take_message(update, turn, view, message)


async def _buttons(update: Update, turn: Turn, view: BroadcastView, text: str) -> object:
    if meaning(text) in ON_WORDS:
        return await ask(update, turn, view.id, views.after_buttons(view), fresh=True)
    return await _press_one(update, turn, view)


async def _link(update: Update, turn: Turn, view: BroadcastView, text: str) -> object:
    found = LINK.fullmatch(text)
    if found is None:
        return await present(update, turn, view, note=turn.t("broadcast-no-link"))
    return await moves.add(update, turn, view, Button("link", found["caption"], found["link"]))


async def _programme(update: Update, turn: Turn, view: BroadcastView, text: str) -> object:
    found = await moves.find_programmes(turn, text)
    await show(update, turn, views.target_screen(turn.t, view, "programme", found))
    return Question.PROGRAMME


async def _vacancy(update: Update, turn: Turn, view: BroadcastView, text: str) -> object:
    found = await moves.find_vacancies(turn, text)
    await show(update, turn, views.target_screen(turn.t, view, "vacancy", found))
    return Question.VACANCY


async def _join(update: Update, turn: Turn, view: BroadcastView, text: str) -> object:
    return await moves.add(update, turn, view, Button("join", text))


async def _audience(update: Update, turn: Turn, view: BroadcastView, text: str) -> object:
    """The name of a course is what typing is of use for; "lanjut" goes on."""
    if meaning(text) in ON_WORDS:
        return await ask(update, turn, view.id, Question.REVIEW, fresh=True)
    found = await moves.find_programmes(turn, text)
    if not found:
        return await present(update, turn, view, note=turn.t("broadcast-found-none"))
    return await moves.show_programmes(update, turn, view, found)


async def _review(update: Update, turn: Turn, view: BroadcastView, text: str) -> object:
    if meaning(text) is not Word.YES and text.lower() not in SEND_WORDS:
        return await _press_one(update, turn, view)
    if (view.people or 0) > turn.house.approve_above:
        return await moves.send(update, turn, view)
    return await ask(update, turn, view.id, Question.SURE)


async def _time(update: Update, turn: Turn, view: BroadcastView, text: str) -> object:
    t, house = turn.t, turn.house
    if is_now(text):
        return await moves.start_at(update, turn, view, None)
    try:
        moment = read_time(text, house.now(), house.zone)
    except PastTime as past:
        note = t("broadcast-past-time", when=start_words(t, past.when, house.zone))
    except FarTime:
        note = t("broadcast-far-time")
    except BadTime:
        note = t("broadcast-bad-time")
    else:
        return await moves.start_at(update, turn, view, moment)
    return await present(update, turn, view, note=note)


async def _sure(update: Update, turn: Turn, view: BroadcastView, text: str) -> object:
    """Whatever is no clear yes sends nothing."""
    word = meaning(text)
    if word is Word.YES or text.lower() in SEND_WORDS:
        return await moves.send(update, turn, view)
    if word is Word.NO:
        return await ask(update, turn, view.id, Question.REVIEW)
    return await _press_one(update, turn, view)


async def _discard(update: Update, turn: Turn, view: BroadcastView, text: str) -> object:
    word = meaning(text)
    if word is Word.YES:
        return await moves.discard(update, turn, view)
    if word is Word.NO:
        return await ask(update, turn, view.id, Question.REVIEW)
    return await _press_one(update, turn, view)


async def _correction(update: Update, turn: Turn, view: BroadcastView, text: str) -> object:
    assert update.message is not None
    return await moves.take_correction(update, turn, view, update.message)


async def _correction_sure(update: Update, turn: Turn, view: BroadcastView, text: str) -> object:
    word = meaning(text)
    if word is Word.YES:
        return await moves.send_correction(update, turn, view.id)
    if word is Word.NO:
        return await moves.begin_correction(update, turn, view.id)
    return await _press_one(update, turn, view)


async def _press_one(update: Update, turn: Turn, view: BroadcastView, text: str = "") -> object:
    return await press_named(update, turn, view)


async def _cut(update: Update, turn: Turn, view: BroadcastView, text: str) -> object:
    """By a button alone: whatever is typed here may be the rest of the text, a "ya" as well."""
    assert update.message is not None
    return await pass_over(update, turn, view, update.message)


ANSWERS = MappingProxyType(
    {
        Question.CUT: _cut,
        Question.CORRECTION_CUT: _cut,
        Question.BUTTONS: _buttons,
        Question.LINK: _link,
        Question.PROGRAMME: _programme,
        Question.VACANCY: _vacancy,
        Question.JOIN: _join,
        Question.AUDIENCE: _audience,
        Question.REVIEW: _review,
        Question.CHANGES: _press_one,
        Question.TIME: _time,
        Question.SURE: _sure,
        Question.DISCARD: _discard,
        Question.CORRECTION: _correction,
        Question.CORRECTION_SURE: _correction_sure,
    }
)
ASIDES: Mapping[Word, Handler] = MappingProxyType(
    {
        Word.BACK: back,
        Word.CANCEL: cancel,
        Word.MENU: to_menu,
        Word.LATER: moves.park,
    }
)
"""How words work like buttons, whatever is asked."""
