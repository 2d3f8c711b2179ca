"""Reading a NIK, and what each wrong one is told."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.errors import (
    BadNik,
    ChildsNik,
    Fact,
    FutureBirth,
    ImpossibleDate,
    NotDigits,
    WrongLength,
    ZeroSerial,
)
from people.nik import mask_nik, parse_nik

TODAY = date(2025, 11, 17)

birthdays = st.dates(TODAY - timedelta(days=88 * 365), TODAY - timedelta(days=11 * 365))
regions = st.integers(0, 999_999).map("{:06d}".format)
serials = st.integers(1, 9999).map("{:04d}".format)
separators = st.sampled_from(["", " ", ".", "-", " - ", "\u00a0", "–"])


def write_nik(region: str, born_on: date, sex: str, serial: str) -> str:
    day = born_on.day + (40 if sex == "f" else 0)
    return f"{region}{day:02d}{born_on:%m%y}{serial}"


@given(regions, birthdays, st.sampled_from("fm"), serials, separators)
def test_a_nik_of_any_region_and_age_is_read_however_it_is_spaced(
    region: str, born_on: date, sex: str, serial: str, between: str
) -> None:
    digits = write_nik(region, born_on, sex, serial)
    typed = between.join([digits[:6], digits[6:12], digits[12:]])
    nik = parse_nik(typed, today=TODAY)
    assert (nik.digits, nik.region_code, nik.born_on, nik.sex, nik.serial) == (
        digits,
        region,
        born_on,
        sex,
        serial,
    )


@given(st.text(max_size=40))
def test_any_other_text_is_refused_by_name_or_read(text: str) -> None:
    try:
        nik = parse_nik(text, today=TODAY)
    except BadNik:
        return
    assert len(nik.digits) == 16


@pytest.mark.parametrize(
    ("typed", "error", "facts"),
    [
        ("367101450199000", WrongLength, {"given": 15}),
        ("36710145019900011", WrongLength, {"given": 17}),
        ("", WrongLength, {"given": 0}),
        ("36710145O199OO01", NotDigits, {"strange": "O"}),
        ("besok saja", NotDigits, {"strange": "besokaj"}),
        ("3671014501990000", ZeroSerial, {}),
        ("3671013113990001", ImpossibleDate, {"day": 31, "month": 13}),
        ("3671017201990001", ImpossibleDate, {"day": 72, "month": 1}),
        ("3671010001990001", ImpossibleDate, {"day": 0, "month": 1}),
        ("3671012902010001", ImpossibleDate, {"day": 29, "month": 2}),
        ("3671010105200001", ChildsNik, {"born_on": date(2020, 5, 1)}),
        ("3671010105300001", FutureBirth, {"born_on": date(2030, 5, 1)}),
    ],
)
def test_a_wrong_nik_is_told_what_is_wrong_with_it(
    typed: str, error: type[BadNik], facts: dict[str, Fact]
) -> None:
    with pytest.raises(BadNik) as raised:
        parse_nik(typed, today=TODAY)
    assert (type(raised.value), raised.value.facts) == (error, facts)


@pytest.mark.parametrize(
    ("year", "born_on"),
    [("15", date(2015, 11, 17)), ("00", date(2000, 11, 17)), ("35", date(1935, 11, 17))],
)
def test_two_digits_of_a_year_mean_somebody_between_ten_and_ninety(
    year: str, born_on: date
) -> None:
    assert parse_nik(f"3673011711{year}0001", today=TODAY).born_on == born_on


def test_the_words_before_it_and_digits_of_other_scripts_are_understood() -> None:
    assert parse_nik("NIK saya: 3673 0145 0199 0003", today=TODAY).digits == "3673014501990003"
    assert parse_nik("３６７３０１４５０１９９０００３", today=TODAY).digits == "3673014501990003"


def test_a_masked_nik_shows_the_first_and_the_last_four_digits() -> None:
    assert mask_nik("3671014501990003") == "3671••••••••0003"


def test_neither_a_nik_nor_its_refusal_shows_itself_in_a_log() -> None:
    assert "3673014501990003" not in repr(parse_nik("3673014501990003", today=TODAY))
    with pytest.raises(FutureBirth) as raised:
        parse_nik("3671010105300001", today=TODAY)
    assert (str(raised.value), repr(raised.value)) == ("", "FutureBirth()")
