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
"""Adds what is to be done where a row is there already."""


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
    postgres = session.get_bind().dialect.name == "postgresql"
    statement: Any = postgresql.insert(table) if postgres else sqlite.insert(table)
    given: Any = list(rows)
    if postgres and len(rows) > 1:
        names = tuple(rows[0])
        statement = _of_arrays(table, names)
        given = {_array(name): [row[name] for row in rows] for name in names}
    if on_conflict is not None:
        statement = on_conflict(statement)
    told = statement.returning(*(returning or table.primary_key))
    return session.connection().execute(told, given).all()


@cache
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
