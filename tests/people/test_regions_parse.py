"""Where people live, in their own words."""

import pytest

from people.errors import AmbiguousRegion, UnknownRegion
from people.places import DISTRICTS, REGION_NAMES
from people.regions import REGIONS, SHORT
from people.regions_parse import find_regions, parse_region


@pytest.mark.parametrize("code", REGIONS)
def test_code_name_and_short_name_lead_to_the_region(code: str) -> None:
    assert [parse_region(word) for word in (code, REGIONS[code], SHORT[code])] == [code] * 3


@pytest.mark.parametrize(
    ("code", "word"),
    [(code, word) for code, words in REGION_NAMES.items() for word in words.split("|")],
)
def test_every_everyday_name_is_one_region(code: str, word: str) -> None:
    assert parse_region(word) == code


@pytest.mark.parametrize("code", REGIONS)
def test_every_district_leads_to_its_region(code: str) -> None:
    words = DISTRICTS[code].split("|")
    assert [word for word in words if code not in find_regions(word)] == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("TANGSEL", "3674"),
        ("saya tinggal di Kec. Ciruas, Kab. Serang", "3604"),
        ("pasarkemis", "3603"),
        ("pandegalng", "3601"),
        ("cilgon", "3672"),
        ("Curug, Kota Serang", "3673"),
        ("cibeber lebak", "3602"),
        ("Jl. Raya Serang, Cikupa, Kabupaten Tangerang", "3603"),
    ],
)
def test_districts_slips_and_addresses_are_understood(typed: str, code: str) -> None:
    assert parse_region(typed) == code


@pytest.mark.parametrize(
    ("typed", "candidates"),
    [
        ("serang", ("3604", "3673")),
        ("srang", ("3604", "3673")),
        ("Tangerang", ("3603", "3671", "3674")),
        ("curug", ("3603", "3673")),
        ("sobang", ("3601", "3602")),
    ],
)
def test_a_name_of_several_regions_is_asked_back(typed: str, candidates: tuple[str, ...]) -> None:
    with pytest.raises(AmbiguousRegion) as raised:
        parse_region(typed)
    assert raised.value.candidates == candidates


@pytest.mark.parametrize("typed", ["", "Jakarta", "Bogor", "Semarang", "Bandung", "x", "🙂", "12"])
def test_places_elsewhere_are_unknown(typed: str) -> None:
    with pytest.raises(UnknownRegion):
        parse_region(typed)
