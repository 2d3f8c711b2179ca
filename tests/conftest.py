"""What all tests share: a fresh database on either system, and what CI demands."""

import os
import signal
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.cluster import Cluster, NoPostgres
from tests.postgres import Databases, postgres_server
from tests.templates import Files

# The settings of whoever runs the tests are not the tests' settings.
for name in [name for name in os.environ if name.startswith("JAWARA_")]:
    if not name.startswith("JAWARA_TEST_"):
        del os.environ[name]
# Processes that tests start keep their byte code, as a server does: each would compile it anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# A shell has what it starts in the background ignore Ctrl-C, and that is handed down: the processes
# that tests interrupt would not hear it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The SQLAlchemy URL of a migrated, empty database: the test runs once on each system."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def sqlite_url(tmp_path: Path, _sqlite_files: Files) -> str:
    """As `database_url`, on SQLite only: a file in the test's folder."""
    return _sqlite_files.fresh(tmp_path)


@pytest.fixture
def postgres_url(_postgres_databases: Databases) -> Iterator[str]:
    """As `database_url`, on PostgreSQL only."""
    with _postgres_databases.fresh() as url:
        yield url


@pytest.fixture
def own_postgres() -> Iterator[Cluster]:
    """A running server for this test alone, which may stop and start it; its databases are
    the test's to create (`tests.postgres.Databases(own_postgres.url)`).
    """
    with _or_skip(), Cluster() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def _sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return Files(tmp_path_factory.mktemp("templates"))


@pytest.fixture(scope="session")
def _postgres_databases() -> Iterator[Databases]:
    with _or_skip(), postgres_server() as server, closing(Databases(server)) as databases:
        yield databases


@contextmanager
def _or_skip() -> Iterator[None]:
    try:
        yield
    except NoPostgres as reason:
        pytest.skip(f"PostgreSQL is not installed: {reason}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    call: pytest.CallInfo[None],
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI nothing may be skipped: there a skipped test has failed."""
    report = yield
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, though this is CI: {call.excinfo and call.excinfo.value}"
    return report
