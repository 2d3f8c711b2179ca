"""Entities among themselves: order, nesting, splitting and merging.

Telegram keeps links, mentions, code and the like whole and apart from each other and lets
quotations contain them. Bold, italic and their kin nest in each other and around links; they
are cut at the borders of what crosses them, and nothing else is styled inside code.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Entity = dict[str, Any]

SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
QUOTES = ("blockquote", "expandable_blockquote")
CODE = ("pre", "code")
PRIORITY = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 11,
    "code": 20,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}
FOUND_PRIORITY = 50


def utf16_length(text: str) -> int:
    return len(text) + sum(1 for character in text if character > "\uffff")


def end(entity: Entity) -> int:
    return int(entity["offset"] + entity["length"])


def in_order(entities: Iterable[Entity]) -> list[Entity]:
    """By offset, the longer first, then by type: the order Telegram sends them in."""
    return sorted(entities, key=_order)


def fixed(entities: list[Entity]) -> list[Entity]:
    """The entities without overlaps that Telegram does not allow."""
    apart = _without_overlaps(_others(entities))
    return _joined(entities, apart)


def with_found(entities: list[Entity], found: list[Entity]) -> list[Entity]:
    """Add entities found in the text itself where nothing explicit stands in their way."""
    if not found:
        return entities
    quotes = [entity for entity in entities if entity["type"] in QUOTES]
    explicit = _others(entities)
    free = [new for new in found if not any(_overlap(new, old) for old in explicit)]
    return _joined(entities, in_order(explicit + _fitting(free, quotes)))


def _joined(entities: list[Entity], apart: list[Entity]) -> list[Entity]:
    quotes = _without_overlaps([entity for entity in entities if entity["type"] in QUOTES])
    others = in_order(_fitting(apart, quotes) + quotes)
    styles = in_order(entity for entity in entities if entity["type"] in SPLITTABLE)
    return in_order(others + _split(styles, others)) if styles else others


def _order(entity: Entity) -> tuple[int, int, int]:
    priority = PRIORITY.get(entity["type"], FOUND_PRIORITY)
    return entity["offset"], -entity["length"], priority


def _others(entities: list[Entity]) -> list[Entity]:
    return [entity for entity in entities if entity["type"] not in SPLITTABLE + QUOTES]


def _overlap(one: Entity, other: Entity) -> bool:
    return bool(one["offset"] < end(other) and other["offset"] < end(one))


def _without_overlaps(entities: list[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in in_order(entities):
        if not kept or entity["offset"] >= end(kept[-1]):
            kept.append(entity)
    return kept


def _fitting(entities: list[Entity], quotes: list[Entity]) -> list[Entity]:
    """Those that lie wholly inside or wholly outside of every quotation."""
    return [entity for entity in entities if all(_fits(entity, quote) for quote in quotes)]


def _fits(entity: Entity, quote: Entity) -> bool:
    inside = entity["offset"] >= quote["offset"] and end(entity) <= end(quote)
    return inside or not _overlap(entity, quote)


def _split(styles: list[Entity], others: list[Entity]) -> list[Entity]:
    """The styles cut where something crosses their borders or code lies in them; none in code."""
    runs = _runs(styles)
    spans = [(o["offset"], end(o), o["type"] in CODE) for o in others]
    pieces: list[Entity] = []
    for kind, begin, finish in runs:
        around = spans + [(start, stop, False) for other, start, stop in runs if other != kind]
        cuts = _cuts(begin, finish, around)
        for start, stop in zip([begin, *cuts], [*cuts, finish], strict=True):
            pieces.append({"type": kind, "offset": start, "length": stop - start})
    code = [entity for entity in others if entity["type"] in CODE]
    return [piece for piece in pieces if not any(_overlap(piece, block) for block in code)]


def _cuts(begin: int, finish: int, around: list[tuple[int, int, bool]]) -> list[int]:
    """The places inside (begin, finish) at which something that crosses it begins or ends."""
    cuts: set[int] = set()
    for start, stop, is_code in around:
        nested = (begin <= start and stop <= finish) or (start <= begin and finish <= stop)
        if is_code or not nested:
            cuts.update(cut for cut in (start, stop) if begin < cut < finish)
    return sorted(cuts)


def _runs(styles: list[Entity]) -> list[tuple[str, int, int]]:
    """(type, begin, end) of each style, those that touch or overlap of one type run together."""
    runs: dict[str, list[list[int]]] = {}
    for entity in styles:
        of_type = runs.setdefault(entity["type"], [])
        if of_type and entity["offset"] <= of_type[-1][1]:
            of_type[-1][1] = max(of_type[-1][1], end(entity))
        else:
            of_type.append([entity["offset"], end(entity)])
    return [(kind, begin, finish) for kind, spans in runs.items() for begin, finish in spans]
