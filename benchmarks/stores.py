"""Fresh databases to measure on: SQLite in a folder of its own, PostgreSQL where there is one."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text

from storage.database import Database, connect
from storage.migrations import upgrade
from storage.vault import Vault, make_key
from tests.cluster import NoPostgres
from tests.postgres import Databases, durable_server

Fresh = Callable[[], AbstractContextManager[str]]
"""The SQLAlchemy URL of a migrated, empty database that is gone at the end."""


@contextmanager
def stores() -> Iterator[dict[str, Fresh]]:
    """By system. PostgreSQL: one that is durable; none where none is installed."""
    with ExitStack() as stack:
        found: dict[str, Fresh] = {"sqlite": sqlite_file}
        try:
            server = stack.enter_context(durable_server())
            found["postgresql"] = stack.enter_context(closing(Databases(server))).fresh
        except NoPostgres as reason:
            print(f"without PostgreSQL: {reason}")
        yield found


@contextmanager
def opened(fresh: Fresh) -> Iterator[tuple[str, Database]]:
    """A fresh database's URL, and that database, opened as in production."""
    with fresh() as url, closing(open_at(url)) as database:
        yield url, database


def open_at(url: str) -> Database:
    """As in production, with a key of its own."""
    return Database(url, vault=Vault(make_key()))


def durability(url: str) -> str:
    """What a commit waits for, in the words of the system itself."""
    engine = connect(url)
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            return f"synchronous={connection.scalar(text('PRAGMA synchronous'))} (2: FULL)"
        told = {name: connection.scalar(text(f"SHOW {name}")) for name in SETTINGS}
    engine.dispose()
    return ", ".join(f"{name}={value}" for name, value in told.items())


SETTINGS = ("fsync", "synchronous_commit")


@contextmanager
def sqlite_file() -> Iterator[str]:
    with TemporaryDirectory(prefix="jawara-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'jawara.db'}"
        upgrade(url)
        yield url
