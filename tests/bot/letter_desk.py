"""Where the tests of letters have them written, from the notice that a cause has posted."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session
from telegram import InlineKeyboardButton

from bot.callbacks import Press
from bot.context import House
from bot.finding import Finder
from bot.letters import LETTERS
from bot.screens import Screen
from notices.outbox import Lane
from notices.sender import Letter
from storage.database import Database
from storage.models import Notice
from tests.cast import NOW, SITI, WIB
from texts import speaker

HOUR = timedelta(hours=1)


@dataclass
class Desk:
    """Where letters are written at `now`."""

    session: Session
    database: Database
    now: datetime = NOW

    def notice(self, kind: str) -> Notice:
        return self.session.scalars(select(Notice).where(Notice.kind == kind)).one()

    def write(self, kind: str, language: str = "id") -> Screen:
        notice = self.notice(kind)
        letter = Letter(
            notice.id, notice.account_id, SITI.telegram_id, language, Lane(notice.lane), kind,
            notice.facts, 1, notice.due_at, notice.expires_at, self.now + HOUR,
        )  # fmt: skip
        house = House(self.database, lambda: self.now, WIB, Finder(self.database), human="")
        screen = LETTERS[kind](self.session, letter, speaker(language), house)
        assert isinstance(screen, Screen)
        return screen


def presses_of(screen: Screen) -> list[type[Press]]:
    """What its buttons stand for, row by row."""
    return [_press(each) for row in screen.rows for each in row]


def _press(button: InlineKeyboardButton) -> type[Press]:
    code, _, _ = str(button.callback_data).partition(":")
    return Press.kinds[code]
