"""Waves: what state their dates put them in, and the moves that staff make by hand.

The states are passed through in one order. Dates only ever move a wave forward; what staff did by
hand is never undone by a tick.
"""

from collections.abc import Collection
from datetime import date, datetime
from typing import Protocol

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchWave, WaveCannotMove
from catalog.timeline import CLOCK, record_state
from storage.base import UtcDateTime
from storage.models import Wave
from texts.moments import WIB

# For statements that are built once: building one costs as much as running it.
AT_NOW = bindparam("now", type_=UtcDateTime)

STATES = ("planned", "open", "closed", "running", "finished")


class Dated(Protocol):
    """What the state of a wave follows from: a row, or an entry that is to become one."""

    @property
    def registration_opens_at(self) -> datetime | None: ...
    @property
    def registration_closes_at(self) -> datetime | None: ...
    @property
    def starts_on(self) -> date | None: ...
    @property
    def ends_on(self) -> date | None: ...


def state_by_dates(wave: Dated, now: datetime) -> str:
    """The state that the dates alone put a wave in; days are days in WIB."""
    today = now.astimezone(WIB).date()
    if wave.ends_on and today > wave.ends_on:
        return "finished"
    if wave.starts_on and today >= wave.starts_on:
        return "running"
    if wave.registration_closes_at and now >= wave.registration_closes_at:
        return "closed"
    if wave.registration_opens_at and now >= wave.registration_opens_at:
        return "open"
    return "planned"


def is_called(name: str) -> ColumnElement[bool]:
    """Of a query over waves: the one whose code this is, in any case, as staff read it everywhere;
    or its slug, by which the catalogue's files name it.
    """
    return or_(func.upper(Wave.code) == name.upper(), Wave.slug == name)


def furthest(one: str, other: str) -> str:
    """Of two states the one that comes later."""
    return max(one, other, key=STATES.index)


def registration_is_open(wave: Wave, now: datetime) -> bool:
    """Its state says so, and its dates do not say otherwise."""
    opens, closes = wave.registration_opens_at, wave.registration_closes_at
    return wave.state == "open" and (not opens or opens <= now) and (not closes or now < closes)


def takes_registrations(now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    """`registration_is_open`, for a query on `Wave`."""
    return and_(
        Wave.state == "open",
        or_(Wave.registration_opens_at.is_(None), Wave.registration_opens_at <= now),
        or_(Wave.registration_closes_at.is_(None), Wave.registration_closes_at > now),
    )


def advance_waves(session: Session, now: datetime) -> int:
    """Move each wave forward to the state its dates put it in; returns how many moved."""
    moved = 0
    waiting = select(Wave).where(Wave.state != "finished").with_for_update(skip_locked=True)
    for wave in session.scalars(waiting):
        before, state = wave.state, furthest(wave.state, state_by_dates(wave, now))
        if state != before:
            wave.state = state
            record_state(session, wave, before, now=now)
            moved += 1
    return moved


def open_wave(
    session: Session,
    wave_id: int,
    *,
    closes_at: datetime | None = None,
    actor: str = CLOCK,
    why: str | None = None,
    now: datetime,
) -> Wave:
    """Open registration now, for the first time or again; `closes_at` sets a new end.

    Raises NoSuchWave, or WaveCannotMove where the training has begun or the end is past.
    """
    wave = _take(session, wave_id, "open", allowed=("planned", "open", "closed"))
    ends = closes_at or wave.registration_closes_at
    if state_by_dates(wave, now) in ("running", "finished") or (ends and ends <= now):
        raise WaveCannotMove(wave.state, "open")
    wave.registration_closes_at = ends
    if wave.registration_opens_at and wave.registration_opens_at > now:
        wave.registration_opens_at = now
    return _put(session, wave, "open", actor, why, now)


def close_wave(
    session: Session, wave_id: int, *, actor: str = CLOCK, why: str | None = None, now: datetime
) -> Wave:
    """Close registration now. Raises NoSuchWave, or WaveCannotMove from any state but open."""
    wave = _take(session, wave_id, "closed", allowed=("open", "closed"))
    if wave.registration_closes_at is None or wave.registration_closes_at > now:
        wave.registration_closes_at = now
    return _put(session, wave, "closed", actor, why, now)


def start_wave(
    session: Session, wave_id: int, *, actor: str = CLOCK, why: str | None = None, now: datetime
) -> Wave:
    """The training has begun. Raises NoSuchWave, or WaveCannotMove once it is finished."""
    wave = _take(session, wave_id, "running", allowed=STATES[:4])
    return _put(session, wave, "running", actor, why, now)


def finish_wave(
    session: Session, wave_id: int, *, actor: str = CLOCK, why: str | None = None, now: datetime
) -> Wave:
    """The training is over. Raises NoSuchWave."""
    wave = _take(session, wave_id, "finished", allowed=STATES)
    return _put(session, wave, "finished", actor, why, now)


def _put(
    session: Session, wave: Wave, state: str, actor: str, why: str | None, now: datetime
) -> Wave:
    before, wave.state = wave.state, state
    record_state(session, wave, before, actor=actor, why=why, now=now)
    return wave


def _take(session: Session, wave_id: int, wanted: str, *, allowed: Collection[str]) -> Wave:
    wave = session.scalar(select(Wave).where(Wave.id == wave_id).with_for_update())
    if wave is None:
        raise NoSuchWave(wave_id)
    if wave.state not in allowed:
        raise WaveCannotMove(wave.state, wanted)
    return wave
