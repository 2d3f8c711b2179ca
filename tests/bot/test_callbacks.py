"""Button data: whatever was ever put on a button is understood, whatever was not is harmless."""

from collections.abc import Sequence
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.routes as routes
from announcements.audiences import ROLES, STATES
from announcements.questions import Question
from bot.callbacks import BIGGEST, LIMIT, Press, pattern
from bot.conversations import (
    ak1,
    documents_moves,
    phones,
    registration_buttons,
    schools_moves,
    welcome,
)
from bot.presses.courses import OpenProgramme, OpenStreams, TellMe
from bot.presses.eligibility import CheckProgramme
from bot.presses.registration import AnswerWith
from bot.presses.tracks import OpenTrack, TellItem
from bot.presses.vacancies import MarkVacancy, OpenVacancy
from bot.views.broadcast_approval import REASONS
from bot.views.broadcast_audience import CRITERIA, SEEN
from catalog.data import HERE
from catalog.facts import Trait
from catalog.reading import read_catalogue
from catalog.selection import PARTS
from intake.applications.steps import Step
from intake.documents.papers import PAPERS
from intake.placement.outcomes import ANSWERS
from intake.selection.gaps import Gap
from intake.selection.overrides import REFUSALS
from intake.tracks.holders import ANYBODY
from intake.training.attendance import EXCUSES
from intake.training.attendance_rows import AttendanceState
from intake.training.certificate_rows import CertificateKind, CertificateState
from intake.training.certificates import REASONS as TAKEN_BACK_FOR
from people.accounts import CONSENT_VERSION
from people.educations import Education
from people.regions import REGIONS
from vacancies.cards import Mark

KINDS = sorted(Press.kinds.values(), key=lambda kind: kind.code)
NUMBERS = st.integers(-BIGGEST, BIGGEST)
WORDS = st.text(st.characters(exclude_characters=":", exclude_categories=["Cs"]), max_size=4)
CLUSTERS = [cluster.slug for cluster in read_catalogue(HERE).clusters]

LONGEST: dict[str, Sequence[object]] = {
    # What a field of text is ever filled with.
    "step": [step.value for step in (*Step, *Question)],
    "value": ["yes", "no", *Education, *REGIONS, *ROLES, *STATES, "999999999"],
    "language": ["id", "en"],
    "region": list(REGIONS),
    "version": [CONSENT_VERSION],
    "mark": [mark.value for mark in Mark],
    "slug": CLUSTERS,
    "which": ["abroad", *(f"s-{slug}" for slug in CLUSTERS), *CRITERIA, "languages", SEEN],
    "why": [*REASONS, *EXCUSES, *TAKEN_BACK_FOR, *REFUSALS],
    "part": PARTS,
    "gap": list(Gap),
    "kind": ["programme", "vacancy", *CertificateKind, *CLUSTERS],
    "destination": ["JP"],
    "secret": ["x" * 32],
    "token": ["x" * 32],
    "move": ["began", "ended"],
    "state": [*AttendanceState, *CertificateState],
    "answer": ANSWERS,
    "trait": [trait.value for trait in Trait],
    "paper": PAPERS,
}


def hints(kind: type[Press]) -> dict[str, Any]:
    """Each field's type, in their order."""
    told = get_type_hints(kind)
    return {name: told[name] for name in kind.names}


@st.composite
def presses(draw: st.DrawFn) -> Press:
    kind = draw(st.sampled_from(KINDS))
    strategies: dict[Any, st.SearchStrategy[Any]] = {
        int: NUMBERS, bool: st.booleans(), str: WORDS,
    }  # fmt: skip
    return kind(*(draw(strategies[each]) for each in hints(kind).values()))


@given(presses())
def test_every_press_is_read_back_as_it_was_packed(press: Press) -> None:
    data = press.pack()
    assert type(press).parse(data) == press
    others = [kind for kind in KINDS if kind is not type(press)]
    assert [kind.code for kind in others if kind.parse(data) is not None] == []


@given(presses(), presses())
def test_two_presses_are_one_where_they_pack_alike(one: Press, other: Press) -> None:
    assert (one == other) == (one.pack() == other.pack())
    assert len({one, other}) == len({one.pack(), other.pack()})


