"""Stages are moved as new revisions, where people must hear of it."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchStage
from catalog.load import load_catalogue
from catalog.schema import Catalogue, WaveEntry
from catalog.stages import move_stage, note_move
from storage.database import Database
from storage.models import WaveStage
from tests.cast import NOW, WIB, Stage, set_stage

TEST = datetime(2025, 12, 3, 8, tzinfo=WIB)
DAY = timedelta(days=1)


@pytest.fixture
def stage(empty: Database) -> Stage:
    """Its wave has a test of a day, and daftar ulang over two."""
    with empty.transaction() as session:
        stage = set_stage(session)
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


def test_a_stage_that_the_wave_has_not_is_refused(empty: Database, stage: Stage) -> None:
    with empty.transaction() as session, pytest.raises(NoSuchStage):
        move_stage(session, stage.wave_id, "interview", starts_at=TEST, now=NOW)


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
