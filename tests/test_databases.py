"""The fixtures that the other tests rely on."""

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from tests.cluster import Cluster
from tests.postgres import Databases


def leave_a_note(url: str) -> list[str]:
    """Which notes are there, once one more was left."""
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE IF NOT EXISTS note (words TEXT)"))
        connection.execute(text("INSERT INTO note VALUES ('Siti was here')"))
        return list(connection.execute(text("SELECT words FROM note")).scalars())


@pytest.mark.parametrize("turn", [1, 2])
def test_what_one_test_wrote_the_next_does_not_find(database_url: str, turn: int) -> None:
    assert leave_a_note(database_url) == ["Siti was here"]


def test_the_database_is_migrated(database_url: str) -> None:
    engine = create_engine(database_url, poolclass=NullPool)
    with engine.connect() as connection:
        assert inspect(connection).has_table("alembic_version")


def test_a_server_of_ones_own_can_crash_and_keeps_what_was_committed(own_postgres: Cluster) -> None:
    databases = Databases(own_postgres.url)
    with databases.fresh() as url:
        leave_a_note(url)
        own_postgres.stop("immediate")
        with pytest.raises(OperationalError):
            leave_a_note(url)
        own_postgres.start()
        assert leave_a_note(url) == ["Siti was here", "Siti was here"]
