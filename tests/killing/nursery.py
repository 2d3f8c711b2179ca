"""A process that lets children make one move each, and be killed at a statement of it.

A line on stdin: a database's URL, a story, a move, and at which statement its child is killed: 0:
at none; -1: nothing is killed nor kept, the statements are counted. A line on stdout: what the
child's exit was, and what it has said.
"""

import json
import os
import signal
import sys
from functools import cache
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from app.logs import set_up_logs
from storage.database import Database
from tests.cast import open_database
from tests.killing.moves import PREPARE, STORIES

COUNT, NEVER = -1, 0


class Statements:
    """Counts what reaches the database, a commit as one of them, and dies in time."""

    def __init__(self, database: Database) -> None:
        self.count, self.kill_at = 0, NEVER
        event.listen(database.engine, "before_cursor_execute", self._counted)
        event.listen(database.engine, "commit", self._counted)

    def _counted(self, *_: Any) -> None:
        self.count += 1
        self.die_at(self.count)

    def die_at(self, number: int) -> None:
        if number == self.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)


class Undone(Exception):
    """Counted; nothing is kept."""


@cache
def opened(url: str) -> tuple[Database, Statements]:
    """Children inherit what it has compiled, and make connections of their own."""
    database = open_database(url)
    return database, Statements(database)


def make(url: str, story: str, move: str, kill_at: int) -> str:
    database, statements = opened(url)
    statements.count, statements.kill_at = 0, kill_at
    try:
        with database.transaction() as session:
            said = make_in(session, story, move)
            if kill_at == COUNT:
                raise Undone
        statements.die_at(statements.count + 1)  # committed, and nobody has heard of it
    except Undone:
        said = statements.count
    except Exception as error:
        said = f"refused: {type(error).__name__}: {error}"
    return repr(said)


def make_in(session: Session, story: str, move: str) -> object:
    done = PREPARE[story](session) if move == "prepare" else STORIES[story][move](session)
    session.flush()
    return done


def in_a_child(request: list[Any]) -> tuple[int, str]:
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        os.write(write, make(*request).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as told:
        said = told.read()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), said


def main() -> None:
    set_up_logs("WARNING")  # stdout is for answers alone
    for line in sys.stdin:
        url, *rest = request = json.loads(line)
        if rest[-1] == COUNT:
            told = 0, make(url, *rest)
            opened(url)[0].engine.dispose()  # a child must not find its connection
        else:
            told = in_a_child(request)
        print(json.dumps(told), flush=True)  # noqa: T201 - the test reads it


if __name__ == "__main__":
    main()
