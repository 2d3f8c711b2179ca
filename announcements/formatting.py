"""Telegram's HTML, read as Telegram reads it: what is wrong is told before a million people see it.

The tags and the four named entities are those of https://core.telegram.org/bots/api#html-style.
"""

import re
from collections.abc import Iterator
from html import unescape

from announcements.errors import BadText, EmptyText, TextTooLong

LONGEST_TEXT, LONGEST_CAPTION = 4096, 1024
TAGS = frozenset(
    [
        "b",
        "strong",
        "i",
        "em",
        "u",
        "ins",
        "s",
        "strike",
        "del",
        "tg-spoiler",
        "code",
        "pre",
        "a",
        "span",
        "blockquote",
        "tg-emoji",
    ]
)
ATTRIBUTES = {"span": 'class="tg-spoiler"', "blockquote": "expandable"}
"""What may stand in a tag besides its name, where only one thing may."""

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)(\s[^<>]*)?>")
NAMED = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
HREF = re.compile(r"\s+href\s*=\s*(?:\"([^\"]*)\"|'([^']*)')\s*")
ADDRESS = re.compile(r"(?:https?://|tg://|mailto:|tel:)\S+")
CODE_CLASS = re.compile(r"\s+class\s*=\s*([\"'])language-[\w+#.-]+\1\s*")
EMOJI_ID = re.compile(r"\s+emoji-id\s*=\s*([\"'])\d+\1\s*")


def check_text(html: str, *, with_media: bool = False) -> int:
    """Its length as Telegram counts it, without tags; most emoji count as two.

    Raises BadText, EmptyText (but not beside a picture or document) or TextTooLong.
    """
    check_tags(html)
    length = len(plain(html).encode("utf-16-le")) // 2
    limit = LONGEST_CAPTION if with_media else LONGEST_TEXT
    if length == 0 and not with_media:
        raise EmptyText
    if length > limit:
        raise TextTooLong(length, limit)
    return length


def plain(html: str) -> str:
    """What is read of it: without tags, with entities resolved, trimmed."""
    return NAMED.sub(lambda found: unescape(found[0]), TAG.sub("", html)).strip()


def check_tags(html: str) -> None:
    """Raises BadText at the first tag that Telegram would refuse or pass over."""
    open_tags: list[tuple[str, int]] = []
    for place, tag in _tags(html):
        closing, name, rest = bool(tag[1]), tag[2].lower(), tag[3] or ""
        if name not in TAGS:
            raise _bad("unknown", tag[0], html, place)
        if not closing:
            _check_attributes(name, rest, tag[0], html, place)
            open_tags.append((name, place))
        elif not open_tags or open_tags[-1][0] != name:
            raise _bad("unopened", tag[0], html, place)
        else:
            open_tags.pop()
    if open_tags:
        name, place = open_tags[-1]
        raise _bad("unclosed", f"<{name}>", html, place)


def _tags(html: str) -> Iterator[tuple[int, re.Match[str]]]:
    place = html.find("<")
    while place >= 0:
        tag = TAG.match(html, place)
        if tag is None:
            raise _bad("broken", html[place : place + 12].splitlines()[0], html, place)
        yield place, tag
        place = html.find("<", tag.end())


def _check_attributes(name: str, rest: str, tag: str, html: str, place: int) -> None:
    if name == "a":
        href = HREF.fullmatch(rest)
        address = "" if href is None else unescape(href[1] or href[2] or "")
        if not ADDRESS.fullmatch(address):
            raise _bad("link", address or tag, html, place)
        return
    given = " ".join(rest.replace("'", '"').split())
    fits = {
        "span": given == ATTRIBUTES["span"],
        "blockquote": given in ("", ATTRIBUTES["blockquote"]),
        "code": not given or CODE_CLASS.fullmatch(rest) is not None,
        "tg-emoji": EMOJI_ID.fullmatch(rest) is not None,
    }
    if not fits.get(name, not given):
        raise _bad("unknown", tag, html, place)


def _bad(problem: str, what: str, html: str, place: int) -> BadText:
    before = html[:place]
    line = before.count("\n") + 1
    return BadText(problem, what, line, place - (before.rfind("\n") + 1) + 1)
