"""Papers that an application still lacks: marked by staff, told at once, reminded of in time.

Nothing is sent in through the chat: people hand papers in where they applied, and staff mark it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.orm import Session

from intake.application_rows import ApplicationView, application_by_id
from intake.errors import DeadlinePast, NoSuchApplication, NotPossible, UnknownPaper
from notices.outbox import Lane, cancel, post
from storage.models import Application, ApplicationChange
from storage.models.applications import LIVE

PAPERS = ("ktp", "ijazah", "photo", "ak1", "domicile")
"""The kinds there are, in the order in which they are told; each has words in `papers-…`."""

TELL_WITHIN = timedelta(days=30)


def mark_missing(
    session: Session,
    number: str,
    papers: Sequence[str],
    *,
    until: datetime | None,
    actor: str,
    now: datetime,
) -> ApplicationView:
    """What is missing now, whatever was before; `until`: the last moment to hand it in.

    Raises NoSuchApplication, NotPossible (no live application), UnknownPaper, DeadlinePast.
    """
    row = _hold(session, number, "missing papers")
    unknown = [paper for paper in papers if paper not in PAPERS]
    if unknown or not papers:
        raise UnknownPaper(", ".join(unknown))
    if until is not None and until <= now:
        raise DeadlinePast(until)
    missing = [paper for paper in PAPERS if paper in papers]
    reason = f"missing: {', '.join(missing)}"
    _write(session, row.id, missing, until)
    _tell(session, row, "papers_missing", _record(session, row, reason, actor, now), until, now)
    return application_by_id(session, row.id)


def mark_complete(session: Session, number: str, *, actor: str, now: datetime) -> ApplicationView:
    """Nothing is missing any more; told only to those who were told that something was.

    Raises NoSuchApplication, NotPossible (no live application).
    """
    row = _hold(session, number, "complete")
    if row.missing_papers:
        _write(session, row.id, None, None)
        change = _record(session, row, "papers complete", actor, now)
        _tell(session, row, "papers_complete", change, None, now)
    return application_by_id(session, row.id)


def _hold(session: Session, number: str, wanted: str) -> Row[*tuple[Any, ...]]:
    row = session.execute(
        select(
            Application.id, Application.account_id, Application.state, Application.missing_papers
        )
        .where(Application.number == number.strip().upper())
        .with_for_update()
    ).first()
    if row is None:
        raise NoSuchApplication
    if row.state not in LIVE:
        raise NotPossible(row.state, wanted)
    return row


def _write(
    session: Session, application_id: int, missing: list[str] | None, until: datetime | None
) -> None:
    chosen = update(Application).where(Application.id == application_id)
    session.execute(chosen.values(missing_papers=missing, papers_due_at=until))


def _record(
    session: Session, row: Row[*tuple[Any, ...]], reason: str, actor: str, now: datetime
) -> int:
    """The state stays; the change has a number of its own."""
    change = ApplicationChange(
        application_id=row.id,
        at=now,
        actor=f"staff:{actor}"[:40],
        from_state=row.state,
        to_state=row.state,
        reason=reason,
    )
    session.add(change)
    session.flush()
    return change.id


def _tell(
    session: Session,
    row: Row[*tuple[Any, ...]],
    kind: str,
    change_id: int,
    until: datetime | None,
    now: datetime,
) -> None:
    """The last word counts: what was not sent yet of earlier ones is not sent any more."""
    cancel(session, key_prefix=f"papers:{row.id}:", reason="outdated", now=now)
    post(
        session,
        account_id=row.account_id,
        kind=kind,
        facts={"application_id": row.id},
        key=f"papers:{row.id}:{change_id}",
        lane=Lane.RESULTS,
        due_at=now,
        expires_at=until or now + TELL_WITHIN,
        now=now,
    )
