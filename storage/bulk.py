"""Many rows by one statement.

SQLite takes them as lines of VALUES. To PostgreSQL they go as an array a column, so that the
statement's text is the same for any number of them: read once by the driver, planned once there.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, Row, String, Table, bindparam, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

Insert = postgresql.Insert | sqlite.Insert
OnConflict = Callable[[Any], Any]
"""Adds what is to be done where a row is there already; a function of its module."""


def insert_rows(
    session: Session,
    table: Table,
    rows: Sequence[Mapping[str, Any]],
    *,
    on_conflict: OnConflict | None = None,
    returning: Sequence[Column[Any]] = (),
) -> Sequence[Row[*tuple[Any, ...]]]:
    """In their order; each names the same columns. What was written: `returning` of each row, or
    its key.
    """
    if not rows:
        return []
    names: tuple[str, ...] | None = None
    given: Any = list(rows)
    postgres = session.get_bind().dialect.name == "postgresql"
    if postgres and len(rows) > 1:
        names = tuple(rows[0])
        given = {_array(name): [row[name] for row in rows] for name in names}
    statement = _insert(table, postgres, names, on_conflict, tuple(returning))
    return session.connection().execute(statement, given).all()


@cache  # built once: that costs as much as writing some rows
def _insert(
    table: Table,
    postgres: bool,
    names: tuple[str, ...] | None,
    on_conflict: OnConflict | None,
    returning: tuple[Column[Any], ...],
) -> Any:
    """`names`: the columns that come as arrays."""
    statement: Any = postgresql.insert(table) if postgres else sqlite.insert(table)
    if names is not None:
        statement = _of_arrays(table, names)
    if on_conflict is not None:
        statement = on_conflict(statement)
    return statement.returning(*(returning or table.primary_key))


def _of_arrays(table: Table, names: tuple[str, ...]) -> postgresql.Insert:
    types = [postgresql.ARRAY(_unbounded(table.c[name].type), dimensions=1) for name in names]
    arrays = [
        bindparam(_array(name), type_=type_) for name, type_ in zip(names, types, strict=True)
    ]
    given = func.unnest(*arrays).table_valued(*names, name="given").render_derived()
    return postgresql.insert(table).from_select(list(names), select(*given.c))


def _unbounded(type_: TypeEngine[Any]) -> TypeEngine[Any]:
    """A cast to VARCHAR(24) cuts off what is too long in silence; the column itself refuses it."""
    return String() if isinstance(type_, String) else type_


def _array(name: str) -> str:
    """A parameter that is not taken for the column's own."""
    return f"all_{name}"
