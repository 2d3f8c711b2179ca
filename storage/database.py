"""Transactions: one a domain call, on SQLite or PostgreSQL, from plain or from async code.

SQLite runs in line with the event loop: a call takes a fraction of a millisecond, less than the
hop to a thread would. PostgreSQL waits on a socket, so its calls run in a small pool of threads.
"""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, func, make_url, select
from sqlalchemy.exc import DisconnectionError, OperationalError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

from storage.checkpoints import KEPT_BYTES, PAGES_AT_MOST, Checkpoints
from storage.crowds import Crowd
from storage.gathering import Gathering
from storage.memory import Memory, taken_along
from storage.together import Together
from storage.vault import Vault

P = ParamSpec("P")
T = TypeVar("T")
Item = TypeVar("Item")

THREADS = 8
BUSY_TIMEOUT_S = 10
WRITTEN, RESTS_SINCE = "jawara_written", "jawara_rests_since"
REST_S = 1.0
HIDDEN = True
"""Errors name the statement, never the values in it: they are people's, and errors are logged."""
DEADLOCK, DEADLOCKS = "40P01", 3
YIELDS_S = 0.05
"""Who was undone waits as long before it begins anew: else it may take its first row again before
the other has woken, and both wait for each other once more.
"""
ALONE = 0x6A617761
"""The number of PostgreSQL's advisory lock for what one process does at a time."""


