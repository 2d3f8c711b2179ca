"""Stages of a wave: test, interview, daftar ulang and the others, and what moves them.

A move that people must hear of raises the stage's `revision`, as with meetings.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchStage
from storage.models import WaveStage

DEADLINES = ("reregistration",)
"""Stages whose end concerns people: it is the last day for something."""


def move_stage(
    session: Session, wave_id: int, kind: str, *, starts_at: datetime, now: datetime
) -> WaveStage:
    """Give a stage another time, as long as before. Raises NoSuchStage."""
    chosen = select(WaveStage).where(WaveStage.wave_id == wave_id, WaveStage.kind == kind)
    stage = session.scalar(chosen.with_for_update())
    if stage is None:
        raise NoSuchStage(kind)
    ends_at = stage.ends_at and stage.ends_at + (starts_at - stage.starts_at)
    note_move(stage, starts_at=starts_at, ends_at=ends_at, now=now)
    stage.starts_at, stage.ends_at = starts_at, ends_at
    return stage


def note_move(
    stage: WaveStage, *, starts_at: datetime, ends_at: datetime | None, now: datetime
) -> None:
    """To be told before the times are changed; nothing where people need not hear of it."""
    if stage.starts_at == starts_at and (stage.kind not in DEADLINES or stage.ends_at == ends_at):
        return
    stage.revision += 1
    stage.moved_from = stage.starts_at
    stage.changed_at = now
