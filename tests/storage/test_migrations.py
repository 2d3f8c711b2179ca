"""Migrations: up, down and up again, against the models, on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from storage import migrations
from storage.base import Base
from storage.database import connect
from storage.migrations import UnknownRevision, current, differences, downgrade, newest, upgrade
from tests.storage.some_rows import Rows, fill, read_rows


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = connect(database_url)
    yield engine
    engine.dispose()


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def test_the_tables_are_those_of_the_models(engine: Engine) -> None:
    assert differences(engine) == []
    assert tables(engine) == set(Base.metadata.tables)


def test_one_can_go_back_and_forth_again(database_url: str, engine: Engine) -> None:
    downgrade(database_url)
    assert (current(engine), tables(engine)) == (None, set())
    upgrade(database_url)
    assert (current(engine), differences(engine)) == (newest(), [])


def test_being_up_to_date_can_be_repeated(database_url: str, engine: Engine) -> None:
    upgrade(database_url)
    upgrade(database_url, newest())
    assert current(engine) == newest()


def test_a_database_of_a_later_version_is_left_alone(database_url: str, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UnknownRevision, match="9999"):
        upgrade(database_url)
    assert current(engine) == "9999"


def test_the_newest_is_alembics_head() -> None:
    scripts = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert scripts.get_heads() == [newest()]


def test_what_a_first_version_holds_is_kept_by_the_second_and_by_the_way_back(
    database_url: str, engine: Engine
) -> None:
    downgrade(database_url, "0001")
    with engine.begin() as connection:
        fill(connection)
        before = read_rows(connection)
    assert (len(before), {len(rows) for rows in before.values()}) == (31, {2})
    upgrade(database_url, "0002")
    assert kept(engine, before) == before
    downgrade(database_url, "0001")
    assert (tables(engine), kept(engine, before)) == (set(before), before)
    upgrade(database_url)
    assert (current(engine), kept(engine, before)) == (newest(), before)


def kept(engine: Engine, before: Rows) -> Rows:
    with engine.connect() as connection:
        return read_rows(connection, before)


def test_who_was_admitted_before_there_were_seats_has_one(
    database_url: str, engine: Engine
) -> None:
    downgrade(database_url, "0002")
    with engine.begin() as connection:
        fill(connection)
        connection.execute(text("UPDATE applications SET class_id = 1, state = 'admitted'"))
        connection.execute(text("UPDATE classes SET capacity = 1 WHERE id = 1"))
        connection.execute(text("UPDATE classes SET capacity = NULL WHERE id = 2"))
    upgrade(database_url)
    seats = text("SELECT class_id, number, application_id FROM seats ORDER BY id")
    with engine.begin() as connection:
        assert connection.execute(seats).all() == [(1, 1, 1), (1, 2, 2)]
        connection.execute(text("UPDATE applications SET state = 'offered' WHERE id = 1"))
        connection.execute(text("UPDATE applications SET state = 'lapsed' WHERE id = 2"))
    downgrade(database_url, "0002")
    states = text("SELECT state FROM applications ORDER BY id")
    with engine.connect() as connection:
        assert connection.scalars(states).all() == ["submitted", "withdrawn"]


def test_who_waited_in_a_wave_that_is_over_waits_no_longer(
    database_url: str, engine: Engine
) -> None:
    downgrade(database_url, "0002")
    with engine.begin() as connection:
        fill(connection)
        connection.execute(text("DELETE FROM application_changes"))  # whose number was given
        connection.execute(text("UPDATE applications SET state = 'submitted'"))
        connection.execute(text("UPDATE waves SET state = 'finished'"))
    upgrade(database_url)
    states = text("SELECT DISTINCT state FROM applications")
    ends = text("SELECT DISTINCT actor, to_state FROM application_changes WHERE reason = 'over'")
    with engine.connect() as connection:
        assert connection.scalars(states).all() == ["not_selected"]
        assert connection.execute(ends).all() == [("jawara", "not_selected")]
