"""What stands between a class's applicants and its ranked list: who lacks a score or a paper, who
has not come.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from intake.applications.rows import ApplicationState
from intake.documents.papers import wanted_papers
from intake.selection.rows import (
    ClassView,
    DeskClass,
    Page,
    PersonLine,
    class_view,
    desk_class,
    people_of,
)
from people.staff import StaffRight
from storage.models import Application, Assessment, Document


class Gap(StrEnum):
    UNSCORED = "unscored"
    """A part is not written down yet, and they were absent from none."""
    LACKING = "lacking"
    """A paper is asked for by staff, or wanted by the programme and not sent."""
    ABSENT = "absent"


Gaps = Mapping[Gap, int]
"""How many of those who wait for the selection; empty where there is none."""


def class_and_gaps(
    session: Session, class_id: int, rights: frozenset[StaffRight], *, now: datetime
) -> tuple[ClassView, Gaps]:
    """Raises NoSuchClass, OtherProvider."""
    view = class_view(session, class_id, rights)
    if view.desk.first_come:
        return view, {}
    counts = (func.count().filter(_falls_into(session, view.desk, gap, now)) for gap in Gap)
    row = session.execute(select(*counts).where(Application.class_id == class_id)).one()
    return view, dict(zip(Gap, row, strict=True))


def people_in(
    session: Session,
    class_id: int,
    rights: frozenset[StaffRight],
    gap: Gap,
    page: int,
    size: int,
    *,
    now: datetime,
) -> Page[PersonLine]:
    """By number. Raises NoSuchClass, OtherProvider."""
    desk = desk_class(session, class_id, rights)
    return people_of(session, class_id, rights, page, size, _falls_into(session, desk, gap, now))


def _falls_into(session: Session, desk: DeskClass, gap: Gap, now: datetime) -> ColumnElement[bool]:
    """Of an application of that class."""
    waits = Application.state == ApplicationState.SUBMITTED
    if gap is Gap.LACKING:
        return and_(waits, _lacks_papers(wanted_papers(session, desk.id, now=now)))
    theirs = Assessment.application_id == Application.id, Assessment.part.in_(desk.rules.parts)
    absent = select(Assessment.part).where(*theirs, Assessment.attended.is_(False)).exists()
    if gap is Gap.ABSENT:
        return and_(waits, absent)
    written = select(func.count()).select_from(Assessment).where(*theirs).scalar_subquery()
    return and_(waits, written < len(desk.rules.parts), ~absent)


def _lacks_papers(wanted: tuple[str, ...]) -> ColumnElement[bool]:
    sent = (
        select(func.count(func.distinct(Document.paper)))
        .where(Document.application_id == Application.id, Document.paper.in_(wanted))
        .scalar_subquery()
    )
    return or_(Application.missing_papers.is_not(None), sent < len(wanted))
