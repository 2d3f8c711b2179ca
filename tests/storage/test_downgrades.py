"""Each migration since the first release is taken back with data in every table, and made again.

What the version before it knew is kept to the last column; what it did not know is gone with its
tables and columns, and nothing else.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from storage import migrations
from storage.database import connect
from storage.migrations import current, downgrade, newest, upgrade
from tests.storage.some_rows import Rows, fill, read_rows

FIRST = "0004"
"""Those before are tested by what they move (`test_migrations`)."""
SCRIPTS = ScriptDirectory(str(Path(migrations.__file__).parent))
STEPS = [
    (str(script.down_revision), script.revision)
    for script in SCRIPTS.walk_revisions()
    if script.revision >= FIRST
]
"""The newest first: what is left by one is what the next begins with."""


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = connect(database_url)
    yield engine
    engine.dispose()


def filled(engine: Engine) -> Rows:
    """Two rows in every table, those that were there already among them."""
    with engine.begin() as connection:
        return read_rows(connection, tables=fill(connection))


def rows_in(engine: Engine, like: Rows | None = None) -> Rows:
    with engine.connect() as connection:
        return read_rows(connection, like)


def within(rows: Rows, like: Rows) -> Rows:
    """As much of `rows` as `like` has tables and columns for."""
    return {
        table: [{column: row[column] for column in like[table][0]} for row in rows[table]]
        for table in like
    }


def test_nothing_else_is_lost_on_the_way_back_and_forth(database_url: str, engine: Engine) -> None:
    held = filled(engine)
    for before, after in STEPS:
        downgrade(database_url, before)
        left = rows_in(engine)
        assert current(engine) == before
        assert {len(rows) for rows in left.values()} == {2}, before
        assert set(left) <= set(held), before
        assert left == within(held, left), before
        upgrade(database_url, after)
        assert rows_in(engine, left) == left, after
        downgrade(database_url, before)
        held = left
    # What each version has made goes through all that come after it.
    for _, after in reversed(STEPS):
        upgrade(database_url, after)
        with engine.begin() as connection:
            fill(connection)
    assert current(engine) == newest()
    assert {len(rows) for rows in rows_in(engine).values()} == {2}


def test_who_has_no_phone_goes_with_the_schools_and_nobody_else(
    database_url: str, engine: Engine
) -> None:
    downgrade(database_url, "0008")
    filled(engine)
    with engine.begin() as connection:
        gone = "UPDATE accounts SET telegram_id = -1, unreachable_reason = 'no_phone' WHERE id = 2"
        connection.execute(text(gone))
    downgrade(database_url, "0007")
    with engine.connect() as connection:
        accounts = connection.scalars(text("SELECT id FROM accounts")).all()
        applications = connection.scalars(text("SELECT id FROM applications")).all()
    assert (accounts, applications) == ([1], [1])


def test_a_track_is_of_whoever_is_alone_on_a_phone(database_url: str, engine: Engine) -> None:
    """Of several people it is nobody's by name; going back, each phone has the oldest of a kind."""
    downgrade(database_url, "0016")
    before = filled(engine)
    upgrade(database_url, "0017")
    assert holders(engine) == [(1, 1), (2, 2)]
    with engine.begin() as connection:
        connection.execute(text(ANOTHER_FOLLOWS))
        connection.execute(text("UPDATE applicants SET account_id = 1 WHERE id = 2"))
    downgrade(database_url, "0016")
    back = rows_in(engine, before)
    for table in ("track_follows", "track_marks", "track_changes"):
        assert back[table] == before[table]
    upgrade(database_url, "0017")
    assert holders(engine) == [(1, None), (2, None)]


ANOTHER_FOLLOWS = """INSERT INTO track_follows (id, account_id, programme_id, since, applicant_id)
SELECT 3, account_id, programme_id, since, 2 FROM track_follows WHERE id = 1"""


def holders(engine: Engine) -> list[tuple[int, int | None]]:
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT id, applicant_id FROM track_follows ORDER BY id"))
        return [(id_, who) for id_, who in rows]
