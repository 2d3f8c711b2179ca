"""Promised placements as they are shown: to graduates, to who promised, to who gave the class."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from catalog.programmes import Told
from intake.applications.errors import NoSuchApplication, OtherProvider
from intake.placement.errors import NoPromise
from intake.training.trainees import IS_TRAINEE, Trainee, find_trainee, list_trainees
from people.staff import EVERYWHERE, StaffRight, may_act_for
from storage.models import (
    Application,
    CourseClass,
    Placement,
    PlacementPromise,
    Programme,
    Provider,
    Source,
    Wave,
)

ANSWERS = ("yes", "no", "not_there", "elsewhere", "wage")
"""A graduate's: it is so; it is not, and in what way, where they tell it."""


class PlacementState(StrEnum):
    PROMISED = "promised"
    """Nothing was written down yet."""
    INTRODUCED = "introduced"
    PLACED = "placed"
    NOT_PLACED = "not_placed"
    DECLINED = "declined"
    """They did not want it."""

    @property
    def open(self) -> bool:
        return self in (PlacementState.PROMISED, PlacementState.INTRODUCED)


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """Who has promised it, in which words, and until when after the training."""

    provider_id: int
    provider_name: str
    text: dict[str, Any]
    within_days: int | None
    source: Told


@dataclass(frozen=True, slots=True)
class PlacementView:
    """What the provider says of one graduate, and what they say to it."""

    trainee: Trainee
    promise: PromiseLine
    state: PlacementState
    company: str | None = None
    since: date | None = None
    wage: int | None = None
    """Rupiah a month; None: not told."""
    reason: str | None = None
    changed_at: datetime | None = None
    change_id: int | None = None
    answer: str | None = None
    answered_at: datetime | None = None
    due_on: date | None = None
    """The last day of the promise; None: nobody has named one, or the training has no end yet."""

    @property
    def contradicted(self) -> bool:
        return self.answer not in (None, "yes")

    def overdue(self, today: date) -> bool:
        return self.state.open and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True)
class PromisedClass:
    """A class whose trainees were promised a placement."""

    id: int
    programme_title: str
    wave_code: str
    trainees: int


def promise_for(session: Session, programme_id: int) -> PromiseLine | None:
    row = session.execute(_promises().where(PlacementPromise.programme_id == programme_id)).first()
    if row is None:
        return None
    provider_id, name, text, within_days, outlet, published_on = row
    return PromiseLine(provider_id, name, text, within_days, Told(outlet, published_on))


def placement_of(session: Session, application_id: int) -> PlacementView:
    """Raises NoTrainee, NoPromise."""
    trainee = find_trainee(session, application_id)
    promise, ends_on = _terms(session, trainee.class_id)
    return _view(trainee, promise, ends_on, session.get(Placement, application_id))


def my_placement(session: Session, application_id: int, account_id: int) -> PlacementView:
    """Raises NoSuchApplication where it is not this account's, NoTrainee, NoPromise."""
    view = placement_of(session, application_id)
    if view.trainee.account_id != account_id:
        raise NoSuchApplication
    return view


def placement_for(
    session: Session, application_id: int, rights: frozenset[StaffRight]
) -> PlacementView:
    """For the eyes of staff: of who promised, and of who gave the class.

    Raises NoTrainee, NoPromise, OtherProvider.
    """
    view = placement_of(session, application_id)
    if not may_see(view, rights):
        raise OtherProvider
    return view


def may_write(view: PlacementView, rights: frozenset[StaffRight]) -> bool:
    """Who has promised says how it was kept."""
    return may_act_for(rights, view.promise.provider_id)


def may_see(view: PlacementView, rights: frozenset[StaffRight]) -> bool:
    return may_write(view, rights) or may_act_for(rights, view.trainee.provider_id)


