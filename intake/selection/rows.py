"""A selection as staff of its provider see it: classes, applicants, the ranked list."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchClass
from catalog.selection import SelectionRules
from intake.applications.changes import name_in
from intake.applications.errors import OtherProvider
from intake.applications.rows import ApplicationState, applicants_so_far
from intake.seats.seats import SeatCount, count_seats
from intake.selection.override_rows import count_waiting
from people.staff import StaffRight, may_act_for
from storage.models import (
    Applicant,
    Application,
    Assessment,
    CourseClass,
    Programme,
    Ranking,
    RankingLine,
    Wave,
)
from storage.models.waves import FIRST_COME
from storage.vault import vault_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of many, in order. `number` from 0: one past the end is the last."""

    lines: Sequence[T]
    number: int
    count: int
    """Of all pages together."""


@dataclass(frozen=True, slots=True)
class DeskClass:
    id: int
    provider_id: int
    """Of the class's wave: whose staff act for it."""
    programme_title: str
    wave_code: str
    first_come: bool
    capacity: int | None
    rules: SelectionRules


@dataclass(frozen=True, slots=True)
class ListStanding:
    """How far a class's ranked list is."""

    id: int
    state: str
    """`drawn`, `scheduled` or `announced`."""
    drawn_at: datetime
    drawn_by: str
    """As colleagues call them."""
    announce_at: datetime | None
    """When results go out, or went out."""
    lines: int
    waiting: int
    """Moves on it that wait for a second person."""


@dataclass(frozen=True, slots=True)
class ClassView:
    desk: DeskClass
    seats: SeatCount
    people: int
    """Applicants so far, as everywhere: with a live application."""
    left: int
    """Who have applied as well, and are in it no longer."""
    scored: int
    """Of those who wait for the selection: who has a score, or was absent."""
    list: ListStanding | None


@dataclass(frozen=True, slots=True)
class PersonLine:
    application_id: int
    number: str
    state: ApplicationState
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RankedPerson:
    rank: int
    drawn_rank: int
    number: str
    total: int
    """Hundredths of a point."""
    passed: bool
    state: ApplicationState
    name: str = field(repr=False)


def desk_classes(session: Session, rights: frozenset[StaffRight]) -> list[DeskClass]:
    """Of the providers they may act for, with somebody in them, in waves that are not finished."""
    applied = select(Application.id).where(Application.class_id == CourseClass.id).exists()
    chosen = _classes().where(Wave.state != "finished", applied)
    if not any(right.provider_id is None for right in rights):
        chosen = chosen.where(Wave.provider_id.in_({right.provider_id for right in rights}))
    order = (Wave.starts_on.desc(), Wave.id.desc(), Programme.position, CourseClass.id)
    return [_class(row) for row in session.execute(chosen.order_by(*order))]


def desk_class(session: Session, class_id: int, rights: frozenset[StaffRight]) -> DeskClass:
    """Raises NoSuchClass, OtherProvider."""
    row = session.execute(_classes().where(CourseClass.id == class_id)).first()
    if row is None:
        raise NoSuchClass(class_id)
    found = _class(row)
    if not may_act_for(rights, found.provider_id):
        raise OtherProvider
    return found


def class_view(session: Session, class_id: int, rights: frozenset[StaffRight]) -> ClassView:
    """Raises NoSuchClass, OtherProvider."""
    desk = desk_class(session, class_id, rights)
    here = select(func.count()).where(Application.class_id == class_id)
    marked = select(Assessment.part).where(Assessment.application_id == Application.id).exists()
    waits = Application.state == ApplicationState.SUBMITTED
    people = applicants_so_far(session, [class_id])[class_id]
    return ClassView(
        desk,
        _seats(session, desk),
        people=people,
        left=(session.scalar(here) or 0) - people,
        scored=session.scalar(here.where(waits, marked)) or 0,
        list=list_standing(session, class_id),
    )


