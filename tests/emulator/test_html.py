"""parse_mode HTML, read as Telegram reads it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.entities import Formatted, format_text
from emulator.entities.spans import SPLITTABLE, end, utf16_length
from emulator.errors import ApiError

Entity = dict[str, Any]


def span(kind: str, offset: int, length: int, **more: Any) -> Entity:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a</b>", "a", [span("bold", 0, 1)]),
        ("<STRONG>a</strong>", "a", [span("bold", 0, 1)]),
        ("<i>a</i><em>b</em>", "ab", [span("italic", 0, 2)]),
        ("<u>a</u> <s>b</s>", "a b", [span("underline", 0, 1), span("strikethrough", 2, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [span("spoiler", 0, 1)]),
        ("<b>a <i>b</i> c</b>", "a b c", [span("bold", 0, 5), span("italic", 2, 1)]),
        ("<i><b>a</b></i>", "a", [span("bold", 0, 1), span("italic", 0, 1)]),
        ("😀<b>😀</b>", "😀😀", [span("bold", 2, 2)]),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;&#33;", '1 < 2 && 3 > 2 "!', []),
        ("&nbsp; &copy", "&nbsp; &copy", []),
        ("  <b> a </b>  ", " a", [span("bold", 0, 2)]),
        ("a<b></b>", "a", []),
        ('<a href="x.id">a</a>', "a", [span("text_link", 0, 1, url="http://x.id/")]),
        (
            '<a href="https://x.id/?a=1&amp;b=2">a</a>',
            "a",
            [span("text_link", 0, 1, url="https://x.id/?a=1&b=2")],
        ),
        ("<a href='tidak ada'>a</a>", "a", []),
        ("<code>a.id</code>", "a.id", [span("code", 0, 4)]),
        ("<pre>a</pre>", "a", [span("pre", 0, 1)]),
        (
            '<pre><code class="language-python">a</code></pre>',
            "a",
            [span("pre", 0, 1, language="python")],
        ),
        (
            "<b>a<code>b</code>c</b>",
            "abc",
            [span("bold", 0, 1), span("code", 1, 1), span("bold", 2, 1)],
        ),
        (
            "<blockquote>a <b>b</b></blockquote>",
            "a b",
            [span("blockquote", 0, 3), span("bold", 2, 1)],
        ),
        ("<blockquote expandable>a</blockquote>", "a", [span("expandable_blockquote", 0, 1)]),
        (
            "<b>lihat kemnaker.go.id</b>",
            "lihat kemnaker.go.id",
            [span("bold", 0, 20), span("url", 6, 14)],
        ),
    ],
)
def test_tags_become_entities(source: str, text: str, entities: list[Entity]) -> None:
    assert format_text(source, "HTML") == Formatted(text, entities)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a <x>b</x>", 'Unsupported start tag "x" at byte offset 2'),
        ("é <x>", 'Unsupported start tag "x" at byte offset 3'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<a =1>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>a</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("a\0b", "Text must not contain null bytes"),
    ],
)
def test_wrong_markup_is_named(source: str, problem: str) -> None:
    with pytest.raises(ApiError) as caught:
        format_text(source, "HTML")
    assert caught.value.description == f"Bad Request: can't parse entities: {problem}"


def shown_or_refused(source: str, parse_mode: str) -> Formatted | None:
    """The formatted text, or None when the markup was refused in Telegram's words."""
    try:
        return format_text(source, parse_mode)
    except ApiError as refusal:
        if refusal.description.startswith("Bad Request: can't parse entities: "):
            return None
        raise


PIECES = st.sampled_from(
    [
        *(
            f"<{mark}{tag}>"
            for tag in ("b", "i", "code", "pre", "blockquote")
            for mark in ("", "/")
        ),
        '<a href="x.id">',
        "</a>",
        "</>",
        "&lt;",
        "&#x1F600;",
        "&#",
        "<",
        "&",
        "x.id",
        "/start",
        "@siti_x",
        "#las",
        " ",
        "\n",
        "\r",
        "😀",
        "é",
        "\u202e",
        "a",
    ]
)


@given(st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60)))
def test_any_text_is_either_shown_or_refused_and_entities_lie_within_it(source: str) -> None:
    formatted = shown_or_refused(source, "HTML")
    if formatted is None:
        return
    entities = formatted.entities
    assert formatted.text == formatted.text.rstrip(" \n")
    assert all(e["offset"] >= 0 and e["length"] > 0 for e in entities)
    assert all(end(e) <= utf16_length(formatted.text) for e in entities)
    assert [e["offset"] for e in entities] == sorted(e["offset"] for e in entities)
    assert all(_nested_or_apart(one, other) for one in entities for other in entities)
    assert not any(_same_style(one, other) for one in entities for other in entities)


def _nested_or_apart(one: Entity, other: Entity) -> bool:
    apart = end(one) <= other["offset"] or end(other) <= one["offset"]
    inside = one["offset"] >= other["offset"] and end(one) <= end(other)
    return apart or inside or (other["offset"] >= one["offset"] and end(other) <= end(one))


def _same_style(one: Entity, other: Entity) -> bool:
    if one is other or one["type"] != other["type"] or one["type"] not in SPLITTABLE:
        return False
    return bool(one["offset"] < end(other) and other["offset"] < end(one))


@given(st.text(max_size=80))
def test_escaped_text_comes_through_as_plain_text_does(source: str) -> None:
    escaped = source.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "\0" in source:
        escaped = source = source.replace("\0", "")
        escaped = source.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert format_text(escaped, "HTML") == format_text(source)
