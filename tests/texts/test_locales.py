"""What the languages owe each other: the same keys with the same facts in them."""

from collections import Counter

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from tests.texts.fluent_files import FILES, entries, keys_of, messages, placeholders
from texts import HERE, LANGUAGES, Fact, Speaker

HEADS = {
    "menu.ftl": ("menu-", "command-"),
    "moments.ftl": ("moment", "near-"),
    "settings.ftl": ("settings-", "help-", "data-"),
    "vacancies.ftl": ("vacancies-", "alerts-"),
    "welcome.ftl": ("welcome-", "language-name-"),
}
"""Files that hold more than one noun; in every other one keys begin with its name."""


def test_each_language_has_the_same_files() -> None:
    for language in LANGUAGES:
        assert sorted(path.name for path in (HERE / language).glob("*.ftl")) == FILES


@pytest.mark.parametrize("name", FILES)
def test_each_file_holds_the_same_keys_in_the_same_order(name: str) -> None:
    first, *others = [keys_of(HERE / language / name) for language in LANGUAGES]
    assert all(keys == first for keys in others)


@pytest.mark.parametrize("name", FILES)
def test_keys_begin_with_their_noun(name: str) -> None:
    heads = (*HEADS.get(name, (f"{name.removesuffix('.ftl')}-",)), "error-")
    strays = [key for key in keys_of(HERE / LANGUAGES[0] / name) if not key.startswith(heads)]
    assert strays == []


def test_no_key_is_given_twice() -> None:
    counted = Counter(key for name in FILES for key in keys_of(HERE / LANGUAGES[0] / name))
    assert [key for key, count in counted.items() if count > 1] == []


def test_a_key_asks_for_the_same_facts_in_every_language() -> None:
    first, *others = LANGUAGES
    for language in others:
        there = {key: placeholders(message) for key, message in messages(language).items()}
        assert there == {key: placeholders(message) for key, message in messages(first).items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_parser_has_no_complaints(language: str) -> None:
    junk = [
        entry.content
        for name in FILES
        for entry in entries(HERE / language / name)
        if isinstance(entry, ast.Junk)
    ]
    assert junk == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_read_by_itself_says_what_its_file_says(language: str) -> None:
    whole = FluentBundle([language], use_isolating=False)
    for name in FILES:
        whole.add_resource(FluentResource((HERE / language / name).read_text(encoding="utf-8")))
    every = messages(language)
    facts: dict[str, Fact] = dict.fromkeys(set[str]().union(*map(placeholders, every.values())), 2)
    by_itself = Speaker(language)
    for key in every:
        pattern = whole.get_message(key).value
        assert pattern is not None
        assert by_itself.plain(key, **facts) == whole.format_pattern(pattern, facts)[0]
