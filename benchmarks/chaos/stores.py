"""Databases that can be taken away: a file that somebody else locks, a server that is stopped."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.chaos.town import Outage
from tests.cluster import Cluster
from tests.postgres import Databases

Fresh = Callable[[], AbstractContextManager[tuple[str, Outage]]]
"""A fresh database's SQLAlchemy URL, and what takes it away for so many seconds."""


@contextmanager
def sqlite_files() -> Iterator[Fresh]:
    with TemporaryDirectory(prefix="jawara-chaos-") as folder:

        @contextmanager
        def fresh() -> Iterator[tuple[str, Outage]]:
            with TemporaryDirectory(dir=folder) as place:
                file = Path(place) / "jawara.db"
                yield f"sqlite:///{file}", lambda length_s: hold_lock(file, length_s)

        yield fresh


@contextmanager
def postgresql_server() -> Iterator[Fresh]:
    """A server of our own, gone at the end. Raises NoPostgres where none is installed."""
    with Cluster() as cluster, closing(Databases(cluster.url)) as databases:

        @contextmanager
        def fresh() -> Iterator[tuple[str, Outage]]:
            with databases.fresh() as url:
                yield url, lambda length_s: stop(cluster, length_s)

        yield fresh


def hold_lock(file: Path, length_s: float) -> None:
    """Somebody else writes for so long."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        time.sleep(length_s)
        connection.execute("ROLLBACK")


def stop(cluster: Cluster, length_s: float) -> None:
    """A crash, from which the next start recovers."""
    cluster.stop("immediate")
    time.sleep(length_s)
    cluster.start()


STORES: dict[str, Callable[[], AbstractContextManager[Fresh]]] = {
    "sqlite": sqlite_files,
    "postgresql": postgresql_server,
}
