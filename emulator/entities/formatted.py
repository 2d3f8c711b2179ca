"""From what was sent to what is shown: parsed, cleaned, trimmed, its entities in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from emulator.entities import found, html, markdown, spans
from emulator.entities.spans import Entity
from emulator.errors import ApiError, bad_request

PARSERS = {"html": html.parse, "markdownv2": markdown.parse}
# Spaces of all kinds become one kind; carriage returns, direction marks and lines that
# cross other letters are dropped.
TO_SPACE = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f]")
DROPPED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")


@dataclass(frozen=True)
class Formatted:
    """A text and its entities, with offsets in UTF-16 code units."""

    text: str
    entities: list[Entity]

    def fields(self, text_key: str = "text") -> dict[str, Any]:
        """The fields of a Message: text and entities, or caption and caption_entities."""
        key = "entities" if text_key == "text" else f"{text_key}_entities"
        told: dict[str, Any] = {text_key: self.text} if self.text else {}
        return {**told, key: self.entities} if self.entities else told


def format_text(
    source: str, parse_mode: str | None = None, entities: list[Entity] | None = None
) -> Formatted:
    """The text as Telegram would show it; empty when nothing but space is left of it.

    Raises ApiError 400 for markup or entities that Telegram refuses. What is given out is shared:
    nobody may change it.
    """
    return _formatted(source, parse_mode, entities) if entities else _same(source, parse_mode)


@lru_cache(maxsize=256)
def _same(source: str, parse_mode: str | None) -> Formatted:
    """What many are told in the same words is read once."""
    return _formatted(source, parse_mode, [])


def _formatted(source: str, parse_mode: str | None, entities: list[Entity]) -> Formatted:
    mode = (parse_mode or "").lower()
    if mode and mode != "none":
        if mode == "markdown":
            raise ApiError(501, "parse_mode Markdown is not implemented by this emulator")
        parser = PARSERS.get(mode)
        if parser is None:
            raise bad_request("unsupported parse_mode")
        text, explicit = parser(source)
    else:
        text, explicit = source, _checked(source, entities)
    text, explicit = _cleaned(text, explicit)
    text, explicit = _trimmed(text, spans.fixed(explicit) if explicit else explicit)
    return Formatted(text, spans.with_found(explicit, found.find(text)))


def _checked(text: str, entities: list[Entity]) -> list[Entity]:
    """Explicit entities that lie within the text. Raises ApiError 400 for any that do not."""
    length = spans.utf16_length(text)
    for entity in entities:
        offset, stop = entity["offset"], spans.end(entity)
        if offset < 0 or entity["length"] < 0:
            wrong = "offset" if offset < 0 else "length"
            raise bad_request(f"receive an entity with incorrect {wrong} {entity[wrong]}")
        if offset >= length and entity["length"]:
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {offset}")
        if stop > length:
            raise bad_request(
                f"entity beginning at UTF-16 offset {offset} "
                f"ends after the end of the text at UTF-16 offset {stop}"
            )
    _check_borders(text, entities)
    given = [entity for entity in entities if entity["length"]]
    return [dict(entity) for entity in given if entity["type"] not in FOUND_TYPES]


FOUND_TYPES = {kind for kind, _ in found.PATTERNS}


def _check_borders(text: str, entities: list[Entity]) -> None:
    """No entity may begin or end inside a surrogate pair."""
    if not entities or text.isascii():
        return
    middles: dict[int, int] = {}
    units = position = 0
    for character in text:
        if character > "\uffff":
            middles[units + 1] = position + 4
        units += 2 if character > "\uffff" else 1
        position += len(character.encode("utf-8", "surrogatepass"))
    for entity in entities:
        if (at := middles.get(entity["offset"])) is not None:
            raise bad_request(f"entity begins in a middle of a UTF-16 symbol at byte offset {at}")
        if (at := middles.get(spans.end(entity))) is not None:
            raise bad_request(
                f"entity beginning at UTF-16 offset {entity['offset']} "
                f"ends in a middle of a UTF-16 symbol at byte offset {at}"
            )


def _cleaned(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    text = TO_SPACE.sub(" ", text)
    dropped = [match.start() for match in DROPPED.finditer(text)]
    if not dropped:
        return text, entities
    places = [spans.utf16_length(text[:position]) for position in dropped]
    moved = [_moved(entity, places) for entity in entities]
    return DROPPED.sub("", text), [entity for entity in moved if entity["length"]]


def _moved(entity: Entity, places: list[int]) -> Entity:
    before = sum(1 for place in places if place < entity["offset"])
    inside = sum(1 for place in places if entity["offset"] <= place < spans.end(entity))
    offset, length = entity["offset"] - before, entity["length"] - inside
    return {**entity, "offset": offset, "length": length}


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without trailing space, and without leading space up to the first entity."""
    text = text.rstrip(" \n")
    length = spans.utf16_length(text)
    kept = [entity for entity in entities if entity["offset"] < length]
    cut = [{**e, "length": min(e["length"], length - e["offset"])} for e in kept]
    first = cut[0]["offset"] if cut else length
    lead = min(first, len(text) - len(text.lstrip(" \n")))
    return text[lead:], [{**entity, "offset": entity["offset"] - lead} for entity in cut]
