"""What staff are told about a broadcast: results of their own work, and so never muted."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from announcements.broadcast_rows import BroadcastView
from notices.outbox import Lane, post
from people.staff import approvers

DAYS_TO_ANSWER = timedelta(days=7)
TEST_USEFUL_FOR = timedelta(minutes=10)
BELOW = timedelta(seconds=1)
"""So much later, since what is due later goes later."""


def ask_approvers(session: Session, view: BroadcastView, now: datetime) -> int:
    """Everybody who may approve it, the author apart; returns how many are asked.

    Below the question they get the message itself, as it will look.
    """
    asked = [one for one in approvers(session) if one != view.author_id]
    for account_id in asked:
        for kind, due_at in (("broadcast_approval", now), ("broadcast_preview", now + BELOW)):
            key = f"{kind}:{view.id}:{view.submission}:{account_id}"
            _tell(session, account_id, kind, view.id, key, now, due_at=due_at)
    return len(asked)


def tell_author(session: Session, view: BroadcastView, verdict: str, now: datetime) -> None:
    """`verdict`: `approved` or `refused`. At the command line nobody is told."""
    if view.author_id is not None:
        key = f"broadcast_{verdict}:{view.id}:{view.submission}"
        _tell(session, view.author_id, f"broadcast_{verdict}", view.id, key, now)


def post_test(session: Session, view: BroadcastView, account_id: int, now: datetime) -> None:
    """The message as it will look, to one person who has asked for it."""
    micros = int(now.timestamp() * 1_000_000)
    key = f"broadcast_test:{view.id}:{account_id}:{micros}"
    _tell(session, account_id, "broadcast_test", view.id, key, now, TEST_USEFUL_FOR)


def _tell(
    session: Session,
    account_id: int,
    kind: str,
    broadcast_id: int,
    key: str,
    now: datetime,
    useful_for: timedelta = DAYS_TO_ANSWER,
    *,
    due_at: datetime | None = None,
) -> None:
    post(
        session,
        account_id=account_id,
        kind=kind,
        facts={"broadcast_id": broadcast_id},
        key=key,
        lane=Lane.RESULTS,
        due_at=due_at or now,
        expires_at=now + useful_for,
        now=now,
    )
