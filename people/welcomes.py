"""Where somebody's welcome stands: which of its questions is open, and its end."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from people.accounts import account_of
from people.errors import UnknownStream
from storage.models import Account, Cluster, StreamInterest
from storage.upserts import insert_into


def ask_in_welcome(session: Session, account_id: int, step: str) -> Account:
    """Note the question that is open now."""
    account = account_of(session, account_id)
    account.welcome_step = step
    return account


def finish_welcome(session: Session, account_id: int, now: datetime) -> Account:
    """Over, or left: it is not asked again."""
    account = account_of(session, account_id)
    account.welcome_step = None
    account.welcomed_at = account.welcomed_at or now
    return account


def care_for_stream(session: Session, account_id: int, cluster_id: int) -> None:
    """Note an interest; noted twice, it is there once. Raises UnknownStream."""
    if session.get(Cluster, cluster_id) is None:
        raise UnknownStream(cluster_id)
    values = {"account_id": account_id, "cluster_id": cluster_id}
    session.execute(insert_into(session, StreamInterest).values(values).on_conflict_do_nothing())


def open_welcomes(session: Session) -> dict[int, str]:
    """The open question by Telegram id."""
    rows = session.execute(
        select(Account.telegram_id, Account.welcome_step).where(Account.welcome_step.is_not(None))
    )
    return {telegram_id: step for telegram_id, step in rows if step is not None}
