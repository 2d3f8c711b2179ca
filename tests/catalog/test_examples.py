"""The demo's examples: always something to try, never moved once somebody has seen it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from catalog.example_waves import ROLES, WORKSHOPS
from catalog.examples import example_catalogue, load_examples
from catalog.waves import advance_waves, close_wave, registration_is_open, state_by_dates
from storage.database import Database
from storage.models import Meeting, Wave
from tests.catalog.conftest import NOW
from texts.moments import WIB

days = st.dates(date(2026, 1, 1), date(2030, 12, 31))


def waves_of(database: Database) -> dict[str, dict[str, Any]]:
    with database.snapshot() as session:
        rows = session.scalars(select(Wave).where(Wave.example))
        return {
            row.slug: {name: getattr(row, name) for name in Wave.__table__.columns.keys()}  # noqa: SIM118 - a column collection iterates over columns
            for row in rows
        }


def load(database: Database, now: datetime) -> dict[str, dict[str, Any]]:
    with database.transaction() as session:
        advance_waves(session, now)
        load_examples(session, now=now)
    return waves_of(database)


@settings(max_examples=40, deadline=None)
@given(days)
def test_on_any_day_there_is_one_wave_of_each_kind_and_a_lesson_tomorrow(today: date) -> None:
    now = datetime.combine(today, time(10), WIB)
    waves = dict(zip(ROLES, example_catalogue(today).waves, strict=True))
    assert {role: state_by_dates(wave, now) for role, wave in waves.items()} == {
        "seleksi": "open",
        "berjalan": "running",
        "cepat": "open",
        "rencana": "planned",
    }
    assert all(wave.example and wave.title.endswith("(contoh)") for wave in waves.values())
    assert len({wave.code for wave in waves.values()}) == 4
    lessons = {one.starts_at.date() for one in waves["berjalan"].classes[0].meetings}
    assert today + timedelta(days=1) in lessons


@settings(max_examples=40, deadline=None)
@given(days)
def test_the_selection_has_all_thirteen_workshops_and_its_stages_in_order(today: date) -> None:
    wave = example_catalogue(today).waves[0]
    assert [(one.programme, one.capacity) for one in wave.classes] == [(x, 16) for x in WORKSHOPS]
    starts = [stage.starts_at for stage in wave.stages]
    assert starts == sorted(starts)
    meetings = wave.classes[0].meetings
    assert len(meetings) == 30
    assert {one.starts_at.weekday() for one in meetings} == {0, 1, 2, 3, 4}
    assert {(f"{one.starts_at:%H.%M}", f"{one.ends_at:%H.%M}") for one in meetings} == {
        ("07.30", "15.15")
    }


def test_a_second_start_changes_nothing_not_even_on_the_next_day(database: Database) -> None:
    first = load(database, NOW)
    assert len(first) == 4
    assert load(database, NOW + timedelta(minutes=5)) == first
    assert load(database, NOW + timedelta(days=1)) == first


def test_a_registration_closed_by_hand_stays_closed_at_the_next_start(database: Database) -> None:
    waves = load(database, NOW)
    [open_one] = [slug for slug in waves if slug.startswith("contoh-seleksi-")]
    with database.transaction() as session:
        wave = session.scalars(select(Wave).where(Wave.slug == open_one)).one()
        close_wave(session, wave.id, now=NOW + timedelta(minutes=5))
    closed = waves_of(database)
    assert load(database, NOW + timedelta(minutes=10)) == closed


def test_what_is_over_is_replaced_and_the_rest_is_left_alone(database: Database) -> None:
    before = load(database, NOW)
    for later in (7, 10, 30, 60, 200):
        now = NOW + timedelta(days=later)
        after = load(database, now)
        assert set(before) <= set(after)
        assert {slug: dates(wave) for slug, wave in before.items()} == {
            slug: dates(after[slug]) for slug in before
        }
        assert kinds_open(database, now) >= {"seleksi", "cepat"}
        assert load(database, now) == after
        before = after


def dates(wave: dict[str, Any]) -> list[object]:
    names = ("registration_opens_at", "registration_closes_at", "starts_on", "ends_on")
    return [wave[name] for name in names]


def kinds_open(database: Database, now: datetime) -> set[str]:
    """The kinds of example that take registrations; there must be lessons to come as well."""
    with database.snapshot() as session:
        waves = session.scalars(select(Wave).where(Wave.example)).all()
        assert session.scalar(select(func.count(Meeting.id)).where(Meeting.starts_at > now))
        return {wave.slug.split("-")[1] for wave in waves if registration_is_open(wave, now)}


def test_examples_are_made_for_the_day_in_wib(database: Database) -> None:
    late = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)  # the 23rd, 00.30 WIB
    assert "contoh-seleksi-20261123" in load(database, late)
