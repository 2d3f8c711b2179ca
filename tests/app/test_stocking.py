"""A new installation is stocked once, however many processes are started at once."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

from sqlalchemy import func, select
from structlog.testing import capture_logs

from app.stocking import stock_catalogue
from storage.models import Programme
from tests.cast import NOW, open_database


def test_two_that_start_at_once_load_the_catalogue_once(database_url: str) -> None:
    together = Barrier(2)

    def start() -> int | None:
        with closing(open_database(database_url)) as database:
            together.wait()
            stock_catalogue(database, NOW)
            with database.snapshot() as session:
                return session.scalar(select(func.count(Programme.id)))

    with capture_logs() as logs, ThreadPoolExecutor(2) as pool:
        one, other = [each.result() for each in [pool.submit(start), pool.submit(start)]]
    assert one == other
    assert [log["event"] for log in logs] == ["the bundled catalogue was loaded"]


def test_a_stocked_database_is_opened_though_somebody_holds_its_lock(sqlite_url: str) -> None:
    with closing(open_database(sqlite_url)) as database:
        stock_catalogue(database, NOW)
        with database.transaction():  # whoever it is, it may sleep for long
            stock_catalogue(database, NOW)
