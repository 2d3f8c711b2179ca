"""Words typed outside of any question: a word that works like a button, a phrase, else a search."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType

from telegram import Update

from bot.context import Turn, typed
from bot.handlers import cautions, certificates, courses, schedule, settings, vacancies
from bot.handlers.certificate_desk import issue
from bot.handlers.menu import open_menu
from bot.handlers.other import nothing_to_cancel
from bot.handlers.promise_desk import record
from bot.handlers.seats import answer_offer
from bot.handlers.selection import note_score
from bot.handlers.staff import explain_line
from bot.reading import find
from bot.screens import show
from bot.views.search import found_screen, nothing_screen
from bot.words import Word, meaning

MOST = 4
"""Programmes and vacancies each: eight buttons fit a screen."""

OPENED: Mapping[Word, Callable[[Update, Turn], Awaitable[None]]] = MappingProxyType(
    {
        Word.CANCEL: nothing_to_cancel,
        Word.HELP: settings.open_help,
        Word.COURSES: courses.open_streams,
        Word.REGISTER: courses.open_streams,
        Word.VACANCIES: vacancies.open_vacancies,
        Word.SCHEDULE: schedule.open_schedule,
        Word.SETTINGS: settings.open_settings,
    }
)
"""What a word opens; any other word leads to the menu."""


async def understand(update: Update, turn: Turn) -> None:
    word, text = meaning(typed(update)), typed(update)
    if await answer_offer(update, turn):
        return
    if word is not None:
        await OPENED.get(word, open_menu)(update, turn)
    elif not await _answered(update, turn, text):
        await search(update, turn)


async def _answered(update: Update, turn: Turn, text: str) -> bool:
    """Whether it was a sentence that asks for something other than a search."""
    for answer in (certificates.check, issue, note_score, record, cautions.answer, explain_line):
        if await answer(update, turn, text):
            return True
    return False


async def search(update: Update, turn: Turn) -> None:
    """Programmes first, then vacancies of their trades; a plain no where nothing fits."""
    house, text = turn.house, typed(update)
    slugs = [hit.slug for hit in await house.finder.search(text, MOST)]
    found = await house.database.read(find, text, slugs, turn.account.id, MOST, house.now())
    if found.programmes or found.vacancies:
        await show(update, turn, found_screen(turn.t, text, found))
    else:
        await show(update, turn, nothing_screen(turn.t))