def class_placements(
    session: Session, class_id: int, rights: frozenset[StaffRight]
) -> list[PlacementView]:
    """Of all trainees of a class, by name. Raises NoPromise, OtherProvider."""
    promise, ends_on = _terms(session, class_id)
    trainees = list_trainees(session, class_id, EVERYWHERE)
    ids = [one.application_id for one in trainees]
    rows = session.scalars(select(Placement).where(Placement.application_id.in_(ids)))
    known = {row.application_id: row for row in rows}
    views = [_view(one, promise, ends_on, known.get(one.application_id)) for one in trainees]
    if any(not may_see(view, rights) for view in views):
        raise OtherProvider
    return views


def promised_classes(session: Session, rights: frozenset[StaffRight]) -> list[PromisedClass]:
    """Those with trainees, that they may see, the newest wave first."""
    rows = session.execute(
        select(
            PlacementPromise.provider_id,
            Wave.provider_id,
            CourseClass.id,
            Programme.title,
            Wave.code,
            func.count(Application.id),
        )
        .join_from(CourseClass, Programme, CourseClass.programme_id == Programme.id)
        .join(PlacementPromise, PlacementPromise.programme_id == Programme.id)
        .join(Wave, CourseClass.wave_id == Wave.id)
        .join(Application, Application.class_id == CourseClass.id)
        .where(IS_TRAINEE)
        .group_by(PlacementPromise.provider_id, CourseClass.id, Programme.id, Wave.id)
        .order_by(Wave.starts_on.desc(), Wave.id.desc(), CourseClass.id)
    )
    return [
        PromisedClass(id_, title, code, people)
        for promises, gives, id_, title, code, people in rows
        if may_act_for(rights, promises) or may_act_for(rights, gives)
    ]


def companies_of(session: Session, provider_id: int, most: int) -> Sequence[tuple[int, str]]:
    """Companies that this provider has named last, each with an application that names it."""
    last = func.max(Placement.changed_at)
    rows = session.execute(
        select(func.max(Placement.application_id), Placement.company)
        .join(Application, Placement.application_id == Application.id)
        .join(CourseClass, Application.class_id == CourseClass.id)
        .join(PlacementPromise, PlacementPromise.programme_id == CourseClass.programme_id)
        .where(PlacementPromise.provider_id == provider_id, Placement.company.is_not(None))
        .group_by(Placement.company)
        .order_by(last.desc(), Placement.company)
        .limit(most)
    )
    return [(id_, str(company)) for id_, company in rows]


def _terms(session: Session, class_id: int) -> tuple[PromiseLine, date | None]:
    """Raises NoPromise."""
    row = session.execute(
        select(CourseClass.programme_id, Wave.ends_on)
        .join(Wave, CourseClass.wave_id == Wave.id)
        .where(CourseClass.id == class_id)
    ).first()
    promise = None if row is None else promise_for(session, row.programme_id)
    if row is None or promise is None:
        raise NoPromise
    return promise, row.ends_on


def _view(
    trainee: Trainee, promise: PromiseLine, ends_on: date | None, row: Placement | None
) -> PlacementView:
    days = promise.within_days
    due_on = None if ends_on is None or days is None else ends_on + timedelta(days=days)
    if row is None:
        return PlacementView(trainee, promise, PlacementState.PROMISED, due_on=due_on)
    return PlacementView(
        trainee,
        promise,
        PlacementState(row.state),
        row.company,
        row.since,
        row.wage,
        row.reason,
        row.changed_at,
        row.change_id,
        row.answer,
        row.answered_at,
        due_on,
    )


def _promises() -> Select[*tuple[Any, ...]]:
    return (
        select(
            PlacementPromise.provider_id,
            Provider.name,
            PlacementPromise.text,
            PlacementPromise.within_days,
            Source.outlet,
            Source.published_on,
        )
        .join(Provider, PlacementPromise.provider_id == Provider.id)
        .join(Source, PlacementPromise.source_id == Source.id)
    )
