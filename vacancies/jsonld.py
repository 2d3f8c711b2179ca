"""Feeds in JSON-LD: documents of JobPostings, in whatever they are wrapped.

Read are single objects, lists, `@graph`, ItemList, DataFeed and anything else that holds postings,
and web pages with `<script type="application/ld+json">`. The real world is met half way: a bad item
is reported and the good ones come in. Nothing but BadFeed is ever raised.
"""

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from vacancies.errors import BadFeed
from vacancies.jobposting import BadItem, read_posting
from vacancies.pages import linked_data
from vacancies.postings import Mistake, Posting, Reading

LARGEST = 5 * 1024 * 1024
"""Bytes."""
DEEPEST = 40
MOST_ITEMS = 5_000

_CONTAINERS = frozenset({"ItemList", "DataFeed"})
_WRAPPERS = frozenset({"ListItem", "DataFeedItem"})
_CHILDREN = ("itemListElement", "dataFeedElement", "@graph")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
          (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip


# A server may claim anything, and some of Python's codecs take for ever.
_CHARSET = re.compile(
    r"(iso-8859-\d+|latin-?1|windows-125\d|cp125\d|utf-?16(le|be)?)", re.IGNORECASE
)


def read_postings(content: bytes, charset: str | None = None) -> Reading:
    """The postings of a feed's bytes; `charset` is a hint for what is not UTF-8.

    Raises BadFeed where it is no feed at all: neither a posting nor a list that is plainly empty.
    """
    if len(content) > LARGEST:
        raise BadFeed(f"larger than {LARGEST // 1024 // 1024} MB")
    text = _decode(content, charset)
    documents = _in_page(text) if text.lstrip().startswith("<") else [_parse(text)]
    if not documents:
        raise BadFeed("a web page without any application/ld+json that can be read")
    items = list(islice(_items_of(documents), MOST_ITEMS + 1))
    if not items and not any(map(_plainly_empty, documents)):
        raise BadFeed("no JobPosting in it")
    if len(items) > MOST_ITEMS:
        raise BadFeed(f"more than {MOST_ITEMS} items")
    return _understand(items)


def _understand(items: list[Any]) -> Reading:
    postings: dict[str, Posting] = {}
    mistakes = []
    for number, item in enumerate(items, 1):
        try:
            posting = _posting(item)
            if posting.reference in postings:
                raise BadItem("the same reference as an item before it", posting.reference)
            postings[posting.reference] = posting
        except BadItem as error:
            mistakes.append(Mistake(number, error.reference, error.reason))
    return Reading(tuple(postings.values()), tuple(mistakes))


def _posting(item: Any) -> Posting:
    if isinstance(item, Mapping) and "JobPosting" in _types(item):
        return read_posting(item)
    raise BadItem("not a JobPosting")


def _items_of(documents: list[Any]) -> Iterator[Any]:
    for document in documents:
        yield from _items(document, 0)


def _items(node: Any, depth: int, listed: bool = False) -> Iterator[Any]:
    """JobPostings wherever they are, and whatever stands in a list in place of one."""
    if depth > DEEPEST:
        raise BadFeed(f"nested deeper than {DEEPEST} levels")
    if isinstance(node, list):
        for one in node:
            yield from _items(one, depth + 1, listed=depth == 0 or listed)
    elif isinstance(node, Mapping) and "JobPosting" not in _types(node):
        yield from _inside(node, depth, listed)
    elif isinstance(node, Mapping) or listed:
        yield node


def _inside(node: Mapping[str, Any], depth: int, listed: bool) -> Iterator[Any]:
    found = False
    for key, value in node.items():
        for item in _items(value, depth + 1, listed=key in _CHILDREN and isinstance(value, list)):
            found = True
            yield item
    types = _types(node)
    if listed and not found and (not types or types & _WRAPPERS):
        yield node


def _types(node: Mapping[str, Any]) -> frozenset[str]:
    """Short names: "https://schema.org/JobPosting" and "schema:JobPosting" are JobPosting."""
    given = node.get("@type")
    names = given if isinstance(given, list) else [given]
    return frozenset(re.split(r"[/#:]", name)[-1] for name in names if isinstance(name, str))


def _plainly_empty(document: Any) -> bool:
    if isinstance(document, Mapping):
        empty = any(document.get(key) == [] for key in _CHILDREN)
        return empty and bool(_types(document) & _CONTAINERS or "@graph" in document)
    return bool(document == [])


def _parse(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except RecursionError:
        raise BadFeed(f"nested deeper than {DEEPEST} levels") from None
    except ValueError as error:
        where = f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise BadFeed(f"neither JSON nor a web page{where}") from None


def _decode(content: bytes, charset: str | None) -> str:
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    claimed = charset if charset and _CHARSET.fullmatch(charset) else None
    for name in filter(None, (marked, "utf-8", claimed)):
        try:
            return content.decode(name)
        except (ValueError, LookupError):  # other letters, or iso-8859-99
            continue
    return content.decode("cp1252", errors="replace")


def _in_page(text: str) -> list[Any]:
    """The documents of a page; one broken block does not spoil the others."""
    documents = []
    for block in linked_data(text):
        try:
            documents.append(_parse(block))
        except BadFeed:
            continue
    return documents
