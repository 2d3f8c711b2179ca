"""Killed between any two statements, a move of the intake has happened wholly or not at all.

Each move is made by a process that is really killed, before each of its statements, before its
commit, and after it, when nobody has heard yet that it is done. Of a long move some statements are
drawn by lot, others each time, its first and its last among them.
"""

import json
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import sample

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from intake.applications.changes import TRANSITIONS
from intake.applications.rows import ApplicationState
from intake.seats.seats import overfull
from storage.base import Base
from storage.database import Database
from storage.models import Application, ApplicationChange, Notice, Offer, SchoolPlace, Seat
from storage.models.applications import HOLDERS
from tests.cast import open_database
from tests.killing.moves import ANEW, AS_BEFORE, STORIES
from tests.killing.nursery import COUNT, NEVER

ROOT = Path(__file__).parents[2]
KILLED = -signal.SIGKILL
TABLES = tuple(sorted(Base.metadata.tables))
SHORT = 12
"""So many statements are all tried; of more than these, so many."""

Ask = Callable[[str, str, str, int], tuple[int, str]]


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """One process that makes the children of all tests here."""
    nursery = subprocess.Popen(
        [sys.executable, "-m", "tests.killing.nursery"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    to, told = nursery.stdin, nursery.stdout

    def asked(*request: object) -> tuple[int, str]:
        to.write(json.dumps(request) + "\n")
        to.flush()
        exit_code, said = json.loads(told.readline())
        return exit_code, said

    with nursery:
        yield asked
    assert nursery.returncode == 0


@pytest.mark.parametrize("story", STORIES)
def test_whatever_is_killed_happens_wholly_or_not_at_all(
    database_url: str, ask: Ask, story: str
) -> None:
    assert ask(database_url, story, "prepare", NEVER) == (0, "None")
    with closing(open_database(database_url)) as database:
        for move in STORIES[story]:
            if story == "selection" and move in AS_BEFORE:
                assert ask(database_url, story, move, NEVER)[0] == 0
                continue
            with_deaths(database, ask, story, move)
            with database.snapshot() as session:
                check(session)


def with_deaths(database: Database, ask: Ask, story: str, move: str) -> None:
    url, everything = str(database.engine.url.render_as_string(hide_password=False)), rows_of
    exit_code, said = ask(url, story, move, COUNT)
    assert exit_code == 0, said
    assert said.isdigit(), f"{move}: {said}"
    last = int(said)
    before = everything(database.engine)
    commit, deaths = last + 1, points(last)
    for point in (*deaths, commit):
        assert ask(url, story, move, point) == (KILLED, ""), f"{move}, at {point} of {last}"
    assert everything(database.engine) == before, f"{move} was half done at one of {deaths}"
    exit_code, _ = ask(url, story, move, commit + 1)
    assert exit_code == KILLED
    after = everything(database.engine)
    assert after != before, f"{move} was committed, and is lost"
    if move not in ANEW:
        exit_code, _ = ask(url, story, move, NEVER)  # it comes once more, as updates and ticks do
        assert exit_code == 0
        assert everything(database.engine) == after, f"{move} was done twice"


def points(last: int) -> list[int]:
    """Before which of so many statements a child is killed."""
    if last <= SHORT:
        return list(range(1, last + 1))
    return [1, *sorted(sample(range(2, last), SHORT - 2)), last]


def rows_of(engine: Engine) -> dict[str, list[str]]:
    """Everything that is committed; what the counters of ids have given out is no part of it.

    Read as the driver gives it: this is done after each death.
    """
    with engine.connect() as connection:
        rows = {name: connection.exec_driver_sql(f"SELECT * FROM {name}") for name in TABLES}
        return {name: sorted(map(repr, found)) for name, found in rows.items()}


def check(session: Session) -> None:
    """No seat twice, each state on record as it came about, each told what they are to be."""
    assert overfull(session) == []
    seats = select(Seat.application_id).where(Seat.application_id.is_not(None))
    places = select(SchoolPlace.application_id).where(SchoolPlace.application_id.is_not(None))
    assert max(Counter(session.scalars(seats)).values(), default=1) == 1
    assert max(Counter(session.scalars(places)).values(), default=1) == 1
    seated = set(session.scalars(seats))
    for application in session.scalars(select(Application)):
        assert (application.id in seated) <= (application.state in HOLDERS)
        columns = ApplicationChange.from_state, ApplicationChange.to_state
        of_it = select(*columns).where(ApplicationChange.application_id == application.id)
        way = session.execute(of_it.order_by(ApplicationChange.id)).all()
        assert [before for before, _ in way] == [None, *(to for _, to in way[:-1])]
        assert way[-1][1] == application.state
        assert all(to in TRANSITIONS[ApplicationState(before or "")] for before, to in way[1:])
    told = select(Notice.kind, func.count()).where(Notice.kind == "offer").group_by(Notice.kind)
    offers = session.scalar(select(func.count(Offer.id))) or 0
    assert [count for _, count in session.execute(told)] == ([offers] if offers else [])
