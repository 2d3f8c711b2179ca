"""Plain text out of what the web writes: markup, entities and treacherous characters.

The standard library's HTMLParser is not used on purpose: hostile markup of 80 kB keeps it busy for
a minute. What is here takes time in proportion to the text, whatever the text is.
"""

import html
import re
from collections.abc import Iterator

LONGEST_MARKUP = 60_000
"""Characters of markup that are looked at; what follows is dropped."""

_TAG = re.compile(r"[!?]|(/?)([a-zA-Z][a-zA-Z0-9]*)")
_LOOKS_LIKE_MARKUP = re.compile(r"<[A-Za-z/!?]")
# Control characters, halves of surrogate pairs, and marks that hide text or turn its direction.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
_SPACES = re.compile(r"[^\S\n]+")
_GAPS = re.compile(r"\n{3,}")
_BREAKING = frozenset(
    {"p", "br", "div", "ul", "ol", "li", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_SILENT = frozenset({"script", "style", "template", "noscript"})


def to_plain(text: str, limit: int) -> str:
    """Text without markup, its paragraphs and list items on lines of their own."""
    text = text[:LONGEST_MARKUP]
    if not _LOOKS_LIKE_MARKUP.search(text):
        text = _unescape(text)  # markup is often escaped once more inside JSON
    if _LOOKS_LIKE_MARKUP.search(text):
        text = _unescape("".join(_without_tags(text)))
    return shorten(_tidy(text), limit)


def to_line(text: str, limit: int) -> str:
    """As `to_plain`, on one line."""
    return shorten(" ".join(to_plain(text, LONGEST_MARKUP).split()), limit)


def shorten(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _tidy(text: str) -> str:
    text = _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _GAPS.sub("\n\n", "\n".join(lines)).strip()


def _unescape(text: str) -> str:
    try:
        return html.unescape(text)
    except ValueError:  # a character number of thousands of digits
        return text


def _without_tags(markup: str) -> Iterator[str]:
    first, *pieces = markup.split("<")
    yield _flow(first)
    waits_for = ""  # the end of what is passed over: "-->" or a closing tag's name
    for piece in pieces:
        tag = _TAG.match(piece)
        _, closed, text = piece.partition(">")
        if waits_for or piece.startswith("!--"):
            rest = _after(waits_for or "-->", piece)
            waits_for = (waits_for or "-->") if rest is None else ""
            yield _flow(rest or "")
        elif tag is None or not closed:
            yield _flow("<" + piece)  # a sign in the text: "usia < 30 tahun"
        else:
            name = (tag.group(2) or "").lower()
            waits_for = "" if tag.group(1) or name not in _SILENT else f"/{name}"
            yield _break(name, closing=bool(tag.group(1)))
            yield "" if waits_for else _flow(text)


def _after(end: str, piece: str) -> str | None:
    """What follows the awaited end in this piece; None while it has not come."""
    if end == "-->":
        _, found, rest = piece.partition("-->")
        return rest if found else None
    return piece.partition(">")[2] if piece.lower().startswith(end) else None


def _break(name: str, closing: bool) -> str:
    if name == "li":
        return "" if closing else "\n• "
    return "\n" if name in _BREAKING else ""


def _flow(text: str) -> str:
    return text.replace("\n", " ")
