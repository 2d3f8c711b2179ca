"""Stages are moved as new revisions, where people must hear of it."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import (
    NoSuchStage,
    NoSuchWave,
    OfTheCatalogue,
    StageEndsTooEarly,
    StageOutOfPlace,
    StageThere,
    UnknownStage,
)
from catalog.load import load_catalogue
from catalog.schema import Catalogue, WaveEntry
from catalog.stages import add_stage, drop_stage, move_stage, note_move
from catalog.timeline import history_of, legs_of
from storage.database import Database
from storage.models import Wave, WaveStage
from tests.cast import NOW, WIB, Stage, set_stage

TEST = datetime(2025, 12, 3, 8, tzinfo=WIB)
DAY = timedelta(days=1)


@pytest.fixture
def stage(empty: Database) -> Stage:
    """Its wave has a test of a day, daftar ulang five days later, and trains after both."""
    with empty.transaction() as session:
        stage = set_stage(session)
        session.get_one(Wave, stage.wave_id).starts_on = (TEST + 9 * DAY).date()
        for kind, days in (("test", 0), ("reregistration", 5)):
            starts_at = TEST + days * DAY
            session.add(
                WaveStage(
                    wave_id=stage.wave_id,
                    kind=kind,
                    starts_at=starts_at,
                    ends_at=starts_at + timedelta(hours=8),
                    source_id=stage.source_id,
                )
            )
        return stage


def find(session: Session, kind: str) -> WaveStage:
    return session.scalars(select(WaveStage).where(WaveStage.kind == kind)).one()


def test_a_moved_stage_is_a_new_revision_as_long_as_before(empty: Database, stage: Stage) -> None:
    with empty.transaction() as session:
        moved = move_stage(session, stage.wave_id, "test", starts_at=TEST + DAY, now=NOW)
        assert (moved.starts_at, moved.ends_at) == (TEST + DAY, TEST + DAY + timedelta(hours=8))
        assert (moved.revision, moved.moved_from, moved.changed_at) == (1, TEST, NOW)
        move_stage(session, stage.wave_id, "test", starts_at=TEST + DAY, now=NOW + DAY)
        assert (moved.revision, moved.changed_at) == (1, NOW)


@pytest.mark.parametrize(("kind", "revision"), [("test", 0), ("reregistration", 1)])
def test_another_end_alone_concerns_people_where_it_is_a_deadline(
    empty: Database, stage: Stage, kind: str, revision: int
) -> None:
    with empty.transaction() as session:
        found = find(session, kind)
        note_move(found, starts_at=found.starts_at, ends_at=None, now=NOW)
        assert found.revision == revision
        assert stage.wave_id == found.wave_id


def test_nothing_is_moved_from_before_the_training_past_its_beginning(
    empty: Database, stage: Stage
) -> None:
    with empty.transaction() as session:
        training = training_of(session, stage)
        move_stage(session, stage.wave_id, "test", starts_at=training - DAY, now=NOW)
    for starts_at in (training, training + DAY):
        with empty.transaction() as session, pytest.raises(StageOutOfPlace, match="training"):
            move_stage(session, stage.wave_id, "test", starts_at=starts_at, now=NOW)


def training_of(session: Session, stage: Stage) -> datetime:
    legs = legs_of(session.get_one(Wave, stage.wave_id))
    [begins] = [leg.starts_at for leg in legs if leg.kind == "training"]
    assert begins is not None
    return begins


@pytest.mark.parametrize("kind", ["registration", "training"])
def test_what_follows_the_waves_own_dates_is_not_moved_as_a_stage(
    empty: Database, stage: Stage, kind: str
) -> None:
    load(empty, stages=[{"kind": kind, "starts_at": TEST}])
    with empty.transaction() as session, pytest.raises(UnknownStage, match=kind):
        move_stage(session, stage.wave_id, kind, starts_at=TEST + DAY, now=NOW)


def test_a_stage_is_added_in_order_with_the_waves_own_dates_as_well(
    empty: Database, stage: Stage
) -> None:
    with empty.transaction() as session:
        wave = session.get_one(Wave, stage.wave_id)
        wave.registration_opens_at = TEST - 9 * DAY
        training = training_of(session, stage)
    for kind, starts_at, error in (
        ("papers", TEST - 10 * DAY, "registration"),
        ("certificates", training - DAY, "training"),
    ):
        with empty.transaction() as session, pytest.raises(StageOutOfPlace, match=error):
            add(session, stage, kind, starts_at)


def test_a_stage_that_the_wave_has_not_is_refused(empty: Database, stage: Stage) -> None:
    with empty.transaction() as session, pytest.raises(NoSuchStage):
        move_stage(session, stage.wave_id, "interview", starts_at=TEST, now=NOW)


def load(database: Database, **more: object) -> None:
    facts = {
        "slug": "pbk-2025-3",
        "code": "PBK-2025-3",
        "provider": "uptd",
        "title": "Gelombang 3",
        "source": "contoh",
        "stages": [{"kind": "test", "starts_at": TEST}],
    }
    with database.transaction() as session:
        wave = WaveEntry.model_validate(facts | more)
        load_catalogue(session, Catalogue(waves=[wave]), now=NOW)


def add(session: Session, stage: Stage, kind: str, starts_at: datetime, hours: int = 8) -> None:
    add_stage(
        session, stage.wave_id, kind,
        starts_at=starts_at, ends_at=starts_at + timedelta(hours=hours), actor="staff:Sri", now=NOW,
    )  # fmt: skip


def test_staff_add_a_stage_that_the_catalogue_lacks_and_loading_leaves_it(
    empty: Database, stage: Stage
) -> None:
    with empty.transaction() as session:
        add(session, stage, "papers", TEST - 2 * DAY)
    load(empty)
    with empty.transaction() as session:
        kinds = select(WaveStage.kind, WaveStage.by_hand).order_by(WaveStage.starts_at)
        assert session.execute(kinds).all() == [("papers", True), ("test", False)]
        drop_stage(session, stage.wave_id, "papers", actor="staff:Sri", why="Keliru", now=NOW)
        assert [row.kind for row in session.execute(kinds)] == ["test"]
        rows = [(one.kind, one.move, one.actor) for one in history_of(session, stage.wave_id)]
    assert rows[0] == ("papers", "added", "staff:Sri")
    assert rows[-1] == ("papers", "dropped", "staff:Sri")


def test_once_the_file_has_it_a_stage_is_the_files(empty: Database, stage: Stage) -> None:
    with empty.transaction() as session:
        add(session, stage, "papers", TEST - 2 * DAY)
    written = {"kind": "papers", "starts_at": TEST - 2 * DAY}
    load(empty, stages=[written | {"ends_at": TEST - 2 * DAY + timedelta(hours=8)}])
    with empty.transaction() as session:
        assert not find(session, "papers").by_hand
        with pytest.raises(OfTheCatalogue):
            drop_stage(session, stage.wave_id, "papers", actor="Sri", why="x", now=NOW)


def test_a_stage_that_makes_no_sense_is_refused(empty: Database, stage: Stage) -> None:
    with empty.transaction() as session:
        for kind, starts_at, hours, error in (
            ("training", TEST, 8, UnknownStage),
            ("tests", TEST, 8, UnknownStage),
            ("test", TEST, 8, StageThere),
            ("interview", TEST + DAY, -1, StageEndsTooEarly),
            ("interview", TEST - DAY, 8, StageOutOfPlace),
            ("interview", TEST + 6 * DAY, 8, StageOutOfPlace),
        ):
            with pytest.raises(error):
                add(session, stage, kind, starts_at, hours)
        with pytest.raises(NoSuchWave):
            add_stage(session, 999_999, "papers", starts_at=TEST, actor="Sri", now=NOW)
        with pytest.raises(NoSuchStage):
            drop_stage(session, stage.wave_id, "papers", actor="Sri", why="x", now=NOW)


def test_a_file_with_another_date_moves_a_stage_once(empty: Database, stage: Stage) -> None:
    facts = {
        "slug": "pbk-2025-3",
        "code": "PBK-2025-3",
        "provider": "uptd",
        "title": "Gelombang 3",
        "source": "contoh",
        "stages": [{"kind": "test", "starts_at": TEST + DAY}],
    }
    for later in range(2):
        with empty.transaction() as session:
            wave = WaveEntry.model_validate(facts)
            load_catalogue(session, Catalogue(waves=[wave]), now=NOW + later * DAY)
    with empty.snapshot() as session:
        found = find(session, "test")
        assert (found.wave_id, found.starts_at) == (stage.wave_id, TEST + DAY)
        assert (found.revision, found.moved_from, found.changed_at) == (1, TEST, NOW)
