"""Carries the outbox's letters: words chosen now, from the truth of now, sent by Telegram."""

import html
import re

import structlog
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter
from telegram.ext import ExtBot

from bot.context import House
from bot.letters import LETTERS
from bot.patience import BULK, seconds
from bot.screens import NO_PREVIEW, Screen
from notices.sender import Letter, Passing, Rejected, Throttled, Unreachable
from texts import speaker

log = structlog.get_logger(__name__)

TAG = re.compile(r"<[^>]*>")


class Messenger:
    """The Sender that `notices` asks for."""

    def __init__(self, bot: ExtBot[str], house: House) -> None:
        self._bot = bot
        self._house = house

    async def send(self, letter: Letter) -> int:
        write = LETTERS.get(letter.kind)
        if write is None:
            raise Rejected(f"nobody knows how to write {letter.kind!r}")
        t = speaker(letter.language)
        screen = await self._house.database.read(write, letter, t, self._house)
        try:
            return await self._deliver(letter, screen)
        except Forbidden as error:
            raise Unreachable(_why(error.message)) from None
        except RetryAfter as error:
            raise Throttled(seconds(error.retry_after)) from None
        except BadRequest as error:
            if "chat not found" in error.message.lower():
                raise Unreachable("never_started") from None
            raise Rejected(error.message) from None
        except NetworkError as error:
            raise Passing(error.message) from None

    async def _deliver(self, letter: Letter, screen: Screen) -> int:
        try:
            return await self._post(letter.telegram_id, screen, ParseMode.HTML)
        except BadRequest as error:
            if "can't parse entities" not in error.message.lower():
                raise
            # Our mistake, not theirs: they get the words without the bold.
            log.error("letter's HTML refused", kind=letter.kind, error=error.message)
            plain = Screen(html.unescape(TAG.sub("", screen.text)), screen.rows)
            return await self._post(letter.telegram_id, plain, None)

    async def _post(self, chat_id: int, screen: Screen, parse_mode: str | None) -> int:
        message = await self._bot.send_message(
            chat_id,
            screen.text,
            parse_mode=parse_mode,
            reply_markup=screen.markup,
            link_preview_options=NO_PREVIEW,
            rate_limit_args=BULK,
        )
        return message.message_id


def _why(message: str) -> str:
    if "deactivated" in message:
        return "deactivated"
    return "never_started" if "can't initiate" in message else "blocked"
