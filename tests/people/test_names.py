"""Reading a person's name, and what each wrong one is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.errors import (
    BadName,
    Fact,
    NameIsCommand,
    NameIsLink,
    NameTooLong,
    NameTooShort,
    NameWithDigits,
    NameWithSymbols,
)
from people.names import parse_name, same_name

words = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12)
names = st.lists(words, min_size=1, max_size=5).map(" ".join)


@given(names)
def test_a_name_in_small_letters_or_capitals_gets_the_same_capitals(name: str) -> None:
    assert parse_name(name) == parse_name(name.upper())


@given(names)
def test_a_name_that_was_read_is_read_the_same_again(name: str) -> None:
    once = parse_name(name)
    assert parse_name(once) == once


@given(st.text(max_size=120))
def test_any_other_text_is_refused_by_name_or_read(text: str) -> None:
    try:
        name = parse_name(text)
    except BadName:
        return
    assert 2 <= len(name) <= 100


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("siti", "Siti"),
        ("Siti aminah", "Siti Aminah"),
        ("  SITI   AMINAH ", "Siti Aminah"),
        ("nama saya siti aminah", "Siti Aminah"),
        ("Siti NH", "Siti NH"),
        ("SITI BINTI MA’RUF", "Siti binti Ma'ruf"),
        ("nur'aini", "Nur'aini"),
        ("h. ahmad fauzi, s.pd.", "H. Ahmad Fauzi, S.Pd."),
        ("al-amin", "Al-Amin"),
        ("O'Neil", "O'Neil"),
        ("Zoë", "Zoë"),
    ],
)
def test_a_name_is_written_as_names_are(typed: str, name: str) -> None:
    assert parse_name(typed) == name


@pytest.mark.parametrize(
    ("typed", "error", "facts"),
    [
        ("/start", NameIsCommand, {}),
        ("https://contoh.id", NameIsLink, {}),
        ("@siti", NameIsLink, {}),
        ("Siti 2", NameWithDigits, {"digits": "2"}),
        ("Siti 🙂🙂", NameWithSymbols, {"strange": "🙂"}),
        ("<b>Siti</b>", NameWithSymbols, {"strange": "<>/"}),
        ("S", NameTooShort, {"least": 2}),
        ("...", NameTooShort, {"least": 2}),
        ("", NameTooShort, {"least": 2}),
        ("Siti " * 21, NameTooLong, {"given": 104, "most": 100}),
    ],
)
def test_what_is_no_name_is_told_why(
    typed: str, error: type[BadName], facts: dict[str, Fact]
) -> None:
    with pytest.raises(BadName) as raised:
        parse_name(typed)
    assert (type(raised.value), raised.value.facts) == (error, facts)


@pytest.mark.parametrize("written", ["sri", "SRI.", "Bu  Sri", "ibu srí", "Bu Sri.", "'Sri'"])
def test_a_name_is_the_same_however_its_bearer_is_spoken_of(written: str) -> None:
    assert same_name("Bu Sri", written)


@pytest.mark.parametrize(("one", "other"), [("Sri", "Sri Lestari"), ("p1", "p2"), ("Bu", "Pak")])
def test_other_names_are_other_people(one: str, other: str) -> None:
    assert not same_name(one, other)