class Database:
    """The one store of an installation. `synchronous` (SQLite only) is FULL unless told.

    FULL makes each commit reach the disk: an application that was confirmed to its sender
    survives a power cut, not only the death of the process.
    """

    def __init__(self, url: str, *, vault: Vault, synchronous: str = "FULL") -> None:
        self.engine = connect(url, synchronous)
        self.on_sqlite = self.engine.dialect.name == "sqlite"
        _note_writes(self.engine)
        writers = self.engine.execution_options(jawara_writes=True)
        info = {"vault": vault}
        self._writing = sessionmaker(writers, expire_on_commit=False, info=info)
        self._reading = sessionmaker(_readers(self.engine), expire_on_commit=False, info=info)
        self._threads = None if self.on_sqlite else ThreadPoolExecutor(THREADS, "database")
        self._checkpoints = Checkpoints(self.engine.url.database or "") if self.on_sqlite else None
        self._memory = Memory()
        self._together = Together(self.transaction)
        self._gathering = Gathering(partial(self._hop, self.snapshot))
        self._crowds: dict[object, Crowd] = {}

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """All of it or nothing: commits at the end, rolls back on any exception."""
        with self._writing.begin() as session:
            yield session
            session.flush()
            written = session.connection().info.pop(WRITTEN, ())
        self._memory.forget(written)
        if self._checkpoints is not None:
            self._checkpoints.written()

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """For reading: one moment's truth, that neither waits for a writer nor makes one wait."""
        with self._reading() as session:
            yield session

    async def write(
        self, call: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run one domain call, all of it or nothing; committed when this returns.

        Of two that wait for each other PostgreSQL undoes one, which is then run anew: `call` may
        begin more than once, and its session is all that it changes.
        """
        bound = partial(_with_session, call, args, kwargs)
        if self._threads is None:
            return await self._together.write(bound)
        for _ in range(DEADLOCKS):
            try:
                return await self._hop(self.transaction, bound)
            except OperationalError as error:
                if getattr(error.orig, "sqlstate", None) != DEADLOCK:
                    raise
            await asyncio.sleep(YIELDS_S)
        return await self._hop(self.transaction, bound)

    async def write_in_crowd(
        self,
        call: Callable[[Session, Sequence[Item]], Sequence[T | Exception]],
        item: Item,
    ) -> T:
        """As `write`, for a call that handles many at once: what is asked of it at the same moment
        goes into one transaction (see `storage.crowds`).
        """
        crowd = self._crowds.get(call)
        if crowd is None:
            crowd = self._crowds[call] = Crowd(lambda items: self.write(call, items))
        answer: T = await crowd.ask(item)
        return answer

    async def read(
        self, call: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run one query function; nothing it does is kept."""
        return await self._hop(self.snapshot, partial(_with_session, call, args, kwargs))

    async def read_shared(
        self, call: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """As `read`, from memory where the same was read just now (see `storage.memory`).

        `now` does not tell two reads apart. What is given out is shared: nobody may change it.
        """
        page = self._memory.page(call)
        key = (call, args, *((name, kwargs[name]) for name in kwargs if name != "now"))
        if key in page.answers:
            found: T = page.answers[key]
            return found
        if self._threads is None:  # in line: nobody can ask meanwhile
            found = page.answers[key] = await self.read(call, *args, **kwargs)
            return found
        asked: asyncio.Future[T] | None = page.asked.get(key)
        if asked is None:
            bound = partial(_with_session, call, args, kwargs)
            asked = page.ask(key, self._gathering.ask(bound))
        return await asyncio.shield(asked)

    async def _hop(
        self, scope: Callable[[], AbstractContextManager[Session]], call: Callable[[Session], T]
    ) -> T:
        if self._threads is None:
            return _inside(scope, call)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, _inside, scope, call)

    def close(self) -> None:
        if self._threads is not None:
            self._threads.shutdown()
        if self._checkpoints is not None:
            self._checkpoints.close()
        self.engine.dispose()


def connect(url: str, synchronous: str = "FULL") -> Engine:
    """An engine with the settings that every part of Jawara relies on."""
    target = make_url(url)
    if target.get_backend_name() != "sqlite":
        engine = create_engine(
            target, pool_size=THREADS, pool_use_lifo=True, hide_parameters=HIDDEN
        )
        _greet_after_a_rest(engine)
        return engine
    engine = create_engine(target, connect_args={"timeout": BUSY_TIMEOUT_S}, hide_parameters=HIDDEN)

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver begins nothing; `begin` below does
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {synchronous}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES_AT_MOST}")
        connection.execute(f"PRAGMA journal_size_limit = {KEPT_BYTES}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what is erased leaves no bytes behind

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes the lock at once. The driver's own default would leave a SELECT
        # outside the transaction, and two people would be sold the same seat.
        writes = connection.get_execution_options().get("jawara_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _greet_after_a_rest(engine: Engine) -> None:
    """A connection nobody used for a while is asked whether it is still there, before it is given
    out. Asked each time, that would be one message in four to the server.
    """

    @event.listens_for(engine, "checkin")
    def note(_connection: object, record: ConnectionPoolEntry) -> None:
        record.info[RESTS_SINCE] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def greet(connection: Any, record: ConnectionPoolEntry, _proxy: object) -> None:
        since = record.info.get(RESTS_SINCE)
        if since is None or time.monotonic() - since < REST_S:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error:
            raise DisconnectionError from None


@contextmanager
def alone(engine: Engine) -> Iterator[Connection]:
    """A writing transaction that waits for any other of its kind, in whatever process."""
    with engine.execution_options(jawara_writes=True).begin() as connection:
        be_alone(connection)
        yield connection


def be_alone(connection: Connection) -> None:
    """Make the writing transaction that has begun one of those; on SQLite each one is."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(ALONE)))


def _readers(engine: Engine) -> Engine:
    """SQLite's readers see one moment anyway; PostgreSQL's own default is one a statement."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ")


def _note_writes(engine: Engine) -> None:
    """Each connection keeps the names of the tables its transaction has written."""

    @event.listens_for(engine, "after_cursor_execute")
    def note(connection: Connection, *details: Any) -> None:
        context = details[3]
        if context is not None and (context.isinsert or context.isupdate or context.isdelete):
            table = context.compiled.statement.table
            changed = taken_along(table) if context.isdelete else (table.name,)
            connection.info.setdefault(WRITTEN, set()).update(changed)

    @event.listens_for(engine, "rollback")
    def undo(connection: Connection) -> None:
        connection.info.pop(WRITTEN, None)


def _with_session(
    call: Callable[..., T], args: tuple[object, ...], kwargs: dict[str, object], session: Session
) -> T:
    return call(session, *args, **kwargs)


def _inside(
    scope: Callable[[], AbstractContextManager[Session]], call: Callable[[Session], T]
) -> T:
    with scope() as session:
        return call(session)
