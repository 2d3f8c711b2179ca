"""Waves with their stages and classes into their tables, and the state a wave is in."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from catalog.load.desk import Desk
from catalog.load.meetings import put_meetings
from catalog.schema import ClassEntry, WaveEntry
from catalog.stages import note_move
from catalog.waves import furthest, state_by_dates
from storage.models import CourseClass, Programme, Wave, WaveStage

DATES = ("registration_opens_at", "registration_closes_at", "starts_on", "ends_on")
_ELSEWHERE = {"slug", "provider", "source", "state", "stages", "classes"}


def put_wave(desk: Desk, entry: WaveEntry) -> None:
    row = desk.shelf(Wave).get(entry.slug)
    facts = entry.model_dump(exclude=_ELSEWHERE)
    facts["provider_id"] = desk.id_of("providers", entry.provider)
    facts["source_id"] = desk.id_of("sources", entry.source)
    facts["state"] = _state(row, entry, desk.now)
    wave_id = desk.written(desk.put_slugged("waves", Wave, entry.slug, facts))
    _put_stages(desk, wave_id, entry)
    _put_classes(desk, wave_id, entry)


def _state(row: Wave | None, entry: WaveEntry, now: datetime) -> str:
    """What the file says or its dates imply, whichever is further.

    A file without `state` and with the dates that are known already leaves a wave where staff have
    moved it by hand; new dates decide anew.
    """
    by_dates = state_by_dates(entry, now)
    if entry.state:
        return furthest(entry.state, by_dates)
    if row is None or any(getattr(row, name) != getattr(entry, name) for name in DATES):
        return by_dates
    return furthest(row.state, by_dates)


def _put_stages(desk: Desk, wave_id: int, entry: WaveEntry) -> None:
    """A stage belongs to its wave alone: one that the file no longer has is removed."""
    there = select(WaveStage).where(WaveStage.wave_id == wave_id)
    rows = {stage.kind: stage for stage in desk.session.scalars(there)}
    for stage in entry.stages:
        facts = {
            "starts_at": stage.starts_at,
            "ends_at": stage.ends_at,
            "source_id": desk.id_of("sources", stage.source or entry.source),
        }
        key = {"wave_id": wave_id, "kind": stage.kind}
        row = rows.pop(stage.kind, None)
        if row is not None:
            note_move(row, starts_at=stage.starts_at, ends_at=stage.ends_at, now=desk.now)
        desk.put("stages", WaveStage, row, key, facts)
    for stage_row in rows.values():
        desk.session.delete(stage_row)
        desk.report.removed["stages"] += 1


def _put_classes(desk: Desk, wave_id: int, entry: WaveEntry) -> None:
    there = (
        select(CourseClass, Programme.slug)
        .join(CourseClass.programme)
        .where(CourseClass.wave_id == wave_id)
    )
    rows = {slug: row for row, slug in desk.session.execute(there)}
    for written in entry.classes:
        key = {"wave_id": wave_id, "programme_id": desk.id_of("programmes", written.programme)}
        facts = _class_facts(desk, written, entry)
        row = desk.put("classes", CourseClass, rows.pop(written.programme, None), key, facts)
        if written.meetings:
            put_meetings(desk, desk.written(row), written, f"{entry.slug}/{written.programme}")
    desk.report.left += [f"{entry.slug}/{slug}" for slug in rows]


def _class_facts(desk: Desk, written: ClassEntry, entry: WaveEntry) -> dict[str, Any]:
    return {
        "capacity": written.capacity,
        "capacity_inferred": written.capacity_inferred,
        "funder": written.funder,
        "place_id": desk.id_or_none("places", written.place),
        "source_id": desk.id_of("sources", written.source or entry.source),
    }
