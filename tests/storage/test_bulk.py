"""Many rows go in by one statement, as they would one by one."""

from contextlib import nullcontext
from datetime import UTC, date, datetime
from typing import Any, cast

import pytest
from sqlalchemy import Table, select
from sqlalchemy.exc import DataError
from sqlalchemy.orm import Session

from storage.bulk import Insert, insert_rows
from storage.models import Account, EligibilityCheck, Programme, Source
from tests.cast import SITI, Stage, set_stage, welcome

NOW = datetime(2025, 11, 17, 3, tzinfo=UTC)
SOURCES = cast(Table, Source.__table__)
CHECKS = cast(Table, EligibilityCheck.__table__)


def sources(*slugs: str) -> list[dict[str, Any]]:
    return [{"slug": each, "outlet": "Contoh", "published_on": date(2025, 11, 1)} for each in slugs]


def test_they_keep_their_order_and_tell_their_keys(session: Session) -> None:
    told = insert_rows(session, SOURCES, sources("c", "a", "b"))
    rows = session.execute(select(Source.id, Source.slug, Source.published_on).order_by(Source.id))
    written = rows.all()
    assert [each.id for each in told] == [each.id for each in written]
    assert [each.slug for each in written] == ["c", "a", "b"]
    assert {each.published_on for each in written} == {date(2025, 11, 1)}
    assert insert_rows(session, SOURCES, []) == []


def test_one_that_is_there_is_left_out_where_the_caller_says_so(session: Session) -> None:
    def unless_there(insert: Insert) -> Insert:
        return insert.on_conflict_do_nothing()

    insert_rows(session, SOURCES, sources("a"))
    told = insert_rows(
        session,
        SOURCES,
        sources("b", "a"),
        on_conflict=unless_there,
        returning=[SOURCES.c.slug],
    )
    assert [each.slug for each in told] == ["b"]


def test_lists_bytes_and_moments_arrive_as_they_were(session: Session) -> None:
    stage: Stage = set_stage(session)
    accounts = [welcome(session, SITI), Account(telegram_id=5, language="id", created_at=NOW)]
    session.add(accounts[1])
    session.flush()
    programme_id = session.scalars(select(Programme.id)).first()
    ids = [accounts[0], cast(Account, accounts[1]).id]
    rows = [
        {
            "account_id": each,
            "programme_id": programme_id,
            "class_id": stage.class_id,
            "for_another": False,
            "trait": None,
            "facts": b"\x00sealed",
            "seen_updates": [1, [2, "dua"]],
            "told_at": NOW,
        }
        for each in ids
    ]
    insert_rows(session, CHECKS, rows)
    for row in session.scalars(select(EligibilityCheck)):
        assert (row.facts, row.seen_updates, row.told_at) == (b"\x00sealed", [1, [2, "dua"]], NOW)
        assert row.trait is None


def test_what_is_too_long_is_never_cut_off(session: Session) -> None:
    """PostgreSQL's columns refuse it; SQLite's have no length."""
    with_length = session.get_bind().dialect.name == "postgresql"
    refused = pytest.raises(DataError) if with_length else nullcontext()
    long = "b" * 500
    with refused, session.begin_nested():
        insert_rows(session, SOURCES, sources("a", long))
    written = session.scalars(select(Source.slug).order_by(Source.id)).all()
    assert written == ([] if with_length else ["a", long])
