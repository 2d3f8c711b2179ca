"""Scores: who was at a test or an interview, and how they did. Every writing is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.selection import PARTS
from intake.applications.changes import by_staff
from intake.applications.errors import NoSuchApplication, NotPossible
from intake.applications.numbers import plain_number
from intake.applications.rows import ApplicationState
from intake.selection.errors import BadScore, ResultsScheduled, UnknownPart
from storage.models import Application, Assessment, AssessmentChange, Ranking

WHOLE = 100_00  # hundredths of a point


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be written of one application in one part. `score`: hundredths of a point."""

    number: str
    part: str
    attended: bool = True
    score: int | None = None


def record_marks(
    session: Session, marks: Sequence[Mark], *, class_id: int | None = None, actor: str,
    by: int | None = None, now: datetime,
) -> int:  # fmt: skip
    """Write all of them, or none; returns how many were new or other than before.

    `class_id`: none but its applications. `by`: the account of `actor`, if any.

    Raises NoSuchApplication, UnknownPart, BadScore, NotPossible where somebody is no longer in the
    selection, and ResultsScheduled where the list would go out without what is written here: the
    minute is taken back first (`intake.selection.results`), and the list drawn up anew.
    """
    return sum(_record(session, mark, class_id, by_staff(actor, by), now) for mark in marks)


def assessments_of(session: Session, application_id: int) -> dict[str, Assessment]:
    """By part."""
    query = select(Assessment).where(Assessment.application_id == application_id)
    return {each.part: each for each in session.scalars(query)}


def _record(session: Session, mark: Mark, class_id: int | None, actor: str, now: datetime) -> bool:
    if mark.part not in PARTS:
        raise UnknownPart(mark.part)
    if mark.score is not None and not (mark.attended and 0 <= mark.score <= WHOLE):
        raise BadScore(mark.score)
    application_id = _application(session, mark.number, class_id)
    row = session.get(Assessment, (application_id, mark.part))
    if row is not None and (row.attended, row.score) == (mark.attended, mark.score):
        return False
    _check_unscheduled(session, application_id)
    if row is None:
        row = Assessment(application_id=application_id, part=mark.part)
        session.add(row)
    row.attended, row.score = mark.attended, mark.score
    row.recorded_at, row.recorded_by = now, actor
    session.add(
        AssessmentChange(
            application_id=application_id,
            part=mark.part,
            attended=mark.attended,
            score=mark.score,
            at=now,
            actor=actor,
        )
    )
    return True


def _application(session: Session, number: str, class_id: int | None) -> int:
    query = select(Application.id, Application.class_id, Application.state).where(
        Application.number == plain_number(number)
    )
    row = session.execute(query.with_for_update()).first()
    if row is None or (class_id is not None and row.class_id != class_id):
        raise NoSuchApplication(number)
    if row.state != ApplicationState.SUBMITTED:
        raise NotPossible(row.state, "scored")
    return int(row.id)


def _check_unscheduled(session: Session, application_id: int) -> None:
    query = (
        select(Ranking.announce_at)
        .join(Application, Application.class_id == Ranking.class_id)
        .where(Application.id == application_id, Ranking.state == "scheduled")
    )
    scheduled = session.execute(query).first()
    if scheduled is not None:
        raise ResultsScheduled(scheduled.announce_at)
