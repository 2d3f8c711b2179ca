"""The parts of reading: tokens, plain spellings, stems, slips."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.search.affixes import stems
from catalog.search.normalise import MAX_TOKENS, plainer_spellings, tokenise
from catalog.search.slips import is_shortening, skeleton, slip_cost


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Las SMAW-A!", ["las", "smaw", "a"]),
        ("ｌａｓ  🔥 kafé", ["las", "kafe"]),
        ("Jum'at, k@os", ["jumat", "kaos"]),
        ("\x00\ud800", []),
    ],
)
def test_only_plain_words_and_numbers_are_left(text: str, tokens: list[str]) -> None:
    assert tokenise(text) == tokens


@given(st.text(max_size=5000))
def test_any_text_becomes_few_plain_tokens(text: str) -> None:
    tokens = tokenise(text)
    assert len(tokens) <= MAX_TOKENS
    assert all(token.isascii() and token.isalnum() for token in tokens)


@pytest.mark.parametrize(
    ("token", "spelling"),
    [
        *[("laaas", "las"), ("lattte", "latte"), ("j4hit", "jahit"), ("motor2an", "motor")],
        *[("kursusx", "kursus"), ("bisniz", "bisnis"), ("djahit", "jahit")],
    ],
)
def test_chat_spelling_is_made_plain(token: str, spelling: str) -> None:
    assert spelling in list(plainer_spellings(token))


def test_numbers_are_no_spellings_of_words() -> None:
    assert list(plainer_spellings("12345")) == []


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        *[("menyablon", "sablon"), ("nyablon", "sablon"), ("bengkelnya", "bengkel")],
        *[("ngabubut", "bubut"), ("pemotongan", "potong"), ("ngomekeun", "ngome")],
    ],
)
def test_affixes_of_three_languages_come_off(word: str, stem: str) -> None:
    assert stem in list(stems(word))


def test_what_thumbs_do_costs_less_than_what_they_do_not() -> None:
    neighbour = slip_cost("jahot", "jahit", 3.0)
    swapped = slip_cost("jahti", "jahit", 3.0)
    doubled = slip_cost("jahhit", "jahit", 3.0)
    dropped_vowel = slip_cost("jaht", "jahit", 3.0)
    anything = slip_cost("jahxt", "jahit", 3.0)
    assert doubled < dropped_vowel == swapped < neighbour < anything == 1.0


@given(st.text("abcdehijklmnopqrst", min_size=1, max_size=12))
def test_a_word_spelt_right_costs_nothing(word: str) -> None:
    assert slip_cost(word, word, 1.0) == 0.0


def test_shortening_drops_vowels_only() -> None:
    assert [
        is_shortening(typed, "belajar") for typed in ("bljr", "blajar", "bljar", "blj", "")
    ] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert skeleton("kursuss") == "krs"
