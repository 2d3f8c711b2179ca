"""Stages of a wave: test, interview, daftar ulang and the others; added, moved and dropped.

A move that people must hear of raises the stage's `revision`, as with meetings.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import (
    NoSuchStage,
    NoSuchWave,
    OfTheCatalogue,
    StageEndsTooEarly,
    StageOutOfPlace,
    StageThere,
    UnknownStage,
)
from catalog.timeline import CLOCK, KINDS, Leg, legs_of, record_again
from storage.models import Wave, WaveStage

DEADLINES = ("reregistration",)
"""Stages whose end concerns people: it is the last day for something."""
OF_THE_WAVE = ("registration", "training")
"""Told by the wave's own dates, which are moved there."""


def add_stage(
    session: Session,
    wave_id: int,
    kind: str,
    *,
    starts_at: datetime,
    ends_at: datetime | None = None,
    actor: str,
    why: str | None = None,
    now: datetime,
) -> WaveStage:
    """A stage that the catalogue lacks; a later file without it leaves it alone.

    Raises NoSuchWave, UnknownStage, StageThere, StageEndsTooEarly, StageOutOfPlace.
    """
    if kind not in KINDS or kind in OF_THE_WAVE:
        raise UnknownStage(kind)
    wave = _hold_wave(session, wave_id)
    if any(stage.kind == kind for stage in wave.stages):
        raise StageThere(kind)
    if ends_at is not None and ends_at <= starts_at:
        raise StageEndsTooEarly
    check_place(legs_of(wave), kind, starts_at)
    stage = WaveStage(
        wave_id=wave_id,
        kind=kind,
        starts_at=starts_at,
        ends_at=ends_at,
        by_hand=True,
        source_id=wave.source_id,
    )
    session.add(stage)
    record_again(
        session, wave_id, kind, "added", planned_at=starts_at, actor=actor, why=why, now=now
    )
    session.expire(wave, ["stages"])
    return stage


def drop_stage(
    session: Session, wave_id: int, kind: str, *, actor: str, why: str, now: datetime
) -> None:
    """Take away one that staff have added. Raises NoSuchWave, NoSuchStage, OfTheCatalogue."""
    wave = _hold_wave(session, wave_id)
    stage = next((stage for stage in wave.stages if stage.kind == kind), None)
    if stage is None:
        raise NoSuchStage(kind)
    if not stage.by_hand:
        raise OfTheCatalogue(kind)
    record_again(
        session, wave_id, kind, "dropped", planned_at=stage.starts_at, actor=actor, why=why, now=now
    )
    wave.stages.remove(stage)
    session.flush()


def move_stage(
    session: Session,
    wave_id: int,
    kind: str,
    *,
    starts_at: datetime,
    actor: str = CLOCK,
    why: str | None = None,
    now: datetime,
) -> WaveStage:
    """Give a stage another time, as long as before.

    Among the others it may be out of order meanwhile: they are moved one by one.
    Raises UnknownStage for one of the wave's own dates, NoSuchStage, StageOutOfPlace.
    """
    if kind in OF_THE_WAVE:
        raise UnknownStage(kind)
    chosen = select(WaveStage).where(WaveStage.wave_id == wave_id, WaveStage.kind == kind)
    stage = session.scalar(chosen.with_for_update())
    if stage is None:
        raise NoSuchStage(kind)
    if stage.starts_at == starts_at:
        return stage
    check_crossing(session.get_one(Wave, wave_id), stage, starts_at)
    ends_at = stage.ends_at and stage.ends_at + (starts_at - stage.starts_at)
    note_move(stage, starts_at=starts_at, ends_at=ends_at, now=now)
    stage.starts_at, stage.ends_at = starts_at, ends_at
    record_again(
        session, wave_id, kind, "moved", planned_at=starts_at, actor=actor, why=why, now=now
    )
    return stage


def check_place(legs: Sequence[Leg], kind: str, starts_at: datetime) -> None:
    """Raises StageOutOfPlace where it would not stand in order among the others."""
    place = KINDS.index(kind)
    for other in legs:
        if other.starts_at is None:
            continue
        before = KINDS.index(other.kind) < place
        if other.starts_at > starts_at if before else other.starts_at < starts_at:
            raise StageOutOfPlace(other.kind, other.starts_at)


def check_crossing(wave: Wave, stage: WaveStage, starts_at: datetime) -> None:
    """Raises StageOutOfPlace where the move would take it over the training's beginning."""
    training = next(leg for leg in legs_of(wave) if leg.kind == "training").starts_at
    if training is None or KINDS.index(stage.kind) >= KINDS.index("training"):
        return
    if stage.starts_at < training <= starts_at:
        raise StageOutOfPlace("training", training)


def note_move(
    stage: WaveStage, *, starts_at: datetime, ends_at: datetime | None, now: datetime
) -> None:
    """To be told before the times are changed; nothing where people need not hear of it."""
    if stage.starts_at == starts_at and (stage.kind not in DEADLINES or stage.ends_at == ends_at):
        return
    stage.revision += 1
    stage.moved_from = stage.starts_at
    stage.changed_at = now


def _hold_wave(session: Session, wave_id: int) -> Wave:
    chosen = select(Wave).where(Wave.id == wave_id).with_for_update(key_share=True)
    wave = session.scalar(chosen.execution_options(populate_existing=True))
    if wave is None:
        raise NoSuchWave(wave_id)
    return wave
