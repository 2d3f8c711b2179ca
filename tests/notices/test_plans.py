"""No claim and no record walks over rows that it does not touch, however many there are."""

import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy import Connection, Executable, event

from notices.claiming import LEASE_THEM
from notices.due import DUE_ALONE, DUE_IN_BATCH
from notices.folding import OTHERS
from notices.settling import AS_THEY_STAND
from storage.database import Database
from tests.cast import open_database
from tests.notices.post_office import NOON

BY_LANE = "SEARCH notices USING INDEX ix_notices_due (lane=? AND batch_id=? AND due_at<?)"
BY_ID = "SEARCH notices USING INTEGER PRIMARY KEY (rowid=?)"
BY_ACCOUNT = "SEARCH notices USING INDEX uq_notices_in_batch (account_id=? AND batch_id=?)"
BESIDE = "SEARCH accounts USING INTEGER PRIMARY KEY (rowid=?)"
UNFOLDED = ["LIST SUBQUERY", "SCAN json_each VIRTUAL TABLE INDEX 1:"]
IDS = {"ids": [1, 2]}
DUE = {"repeatable": True, "now": NOON, "room": 5}


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Database]:
    with closing(open_database(sqlite_url)) as opened:
        yield opened


def plan(store: Database, statement: Executable, values: dict[str, Any]) -> list[str]:
    """What SQLite makes of it, which tells its plans most plainly."""
    asked: list[tuple[str, Any]] = []

    @event.listens_for(store.engine, "before_cursor_execute")
    def note(_connection: Connection, _cursor: Any, words: str, given: Any, *_rest: Any) -> None:
        asked.append((words, given))

    with store.transaction() as session:
        session.execute(statement, values)
        words, given = asked[-1]
        rows = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", given).all()
    return [re.sub(r"SUBQUERY \d+", "SUBQUERY", row.detail) for row in rows]


@pytest.mark.parametrize(
    ("statement", "values", "expected"),
    [
        (DUE_ALONE, {"lane": 1, **DUE}, [BY_LANE, BESIDE]),
        (DUE_IN_BATCH, {"lane": 3, "batch": 1, **DUE}, [BY_LANE, BESIDE]),
        (OTHERS, {"now": NOON, "accounts": [1, 2]}, [BY_ACCOUNT, *UNFOLDED]),
        (LEASE_THEM, {"until": NOON, **IDS}, [BY_ID, *UNFOLDED]),
        (AS_THEY_STAND, IDS, [BY_ID, *UNFOLDED]),
    ],
)
def test_each_statement_goes_straight_to_its_rows(
    store: Database, statement: Executable, values: dict[str, Any], expected: list[str]
) -> None:
    assert plan(store, statement, values) == expected
