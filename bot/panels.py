"""The panel: a message in the author's chat that tells how far a broadcast is, edited in place."""

from collections.abc import Awaitable
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy.orm import Session
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden
from telegram.ext import ExtBot

from announcements import panels
from bot.broadcast_reading import Standing, standing
from bot.context import House
from bot.screens import NO_PREVIEW, UNCHANGED, Screen
from bot.views.broadcast_panel import AUTHOR, panel_screen
from people.accounts import account_of
from storage.models import Account
from texts import speaker

log = structlog.get_logger(__name__)

OPENED_AFTER = timedelta(seconds=5)
"""Whoever starts one by a tap has its panel by then; one that an approver or the clock has started
has none."""
UNSEEN = timedelta(minutes=1)
"""What others do is seen after the moment that they write down of it: when they have committed, and
when Telegram has been told what was seen before. So long after an end it is looked at again."""


class Panels:
    """What the panels say, as far as this process knows: one that says it already is left alone.

    Another process, or this one begun anew, edits each once, which Telegram finds unchanged.
    """

    def __init__(self, bot: ExtBot[Any], house: House) -> None:
        self._bot, self._house = bot, house
        self._said: dict[int, Screen] = {}
        self._given_up: set[int] = set()

    async def refresh(self) -> None:
        """Bring all panels up to date; what can't be done for one disturbs no other."""
        house = self._house
        missing = await house.database.read(panels.panels_missing, house.now() - OPENED_AFTER)
        for broadcast_id in missing:
            if broadcast_id not in self._given_up:
                opening = open_panel(self._bot, house, broadcast_id)
                await self._unharmed(broadcast_id, opening)
        for broadcast_id, _, message_id in await house.database.read(
            panels.panels_due, house.now()
        ):
            if broadcast_id not in self._given_up:
                await self._unharmed(broadcast_id, self._edit(broadcast_id, message_id))

    async def _unharmed(self, broadcast_id: int, act: Awaitable[None]) -> None:
        try:
            await act
        except Exception as error:  # whatever it was, the other panels must go on
            if isinstance(error, BadRequest | Forbidden):
                # They have blocked us, or deleted it: it can still be opened from the list.
                self._given_up.add(broadcast_id)
            log.warning("panel not refreshed", broadcast=broadcast_id, error=repr(error))

    async def _edit(self, broadcast_id: int, message_id: int) -> None:
        house = self._house
        seen_at = house.now() - UNSEEN
        screen, chat_id, moves = await _panel(house, broadcast_id)
        news = self._said.get(broadcast_id) != screen
        if news:
            await _put(self._bot, chat_id, message_id, screen)
            self._said[broadcast_id] = screen
        if news or not moves:
            await house.database.write(panels.keep_panel, broadcast_id, message_id, seen_at)


async def open_panel(bot: ExtBot[Any], house: House, broadcast_id: int) -> None:
    """Tell it in a new message from now on."""
    seen_at = house.now() - UNSEEN
    screen, chat_id, _ = await _panel(house, broadcast_id)
    sent = await bot.send_message(
        chat_id,
        screen.text,
        parse_mode=ParseMode.HTML,
        reply_markup=screen.markup,
        link_preview_options=NO_PREVIEW,
    )
    await house.database.write(panels.keep_panel, broadcast_id, sent.message_id, seen_at)


async def _panel(house: House, broadcast_id: int) -> tuple[Screen, int, bool]:
    """The screen in its author's language, their chat, and whether it will be due by itself."""
    found, author = await house.database.read(_told, broadcast_id, house.bulk_rate, house.now())
    screen = panel_screen(speaker(author.language), found, AUTHOR, house.zone, live=True)
    return screen, author.telegram_id, found.view.state in panels.MOVING


def _told(
    session: Session, broadcast_id: int, rate: float, now: datetime
) -> tuple[Standing, Account]:
    found = standing(session, broadcast_id, rate, now)
    assert found.view.author_id is not None
    return found, account_of(session, found.view.author_id)


async def _put(bot: ExtBot[Any], chat_id: int, message_id: int, screen: Screen) -> None:
    try:
        await bot.edit_message_text(
            screen.text,
            chat_id,
            message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=screen.markup,
            link_preview_options=NO_PREVIEW,
        )
    except BadRequest as error:
        if UNCHANGED not in error.message.lower():
            raise
