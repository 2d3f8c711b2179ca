"""Pieces of text that several screens of broadcasts share."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from announcements.audiences import Audience
from announcements.broadcast_rows import BroadcastView
from announcements.counting import time_needed
from announcements.formatting import plain
from bot.broadcast_reading import Names
from bot.views.streams import in_language
from bot.views.vacancies import short
from people.regions import SHORT
from texts import Fact, Safe, Speaker
from texts.moments import moment

EVERYONE = "everyone"
NAMED = 3
"""So many values of a criterion are named, the others counted."""


def audience_words(t: Speaker, audience: Audience, names: Names) -> str:
    """Who gets it, on one line."""
    programmes = [names.programmes.get(slug, slug) for slug in audience.programmes]
    streams = [in_language(t, dict(names.streams.get(s, {"id": s}))) for s in audience.streams]
    regions = [SHORT.get(code, code) for code in audience.regions]
    parts: list[object] = [
        audience.waves and t.plain("broadcast-of-waves", waves=_listed(audience.waves)),
        _listed(programmes),
        _listed(streams),
        regions and t.plain("broadcast-living-in", regions=_listed(regions)),
        _listed([t.plain(f"broadcast-state-{state}") for state in audience.states]),
        _listed([t.plain(f"broadcast-language-{code}") for code in audience.languages]),
    ]
    if audience.seen_within_days is not None:
        parts.append(t.plain("broadcast-seen-within", days=audience.seen_within_days))
    told = [str(part) for part in parts if part]
    if audience.role != EVERYONE or not told:
        told.insert(0, t.plain(f"broadcast-role-{audience.role}"))
    return " · ".join(told)


def excerpt(t: Speaker, view: BroadcastView, longest: int = 80) -> str:
    """The beginning of its text, or that it has none."""
    words = short(plain(view.html), longest)
    if words:
        return words
    return t.plain(f"broadcast-{view.media_kind}" if view.media_kind else "broadcast-empty")


def lasts(t: Speaker, people: int, rate: float) -> Safe:
    """How long so many take at so many a second."""
    minutes = round(time_needed(people, rate).total_seconds() / 60)
    if minutes < 60:
        return t("broadcast-lasts-minutes", minutes=minutes)
    return t("broadcast-lasts-hours", hours=minutes // 60, minutes=minutes % 60)


def start_words(t: Speaker, start_at: datetime | None, zone: ZoneInfo) -> Fact:
    return "none" if start_at is None else Safe(moment(start_at, t, zone))


def _listed(values: Sequence[str]) -> str:
    named = ", ".join(values[:NAMED])
    return f"{named} +{len(values) - NAMED}" if len(values) > NAMED else named
