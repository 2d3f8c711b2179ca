"""One emulator, one database, and real processes of Jawara between them."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.opening import open_database
from app.settings import read_settings
from app.stocking import stock_demo
from benchmarks.chaos import audit, load
from benchmarks.chaos.audit import MOST_UNRECORDED, Count
from benchmarks.chaos.children import Child
from benchmarks.chaos.outlook import Outlook
from benchmarks.chaos.telegram import TOKEN, Telegram, emulator
from storage.database import Database
from storage.leadership import Post

Outage = Callable[[float], None]
"""Takes the database away for so many seconds."""

CUT_OFF = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


@dataclass
class Kills:
    """What was accepted and in no record yet, at each kill."""

    in_flight: list[int] = field(default_factory=list)
    reminders: int = 0
    """Those of them that may be sent again."""
    seen: int = 0
    """The last message that was looked at."""
    unmeasured: int = 0
    """Kills at which another was at work at once, so that nobody could look."""

    @property
    def bound(self) -> int:
        """Duplicates that they explain."""
        return self.reminders + MOST_UNRECORDED * self.unmeasured


class Town(Outlook):
    """Everything that a scenario has at hand."""

    def __init__(
        self,
        stack: ExitStack,
        telegram: Telegram,
        database: Database,
        folder: Path,
        environment: dict[str, str],
        outage: Outage,
    ) -> None:
        super().__init__(telegram, database)
        self._stack, self.outage = stack, outage
        self.kills = Kills()
        self.chats = range(0)
        self.refusing: set[int] = set()
        self.notes: list[str] = []
        """What a scenario itself has found wrong."""
        self.found: Count | None = None
        """Its own count, where it does not send the usual load."""
        self._folder, self._environment = folder, environment

    # What is to be sent

    def load(self, people: int, spread_s: float = 0) -> None:
        """So many people, on both sides; to each of them a reminder, due one after the other over
        `spread_s` seconds, and a broadcast, whose notices the worker writes.
        """
        now = self.now()
        with self.database.transaction() as session:
            self.settle(session, people)
            load.post_reminders(session, people, spread_s=spread_s, now=now)
            load.start_broadcast(session, now)

    def settle(self, session: Session, people: int) -> None:
        """So many people, on both sides, to whom nothing is to be told yet."""
        self.chats = load.chats(people)
        self.telegram.crowd(load.FIRST_ID, people)
        load.settle_people(session, people, self.now())

    # Processes

    def start(self, command: str = "worker", **settings: str) -> Child:
        """A process of Jawara, ended with the town at the latest; settings without JAWARA_."""
        given = {f"JAWARA_{name.upper()}": value for name, value in settings.items()}
        said = self._folder / f"{command}.log"
        child = Child(["app", *command.split()], self._environment | given, said)
        return self._stack.enter_context(child)

    @contextmanager
    def running(self, command: str = "worker", **settings: str) -> Iterator[Child]:
        """The same, ended as a service is ended, or killed where the scenario has failed."""
        with self.start(command, **settings) as child:
            yield child
            child.end()

    def kill(self, child: Child) -> None:
        """SIGKILL, and note what it had sent without a record."""
        child.kill()
        self.note_in_flight()

    def note_in_flight(self) -> None:
        """While nobody is at work: what was accepted since the last time, without a record."""
        lately = self.quiet(after=self.kills.seen)
        again = self.telegram.accepted(self.kills.seen, having=load.REMINDER)
        with self.database.snapshot() as session:
            self.kills.in_flight.append(audit.unrecorded(session, lately))
            self.kills.reminders += audit.unrecorded(session, again)
        self.kills.seen += len(lately)

    def depose(self) -> None:
        """Let another worker have the post, though the one that had it is not dead."""
        if self.database.on_sqlite:
            file = Path(self.database.engine.url.database or "")
            file.with_name(f"{file.name}.{Post.WORKER}.lock").unlink()
            return
        with self.database.transaction() as session:
            session.execute(text(CUT_OFF))

    # Both sides' books

    def check_broadcast(self, words: str | None) -> None:
        """Whoever has it must see these words by now; None: must see it no more."""
        with self.database.snapshot() as session:
            rows = audit.read_rows(session, self.chats)
        self.notes += audit.stale(rows, self.telegram, words)

    def count(self) -> Count:
        """The books of both sides, once all is over."""
        count = self.found or self._compare()
        count.wrong = [*self.notes, *self.telegram.violations(), *count.wrong]
        return count

    def _compare(self) -> Count:
        with self.database.snapshot() as session:
            rows = audit.read_rows(session, self.chats)
            wrong = audit.tallies(session, rows)
        reminders = self.telegram.accepted(having=load.REMINDER)
        broadcasts = self.telegram.accepted(having=load.BROADCAST)
        count = audit.compare(rows, reminders, broadcasts, self.refusing)
        asked = [chat for chat in self.chats if chat not in self.refusing]
        forgotten = audit.forgotten(asked, rows)
        count.lost += len(forgotten)
        count.wrong = [*wrong, *forgotten, *count.wrong]
        return count


@contextmanager
def town(database_url: str, outage: Outage) -> Iterator[Town]:
    """A fresh one on this empty database, which `outage` takes away."""
    bare = {name: value for name, value in os.environ.items() if name[:7] != "JAWARA_"}
    bare.pop("PYTHONDONTWRITEBYTECODE", None)  # a server keeps its byte code
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="jawara-chaos-")))
        telegram = stack.enter_context(emulator(folder, bare))
        ours = read_settings(home=folder, database_url=database_url, key=None, _env_file=None)
        database = open_database(ours)
        stack.callback(database.close)
        stock_demo(database, folder, datetime.now(UTC), ours.zone)
        (folder / "none").touch()
        environment = bare | {
            "JAWARA_TOKEN": TOKEN,
            "JAWARA_API_URL": telegram.url,
            "JAWARA_CLOCK_URL": f"{telegram.url}/sim/clock",
            "JAWARA_HOME": str(folder),
            "JAWARA_DATABASE_URL": ours.database,
            "JAWARA_ENV_FILE": str(folder / "none"),
            "JAWARA_METRICS_PORT": "0",
            "JAWARA_LOG_LEVEL": "WARNING",
            "JAWARA_BULK_RATE": "1000",
        }
        yield Town(stack, telegram, database, folder, environment, outage)
