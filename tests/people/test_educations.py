"""Schooling, in people's own words."""

import pytest

from people.educations import Education, parse_education
from people.errors import UnknownEducation


@pytest.mark.parametrize("level", list(Education))
def test_a_buttons_value_is_its_level(level: Education) -> None:
    assert parse_education(level.value) is level


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("SMK Negeri 2 Serang", Education.SMK),
        ("smkn 1", Education.SMK),
        ("stm", Education.SMK),
        ("SLTA", Education.SMA),
        ("S.M.A.", Education.SMA),
        ("paket c", Education.SMA),
        ("alyah", Education.SMA),
        ("lulusan smp", Education.SMP),
        ("MTs", Education.SMP),
        ("paket a", Education.SD),
        ("D-III", Education.D3),
        ("diploma", Education.D3),
        ("sarjna", Education.S1),
        ("S 1 teknik mesin", Education.S1),
        ("magister", Education.S2),
        ("sd, smp, lalu sma", Education.SMA),
    ],
)
def test_everyday_words_are_understood(typed: str, level: Education) -> None:
    assert parse_education(typed) is level


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("ga pernah sekolah", Education.NONE),
        ("tidak tamat SD", Education.NONE),
        ("putus sekolah smp", Education.SD),
        ("blm lulus smk", Education.SMP),
        ("masih kuliah", Education.SMA),
    ],
)
def test_what_was_not_finished_counts_as_the_step_below(typed: str, level: Education) -> None:
    assert parse_education(typed) is level


@pytest.mark.parametrize("typed", ["", "rahasia", "12", "🙂"])
def test_other_words_are_refused(typed: str) -> None:
    with pytest.raises(UnknownEducation):
        parse_education(typed)


def test_both_senior_schools_stand_on_one_step() -> None:
    assert [level.rank for level in Education] == [0, 1, 2, 3, 3, 4, 5, 6, 7, 8]
