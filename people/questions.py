"""Questions about phones that wait for typed words, kept in the account like that for the AK1 date.

One at most is open to an account; whoever asks another one closes it.
"""

from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from people.accounts import account_of
from storage.models import Account


class Question(StrEnum):
    PHONE = "phone"
    """On a new phone: which registration is yours?"""
    COUNTER = "counter"
    """At the staff's desk: the code on somebody's phone, or a registration number."""


def ask_words(session: Session, account_id: int, question: Question) -> Account:
    """What they type next is taken as its answer."""
    account = account_of(session, account_id)
    account.asked = question.value
    return account


def leave_words(session: Session, account_id: int) -> Account:
    """No such question is open any more."""
    account = account_of(session, account_id)
    if account.asked in set(Question):
        account.asked = None
    return account


def all_asked(session: Session) -> dict[int, Question]:
    """Which is open to whom, by Telegram id."""
    rows = session.execute(
        select(Account.telegram_id, Account.asked).where(Account.asked.in_(list(Question)))
    )
    return {telegram_id: Question(str(asked)) for telegram_id, asked in rows}
