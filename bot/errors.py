"""Named errors of the domain become words; anything else an apology, and a line in the log."""

import re
from datetime import date, datetime

import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError
from telegram.ext import ApplicationHandlerStop

from bot.context import Turn
from bot.keyboards import ways_back
from bot.screens import Screen, acknowledge, say
from people.accounts import find_account
from texts import LANGUAGES, Fact, Safe, Speaker, speaker
from texts.moments import day, moment

log = structlog.get_logger(__name__)


async def tell_error(update: object, turn: Turn) -> None:
    """The one error handler: nobody is left without an answer, whatever went wrong."""
    error = turn.error
    if isinstance(error, Forbidden):  # they have blocked us while we answered
        raise ApplicationHandlerStop
    t = await _their_words(update, turn)
    text = words_for(error, t)
    if text is None:
        turn.counts.errors += 1
        log.error("handler failed", exc_info=error)
        text = t("error-unexpected")
    if isinstance(update, Update) and update.effective_chat is not None:
        await _answer(update, turn, Screen(text, [ways_back(t)]))
    raise ApplicationHandlerStop


async def _their_words(update: object, turn: Turn) -> Speaker:
    """This turn is a new one, made for the error, so that who it is must be found once more."""
    user = update.effective_user if isinstance(update, Update) else None
    account = None
    if user is not None and "house" in turn.application.bot_data:
        try:
            account = await turn.house.database.read_shared(find_account, user.id)
        except SQLAlchemyError:  # the database may be what has failed
            log.warning("an error is told in the first language", exc_info=True)
    return speaker(LANGUAGES[0] if account is None else account.language)


def words_for(error: BaseException | None, t: Speaker) -> str | None:
    """The locale's words for a named error: `ClassFull` with its `capacity` is `error-class-full`.

    Its attributes are the facts: moments are told as people write them, what is None as "none".
    """
    key = "error-" + re.sub(r"(?<!^)(?=[A-Z])", "-", type(error).__name__).lower()
    if not t.knows(key):
        return None
    facts = dict(vars(error))
    facts.update(facts.pop("facts", {}))
    return t(key, **{name: _fact(value, t) for name, value in facts.items()})


def _fact(value: object, t: Speaker) -> Fact:
    if isinstance(value, datetime):
        return Safe(moment(value, t))
    if isinstance(value, date):
        return day(value, t.language)
    if value is None:
        return "none"
    return value if isinstance(value, int | float) else str(value)


async def _answer(update: Update, turn: Turn, screen: Screen) -> None:
    try:
        if update.callback_query is not None:
            await acknowledge(update.callback_query)
        await say(update, turn, screen)
    except Forbidden:
        return  # they have blocked us meanwhile
    except TelegramError as error:
        passing = isinstance(error, NetworkError) and not isinstance(error, BadRequest)
        tell = log.warning if passing else log.error
        tell("the answer to an error failed", error=str(error))
