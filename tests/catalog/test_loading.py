"""Loading adds and changes by slug, twice is as good as once, and people's rows stay theirs."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import UnknownReference
from catalog.load import LoadReport, holds_catalogue, known_in, load_catalogue
from catalog.schema import Catalogue, RuleEntry, WaveEntry
from catalog.waves import close_wave, open_wave
from storage.base import Base
from storage.database import Database
from storage.models import CourseClass, EligibilityRule, Meeting, Programme, Wave, WaveStage
from tests.cast import SITI, apply
from tests.catalog.conftest import NOW, bundled
from texts.moments import WIB

OPENS = datetime(2026, 11, 20, 8, tzinfo=WIB)
CLOSES = datetime(2026, 11, 30, 16, tzinfo=WIB)


def lesson(number: int, day: int, **more: Any) -> dict[str, Any]:
    starts = datetime(2027, 1, day, 7, 30, tzinfo=WIB)
    return {
        "number": number,
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=7, minutes=45),
    } | more


def wave(**more: Any) -> Catalogue:
    """One wave with one class of two lessons, whose registration is open at NOW."""
    classes = [
        {
            "programme": "menjahit",
            "capacity": 16,
            "place": "uptd-jelupang",
            "meetings": [lesson(1, 4), lesson(2, 5)],
        }
    ]
    facts = {
        "slug": "pbk-2027-1",
        "code": "PBK-2027-1",
        "provider": "uptd-pelatihan-kerja",
        "title": "Gelombang 1",
        "source": "pers-lain",
        "registration_opens_at": OPENS,
        "registration_closes_at": CLOSES,
        "starts_on": date(2027, 1, 4),
        "stages": [{"kind": "test", "starts_at": datetime(2026, 12, 3, 8, tzinfo=WIB)}],
        "classes": classes,
    }
    return Catalogue(waves=[WaveEntry.model_validate(facts | more)])


def with_lessons(*lessons: dict[str, Any]) -> Catalogue:
    return wave(
        classes=[{"programme": "menjahit", "place": "uptd-jelupang", "meetings": list(lessons)}]
    )


def load(database: Database, catalogue: Catalogue, now: datetime = NOW) -> LoadReport:
    with database.transaction() as session:
        return load_catalogue(session, catalogue, now=now)


def the_wave(session: Session) -> Wave:
    return session.scalars(select(Wave).where(Wave.slug == "pbk-2027-1")).one()


def lessons(database: Database) -> list[Meeting]:
    with database.snapshot() as session:
        return list(session.scalars(select(Meeting).order_by(Meeting.number)))


def snapshot(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with database.snapshot() as session:
        return {
            table.name: sorted(map(tuple, session.execute(select(table))), key=str)
            for table in Base.metadata.sorted_tables
        }


def test_the_bundled_catalogue_loads_into_an_empty_database(empty: Database) -> None:
    with empty.transaction() as session:
        assert holds_catalogue(session) is False
        report = load_catalogue(session, bundled(), now=NOW)
        assert holds_catalogue(session) is True
    assert dict(report.added) == {
        "sources": 8,
        "places": 3,
        "providers": 4,
        "dormitories": 1,
        "clusters": 13,
        "programmes": 24,
        "rules": 44,
        "waves": 4,
        "classes": 16,
        "partners": 1,
        "branches": 2,
        "mous": 1,
        "referrals": 1,
        "tracks": 3,
        "items": 32,
        "cautions": 5,
        "promises": 1,
    }
    assert not report.changed
    assert not report.left


def test_a_second_loading_changes_nothing(database: Database) -> None:
    load(database, wave())
    before = snapshot(database)
    again = load(database, bundled()), load(database, wave())
    assert [report.changed_anything for report in again] == [False, False]
    assert list(again[1].by_noun()) == [
        ("waves", 0, 0, 0, 1),
        ("stages", 0, 0, 0, 1),
        ("classes", 0, 0, 0, 1),
        ("meetings", 0, 0, 0, 2),
    ]
    assert snapshot(database) == before


def test_only_what_differs_is_changed(database: Database) -> None:
    programmes = [
        one.model_copy(update={"title": "Menjahit Busana"}) if one.slug == "menjahit" else one
        for one in bundled().programmes
    ]
    report = load(database, replace(bundled(), programmes=programmes))
    assert dict(report.changed) == {"programmes": 1}
    with database.snapshot() as session:
        title = session.scalar(select(Programme.title).where(Programme.slug == "menjahit"))
    assert title == "Menjahit Busana"


def test_a_slug_that_is_nowhere_loads_nothing_at_all(database: Database) -> None:
    before = snapshot(database)
    with pytest.raises(UnknownReference) as missing:
        load(database, wave(classes=[{"programme": "menjahit"}, {"programme": "melukis"}]))
    assert (missing.value.noun, missing.value.slug) == ("programmes", "melukis")
    assert snapshot(database) == before


def test_a_file_may_point_to_what_the_database_holds(database: Database) -> None:
    load(database, wave())
    with database.snapshot() as session:
        known = known_in(session)
    assert known.slugs["programmes"] == {one.slug for one in bundled().programmes}
    assert known.codes["PBK-2027-1"] == "pbk-2027-1"


def test_what_people_have_done_is_never_touched(database: Database) -> None:
    load(database, wave())
    with database.transaction() as session:
        class_id = select(CourseClass.id).where(CourseClass.wave_id == the_wave(session).id)
        apply(session, SITI, session.scalars(class_id).one(), now=NOW)
    people = ("accounts", "applicants", "applications", "application_changes", "number_series")
    before = {name: rows for name, rows in snapshot(database).items() if name in people}
    assert all(before.values())
    load(database, wave(title="Lain", state="finished", classes=[], stages=[]))
    load(database, bundled())
    assert {name: rows for name, rows in snapshot(database).items() if name in people} == before


def test_a_moved_meeting_is_a_new_revision_and_remembers_where_from(database: Database) -> None:
    load(database, wave())
    report = load(database, with_lessons(lesson(1, 4), lesson(2, 6)))
    first, second = lessons(database)
    assert (first.revision, first.moved_from) == (0, None)
    assert (second.revision, second.moved_from) == (1, datetime(2027, 1, 5, 7, 30, tzinfo=WIB))
    assert second.starts_at == datetime(2027, 1, 6, 7, 30, tzinfo=WIB)
    assert report.moved_meetings == [second.id]


def test_another_place_is_a_move_too(database: Database) -> None:
    load(database, wave())
    load(database, with_lessons(lesson(1, 4, place="bbpvp-serang"), lesson(2, 5)))
    first, second = lessons(database)
    assert (first.revision, first.moved_from) == (1, first.starts_at)
    assert (second.revision, second.moved_from) == (0, None)


def test_a_cancelled_meeting_is_a_new_revision_and_can_be_held_after_all(
    database: Database,
) -> None:
    load(database, wave())
    cancelling = with_lessons(lesson(1, 4, cancelled=True), lesson(2, 5))
    report = load(database, cancelling)
    first, _ = lessons(database)
    assert (first.cancelled, first.revision) == (True, 1)
    assert (report.cancelled_meetings, report.moved_meetings) == ([first.id], [])
    assert load(database, cancelling).cancelled_meetings == []
    load(database, wave())
    assert (lessons(database)[0].cancelled, lessons(database)[0].revision) == (False, 2)


def test_a_new_topic_is_no_revision(database: Database) -> None:
    load(database, wave())
    report = load(database, with_lessons(lesson(1, 4, topic="Membuat pola"), lesson(2, 5)))
    assert [(one.topic, one.revision) for one in lessons(database)] == [
        ("Membuat pola", 0),
        (None, 0),
    ]
    assert report.changed["meetings"] == 1


def test_what_vanished_from_the_file_stays_and_is_reported(database: Database) -> None:
    load(database, wave())
    assert load(database, with_lessons(lesson(1, 4))).left == ["pbk-2027-1/menjahit/2"]
    assert load(database, wave(classes=[])).left == ["pbk-2027-1/menjahit"]
    assert [(one.number, one.cancelled) for one in lessons(database)] == [(1, False), (2, False)]


def test_a_stage_that_vanished_is_removed(database: Database) -> None:
    load(database, wave())
    assert dict(load(database, wave(stages=[])).removed) == {"stages": 1}
    with database.snapshot() as session:
        assert session.scalars(select(WaveStage)).all() == []


def test_a_rule_lets_go_of_a_programme_that_it_no_longer_names(database: Database) -> None:
    (rule,) = [one for one in bundled().rules if one.slug == "warga-kota-serang"]
    fewer: list[RuleEntry] = [rule.model_copy(update={"programmes": ["soft-skill", "sablon"]})]
    report = load(database, Catalogue(rules=fewer))
    assert (report.removed["rules"], report.unchanged["rules"]) == (2, 2)
    with database.snapshot() as session:
        kept = session.scalars(
            select(EligibilityRule.slug).where(EligibilityRule.slug.startswith("warga-"))
        )
        assert set(kept) == {"warga-kota-serang.soft-skill", "warga-kota-serang.sablon"}


STATES: list[tuple[dict[str, Any], datetime, str]] = [
    ({}, OPENS - timedelta(seconds=1), "planned"),
    ({}, OPENS, "open"),
    ({}, CLOSES, "closed"),
    ({}, datetime(2027, 1, 4, 0, tzinfo=WIB), "running"),
    ({"ends_on": date(2027, 1, 5)}, datetime(2027, 1, 6, 0, tzinfo=WIB), "finished"),
    ({"state": "closed"}, OPENS, "closed"),
    ({"state": "planned"}, OPENS, "open"),
]


def test_a_new_wave_is_in_the_state_of_its_dates_or_further(database: Database) -> None:
    with database.transaction() as session:
        for written, now, state in STATES:
            attempt = session.begin_nested()
            load_catalogue(session, wave(**written), now=now)
            assert the_wave(session).state == state
            attempt.rollback()


def open_early(session: Session, wave_id: int) -> Wave:
    return open_wave(session, wave_id, now=NOW)


def close_early(session: Session, wave_id: int) -> Wave:
    return close_wave(session, wave_id, now=NOW)


@pytest.mark.parametrize(("move", "state"), [(open_early, "open"), (close_early, "closed")])
def test_a_file_without_dates_leaves_a_wave_where_staff_moved_it(
    database: Database, move: Callable[[Session, int], Wave], state: str
) -> None:
    undated = wave(registration_opens_at=None, registration_closes_at=None, starts_on=None)
    load(database, undated)
    with database.transaction() as session:
        the_wave(session).state = "open" if state == "closed" else "planned"
        move(session, the_wave(session).id)
        the_wave(session).registration_closes_at = None
    load(database, undated)
    with database.snapshot() as session:
        assert the_wave(session).state == state


def test_a_later_closing_in_the_file_opens_a_closed_wave_again(database: Database) -> None:
    after = CLOSES + timedelta(days=1)
    load(database, wave(), after)
    load(database, wave(registration_closes_at=CLOSES + timedelta(days=5)), after)
    with database.snapshot() as session:
        assert the_wave(session).state == "open"


def test_two_loadings_at_once_wait_for_each_other(empty: Database) -> None:
    with ThreadPoolExecutor(4) as pool:
        reports = list(pool.map(lambda _: load(empty, bundled()), range(4)))
    assert sorted(report.added["programmes"] for report in reports) == [0, 0, 0, 24]
