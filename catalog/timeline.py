"""A wave's timeline: its stages in order with their times, and the record of what it went through.

Registration and training are told by the wave's own dates and state, the others by its stages.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import cast

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from storage.models import StageMove, Wave, WaveStage
from storage.upserts import insert_into
from texts.moments import WIB

KINDS = (
    *("registration", "papers", "test", "interview", "results"),
    *("reregistration", "training", "certificates"),
)
"""In the order in which a wave goes through those that it has."""
EXAMS = ("test", "interview")
MOVES = cast(Table, StageMove.__table__)
CLOCK, CATALOGUE = "jawara", "catalogue"
"""Who moved it where nobody of staff did."""
REASON_LENGTH = 200
_STATES = ("planned", "open", "closed", "running", "finished")
_PASSED = {
    "open": ("registration", "began"),
    "closed": ("registration", "ended"),
    "running": ("training", "began"),
    "finished": ("training", "ended"),
}
"""What a wave has gone through when it comes into a state."""


@dataclass(frozen=True, slots=True)
class Leg:
    """A stage of a wave as it is planned."""

    kind: str
    starts_at: datetime | None
    """None: nobody has told it."""
    ends_at: datetime | None
    until: datetime | None
    """Its end; where none is told, the beginning of the next."""
    revision: int = 0
    by_hand: bool = False


def legs_of(wave: Wave) -> list[Leg]:
    """In order. Every wave has a registration and a training, with or without dates."""
    stages = {stage.kind: stage for stage in wave.stages}
    legs = [_leg(wave, kind, stages.get(kind)) for kind in KINDS]
    there = [leg for leg in legs if leg is not None]
    followers = [leg.starts_at for leg in there[1:]]
    return [
        replace(leg, until=leg.ends_at or follower)
        for leg, follower in zip(there, [*followers, None], strict=True)
    ]


def record_move(
    session: Session,
    wave_id: int,
    kind: str,
    move: str,
    *,
    turn: int,
    planned_at: datetime | None,
    actor: str = CLOCK,
    why: str | None = None,
    now: datetime,
) -> bool:
    """Write down that it is made now; False: it was made already, and is not to be made again."""
    statement = insert_into(session, MOVES).values(
        wave_id=wave_id,
        kind=kind,
        move=move,
        turn=turn,
        planned_at=planned_at,
        at=now,
        actor=actor,
        reason=why[:REASON_LENGTH] if why else None,
    )
    made = statement.on_conflict_do_nothing().returning(MOVES.c.id)
    session.flush()
    return session.execute(made).first() is not None


def record_again(
    session: Session,
    wave_id: int,
    kind: str,
    move: str,
    *,
    planned_at: datetime | None = None,
    actor: str = CLOCK,
    why: str | None = None,
    now: datetime,
) -> None:
    """The same for what may happen any number of times, under the lock of its wave or stage."""
    session.flush()
    earlier = select(func.count()).where(
        MOVES.c.wave_id == wave_id, MOVES.c.kind == kind, MOVES.c.move == move
    )
    turn = session.scalar(earlier) or 0
    record_move(
        session, wave_id, kind, move,
        turn=turn, planned_at=planned_at, actor=actor, why=why, now=now,
    )  # fmt: skip


def record_state(
    session: Session,
    wave: Wave,
    before: str,
    *,
    actor: str = CLOCK,
    why: str | None = None,
    now: datetime,
) -> None:
    """What a wave went through from one state to the one it is in now, in order.

    Where it goes back, only a registration that is open once more is a stage that begins.
    """
    first, last = _STATES.index(before), _STATES.index(wave.state)
    passed: Sequence[str] = _STATES[first + 1 : last + 1]
    if first > last and wave.state == "open":
        passed = ("open",)
    for state in passed:
        kind, move = _PASSED[state]
        record_again(
            session, wave.id, kind, move,
            planned_at=_planned(wave, state), actor=actor, why=why, now=now,
        )  # fmt: skip


def history_of(session: Session, wave_id: int) -> Sequence[StageMove]:
    """All that is on record of a wave, in order."""
    rows = select(StageMove).where(StageMove.wave_id == wave_id)
    return session.scalars(rows.order_by(StageMove.at, StageMove.id)).all()


def _leg(wave: Wave, kind: str, stage: WaveStage | None) -> Leg | None:
    starts_at = None if stage is None else stage.starts_at
    ends_at = None if stage is None else stage.ends_at
    if kind == "registration":
        starts_at = wave.registration_opens_at or starts_at
        ends_at = wave.registration_closes_at or ends_at
    elif kind == "training":
        starts_at = starts_at or _planned(wave, "running")
        ends_at = ends_at or _planned(wave, "finished")
    elif stage is None:
        return None
    revision, by_hand = (0, False) if stage is None else (stage.revision, stage.by_hand)
    return Leg(kind, starts_at, ends_at, None, revision, by_hand)


def _planned(wave: Wave, state: str) -> datetime | None:
    """When its dates put it into a state; days are days in WIB, as for `state_by_dates`."""
    if state == "open":
        return wave.registration_opens_at
    if state == "closed":
        return wave.registration_closes_at
    day = wave.starts_on if state == "running" else wave.ends_on
    if day is None:
        return None
    over = timedelta(days=state == "finished")
    return (datetime.combine(day, time(), WIB) + over).astimezone(UTC)
