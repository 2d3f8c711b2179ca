"""AK1, the job seeker's card: its date as people type it, and what follows from that date.

Disnaker issues it for two years; its holder reports every six months. Its date is asked for only
so that we can remind people of that.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from people.accounts import account_of, has_consented
from people.errors import Ak1Expired, Ak1InFuture, Ak1NotADate, ConsentMissing
from people.months import months_later
from storage.models import Account

REPORTS = (6, 12, 18)
"""Months after which it is to be reported."""
VALID_MONTHS = 24
QUESTION = "ak1"
"""What `Account.asked` holds while its date is asked for."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january",
            "feb peb februari pebruari february",
            "mar mrt maret march",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "agu agt ags agus agustus aug august",
            "sep sept september",
            "okt oktober oct october",
            "nov nop november nopember",
            "des desember dec december",
        ),
        1,
    )
    for name in names.split()
}
_AWAY = {"hariini": 0, "today": 0, "sekarang": 0, "kemarin": 1, "yesterday": 1}
_TOKEN = re.compile(r"\d+|[a-z]+")


@dataclass(frozen=True, slots=True)
class Ak1:
    issued_on: date

    @property
    def ends_on(self) -> date:
        """The day on which it is no longer valid."""
        return months_later(self.issued_on, VALID_MONTHS)

    def next_report(self, today: date) -> date | None:
        """The next day to report on, this one included; None where only its end is ahead."""
        days = (months_later(self.issued_on, months) for months in REPORTS)
        return next((day for day in days if day >= today), None)


def read_ak1_date(text: str, *, today: date) -> date:
    """Day, month and year as people type them: 3/11/2025, 3-11-25, 3 nov 2025, "hari ini".

    Raises Ak1NotADate, Ak1InFuture, Ak1Expired.
    """
    issued_on = _date(text.lower(), today)
    if issued_on > today:
        raise Ak1InFuture(issued_on=issued_on)
    card = Ak1(issued_on)
    if card.ends_on <= today:
        raise Ak1Expired(issued_on=issued_on, ended_on=card.ends_on)
    return issued_on


def tell_ak1(session: Session, account_id: int, text: str, *, today: date) -> Account:
    """Keep the date on somebody's card. Raises ConsentMissing, and what `read_ak1_date` raises."""
    account = _consenting(session, account_id)
    account.ak1_issued_on = read_ak1_date(text, today=today)
    account.asked = None
    return account


def ask_ak1(session: Session, account_id: int) -> Account:
    """The date is asked for: what they type next is taken as its answer. Raises ConsentMissing."""
    account = _consenting(session, account_id)
    account.asked = QUESTION
    return account


def leave_ak1(session: Session, account_id: int) -> Account:
    """The question is open no longer."""
    account = account_of(session, account_id)
    account.asked = None
    return account


def forget_ak1(session: Session, account_id: int) -> Account:
    account = leave_ak1(session, account_id)
    account.ak1_issued_on = None
    return account


def asked_for_ak1(session: Session) -> list[int]:
    """The Telegram ids of those whose answer is waited for."""
    return list(session.scalars(select(Account.telegram_id).where(Account.asked == QUESTION)))


def _consenting(session: Session, account_id: int) -> Account:
    account = account_of(session, account_id)
    if not has_consented(account):
        raise ConsentMissing
    return account


def _date(text: str, today: date) -> date:
    words = _TOKEN.findall(text)
    away = _AWAY.get("".join(words))
    if away is not None:
        return today - timedelta(days=away)
    parts = [word for word in words if word.isdigit() or word in MONTHS]
    if len(parts) == 1 and len(parts[0]) == len("03112025"):
        parts = [parts[0][:2], parts[0][2:4], parts[0][4:]]
    if len(parts) != 3:
        raise Ak1NotADate
    return _of_parts(*_in_order(*parts))


def _in_order(first: str, second: str, third: str) -> tuple[str, str, str]:
    """As day, month, year: written with the year first, or with the month's name."""
    if len(first) == 4 and first.isdigit():
        return third, second, first
    return (second, first, third) if first in MONTHS else (first, second, third)


def _of_parts(day: str, month: str, year: str) -> date:
    if len(year) not in (2, 4):
        raise Ak1NotADate
    century = 2000 if len(year) == 2 else 0
    try:
        return date(int(year) + century, MONTHS.get(month) or int(month), int(day))
    except ValueError:
        raise Ak1NotADate from None
