"""Fresh PostgreSQL databases for tests, on the server that is at hand."""

import getpass
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

from sqlalchemy import URL, Engine, create_engine, make_url, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from storage.migrations import upgrade
from tests.cluster import Cluster, NoPostgres

DRIVER = "postgresql+psycopg"


class Databases:
    """Databases on one server, each a copy of one that was migrated once.

    Copying takes some hundredths of a second, where migrating takes tenths.
    """

    def __init__(self, server: URL) -> None:
        self._server = server
        self._engine = _administer(server)
        self._how = _quickest_way_to_copy(self._engine)
        # Several test processes may share the server.
        self._names = (f"jawara_test_{os.getpid()}_{number}" for number in count())
        self._templates = {"empty": self._create("template0")}
        upgrade(self._url(self._templates["empty"]))

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """The SQLAlchemy URL of a migrated, empty database that is dropped at the end."""
        with self._copied("empty") as url:
            yield url

    @contextmanager
    def filled(self, fill: Callable[[str], None]) -> Iterator[str]:
        """The same with what `fill` puts into it: done once, and copied from then on."""
        if fill.__name__ not in self._templates:
            self._templates[fill.__name__] = self._create(self._templates["empty"])
            fill(self._url(self._templates[fill.__name__]))
        with self._copied(fill.__name__) as url:
            yield url

    def close(self) -> None:
        for name in self._templates.values():
            self._drop(name)
        self._engine.dispose()

    @contextmanager
    def _copied(self, template: str) -> Iterator[str]:
        name = self._create(self._templates[template])
        try:
            yield self._url(name)
        finally:
            self._drop(name)

    def _create(self, template: str) -> str:
        name = next(self._names)
        self._say(f"CREATE DATABASE {name} TEMPLATE {template} {self._how}")
        return name

    def _drop(self, name: str) -> None:
        # By force: a bot that a test has killed may still count as connected.
        self._say(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _say(self, statement: str) -> None:
        with self._engine.connect() as connection:
            connection.execute(text(statement))

    def _url(self, name: str) -> str:
        return self._server.set(database=name).render_as_string(hide_password=False)


@contextmanager
def postgres_server() -> Iterator[URL]:
    """For tests: JAWARA_TEST_POSTGRES, else one of our own, else what runs on 127.0.0.1:5432.

    Our own is the fastest: it need not survive a power cut. Raises NoPostgres when there is none of
    them, OperationalError when the one that was named does not let us in.
    """
    named = _named_server()
    if named:
        yield named
        return
    try:
        own = Cluster()
    except NoPostgres:
        running = _local_server()
        if not running:
            raise
        yield running
        return
    with own:
        yield own.url


@contextmanager
def durable_server() -> Iterator[URL]:
    """For measuring: ours, whose commits wait for no disk, comes last."""
    running = _named_server() or _local_server()
    if running:
        yield running
        return
    with Cluster() as own:
        yield own.url


def _named_server() -> URL | None:
    named = os.environ.get("JAWARA_TEST_POSTGRES")
    return make_url(named).set(drivername=DRIVER) if named else None


def _local_server() -> URL | None:
    for user in ("postgres", getpass.getuser()):
        server = URL.create(DRIVER, user, host="127.0.0.1", port=5432, database="postgres")
        try:
            if _may_create_databases(server):
                return server
        except OperationalError:
            continue
    return None


def _may_create_databases(server: URL) -> bool:
    engine = _administer(server)
    rights = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
    with engine.connect() as connection:
        return bool(connection.execute(text(rights)).scalar_one())


def _quickest_way_to_copy(engine: Engine) -> str:
    """By files, block by block through the log it takes almost three times the work."""
    with engine.connect() as connection:
        version = connection.execute(text("SHOW server_version_num")).scalar_one()
    return "STRATEGY file_copy" if int(version) >= 15_00_00 else ""  # before, no other was known


def _administer(server: URL) -> Engine:
    options = {"connect_timeout": 3}
    return create_engine(
        server, isolation_level="AUTOCOMMIT", poolclass=NullPool, connect_args=options
    )
