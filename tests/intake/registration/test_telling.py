"""What people tell for a check, as they type it."""

from datetime import date
from typing import Any

import pytest

from catalog.eligibility import Dates
from catalog.facts import Facts, Trait
from catalog.programmes import Rule, Told
from intake.applications.errors import NeitherYesNorNo
from intake.registration.errors import UnknownActivity, UnknownSex, UnreadableHeight
from intake.registration.telling import asked_of, choices, take_trait
from people.birthdays import parse_born

TODAY = date(2025, 11, 17)
DATES = Dates(TODAY, training_start=date(2025, 12, 1))
SOURCE = Told("Contoh", None)
RULES = [
    Rule(1, f"{kind}.las", 1, kind, parameters, {"id": kind}, None, False, SOURCE)
    for kind, parameters in (
        ("age", {"min": 15, "max": 29}),
        ("height", {"min_cm": 158}),
        ("papers", {"documents": ["ktp", "ijazah"]}),
        ("papers", {"documents": ["ktp", "ak1"]}),
        ("language", {"test": "EPS-TOPIK"}),
        ("term", {"years": 3}),
    )
]


def told(trait: Trait, text: str) -> dict[str, Any]:
    return take_trait(Facts(), trait, text, RULES, DATES).to_json()


@pytest.mark.parametrize(
    ("trait", "text", "known"),
    [
        (Trait.SEX, "Laki-laki", {"sex": "m"}),
        (Trait.SEX, "cewek", {"sex": "f"}),
        (Trait.AGE, "15-29", {"born_from": "1995-12-02", "born_to": "2010-12-01"}),
        (Trait.AGE, "umur 17 thn", {"born_from": "2007-12-02", "born_to": "2008-12-01"}),
        (Trait.AGE, "2007", {"born_from": "2007-01-01", "born_to": "2007-12-31"}),
        (Trait.AGE, "5 jan 1999", {"born_from": "1999-01-05", "born_to": "1999-01-05"}),
        (Trait.EDUCATION, "lulusan stm", {"education": "smk"}),
        (Trait.DOMICILE, "cikande", {"domicile": "3604"}),
        (Trait.ACTIVITY, "smk", {"activity": "smk"}),
        (Trait.ACTIVITY, "msh kuliah", {"activity": "school"}),
        (Trait.ACTIVITY, "krj di pabrik", {"activity": "work"}),
        (Trait.ACTIVITY, "gak dua-duanya", {"activity": "idle"}),
        (Trait.HEIGHT, "160 cm", {"tall_from": 160, "tall_to": 160}),
        (Trait.HEIGHT, "1,6 m", {"tall_from": 160, "tall_to": 160}),
        (Trait.HEIGHT, "158-230", {"tall_from": 158, "tall_to": 230}),
        (Trait.VISION, "tidak", {"sees_colours": True}),
        (Trait.VISION, "iya", {"sees_colours": False}),
        (Trait.PAPERS, "sudah lengkap", {"has": ["ktp", "ijazah", "ak1"]}),
        (Trait.PAPERS, "ak1 belum ada", {"lacks": ["ktp", "ijazah", "ak1"]}),
        (Trait.LANGUAGE, "belum", {"lacks": ["EPS-TOPIK"]}),
        (Trait.TERM, "bersedia", {"stays": 3}),
        (Trait.TERM, "tidak bersedia", {"stays_not": 3}),
    ],
)
def test_it_is_understood(trait: Trait, text: str, known: dict[str, object]) -> None:
    read = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in told(trait, text).items()
    }
    assert read == known


@pytest.mark.parametrize(
    ("trait", "text", "error"),
    [
        (Trait.SEX, "rahasia", UnknownSex),
        (Trait.ACTIVITY, "main bola", UnknownActivity),
        (Trait.HEIGHT, "lumayan", UnreadableHeight),
        (Trait.HEIGHT, "16", UnreadableHeight),
        (Trait.PAPERS, "nanti tanya ibu", NeitherYesNorNo),
    ],
)
def test_what_is_no_answer_is_refused(trait: Trait, text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        told(trait, text)


def test_a_new_answer_takes_the_place_of_the_old_one() -> None:
    lacking = take_trait(Facts(skipped=("trait-papers",)), Trait.PAPERS, "no", RULES, DATES)
    assert (lacking.skipped, lacking.lacks) == ((), ("ktp", "ijazah", "ak1"))


def test_what_can_be_tapped_follows_from_the_rules() -> None:
    assert choices(Trait.AGE, RULES, Facts(), DATES) == ("0-14", "15-29", "30-99")
    assert choices(Trait.HEIGHT, RULES, Facts(), DATES) == ("0-157", "158-230")
    assert asked_of(Trait.PAPERS, RULES, Facts(), DATES) == ("ktp", "ijazah", "ak1")
    of_2010 = Facts(born_from=date(2010, 1, 1), born_to=date(2010, 12, 31))
    assert choices(Trait.AGE, RULES, of_2010, DATES) == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("05011999", ("1999-01-05", "1999-01-05")),
        ("1999-01-05", ("1999-01-05", "1999-01-05")),
        ("5/1/99", ("1999-01-05", "1999-01-05")),
        ("5/1/07", ("2007-01-05", "2007-01-05")),
        ("lahir taun 2007", ("2007-01-01", "2007-12-31")),
        ("31/2/1999", None),
        ("5/1/2031", None),
        ("18 Nov 2025", None),
        ("1850", None),
        ("5/1/999", None),
        ("kemarin", None),
    ],
)
def test_a_day_or_year_of_birth(text: str, days: tuple[str, str] | None) -> None:
    read = parse_born(text, today=TODAY)
    assert read == (days and tuple(date.fromisoformat(day) for day in days))
