"""SQLite's write-ahead log is folded back into the database beside the writers, by a thread.

By itself SQLite does that within a commit that finds the log long: measured under a bulk of
inserts, such commits took 100 to 800 ms, and every answer waited for them.
"""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import structlog

log = structlog.get_logger(__name__)

PAGES_AT_MOST = 65_536
"""Of a log so long (256 MB) a commit takes care after all: the thread has died or can't keep up.
Connections that write have it as their `wal_autocheckpoint`."""
KEPT_BYTES = 16 * 2**20  # of the file of a log that was longer for a while
WORTH_IT_BYTES = 4 * 2**20  # SQLite's own measure: 1,000 pages
LONG_PAGES = 8_192  # 32 MB
EVERY_S = 0.25
BUSY_S = 0.025


class Checkpoints:
    """Of one database file in one process; other processes may do the same beside it.

    There is no thread until the log is worth one: short-lived programs never start it.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()
        self._written, self._stopping = threading.Event(), threading.Event()

    def written(self) -> None:
        """Something was committed."""
        self._written.set()
        if not self.at_work and log_bytes(self._file) >= WORTH_IT_BYTES:
            self._start()

    @property
    def at_work(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def close(self) -> None:
        """Fold what there is and end the thread, if there is one."""
        with self._starting:
            self._stopping.set()
        self._written.set()
        if self._thread is not None:
            self._thread.join()

    def _start(self) -> None:
        with self._starting:  # transactions may end in several threads
            if not self.at_work and not self._stopping.is_set():
                self._thread = threading.Thread(target=self._work, name="checkpoints", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        # A connection of its own: it would rather give up than let anybody wait for it.
        with closing(sqlite3.connect(self._file, timeout=BUSY_S, isolation_level=None)) as own:
            while True:
                self._written.wait()
                self._written.clear()
                if not _try_to_fold(own):
                    self._written.set()
                if self._stopping.wait(EVERY_S):
                    return


def _try_to_fold(connection: sqlite3.Connection) -> bool:
    try:
        return fold(connection)
    except sqlite3.Error as error:
        log.warning("checkpoint_failed", error=str(error))
        return False


def fold(connection: sqlite3.Connection) -> bool:
    """Bring the log into the database; where it has grown long, so that it begins anew.

    Others write meanwhile, and so the very end of the log is never reached without making them
    wait. That is done for a long log only, for as long as one or two of their own commits take.
    False where a reader of an older moment, or somebody else who folds, left some of it to do.
    """
    pages, folded = _checkpoint(connection, "PASSIVE")
    if pages > LONG_PAGES:
        _checkpoint(connection, "PASSIVE")
        pages, folded = _checkpoint(connection, "FULL")
    return 0 <= pages == folded


def log_bytes(file: str) -> int:
    """The size of the log's file; it stays where it was when the log begins anew."""
    try:
        return Path(f"{file}-wal").stat().st_size
    except FileNotFoundError:  # a database in memory has none
        return 0


def _checkpoint(connection: sqlite3.Connection, mode: str) -> tuple[int, int]:
    """The pages in the log, and how many of them are in the database; -1 where it is locked."""
    _busy, pages, folded = connection.execute(f"PRAGMA wal_checkpoint({mode})").fetchone()
    return pages, folded