def people_of(
    session: Session,
    class_id: int,
    rights: frozenset[StaffRight],
    page: int,
    size: int,
    *only: ColumnElement[bool],
) -> Page[PersonLine]:
    """By number; `only`: those of them. Raises NoSuchClass, OtherProvider."""
    desk_class(session, class_id, rights)
    chosen = (
        select(Application.id, Application.number, Application.state, Applicant.name_sealed)
        .join(Applicant, Application.applicant_id == Applicant.id)
        .where(Application.class_id == class_id, *only)
    )
    rows, number, count = _page(session, chosen, Application.id, page, size)
    vault = vault_of(session)
    lines = [
        PersonLine(row.id, row.number, ApplicationState(row.state), vault.open(row.name_sealed))
        for row in rows
    ]
    return Page(lines, number, count)


def ranked_page(
    session: Session, class_id: int, rights: frozenset[StaffRight], page: int, size: int
) -> Page[RankedPerson]:
    """Empty where no list is drawn up. Raises NoSuchClass, OtherProvider."""
    desk_class(session, class_id, rights)
    chosen = (
        select(RankingLine, Application.number, Application.state, Applicant.name_sealed)
        .join(Ranking, RankingLine.ranking_id == Ranking.id)
        .join(Application, RankingLine.application_id == Application.id)
        .join(Applicant, Application.applicant_id == Applicant.id)
        .where(Ranking.class_id == class_id, Ranking.state != "replaced")
    )
    rows, number, count = _page(session, chosen, RankingLine.rank, page, size)
    vault = vault_of(session)
    lines = [
        RankedPerson(
            row.RankingLine.rank,
            row.RankingLine.drawn_rank,
            row.number,
            row.RankingLine.total,
            row.RankingLine.passed,
            ApplicationState(row.state),
            vault.open(row.name_sealed),
        )
        for row in rows
    ]
    return Page(lines, number, count)


def _page(
    session: Session, chosen: Select[*tuple[Any, ...]], order: Any, page: int, size: int
) -> tuple[Sequence[Any], int, int]:
    """Rows, the page's number, and how many there are in all."""
    counted = chosen.with_only_columns(func.count()).order_by(None)
    count = session.scalar(counted) or 0
    number = min(max(page, 0), max(0, (count - 1) // size))
    rows = session.execute(chosen.order_by(order).limit(size).offset(number * size)).all()
    return rows, number, count


def _seats(session: Session, desk: DeskClass) -> SeatCount:
    """As many as the class is to have: their rows follow when somebody next holds it."""
    counted = count_seats(session, [desk.id])[desk.id]
    taken, capacity = counted.seats - counted.free, desk.capacity or 0
    return replace(counted, seats=max(capacity, taken), free=max(capacity - taken, 0))


def list_standing(session: Session, class_id: int) -> ListStanding | None:
    """None: no list is drawn up."""
    current = select(Ranking).where(Ranking.class_id == class_id, Ranking.state != "replaced")
    ranking = session.scalar(current)
    if ranking is None:
        return None
    lines = select(func.count()).where(RankingLine.ranking_id == ranking.id)
    return ListStanding(
        ranking.id,
        ranking.state,
        ranking.drawn_at,
        name_in(ranking.drawn_by),
        ranking.announced_at or ranking.announce_at,
        lines=session.scalar(lines) or 0,
        waiting=count_waiting(session, ranking.id),
    )


def _classes() -> Select[*tuple[Any, ...]]:
    return (
        select(
            CourseClass.id,
            Wave.provider_id,
            Programme.title.label("programme_title"),
            Wave.code.label("wave_code"),
            Wave.mode,
            CourseClass.capacity,
            Wave.selection,
        )
        .join_from(CourseClass, Programme, CourseClass.programme_id == Programme.id)
        .join(Wave, CourseClass.wave_id == Wave.id)
    )


def _class(row: Any) -> DeskClass:
    return DeskClass(
        row.id,
        row.provider_id,
        row.programme_title,
        row.wave_code,
        row.mode == FIRST_COME,
        row.capacity,
        SelectionRules.from_json(row.selection),
    )
