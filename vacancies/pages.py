"""The JSON-LD in a web page: what its `<script type="application/ld+json">` elements hold.

A scan, not a parser: see `vacancies.plaintext` for why. Scripts that are commented out don't count.
"""

import re
from collections.abc import Iterator

LONGEST_TAG = 2_000

_OPENING = re.compile(r"<!--|<script\b", re.IGNORECASE)
_CLOSING = re.compile(r"</script", re.IGNORECASE)
_KIND = re.compile(r"""\btype\s*=\s*["']?\s*application/ld\+json\b""", re.IGNORECASE)
_WRAPPING = re.compile(r"\A\s*(?:<!--|(?://\s*)?<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>)\s*\Z")


def linked_data(page: str) -> Iterator[str]:
    """The texts of the page's JSON-LD scripts, in order."""
    position = 0
    while (opening := _OPENING.search(page, position)) is not None:
        if opening.group() == "<!--":
            end = page.find("-->", opening.end())
            position = end + 3
        else:
            start = page.find(">", opening.end(), opening.end() + LONGEST_TAG) + 1
            closing = _CLOSING.search(page, start) if start else None
            end = closing.start() if closing else -1
            if end >= 0 and _KIND.search(page, opening.end(), start):
                yield _WRAPPING.sub("", page[start:end])
            position = end
        if end < 0:
            return
