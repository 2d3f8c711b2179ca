"""Papers of an application: which are wanted, and which staff have found lacking or unreadable.

What lacks is told at once and reminded of in time. People send it in the chat
(`intake.documents.documents`) or hand it in where they applied, and staff mark it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, select, true, update
from sqlalchemy.orm import Session

from catalog.programmes import rules_of
from intake.applications.changes import by_staff
from intake.applications.errors import DeadlinePast, NoSuchApplication, NotPossible
from intake.applications.numbers import plain_number
from intake.applications.rows import ApplicationView, application_by_id
from intake.documents.errors import NothingSent, UnknownPaper
from notices.outbox import Lane, cancel, post
from storage.models import Application, ApplicationChange, CourseClass, Document
from storage.models.applications import LIVE

PAPERS = ("ktp", "ijazah", "photo", "ak1", "domicile", "family", "skck", "health")
"""The kinds there are, in the order in which they are told; each has words in `papers-…`."""
IN_CATALOGUE = {"foto": "photo", "kk": "family", "surat-sehat": "health"}
"""What the catalogue calls otherwise."""

TELL_WITHIN = timedelta(days=30)


def wanted_papers(session: Session, class_id: int, *, now: datetime) -> tuple[str, ...]:
    """What the programme of a class asks for, by the catalogue's rules that still hold."""
    programme_id = session.get_one(CourseClass, class_id).programme_id
    rules = rules_of(session, programme_id, today=now.date())
    valid = [rule for rule in rules if rule.kind == "papers" and not rule.expired]
    named = {name for rule in valid for name in rule.parameters["documents"]}
    wanted = {IN_CATALOGUE.get(name, name) for name in named}
    return tuple(paper for paper in PAPERS if paper in wanted)


def mark_missing(
    session: Session,
    number: str,
    papers: Sequence[str],
    *,
    unreadable: Sequence[str] = (),
    until: datetime | None,
    actor: str,
    by: int | None = None,
    now: datetime,
) -> ApplicationView:
    """What is missing now, or was sent and can't be read, whatever was before.

    `until`: the last moment to hand it in. Raises NoSuchApplication, NotPossible (no live
    application), UnknownPaper, NothingSent (what was not sent can't be unreadable), DeadlinePast.
    """
    row = _hold(session, number, "missing papers")
    unknown = [paper for paper in (*papers, *unreadable) if paper not in PAPERS]
    if unknown or not (papers or unreadable):
        raise UnknownPaper(", ".join(unknown))
    if until is not None and until <= now:
        raise DeadlinePast(until)
    _mark_unreadable(session, row.id, unreadable)
    asked = [paper for paper in PAPERS if paper in papers or paper in unreadable]
    _write(session, row.id, asked, until)
    reason = _reason([paper for paper in asked if paper not in unreadable], unreadable)
    change = _record(session, row, reason, by_staff(actor, by), now)
    _tell(session, row, "papers_missing", change, until, now)
    return application_by_id(session, row.id)


def mark_complete(session: Session, number: str, *, actor: str, now: datetime) -> ApplicationView:
    """Nothing is missing any more; told only to those who were told that something was.

    Raises NoSuchApplication, NotPossible (no live application).
    """
    row = _hold(session, number, "complete")
    if row.missing_papers:
        _mark_unreadable(session, row.id, ())
        _write(session, row.id, None, None)
        change = _record(session, row, "papers complete", by_staff(actor), now)
        _tell(session, row, "papers_complete", change, None, now)
    return application_by_id(session, row.id)


def unreadable_papers(session: Session, application_id: int) -> list[str]:
    """Those that were sent and that staff could not read."""
    of_it = Document.application_id == application_id, Document.unreadable
    found = set(session.scalars(select(Document.paper).where(*of_it)))
    return [paper for paper in PAPERS if paper in found]


def _hold(session: Session, number: str, wanted: str) -> Row[*tuple[Any, ...]]:
    row = session.execute(
        select(
            Application.id, Application.account_id, Application.state, Application.missing_papers
        )
        .where(Application.number == plain_number(number))
        .with_for_update()
    ).first()
    if row is None:
        raise NoSuchApplication
    if row.state not in LIVE:
        raise NotPossible(row.state, wanted)
    return row


def _mark_unreadable(session: Session, application_id: int, papers: Sequence[str]) -> None:
    """Those of its documents, and no others. Raises NothingSent."""
    of_it = Document.application_id == application_id
    sent = set(session.scalars(select(Document.paper).where(of_it)))
    for paper in papers:
        if paper not in sent:
            raise NothingSent(paper)
    marked = Document.paper.in_(papers) if papers else ~true()
    session.execute(update(Document).where(of_it).values(unreadable=marked))


def _reason(missing: Sequence[str], unreadable: Sequence[str]) -> str:
    told = (("missing", missing), ("unreadable", unreadable))
    return "; ".join(f"{what}: {', '.join(papers)}" for what, papers in told if papers)


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
        actor=actor,
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
