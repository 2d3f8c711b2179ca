"""Interest is left once, and answered once for each class that opens."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchProgramme
from catalog.interests import (
    announce_openings,
    has_interest,
    leave_interest,
    withdraw_interest,
)
from catalog.waves import close_wave, open_wave
from storage.database import Database
from storage.models import CourseClass, Notice, Programme, Wave
from tests.cast import CLOSES_AT, NOW, Stage, set_stage
from tests.catalog.conftest import add_account


@pytest.fixture
def stage(empty: Database) -> Stage:
    with empty.transaction() as session:
        return set_stage(session)


def programme_of(session: Session, class_id: int) -> int:
    return session.scalars(select(CourseClass.programme_id).where(CourseClass.id == class_id)).one()


def test_interest_is_left_once_and_withdrawn_once(empty: Database, stage: Stage) -> None:
    with empty.transaction() as session:
        siti, las = add_account(session, 1), programme_of(session, stage.class_id)
        assert not has_interest(session, siti, las)
        assert leave_interest(session, siti, las, now=NOW) is True
        assert leave_interest(session, siti, las, now=NOW) is False
        assert has_interest(session, siti, las)
        assert withdraw_interest(session, siti, las) is True
        assert withdraw_interest(session, siti, las) is False
        assert not has_interest(session, siti, las)


def test_interest_in_what_is_not_there_is_refused(empty: Database, stage: Stage) -> None:
    with empty.transaction() as session, pytest.raises(NoSuchProgramme):
        leave_interest(session, add_account(session, 1), 999_999, now=NOW)


def test_an_opening_is_told_once_to_each_who_asked(empty: Database, stage: Stage) -> None:
    with empty.transaction() as session:
        siti, budi, rina = (add_account(session, number) for number in (1, 2, 3))
        las = programme_of(session, stage.class_id)
        other = programme_of(session, stage.other_class_id)
        for account_id, programme_id in ((siti, las), (siti, other), (budi, las)):
            leave_interest(session, account_id, programme_id, now=NOW)
        assert announce_openings(session, NOW) == 3
        assert announce_openings(session, NOW + timedelta(hours=1)) == 0
    with empty.snapshot() as session:
        notices = session.scalars(select(Notice).order_by(Notice.key)).all()
    assert sorted((one.account_id, one.facts["class_id"]) for one in notices) == sorted(
        [(siti, stage.class_id), (siti, stage.other_class_id), (budi, stage.class_id)]
    )
    assert rina not in {one.account_id for one in notices}
    first = notices[0]
    assert first.key == f"opening:{first.facts['class_id']}:{first.account_id}"
    assert {(one.kind, one.lane, one.due_at, one.expires_at) for one in notices} == {
        ("registration_open", 2, NOW, CLOSES_AT)
    }


def test_nothing_is_told_while_registration_is_not_open(empty: Database, stage: Stage) -> None:
    with empty.transaction() as session:
        siti, las = add_account(session, 1), programme_of(session, stage.class_id)
        leave_interest(session, siti, las, now=NOW)
        close_wave(session, stage.wave_id, now=NOW)
        assert announce_openings(session, NOW) == 0
        later = NOW + timedelta(hours=1)
        open_wave(session, stage.wave_id, closes_at=CLOSES_AT, now=later)
        assert announce_openings(session, CLOSES_AT) == 0
        assert announce_openings(session, later) == 1


def test_interest_left_while_it_is_open_already_is_answered_too(
    empty: Database, stage: Stage
) -> None:
    with empty.transaction() as session:
        siti = add_account(session, 1)
        assert announce_openings(session, NOW) == 0
        leave_interest(session, siti, programme_of(session, stage.class_id), now=NOW)
        assert announce_openings(session, NOW) == 1


def test_a_wave_without_an_end_is_news_for_thirty_days(empty: Database, stage: Stage) -> None:
    with empty.transaction() as session:
        wave = session.get_one(Wave, stage.wave_id)
        wave.registration_closes_at = None
        leave_interest(
            session, add_account(session, 1), programme_of(session, stage.class_id), now=NOW
        )
        announce_openings(session, NOW)
        assert session.scalars(select(Notice.expires_at)).all() == [NOW + timedelta(days=30)]


def test_who_muted_alerts_is_passed_over(empty: Database, stage: Stage) -> None:
    with empty.transaction() as session:
        muted = add_account(session, 1, alerts_muted=True)
        for programme_id in session.scalars(select(Programme.id)).all():
            leave_interest(session, muted, programme_id, now=NOW)
        assert announce_openings(session, NOW) == 0
