"""The column types that both databases share."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import DateTime, Dialect, insert, literal_column, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from storage.base import UtcDateTime
from storage.models import Account
from tests.cast import NOW, WIB

SQLITE: Dialect = sqlite.dialect()
DIALECTS: list[Dialect] = [SQLITE, postgresql.dialect()]  # type: ignore[no-untyped-call]  # the library's own omission


def test_a_moment_comes_back_aware_in_utc(session: Session) -> None:
    session.add(Account(telegram_id=1, created_at=NOW.astimezone(WIB)))
    session.flush()
    session.expire_all()
    told = session.scalars(select(Account.created_at)).one()
    assert (told, told.tzinfo) == (NOW, UTC)


def test_moments_are_compared_as_such_whatever_their_zone(session: Session) -> None:
    session.add(Account(telegram_id=1, created_at=NOW))
    session.flush()
    earlier = NOW.astimezone(WIB) - timedelta(seconds=1)
    found = session.scalars(select(Account.id).where(Account.created_at > earlier)).all()
    assert len(found) == 1


def test_a_moment_without_a_zone_is_refused(session: Session) -> None:
    naive = datetime(2025, 11, 17, 10)  # noqa: DTZ001 - that it is naive is the point
    session.add(Account(telegram_id=1, created_at=naive))
    with pytest.raises(StatementError, match="without a zone"):
        session.flush()


@given(
    st.datetimes(datetime(1970, 1, 2), datetime(9998, 1, 1)),  # noqa: DTZ001 - the zone is drawn beside it
    st.integers(-14 * 60, 14 * 60),
    st.sampled_from(DIALECTS),
)
def test_every_moment_survives_storing(moment: datetime, minutes: int, dialect: Dialect) -> None:
    aware = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    kind = UtcDateTime()
    write, read = kind.bind_processor(dialect), kind.result_processor(dialect, None)
    assert read(write(aware)) == aware
    assert read(write(None)) is None


def test_a_moment_that_the_database_has_written_itself_is_read_as_well(session: Session) -> None:
    """As migrations do: SQLite's has no fractions of a second, PostgreSQL's a zone of its own."""
    before = datetime.now(UTC).replace(microsecond=0)
    session.execute(
        insert(Account).values(telegram_id=1, created_at=literal_column("CURRENT_TIMESTAMP"))
    )
    told = session.scalars(select(Account.created_at)).one()
    assert told.tzinfo is UTC
    assert before - timedelta(minutes=1) <= told <= datetime.now(UTC) + timedelta(minutes=1)


@given(st.datetimes(datetime(1970, 1, 2), datetime(9998, 1, 1)))  # noqa: DTZ001 - kept in UTC
def test_sqlite_keeps_moments_as_sqlalchemy_writes_them(moment: datetime) -> None:
    """What an earlier version has written is compared with it as text."""
    kind, own = UtcDateTime(), DateTime().dialect_impl(SQLITE).bind_processor(SQLITE)
    assert own is not None
    assert kind.bind_processor(SQLITE)(moment.replace(tzinfo=UTC)) == own(moment)
