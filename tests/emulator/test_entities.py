"""Entities found in a text, given explicitly, or marked by MarkdownV2."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.entities import Formatted, format_text
from emulator.errors import ApiError
from tests.emulator.test_html import shown_or_refused

Entity = dict[str, Any]


def _found(text: str) -> list[tuple[str, str]]:
    """(type, covered text) of what is found; offsets are read back in UTF-16."""
    units = text.encode("utf-16-le")
    spans = [
        (e["type"], 2 * e["offset"], 2 * (e["offset"] + e["length"]))
        for e in format_text(text).entities
    ]
    return [(kind, units[start:stop].decode("utf-16-le")) for kind, start, stop in spans]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start", [("bot_command", "/start")]),
        ("/start@jawara_bot las", [("bot_command", "/start@jawara_bot")]),
        ("😀 /batal.", [("bot_command", "/batal")]),
        ("1/2 dan/atau //x </b>", []),
        ("tanya @siti_x!", [("mention", "@siti_x")]),
        ("a@b_c", []),
        ("siti@blk.go.id", [("email", "siti@blk.go.id")]),
        ("lihat https://x.id/a?b=1#c.", [("url", "https://x.id/a?b=1#c")]),
        ("(kemnaker.go.id)", [("url", "kemnaker.go.id")]),
        ("habis.Lalu berkas.pdf", []),
        ("tg://resolve?domain=x", [("url", "tg://resolve?domain=x")]),
        ("#las #2025 #las2025", [("hashtag", "#las"), ("hashtag", "#las2025")]),
        ("+62 812-3456-7890", [("phone_number", "+62 812-3456-7890")]),
        ("0812 3456 7890 Rp4.900.000", []),
    ],
)
def test_what_is_found_in_a_text(text: str, found: list[tuple[str, str]]) -> None:
    assert _found(text) == found


def _span(kind: str, offset: int, length: int, **more: Any) -> Entity:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("entities", "kept"),
    [
        ([_span("bold", 0, 3), _span("bold", 3, 2)], [_span("bold", 0, 5)]),
        (
            [_span("bold", 0, 4), _span("italic", 2, 4)],
            [
                _span("bold", 0, 2),
                _span("bold", 2, 2),
                _span("italic", 2, 2),
                _span("italic", 4, 2),
            ],
        ),
        ([_span("code", 0, 4), _span("code", 2, 4)], [_span("code", 0, 4)]),
        ([_span("bold", 1, 0)], []),
        ([_span("url", 0, 3)], []),
    ],
)
def test_explicit_entities_are_put_in_order(entities: list[Entity], kept: list[Entity]) -> None:
    assert format_text("abcdef", None, entities) == Formatted("abcdef", kept)


@pytest.mark.parametrize(
    ("entity", "problem"),
    [
        (_span("bold", -1, 1), "receive an entity with incorrect offset -1"),
        (_span("bold", 9, 1), "entity begins after the end of the text at UTF-16 offset 9"),
        (
            _span("bold", 1, 9),
            (
                "entity beginning at UTF-16 offset 1 "
                "ends after the end of the text at UTF-16 offset 10"
            ),
        ),
        (_span("bold", 1, 1), "entity begins in a middle of a UTF-16 symbol at byte offset 4"),
    ],
)
def test_explicit_entities_must_lie_in_the_text(entity: Entity, problem: str) -> None:
    with pytest.raises(ApiError) as caught:
        format_text("😀a", None, [entity])
    assert caught.value.description == f"Bad Request: {problem}"


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*a*", "a", [_span("bold", 0, 1)]),
        ("_a_ __b__", "a b", [_span("italic", 0, 1), _span("underline", 2, 1)]),
        ("~a~ ||b||", "a b", [_span("strikethrough", 0, 1), _span("spoiler", 2, 1)]),
        ("`a*b`", "a*b", [_span("code", 0, 3)]),
        ("```py\na\n```", "a", [_span("pre", 0, 1, language="py")]),
        ("[a](https://x.id/b)", "a", [_span("text_link", 0, 1, url="https://x.id/b")]),
        ("*a _b_*", "a b", [_span("bold", 0, 3), _span("italic", 2, 1)]),
        ("Rp 1\\.000\\!", "Rp 1.000!", []),
        (">a\n>b\nc", "a\nb\nc", [_span("blockquote", 0, 4)]),
        ("**>a||", "a", [_span("expandable_blockquote", 0, 1)]),
    ],
)
def test_markdown_v2(source: str, text: str, entities: list[Entity]) -> None:
    assert format_text(source, "MarkdownV2") == Formatted(text, entities)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("a.b", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a *b", "Can't find end of Bold entity at byte offset 2"),
        ("[a](b", "Can't find end of a URL at byte offset 3"),
    ],
)
def test_wrong_markdown_is_named(source: str, problem: str) -> None:
    with pytest.raises(ApiError) as caught:
        format_text(source, "MarkdownV2")
    assert caught.value.description == f"Bad Request: can't parse entities: {problem}"


@given(st.text(alphabet="*_~|`[]()!>\\\n a.😀", max_size=30))
def test_any_markdown_is_either_shown_or_refused(source: str) -> None:
    shown_or_refused(source, "MarkdownV2")


def test_the_legacy_markdown_mode_is_an_honest_error() -> None:
    with pytest.raises(ApiError, match=r"^Not Implemented: parse_mode Markdown"):
        format_text("*a*", "Markdown")
