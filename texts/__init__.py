"""What Jawara says: one Fluent file a noun in each language's folder, looked up by key.

Every word that a person reads stands in `texts/<language>/<noun>.ftl`; code only names keys.
Fluent is the format translators know, with plurals where a language has them.

A text is parsed when it is first said, which takes a fraction of a millisecond. All of a language's
together take a quarter of a second and four megabytes, and most are never said.
"""

import html
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("id", "en")
FALLBACK = "id"
HERE = Path(__file__).parent

ENTRY = re.compile(r"^(?=([a-zA-Z][\w-]*) *=)", re.MULTILINE)
"""Where a text begins: its key at the head of a line. What belongs to it is indented."""
QUOTED = re.compile(r"\{\s*([a-zA-Z][\w-]*)\s*\}")
"""Another text, put into this one by its key."""

Fact = str | int | float


class UnknownText(KeyError):
    """A key that no locale file holds, or a placeholder that the caller did not fill."""


class Safe(str):
    """Text that is HTML already, such as a line made by another look-up: not escaped again."""

    __slots__ = ()


class Speaker:
    """Speaks one language. Answers HTML for Telegram: every fact put in is escaped."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundle = FluentBundle([language, FALLBACK], use_isolating=False)
        self._sources = dict[str, str]()
        for path in sorted((HERE / language).glob("*.ftl")):
            _, *found = ENTRY.split(path.read_text(encoding="utf-8"))
            self._sources.update(zip(found[::2], found[1::2], strict=True))

    def __call__(self, key: str, /, **facts: Fact) -> Safe:
        """The text of this key with its placeholders filled. Raises UnknownText."""
        return Safe(self._format(key, {name: _escape(fact) for name, fact in facts.items()}))

    def plain(self, key: str, /, **facts: Fact) -> str:
        """The same without escaping, where no HTML is read: button captions, toasts, files."""
        return self._format(key, facts)

    def knows(self, key: str) -> bool:
        return key in self._sources

    def _format(self, key: str, facts: Mapping[str, Fact]) -> str:
        if key not in self._sources:
            raise UnknownText(f"{key} ({self.language})")
        self._parse(key)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise UnknownText(f"{key} ({self.language}) has no text of its own")
        text, errors = self._bundle.format_pattern(pattern, dict(facts))
        if errors:
            raise UnknownText(f"{key} ({self.language}): {errors[0]}")
        return str(text)

    def _parse(self, key: str) -> None:
        """Once, what it quotes first: another thread may ask for it meanwhile."""
        if key not in self._sources or self._bundle.has_message(key):
            return
        for quoted in QUOTED.findall(self._sources[key]):
            self._parse(quoted)
        self._bundle.add_resource(FluentResource(self._sources[key]))


@cache
def speaker(language: str) -> Speaker:
    """The speaker of a language; Indonesian for one that is not spoken here."""
    return Speaker(language if language in LANGUAGES else FALLBACK)


def _escape(fact: Fact) -> Fact:
    if isinstance(fact, str) and not isinstance(fact, Safe):
        return html.escape(fact, quote=False)
    return fact
