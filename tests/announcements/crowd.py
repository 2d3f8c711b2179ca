"""What tests of broadcasts share: people to tell, staff who tell them, and broadcasts under way."""

from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from announcements.audiences import Audience
from announcements.broadcasts import (
    BroadcastView,
    begin_draft,
    choose_audience,
    find,
    submit,
    write_text,
)
from announcements.filling import fill_step
from people.staff import Role, grant
from storage.models import Account, Batch, Notice
from tests.notices.post_office import NOON

TEXT = "<b>Pendaftaran dibuka</b>\nGelombang 3 menerima peserta."
SRI, WATI = "Ibu Sri", "Ibu Wati"


def add_people(session: Session, count: int, *, first: int = 1, **wishes: Any) -> list[int]:
    """Accounts with Telegram ids from `first` on, whom nothing disturbs; their ids."""
    values = {"quiet_from": None, "quiet_until": None, "created_at": NOON, "language": "id"}
    rows = [
        {**values, "telegram_id": 90_000 + number, **wishes}
        for number in range(first, first + count)
    ]
    return list(session.scalars(insert(Account).returning(Account.id), rows))


def add_staff(session: Session, telegram_id: int, name: str, role: Role) -> int:
    [account_id] = add_people(session, 1, first=telegram_id)
    grant(session, account_id, role, provider_id=None, name=name, granted_by="command", now=NOON)
    return account_id


def write_draft(
    session: Session,
    *,
    author_id: int | None = None,
    audience: Audience | None = None,
    now: datetime = NOON,
) -> BroadcastView:
    """By Ibu Sri, to everyone unless told."""
    draft = begin_draft(session, author_id, actor=SRI, now=now)
    write_text(session, draft.id, html=TEXT)
    return choose_audience(session, draft.id, audience or Audience())


def start(session: Session, *, now: datetime = NOON, **choices: Any) -> int:
    """The id of a broadcast that has just been started, its recipients still to be written."""
    draft = write_draft(session, now=now, **choices)
    submit(session, draft.id, actor=SRI, start_at=None, approve_above=10**9, now=now)
    return draft.id


def fill(session: Session, broadcast_id: int, *, most: int = 1000, now: datetime = NOON) -> int:
    """Write all recipients; returns the number of steps."""
    steps = 1
    while fill_step(session, broadcast_id, most=most, now=now):
        steps += 1
    return steps


def recipients(session: Session, broadcast_id: int) -> list[int]:
    """Their accounts, in the order in which they were written."""
    batch_id = find(session, broadcast_id).batch_id
    chosen = select(Notice.account_id).where(Notice.batch_id == batch_id)
    return list(session.scalars(chosen.order_by(Notice.id)))


def states(session: Session, batch_id: int | None) -> dict[str, int]:
    """How many notices of a batch are in which state."""
    found = session.scalars(select(Notice.state).where(Notice.batch_id == batch_id)).all()
    return {state: found.count(state) for state in sorted(set(found))}


def handed_in(session: Session, *, people: int = 3, **choices: object) -> BroadcastView:
    """To three people, where two are told without a second person's yes."""
    add_people(session, people)
    draft = write_draft(session)
    facts = {"actor": SRI, "start_at": None, "approve_above": 2, "now": NOON, **choices}
    return submit(session, draft.id, **facts)  # type: ignore[arg-type]  # as the test chooses


def told(session: Session) -> list[tuple[str, int, object]]:
    """Kind, account and broadcast of what staff were told."""
    columns = select(Notice.kind, Notice.account_id, Notice.facts).where(Notice.lane == 0)
    rows = session.execute(columns.order_by(Notice.id))
    return [(kind, account_id, facts["broadcast_id"]) for kind, account_id, facts in rows]


def batch_state(session: Session, view: BroadcastView) -> str:
    return session.execute(select(Batch.state).where(Batch.id == view.batch_id)).scalar_one()