@pytest.mark.parametrize("values", [(), (1, 2)])
def test_a_press_has_each_of_its_fields_once(values: tuple[int, ...]) -> None:
    with pytest.raises(TypeError):
        OpenProgramme(*values)
    with pytest.raises(TypeError):
        OpenProgramme(1, programme_id=1)  # type: ignore[misc]  # what the type checker refuses


@given(st.text(), st.sampled_from(KINDS))
def test_hostile_data_is_nothing_or_a_sound_press(text: str, kind: type[Press]) -> None:
    for data in (text, f"{kind.code}:{text}", f"{kind.code}:1:{text}", None, 7, b"op:1"):
        press = kind.parse(data)
        if press is None:
            continue
        values = {name: getattr(press, name) for name in hints(kind)}
        assert {name: type(value) for name, value in values.items()} == hints(kind)
        assert all(abs(value) <= BIGGEST for value in values.values() if isinstance(value, int))


@pytest.mark.parametrize(
    "data",
    [
        "", ":", "pr", "pr:", "pr:x", "pr:1:2", "pr:1.5", "pr:2147483648", "pr:" + "9" * 5000,
        "PR:1", " pr:1", "pr;1", "tm:1", "tm:1:yes", "tm::1", "pr:0x10", "pr:\x00",
    ],
)  # fmt: skip
def test_broken_data_is_no_press(data: str) -> None:
    assert [kind.parse(data) for kind in (OpenProgramme, OpenStreams, TellMe)] == [None] * 3


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_realistic_values_fit_into_a_button(kind: type[Press]) -> None:
    longest: dict[Any, Sequence[object]] = {int: [999_999_999], bool: [True]}
    values = [
        max(LONGEST[name] if told is str else longest[told], key=lambda each: len(str(each)))
        for name, told in hints(kind).items()
    ]
    press = kind(*values)
    assert len(press.pack().encode()) <= LIMIT
    assert kind.parse(press.pack()) == press


def test_too_long_data_is_refused_where_it_is_made() -> None:
    with pytest.raises(ValueError, match="button data too long"):
        AnswerWith("name", "é" * 30).pack()


def test_a_code_belongs_to_one_press_for_ever() -> None:
    with pytest.raises(ValueError, match="'pr' is taken by OpenProgramme"):

        class Other(Press, code="pr"):
            pass

    assert Press.kinds["pr"] is OpenProgramme
    assert {code: kind.code for code, kind in Press.kinds.items()} == {c: c for c in Press.kinds}


def test_codes_on_buttons_in_peoples_chats_have_not_changed() -> None:
    """A press may be added here; one that is taken away leaves dead buttons in old messages."""
    assert OpenProgramme(7).pack() == "pr:7"
    assert TellMe(7, wanted=True).pack() == "tm:7:1"
    assert OpenStreams().pack() == "st"
    assert MarkVacancy(5, "saved", "s-las", 2).pack() == "vm:5:saved:s-las:2"


def test_a_button_from_before_a_field_was_added_stands_for_its_default() -> None:
    assert OpenTrack.parse("j:7:2") == OpenTrack(7, 2, ANYBODY)
    assert TellItem.parse("jt:7:3:1") == TellItem(7, 3, True, ANYBODY)
    assert CheckProgramme.parse("ecp:7") == CheckProgramme(7, 0)
    assert [OpenTrack.parse(data) for data in ("j:7", "j:7:2:", "j:7:2:1:1")] == [None] * 3


def test_the_last_text_may_hold_a_colon() -> None:
    press = AnswerWith("name", "a:b:c")
    assert AnswerWith.parse(press.pack()) == press


def test_a_pattern_keeps_the_parsed_press() -> None:
    kept: list[object] = [pattern(OpenVacancy)(data) for data in ("v:5:all:0", "v:5", "v:", "o:5")]
    assert kept == [OpenVacancy(5), OpenVacancy(5), None, None]


def test_every_press_leads_to_exactly_one_handler() -> None:
    conversations = (
        documents_moves.BUTTONS,
        phones.BUTTONS,
        schools_moves.BUTTONS,
        welcome.BUTTONS,
        ak1.BUTTONS,
    )
    tables = (routes.PRESSES, registration_buttons.PRESSES, *conversations)
    led = [kind for table in tables for kind in table]
    assert sorted(kind.code for kind in led) == sorted(Press.kinds)
