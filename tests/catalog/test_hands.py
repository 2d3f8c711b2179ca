"""A load changes only what the file has changed since the last one; staff's hand holds else."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import ChangedByHand, Collision
from catalog.meetings import cancel_meeting, move_meeting
from catalog.schema import Catalogue
from catalog.stages import add_stage, move_stage
from catalog.waves import close_wave, finish_wave, open_wave, start_wave
from storage.database import Database
from storage.models import Meeting, Wave, WaveStage
from tests.catalog.conftest import NOW
from tests.catalog.test_loading import CLOSES, lesson, load, snapshot, the_wave, wave, with_lessons
from texts.moments import WIB

SLUG = "pbk-2027-1"
DAY = timedelta(days=1)
TEST = datetime(2026, 12, 3, 8, tzinfo=WIB)
LATER = NOW + timedelta(hours=1, seconds=17)
Hand = Callable[[Session, Wave], object]


def closes(session: Session, wave: Wave) -> None:
    close_wave(session, wave.id, now=LATER)


def prolongs(session: Session, wave: Wave) -> None:
    open_wave(session, wave.id, closes_at=CLOSES + DAY, now=LATER)


def starts(session: Session, wave: Wave) -> None:
    start_wave(session, wave.id, now=LATER)


def finishes(session: Session, wave: Wave) -> None:
    finish_wave(session, wave.id, now=LATER)


def moves_the_test(session: Session, wave: Wave) -> None:
    move_stage(session, wave.id, "test", starts_at=TEST + DAY, now=LATER)


def adds_results(session: Session, wave: Wave) -> None:
    add_stage(session, wave.id, "results", starts_at=TEST + 3 * DAY, actor="Sri", now=LATER)


def moves_a_lesson(session: Session, wave: Wave) -> None:
    one = first_lesson(session)
    starts_at = one.starts_at + DAY / 12
    move_meeting(session, one.id, starts_at=starts_at, ends_at=one.ends_at, now=LATER)


def cancels_a_lesson(session: Session, wave: Wave) -> None:
    cancel_meeting(session, first_lesson(session).id, now=LATER)


def first_lesson(session: Session) -> Meeting:
    return session.scalars(select(Meeting).where(Meeting.number == 1)).one()


def by_hand(database: Database, hand: Hand) -> None:
    with database.transaction() as session:
        hand(session, the_wave(session))


def stages(*days: int) -> list[dict[str, Any]]:
    kinds = ("test", "results")
    return [
        {"kind": kind, "starts_at": TEST + n * DAY} for kind, n in zip(kinds, days, strict=False)
    ]


def lessons(**more: Any) -> dict[str, Any]:
    meetings = [lesson(1, 4, **more), lesson(2, 5)]
    one = {"programme": "menjahit", "capacity": 16, "place": "uptd-jelupang", "meetings": meetings}
    return {"classes": [one]}


HANDS = (
    closes, prolongs, starts, finishes, moves_the_test, adds_results, moves_a_lesson,
    cancels_a_lesson,
)  # fmt: skip


@pytest.mark.parametrize("hand", HANDS)
def test_the_same_file_changes_nothing_that_staff_have_done(database: Database, hand: Hand) -> None:
    load(database, wave())
    by_hand(database, hand)
    before = snapshot(database)
    for later in (LATER, LATER + DAY / 2):
        assert not load(database, wave(), later).changed_anything
    assert snapshot(database) == before


@pytest.mark.parametrize("hand", HANDS)
def test_a_file_that_has_changed_otherwise_changes_only_that(
    database: Database, hand: Hand
) -> None:
    load(database, wave())
    by_hand(database, hand)
    before = snapshot(database)
    report = load(database, wave(title="Gelombang satu", ends_on=date(2027, 2, 9)), LATER)
    assert dict(report.changed) == {"waves": 1}
    after = snapshot(database)
    with database.transaction() as session:
        found = the_wave(session)
        assert (found.title, found.ends_on) == ("Gelombang satu", date(2027, 2, 9))
    assert {name: after[name] for name in after if name != "waves"} == {
        name: before[name] for name in before if name != "waves"
    }
    by_hand(database, lambda _, wave: setattr(wave, "title", "Gelombang 1"))
    by_hand(database, lambda _, wave: setattr(wave, "ends_on", None))
    assert without_words(snapshot(database)["waves"]) == without_words(before["waves"])


def without_words(rows: list[tuple[Any, ...]]) -> list[list[Any]]:
    """Without what the file has said."""
    return [[each for each in row if not isinstance(each, dict)] for row in rows]


COLLISIONS: list[tuple[Hand, dict[str, Any], tuple[str | int, ...], dict[str, Any]]] = [
    (closes, {"registration_closes_at": CLOSES + DAY}, (), {"registration_closes_at": LATER}),
    (
        prolongs,
        {"registration_closes_at": CLOSES + 2 * DAY},
        (),
        {"registration_closes_at": CLOSES + DAY},
    ),
    (starts, {"registration_opens_at": NOW + DAY}, (), {"state": "running"}),
    (finishes, {"state": "open"}, (), {"state": "finished"}),
    (moves_the_test, {"stages": stages(2)}, ("stages", 0), {"starts_at": TEST + DAY}),
    (
        moves_the_test,
        {"stages": []},
        ("stages",),
        {"kind": "test", "starts_at": TEST + DAY, "ends_at": None},
    ),
    (adds_results, {"stages": stages(0, 4)}, ("stages", 1), {"starts_at": TEST + 3 * DAY}),
    (
        moves_a_lesson,
        lessons(place="bbpvp-serang"),
        ("classes", 0, "meetings", 0),
        {"starts_at": datetime(2027, 1, 4, 9, 30, tzinfo=WIB), "place": "uptd-jelupang"},
    ),
    (
        cancels_a_lesson,
        lessons(topic="Pola", starts_at=datetime(2027, 1, 4, 9, tzinfo=WIB)),
        ("classes", 0, "meetings", 0),
        {"starts_at": datetime(2027, 1, 4, 7, 30, tzinfo=WIB), "cancelled": True},
    ),
]


@pytest.mark.parametrize(("hand", "written", "within", "holds"), COLLISIONS)
def test_what_both_have_changed_loads_nothing_and_is_named(
    database: Database,
    hand: Hand,
    written: dict[str, Any],
    within: tuple[str | int, ...],
    holds: dict[str, Any],
) -> None:
    load(database, wave())
    by_hand(database, hand)
    before = snapshot(database)
    with pytest.raises(ChangedByHand) as both:
        load(database, wave(title="Lain", **written), LATER)
    assert both.value.collisions == (Collision(SLUG, within, holds),)
    assert snapshot(database) == before


AGREED: list[tuple[Hand, dict[str, Any], dict[str, Any]]] = [
    (
        closes,
        {"registration_closes_at": LATER.replace(second=0)},
        {"registration_closes_at": CLOSES + DAY},
    ),
    (starts, {"state": "running"}, {"registration_closes_at": CLOSES + DAY}),
    (moves_the_test, {"stages": stages(1)}, {"stages": stages(2)}),
    (adds_results, {"stages": stages(0, 3)}, {"stages": stages(0)}),
    (
        cancels_a_lesson,
        lessons(cancelled=True),
        lessons(starts_at=datetime(2027, 1, 4, 9, tzinfo=WIB)),
    ),
]


@pytest.mark.parametrize(("hand", "agreed", "then"), AGREED)
def test_once_the_file_says_what_holds_it_is_the_files_again(
    database: Database, hand: Hand, agreed: dict[str, Any], then: dict[str, Any]
) -> None:
    load(database, wave())
    by_hand(database, hand)
    assert not load(database, wave(**agreed), LATER).changed["meetings"]
    report = load(database, wave(**then), LATER)
    assert report.changed_anything
    assert not load(database, wave(**then), LATER).changed_anything
    with database.snapshot() as session:
        assert the_wave(session).state == "open"


def test_what_was_loaded_before_words_were_kept_counts_as_the_files(database: Database) -> None:
    load(database, wave())
    for model in (Wave, WaveStage, Meeting):
        by_hand(database, forgets(model))
    assert not load(database, wave()).changed_anything
    assert dict(load(database, with_lessons(lesson(1, 6), lesson(2, 5))).changed) == {
        "classes": 1,
        "meetings": 1,
    }


def forgets(model: Any) -> Hand:
    def forget(session: Session, wave: Wave) -> None:
        for row in session.scalars(select(model)):
            row.loaded = None

    return forget


def test_a_new_file_of_another_wave_is_nobodys_collision(database: Database) -> None:
    load(database, wave())
    by_hand(database, closes)
    assert not load(database, Catalogue()).changed_anything
