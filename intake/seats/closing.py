"""The training begins: nobody is left waiting for a seat, and each of them is told."""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import String, cast, literal, literal_column, or_, select, update
from sqlalchemy.orm import Session

from intake.applications.changes import APPLICATIONS, record_many
from intake.applications.rows import ApplicationState
from intake.seats.seats import BEGUN, hold_class
from notices.outbox import Lane, facts_of, post_rows
from storage.base import UtcDateTime
from storage.models import Application, Ranking, Wave

TELL_WITHIN = timedelta(days=30)


def classes_to_close(session: Session, now: datetime) -> Sequence[int]:
    """Where the training has begun and somebody still waits: on the reserve, or beside a list that
    is announced. Whoever waits for a list of which nobody has heard does so until the wave is over:
    staff may be late.
    """
    return session.scalars(TO_CLOSE, {"now": now}).all()


def close_class(session: Session, class_id: int, *, now: datetime, zone: tzinfo) -> int:
    """Not selected, all who wait; returns how many are told. Run twice, it does no harm."""
    held = hold_class(session, class_id, zone)
    if held.passes_on(now):
        return 0
    told = _close(session, class_id, ApplicationState.RESERVE, now)
    announced = select(Ranking.id).where(Ranking.class_id == class_id, Ranking.state == "announced")
    if held.wave_state == "finished" or session.scalar(announced) is not None:
        told += _close(session, class_id, ApplicationState.SUBMITTED, now)
    session.expire_all()
    return told


def _close(session: Session, class_id: int, before: ApplicationState, now: datetime) -> int:
    to = ApplicationState.NOT_SELECTED
    theirs = Application.class_id == class_id, Application.state == before
    ids = select(Application.id).where(*theirs)
    record_many(session, ids, before, to, now)
    notices = select(
        Application.account_id,
        (literal("no_seat:") + cast(Application.id, String)).label("key"),
        facts_of(application_id=Application.id).label("facts"),
        literal(now, UtcDateTime()).label("due_at"),
        literal(now + TELL_WITHIN, UtcDateTime()).label("expires_at"),
    ).where(*theirs)
    told = post_rows(session, notices, kind="no_seat", lane=Lane.RESULTS, now=now)
    moved = update(APPLICATIONS).where(APPLICATIONS.c.id.in_(ids))
    session.execute(moved.values(state=to.value, changed_at=now))
    return told


def _to_close() -> Any:
    announced = select(Ranking.id).where(
        Ranking.class_id == Application.class_id, Ranking.state == "announced"
    )
    ended = or_(Wave.state == "finished", announced.exists())
    waits = or_(
        Application.state == literal_column("'reserve'"),
        (Application.state == literal_column("'submitted'")) & ended,
    )
    return (
        select(Application.class_id)
        .join(Wave, Application.wave_id == Wave.id)
        .where(BEGUN, waits)
        .distinct()
        .order_by(Application.class_id)
    )


TO_CLOSE = _to_close()
