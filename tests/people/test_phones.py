"""Reading a mobile number, and what each wrong one is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.errors import (
    BadPhone,
    Fact,
    ForeignPhone,
    Landline,
    NotMobile,
    PhoneNotDigits,
    PhoneTooLong,
    PhoneTooShort,
)
from people.phones import mask_phone, parse_contact, parse_phone

subscribers = st.from_regex(r"8[0-9]{8,11}", fullmatch=True)
openings = st.sampled_from(["0", "62", "+62", "+62 ", "+62 (0)", "0062", ""])
separators = st.sampled_from(["", " ", "-", ".", " - "])


@given(subscribers, openings, separators)
def test_a_mobile_number_is_the_same_however_it_is_written(
    subscriber: str, opening: str, between: str
) -> None:
    parts = [subscriber[:3], subscriber[3:7], subscriber[7:]]
    assert parse_phone(opening + between.join(parts)) == f"+62{subscriber}"


@given(subscribers)
def test_a_number_that_was_read_is_read_the_same_again(subscriber: str) -> None:
    once = parse_phone(f"0{subscriber}")
    assert parse_phone(once) == once


@given(st.text(max_size=30))
def test_any_other_text_is_refused_by_name_or_read(text: str) -> None:
    try:
        number = parse_phone(text)
    except BadPhone:
        return
    assert number.startswith("+628")


@pytest.mark.parametrize(
    ("typed", "error", "facts"),
    [
        ("punya ibu", PhoneNotDigits, {"strange": "punyaib"}),
        ("", PhoneNotDigits, {"strange": ""}),
        ("081234567", PhoneTooShort, {"given": 9}),
        ("08123456789012", PhoneTooLong, {"given": 14}),
        ("3673014501990003", PhoneTooLong, {"given": 16}),
        ("021 5551234", Landline, {"prefix": "021"}),
        ("+62 254 123456", Landline, {"prefix": "0254"}),
        ("+81 90 1234 5678", ForeignPhone, {}),
        ("1234567890", NotMobile, {}),
    ],
)
def test_a_wrong_number_is_told_what_is_wrong_with_it(
    typed: str, error: type[BadPhone], facts: dict[str, Fact]
) -> None:
    with pytest.raises(BadPhone) as raised:
        parse_phone(typed)
    assert (type(raised.value), raised.value.facts) == (error, facts)


def test_the_word_before_a_number_is_understood() -> None:
    assert parse_phone("no hp: 0812-3456-7890") == "+6281234567890"


def test_a_shared_contact_may_be_of_any_country() -> None:
    assert parse_contact("819012345678") == "+819012345678"
    assert parse_contact("+62 812 3456 7890") == "+6281234567890"
    with pytest.raises(PhoneNotDigits):
        parse_contact("tidak ada")


def test_a_masked_number_shows_its_beginning_and_three_digits() -> None:
    assert mask_phone("+6281234567890") == "+62812•••••890"
    assert len(mask_phone("+62812345678")) == len("+62812345678")
