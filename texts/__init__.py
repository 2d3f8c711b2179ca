"""What Jawara says: one Fluent file a noun in each language's folder, looked up by key.

Every word that a person reads stands in `texts/<language>/<noun>.ftl`; code only names keys.
Fluent is the format translators know, with plurals where a language has them.
"""

import html
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("id", "en")
FALLBACK = "id"
HERE = Path(__file__).parent

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
        for path in sorted((HERE / language).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))

    def __call__(self, key: str, /, **facts: Fact) -> Safe:
        """The text of this key with its placeholders filled. Raises UnknownText."""
        return Safe(self._format(key, {name: _escape(fact) for name, fact in facts.items()}))

    def plain(self, key: str, /, **facts: Fact) -> str:
        """The same without escaping, where no HTML is read: button captions, toasts, files."""
        return self._format(key, facts)

    def knows(self, key: str) -> bool:
        return bool(self._bundle.has_message(key))

    def _format(self, key: str, facts: Mapping[str, Fact]) -> str:
        if not self._bundle.has_message(key):
            raise UnknownText(f"{key} ({self.language})")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise UnknownText(f"{key} ({self.language}) has no text of its own")
        text, errors = self._bundle.format_pattern(pattern, dict(facts))
        if errors:
            raise UnknownText(f"{key} ({self.language}): {errors[0]}")
        return str(text)


@cache
def speaker(language: str) -> Speaker:
    """The speaker of a language; Indonesian for one that is not spoken here."""
    return Speaker(language if language in LANGUAGES else FALLBACK)


def _escape(fact: Fact) -> Fact:
    if isinstance(fact, str) and not isinstance(fact, Safe):
        return html.escape(fact, quote=False)
    return fact
