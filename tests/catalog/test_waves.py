"""Waves move forward by their dates, and by hand where staff say so."""

from datetime import date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchWave, WaveCannotMove
from catalog.waves import (
    STATES,
    advance_waves,
    close_wave,
    finish_wave,
    furthest,
    open_wave,
    registration_is_open,
    start_wave,
    state_by_dates,
    takes_registrations,
)
from storage.database import Database
from storage.models import Provider, Source, Wave
from texts.moments import WIB

OPENS = datetime(2026, 12, 1, 8, tzinfo=WIB)
CLOSES = datetime(2026, 12, 10, 16, tzinfo=WIB)
STARTS, ENDS = date(2027, 1, 4), date(2027, 2, 12)
MINUTE = timedelta(minutes=1)


def add_wave(session: Session, *, dated: bool = True, state: str = "planned") -> Wave:
    wave = Wave(
        slug="gelombang",
        code="GEL-1",
        title="Gelombang",
        state=state,
        provider_id=session.scalars(select(Provider.id)).first(),
        source_id=session.scalars(select(Source.id)).first(),
    )
    if dated:
        wave.registration_opens_at, wave.registration_closes_at = OPENS, CLOSES
        wave.starts_on, wave.ends_on = STARTS, ENDS
    session.add(wave)
    session.flush()
    return wave


def at(day: date, hour: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=WIB)


PASSAGE = [
    (OPENS - MINUTE, "planned"),
    (OPENS, "open"),
    (CLOSES - MINUTE, "open"),
    (CLOSES, "closed"),
    (at(STARTS) - MINUTE, "closed"),
    (at(STARTS), "running"),
    (at(ENDS, 23), "running"),
    (at(ENDS) + timedelta(days=1), "finished"),
]


def test_a_wave_advances_by_its_dates_and_only_once(database: Database) -> None:
    with database.transaction() as session:
        wave = add_wave(session)
        before = "planned"
        for now, state in PASSAGE:
            assert advance_waves(session, now) == (state != before)
            assert wave.state == state
            assert advance_waves(session, now) == 0
            before = state


def test_a_tick_that_comes_weeks_late_goes_straight_to_the_present_state(
    database: Database,
) -> None:
    with database.transaction() as session:
        wave = add_wave(session)
        advance_waves(session, at(ENDS) + timedelta(days=30))
        assert wave.state == "finished"


def test_a_wave_without_dates_waits_for_staff(database: Database) -> None:
    with database.transaction() as session:
        wave = add_wave(session, dated=False)
        assert advance_waves(session, at(ENDS)) == 0
        assert wave.state == "planned"


def test_no_tick_undoes_what_staff_did(database: Database) -> None:
    with database.transaction() as session:
        wave = add_wave(session)
        advance_waves(session, OPENS)
        close_wave(session, wave.id, now=OPENS + MINUTE)
        assert advance_waves(session, OPENS + 2 * MINUTE) == 0
        assert wave.state == "closed"


def test_a_wave_opened_before_its_day_takes_registrations_at_once(database: Database) -> None:
    early = OPENS - timedelta(days=3)
    with database.transaction() as session:
        wave = add_wave(session)
        open_wave(session, wave.id, now=early)
        assert registration_is_open(wave, early)
        assert (wave.registration_opens_at, wave.registration_closes_at) == (early, CLOSES)


def test_a_closed_wave_opens_again_with_a_new_end(database: Database) -> None:
    later = CLOSES + timedelta(days=1)
    with database.transaction() as session:
        wave = add_wave(session, state="closed")
        with pytest.raises(WaveCannotMove):
            open_wave(session, wave.id, now=later)
        open_wave(session, wave.id, closes_at=later + timedelta(days=2), now=later)
        assert registration_is_open(wave, later)
        assert advance_waves(session, later) == 0


def test_closing_ends_registration_now(database: Database) -> None:
    with database.transaction() as session:
        wave = add_wave(session, state="open")
        close_wave(session, wave.id, now=OPENS + MINUTE)
        assert (wave.state, wave.registration_closes_at) == ("closed", OPENS + MINUTE)
        assert not registration_is_open(wave, OPENS + MINUTE)


def test_hand_moves_that_make_no_sense_are_refused(database: Database) -> None:
    with database.transaction() as session:
        wave = add_wave(session, dated=False)
        with pytest.raises(WaveCannotMove) as refused:
            close_wave(session, wave.id, now=OPENS)
        assert (refused.value.state, refused.value.wanted) == ("planned", "closed")
        start_wave(session, wave.id, now=OPENS)
        with pytest.raises(WaveCannotMove):
            open_wave(session, wave.id, now=OPENS)
        finish_wave(session, wave.id, now=OPENS)
        with pytest.raises(WaveCannotMove):
            start_wave(session, wave.id, now=OPENS)
        with pytest.raises(NoSuchWave):
            finish_wave(session, 999_999, now=OPENS)


moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)).map(  # noqa: DTZ001 - zoned here
    lambda moment: moment.replace(tzinfo=WIB)
)
maybe = st.none() | moments
maybe_day = st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1))


@given(maybe, maybe, maybe_day, maybe_day, moments, moments)
def test_time_never_moves_a_wave_back(
    opens: datetime | None,
    closes: datetime | None,
    starts: date | None,
    ends: date | None,
    one: datetime,
    other: datetime,
) -> None:
    wave = Wave(
        registration_opens_at=opens, registration_closes_at=closes, starts_on=starts, ends_on=ends
    )
    earlier, later = sorted([one, other])
    before, after = state_by_dates(wave, earlier), state_by_dates(wave, later)
    assert furthest(before, after) == after


def test_the_query_and_the_row_agree_on_what_is_open(database: Database) -> None:
    with database.transaction() as session:
        wave = add_wave(session)
        for state, now in product(STATES, (OPENS - MINUTE, OPENS, CLOSES - MINUTE, CLOSES)):
            for opens, closes in product((None, OPENS), (None, CLOSES)):
                wave.state = state
                wave.registration_opens_at, wave.registration_closes_at = opens, closes
                found = session.scalars(select(Wave).where(takes_registrations(now))).all()
                assert (wave in found) == registration_is_open(wave, now)
