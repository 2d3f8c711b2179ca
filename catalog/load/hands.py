"""The file's word and staff's hand: a load changes only what the file itself has changed.

Each wave, stage and meeting keeps what the file said of it when it was last loaded. Where the file
says the same again, what staff have done since holds. Where both have changed it, and differently,
nothing is loaded, since people have been told what holds now.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from catalog.errors import Collision
from catalog.load.desk import Desk
from catalog.schema import WaveEntry
from catalog.waves import STATES, furthest, state_by_dates
from storage.models import Meeting, Place, Wave, WaveStage

Said = dict[str, Any]
"""Values as JSON holds them, moments to the minute: what was done by hand can be written down."""
Within = tuple[str | int, ...]
"""The way from a wave's entry to a value in it."""

SPAN = ("starts_at", "ends_at")
DATES = ("registration_opens_at", "registration_closes_at", "starts_on", "ends_on")


def said(values: Mapping[str, Any]) -> Said:
    return {name: _said(value) for name, value in values.items()}


def takes(
    desk: Desk, wave: str, within: Within, row: WaveStage | Meeting, facts: Mapping[str, Any]
) -> bool:
    """Whether the file's word on a stage or a meeting is new. All of it is one thing: what was
    cancelled by hand is not held by giving it another time.
    """
    holds, file = {name: getattr(row, name) for name in facts}, said(facts)
    base = _last_said(row, holds)
    news = file not in (base, said(holds))
    if news and said(holds) != base:
        differing = {name: holds[name] for name in file if file[name] != _said(holds[name])}
        desk.collisions.append(Collision(wave, within, _as_written(desk, differing)))
        return False
    row.loaded = file
    return news


def keeps(desk: Desk, wave: str, stage: WaveStage) -> bool:
    """Whether a stage stays that the file does not have: staff's own, or moved by them."""
    if stage.by_hand:
        return True
    holds = {name: getattr(stage, name) for name in SPAN}
    if said(holds) == _last_said(stage, holds):
        return False
    desk.collisions.append(Collision(wave, ("stages",), {"kind": stage.kind} | holds))
    return True


def wave_facts(desk: Desk, row: Wave, entry: WaveEntry) -> dict[str, Any]:
    """Dates and state of a wave that is there: each date for itself. The state is decided anew only
    where the file writes another, or by its new dates it is another.
    """
    file = said({name: getattr(entry, name) for name in (*DATES, "state")})
    base = row.loaded or said({name: getattr(row, name) for name in DATES}) | {"state": None}
    dates = {name: getattr(row, name) for name in DATES}
    holds = said(dates)
    for name in DATES:
        if file[name] in (base[name], holds[name]):
            continue
        if holds[name] != base[name]:
            desk.collisions.append(Collision(entry.slug, (), {name: dates[name]}))
        dates[name] = getattr(entry, name)
    by_dates = state_by_dates(entry.model_copy(update=dates), desk.now)
    put = base.get("put", row.state)
    if file["state"] == base["state"] and by_dates == state_by_dates(row, desk.now):
        row.loaded = file | {"put": put}
        return dates | {"state": furthest(row.state, by_dates)}
    state = furthest(entry.state or "planned", by_dates)
    if state != row.state and _moved_by_hand(row, put, desk.now):
        desk.collisions.append(Collision(entry.slug, (), {"state": row.state}))
    row.loaded = file | {"put": state}
    return dates | {"state": state}


def _as_written(desk: Desk, holds: Said) -> Said:
    """A place by its slug."""
    if "place_id" not in holds:
        return holds
    slugs = {place.id: slug for slug, place in desk.shelf(Place).items()}
    place = slugs.get(holds["place_id"])
    return {name: fact for name, fact in holds.items() if name != "place_id"} | {"place": place}


def _moved_by_hand(row: Wave, put: str, now: datetime) -> bool:
    """Whether neither a load nor the clock can have put it into its state."""
    place = STATES.index
    latest = furthest(put, state_by_dates(row, now))
    return not place(put) <= place(row.state) <= place(latest)


def _last_said(row: WaveStage | Meeting, holds: Mapping[str, Any]) -> Said:
    """No file has said anything of a stage that staff have added.

    What was there before any of this was kept counts as said by the file.
    """
    if isinstance(row, WaveStage) and row.by_hand:
        return {}
    return row.loaded or said(holds)


def _said(value: Any) -> Any:
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date) else value
