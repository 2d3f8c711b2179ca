"""From place names to regions and countries."""

import pytest

from people.regions import REGIONS
from vacancies.phrases import data_of
from vacancies.places import Whereabouts, country_of, locate


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Pasar Kemis, Kabupaten Tangerang", "3603"),
        ("PASARKEMIS", "3603"),
        ("Cikupa", "3603"),
        ("Cikupa, Tangerang", "3603"),
        ("Balaraja, Banten", "3603"),
        ("Kab. Tangerang", "3603"),
        ("Tangerang", "3671"),
        ("Kota Tangerang, Banten", "3671"),
        ("Tangerang Selatan", "3674"),
        ("BSD City, Tangsel", "3674"),
        ("Cilegon", "3672"),
        ("Merak", "3672"),
        ("Serang", "3673"),
        ("Kota Serang", "3673"),
        ("Kab. Serang", "3604"),
        ("Kawasan Industri Modern Cikande, Serang", "3604"),
        ("Rangkasbitung", "3602"),
        ("Labuan, Pandeglang", "3601"),
        ("Jl. Raya Serang KM 10, Tangerang", "3671"),
        ("Jl. Raya Serang KM 12, Cikupa", "3603"),
        ("Gresik", None),
        ("Gresik, Jawa Timur", None),
        ("Serang Baru, Bekasi", None),
        ("Lebak Bulus, Jakarta Selatan", None),
        ("Merakurak, Tuban", None),
        ("Cilegonan", None),
        ("", None),
        ("entah", None),
    ],
)
def test_a_place_in_indonesia_has_its_region_of_banten_or_none(
    text: str, region: str | None
) -> None:
    assert locate(text) == Whereabouts(region, "ID")


@pytest.mark.parametrize(
    ("text", "country"),
    [("Tokyo, Japan", "JP"), ("Osaka", "JP"), ("Korea Selatan", "KR"), ("Kuala Lumpur", "MY"),
     ("Türkiye", "TR"), ("Arab Saudi", "SA")],
)  # fmt: skip
def test_a_place_abroad_has_its_country(text: str, country: str) -> None:
    assert locate(text) == Whereabouts(None, country)


@pytest.mark.parametrize(
    ("name", "country"),
    [("id", "ID"), (" JP ", "JP"), ("Indonesia", "ID"), ("Republik Indonesia", "ID"),
     ("Jepang", "JP"), ("Atlantis", None), ("", None)],
)  # fmt: skip
def test_countries_come_as_codes_or_names(name: str, country: str | None) -> None:
    assert country_of(name) == country


def test_the_data_know_each_region_and_no_other() -> None:
    assert data_of("places")["regions"].keys() == REGIONS.keys()


def test_no_name_stands_for_two_regions() -> None:
    names = [
        name.lower()
        for kinds in data_of("places")["regions"].values()
        for given in kinds.values()
        for name in given
    ]
    assert sorted(names) == sorted(set(names))
