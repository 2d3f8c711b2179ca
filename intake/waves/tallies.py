"""What staff are told of a wave beside its dates: how many wait for what."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.beds.houses import house_of
from storage.models import Application, CourseClass, Document, Programme, Ranking


@dataclass(frozen=True, slots=True)
class Tally:
    """Of a wave and its applications."""

    submitted: int
    """Waiting for the selection."""
    with_documents: int
    """Of these, who has sent something that can be looked at."""
    lacking: int
    """Of these, of whom staff have found something missing."""
    admitted: int
    dormitory: bool
    """Whether its provider has one."""


def tally_of(session: Session, wave_id: int) -> Tally:
    mine = Application.wave_id == wave_id
    rows = select(Application.state, Application.missing_papers).where(mine)
    found = session.execute(rows.where(Application.state.in_(("submitted", "admitted")))).all()
    submitted = [row for row in found if row.state == "submitted"]
    sent = (
        select(func.count(func.distinct(Application.id)))
        .join(Document, Document.application_id == Application.id)
        .where(mine, Application.state == "submitted")
    )
    return Tally(
        submitted=len(submitted),
        with_documents=session.scalar(sent) or 0,
        lacking=sum(bool(row.missing_papers) for row in submitted),
        admitted=len(found) - len(submitted),
        dormitory=house_of(session, wave_id) is not None,
    )


def still_unready(session: Session, class_ids: list[int]) -> list[str]:
    """Of classes whose lists were not ready when staff were told: those that have no minute yet."""
    going = select(Ranking.id).where(
        Ranking.class_id == CourseClass.id, Ranking.state.in_(("scheduled", "announced"))
    )
    titles = (
        select(Programme.title)
        .join_from(CourseClass, Programme, CourseClass.programme_id == Programme.id)
        .where(CourseClass.id.in_(class_ids), ~going.exists())
    )
    return list(session.scalars(titles.order_by(CourseClass.id)))
