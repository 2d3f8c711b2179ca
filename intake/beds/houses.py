"""Dormitories as they stand for a wave: how many beds there are, and until when what holds.

A dormitory is its provider's, and waves may be in it at the same time: what another wave's trainees
sleep in meanwhile is not there for this one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, aliased

from catalog.errors import NoSuchWave
from storage.models import Bed, Dormitory, Wave, WaveStage
from texts.moments import WIB


class BedState(StrEnum):
    ASKED = "asked"
    """Wants one; they are given out at a moment told to everybody."""
    GRANTED = "granted"
    RESERVE = "reserve"
    NOT_NEEDED = "not_needed"
    GONE = "gone"
    """With the seat."""


@dataclass(frozen=True, slots=True)
class House:
    """A dormitory as it stands for one wave."""

    wave_id: int
    provider_id: int
    sides: Mapping[str, int]
    """How many beds there are in each part of it; empty: nobody has told."""
    far_first: bool
    given_at: datetime | None
    """From when on beds are given out, in the order told; None: to each who asks."""
    starts_at: datetime | None
    """When the training begins; from then on nobody can ask for one."""
    state: str
    """Of the wave."""

    def takes_wishes(self, now: datetime) -> bool:
        begun = self.state in ("running", "finished")
        return not begun and (self.starts_at is None or now < self.starts_at)

    def gives(self, now: datetime) -> bool:
        """Whether beds are being given out by now."""
        due = self.given_at is None or self.given_at <= now
        return bool(self.sides) and due and self.state != "finished"

    def side_of(self, sex: str) -> str:
        if "all" in self.sides:
            return "all"
        return "women" if sex == "f" else "men"


def house_of(session: Session, wave_id: int) -> House | None:
    """None where the wave's provider has no dormitory. Raises NoSuchWave."""
    row = session.execute(_house().where(Wave.id == wave_id)).first()
    if row is None:
        raise NoSuchWave(wave_id)
    if row.of_provider is None:
        return None
    starts_at = row.training_at
    if starts_at is None and row.starts_on is not None:
        starts_at = datetime.combine(row.starts_on, time(), WIB)
    return House(
        wave_id=wave_id,
        provider_id=row.provider_id,
        sides=_sides(row),
        far_first=row.beds_order == "far",
        given_at=row.confirmed_until,
        starts_at=starts_at,
        state=row.state,
    )


def available(session: Session, house: House, side: str) -> int:
    """How many beds of this part there are for the wave, those that are granted among them."""
    return max(0, house.sides.get(side, 0) - _taken_elsewhere(session, house, side))


def overfull_beds(session: Session) -> list[tuple[int, str, int, int]]:
    """(provider id, part, beds, holders) of each dormitory in which more sleep in one wave than it
    has beds by now: somebody has lowered the number under them.
    """
    rows = session.execute(
        select(Wave.id, Bed.side, func.count(Bed.application_id))
        .join(Wave, Bed.wave_id == Wave.id)
        .where(Bed.application_id.is_not(None), Wave.state != "finished")
        .group_by(Wave.id, Bed.side)
        .order_by(Wave.id, Bed.side)
    ).all()
    found = []
    for wave_id, side, holders in rows:
        house = house_of(session, wave_id)
        beds = 0 if house is None else house.sides.get(side, 0)
        if house is not None and holders > beds:
            found.append((house.provider_id, side, beds, holders))
    return found


def _taken_elsewhere(session: Session, house: House, side: str) -> int:
    """By trainees of the provider's other waves whose trainings may fall together with this one."""
    here, other = aliased(Wave), aliased(Wave)
    taken = (
        select(func.count())
        .join_from(Bed, other, Bed.wave_id == other.id)
        .join(here, here.id == house.wave_id)
        .where(
            other.provider_id == house.provider_id,
            other.id != house.wave_id,
            other.state != "finished",
            Bed.side == side,
            Bed.application_id.is_not(None),
            ~_before(other, here),
            ~_before(here, other),
        )
    )
    return session.scalar(taken) or 0


def _before(one: Any, other: Any) -> ColumnElement[bool]:
    """Known to be over before the other begins."""
    return func.coalesce(one.ends_on < other.starts_on, False)


def _sides(row: Any) -> dict[str, int]:
    if row.beds is not None:
        return {"all": row.beds}
    divided = {"women": row.women, "men": row.men}
    return {side: beds for side, beds in divided.items() if beds is not None}


def _house() -> Select[*tuple[Any, ...]]:
    stage = select(WaveStage.starts_at).where(WaveStage.wave_id == Wave.id)
    ends = select(WaveStage.ends_at).where(WaveStage.wave_id == Wave.id)
    return select(
        *(Wave.provider_id, Wave.starts_on, Wave.state, Wave.beds_order),
        *(Dormitory.provider_id.label("of_provider"), Dormitory.beds),
        *(Dormitory.women, Dormitory.men),
        stage.where(WaveStage.kind == "training").scalar_subquery().label("training_at"),
        ends.where(WaveStage.kind == "reregistration").scalar_subquery().label("confirmed_until"),
    ).outerjoin(Dormitory, Dormitory.provider_id == Wave.provider_id)
