"""Who has a bed in a dormitory, who waits for one and in which order. Read from the rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from intake.beds.houses import BedState, House, available, house_of
from storage.models import (
    Applicant,
    Application,
    Bed,
    BedRequest,
    CourseClass,
    Place,
    Programme,
    Provider,
    Ranking,
    RankingLine,
    Wave,
)
from storage.models.applications import HOLDERS

WAITING = (BedState.ASKED.value, BedState.RESERVE.value)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who wants a bed."""

    application_id: int
    account_id: int
    state: str
    side: str


@dataclass(frozen=True, slots=True)
class BedView:
    """What somebody with a seat has said, and what became of it. `state` None: not asked yet."""

    application_id: int
    state: BedState | None
    place: int | None
    """1 for whoever is next; None: they do not wait on the reserve."""
    given_at: datetime | None
    """When beds are given out, where that is still to come."""
    far_first: bool
    open: bool
    """Whether one may still ask for one."""
    known: bool
    """Whether anybody has told how many beds there are."""


@dataclass(frozen=True, slots=True)
class BedCount:
    beds: int
    granted: int
    waiting: int

    @property
    def free(self) -> int:
        return max(0, self.beds - self.granted)


@dataclass(frozen=True, slots=True)
class BedLine:
    """For staff: one who has said something about the dormitory. Names are opened by the caller."""

    application_id: int
    number: str
    state: BedState
    side: str
    name_sealed: bytes = field(repr=False)


def count_beds(session: Session, house: House) -> dict[str, BedCount]:
    """By part of the dormitory."""
    granted = {side: _granted(session, house.wave_id, side) for side in house.sides}
    line = waiting_line(session, house)
    return {
        side: BedCount(
            available(session, house, side),
            granted[side],
            sum(each.side == side for each in line),
        )
        for side in house.sides
    }


def waiting_line(session: Session, house: House) -> list[Waiting]:
    """In the order that is told to everybody: who lives in another regency or city, where the wave
    says so; then by rank; then, and on short courses, who applied first.
    """

    def place(row: Any) -> tuple[bool, bool, int, int]:
        near = row.region is None or row.domicile == row.region
        return (house.far_first and near, row.rank is None, row.rank or 0, row.id)

    waits = BedRequest.wave_id == house.wave_id, BedRequest.state.in_(WAITING)
    rows = session.execute(_people().where(*waits, Application.state.in_(HOLDERS))).all()
    return [
        Waiting(row.id, row.account_id, row.state, house.side_of(row.sex))
        for row in sorted(rows, key=place)
    ]


def bed_of(session: Session, application_id: int, now: datetime) -> BedView | None:
    """None where there is no dormitory, or they have no seat."""
    row = session.execute(
        select(Application.wave_id, Application.state).where(Application.id == application_id)
    ).first()
    house = None if row is None or row.state not in HOLDERS else house_of(session, row.wave_id)
    if house is None:
        return None
    said = session.scalar(
        select(BedRequest.state).where(BedRequest.application_id == application_id)
    )
    state = None if said is None else BedState(said)
    ahead = house.given_at if house.given_at and house.given_at > now else None
    place = _place(session, house, application_id) if state is BedState.RESERVE else None
    open_ = house.takes_wishes(now)
    return BedView(application_id, state, place, ahead, house.far_first, open_, bool(house.sides))


def bed_lines(session: Session, house: House) -> Sequence[BedLine]:
    """Those who have one, by number; then those who wait, in their order."""
    rows = session.execute(
        select(
            *(Application.id, Application.number, BedRequest.state),
            *(Applicant.sex, Applicant.name_sealed),
        )
        .join_from(BedRequest, Application, BedRequest.application_id == Application.id)
        .join(Applicant, Application.applicant_id == Applicant.id)
        .where(
            BedRequest.wave_id == house.wave_id,
            BedRequest.state.in_((*WAITING, BedState.GRANTED.value)),
        )
        .order_by(Application.number)
    ).all()
    order = {one.application_id: at for at, one in enumerate(waiting_line(session, house), 1)}
    lines = [
        BedLine(row.id, row.number, BedState(row.state), house.side_of(row.sex), row.name_sealed)
        for row in rows
    ]
    return sorted(lines, key=lambda line: order.get(line.application_id, 0))


def _place(session: Session, house: House, application_id: int) -> int | None:
    """Among those of the same part of the dormitory."""
    line = waiting_line(session, house)
    mine = next((one for one in line if one.application_id == application_id), None)
    if mine is None:
        return None
    beside = [one.application_id for one in line if one.side == mine.side]
    return beside.index(application_id) + 1


def _granted(session: Session, wave_id: int, side: str) -> int:
    taken = select(func.count()).where(
        Bed.wave_id == wave_id, Bed.side == side, Bed.application_id.is_not(None)
    )
    return session.scalar(taken) or 0


def _people() -> Select[*tuple[Any, ...]]:
    """With what their place in the line follows from; the place is where they will be taught."""
    rank = (
        select(RankingLine.rank)
        .join(Ranking, RankingLine.ranking_id == Ranking.id)
        .where(RankingLine.application_id == Application.id, Ranking.state == "announced")
        .limit(1)
        .scalar_subquery()
    )
    taught_at = func.coalesce(CourseClass.place_id, Programme.place_id, Provider.place_id)
    return (
        select(
            *(Application.id, Application.account_id, BedRequest.state),
            *(Applicant.sex, Applicant.domicile, Place.region, rank.label("rank")),
        )
        .join_from(BedRequest, Application, BedRequest.application_id == Application.id)
        .join(Applicant, Application.applicant_id == Applicant.id)
        .join(CourseClass, Application.class_id == CourseClass.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .join(Wave, Application.wave_id == Wave.id)
        .join(Provider, Wave.provider_id == Provider.id)
        .outerjoin(Place, Place.id == taught_at)
    )
