"""Waves with their stages and classes into their tables, and the state a wave is in."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from catalog.load.desk import Desk
from catalog.load.hands import DATES, SPAN, keeps, said, takes, wave_facts
from catalog.load.meetings import put_meetings
from catalog.schema import ClassEntry, WaveEntry
from catalog.stages import note_move
from catalog.timeline import CATALOGUE, record_state
from catalog.waves import furthest, state_by_dates
from storage.models import CourseClass, Programme, Wave, WaveStage

_ELSEWHERE = {"slug", "provider", "source", "state", "stages", "classes"}


def put_wave(desk: Desk, entry: WaveEntry) -> None:
    row = desk.shelf(Wave).get(entry.slug)
    before = None if row is None else row.state
    facts = entry.model_dump(exclude=_ELSEWHERE)
    facts["provider_id"] = desk.id_of("providers", entry.provider)
    facts["source_id"] = desk.id_of("sources", entry.source)
    facts |= _first_facts(entry, desk.now) if row is None else wave_facts(desk, row, entry)
    wave = desk.put_slugged("waves", Wave, entry.slug, facts)
    wave_id = desk.written(wave)
    if before is not None:
        record_state(desk.session, wave, before, actor=CATALOGUE, now=desk.now)
    _put_stages(desk, wave_id, entry)
    _put_classes(desk, wave_id, entry)


def _first_facts(entry: WaveEntry, now: datetime) -> dict[str, Any]:
    """What the file says or its dates imply, whichever is further."""
    state = furthest(entry.state or "planned", state_by_dates(entry, now))
    words = {name: getattr(entry, name) for name in (*DATES, "state")}
    return {"state": state, "loaded": said(words) | {"put": state}}


def _put_stages(desk: Desk, wave_id: int, entry: WaveEntry) -> None:
    """A stage belongs to its wave alone: one that the file no longer has is removed, but for those
    that staff have added.
    """
    there = select(WaveStage).where(WaveStage.wave_id == wave_id)
    rows = {stage.kind: stage for stage in desk.session.scalars(there)}
    for n, stage in enumerate(entry.stages):
        span = {name: getattr(stage, name) for name in SPAN}
        facts: dict[str, Any] = {
            "by_hand": False,
            "source_id": desk.id_of("sources", stage.source or entry.source),
        }
        row = rows.pop(stage.kind, None)
        if row is None:
            facts |= span | {"loaded": said(span)}
        elif takes(desk, entry.slug, ("stages", n), row, span):
            note_move(row, **span, now=desk.now)
            facts |= span
        desk.put("stages", WaveStage, row, {"wave_id": wave_id, "kind": stage.kind}, facts)
    for stage_row in rows.values():
        if keeps(desk, entry.slug, stage_row):
            continue
        desk.session.delete(stage_row)
        desk.report.removed["stages"] += 1


def _put_classes(desk: Desk, wave_id: int, entry: WaveEntry) -> None:
    there = (
        select(CourseClass, Programme.slug)
        .join(CourseClass.programme)
        .where(CourseClass.wave_id == wave_id)
    )
    rows = {slug: row for row, slug in desk.session.execute(there)}
    for n, written in enumerate(entry.classes):
        key = {"wave_id": wave_id, "programme_id": desk.id_of("programmes", written.programme)}
        facts = _class_facts(desk, written, entry)
        row = desk.put("classes", CourseClass, rows.pop(written.programme, None), key, facts)
        if written.meetings:
            put_meetings(desk, desk.written(row), written, (entry.slug, n))
    desk.report.left += [f"{entry.slug}/{slug}" for slug in rows]


def _class_facts(desk: Desk, written: ClassEntry, entry: WaveEntry) -> dict[str, Any]:
    return {
        "capacity": written.capacity,
        "capacity_inferred": written.capacity_inferred,
        "funder": written.funder,
        "place_id": desk.id_or_none("places", written.place),
        "source_id": desk.id_of("sources", written.source or entry.source),
    }
