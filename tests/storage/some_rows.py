"""Two rows in every table of a database as it is, whatever its tables are."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Column, Connection, MetaData, Table, insert, select

MOMENT = datetime(2025, 11, 17, 3, tzinfo=UTC)
Rows = dict[str, list[dict[str, Any]]]


def tables_of(connection: Connection) -> list[Table]:
    """As they stand there; those that others point to come first."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def fill(connection: Connection) -> list[Table]:
    """Two rows in each that has none; all tables."""
    tables = tables_of(connection)
    for table in tables:
        if connection.execute(select(*table.primary_key).limit(1)).first() is not None:
            continue
        for number in (1, 2):
            row = {
                column.name: _value(column, number, place)
                for place, column in enumerate(table.columns)
            }
            connection.execute(insert(table).values(row))
    return tables


def read_rows(
    connection: Connection, like: Rows | None = None, tables: list[Table] | None = None
) -> Rows:
    """Every row by its table; only the tables and columns of `like`, where that is given.

    Looking up what tables there are takes most of the time: whoever knows gives them.
    """
    rows: Rows = {}
    for table in tables or tables_of(connection):
        if like is not None and table.name not in like:
            continue
        wanted = table.columns.keys() if like is None else like[table.name][0].keys()
        columns = [table.c[name] for name in wanted]
        query = select(*columns).order_by(*table.primary_key)
        rows[table.name] = [dict(row) for row in connection.execute(query).mappings()]
    return rows


def _value(column: "Column[Any]", number: int, place: int) -> Any:
    """No two alike in a table, and later in a row is later in time."""
    kind = column.type.python_type
    if column.foreign_keys or kind is int:
        return number
    if kind is str:
        return f"{column.name[: (getattr(column.type, 'length', None) or 20) - 1]}{number}"
    if kind is datetime:
        moment = MOMENT + timedelta(days=number, hours=place)
        return moment if getattr(column.type, "timezone", False) else moment.replace(tzinfo=None)
    values: dict[type, Any] = {
        bool: number == 1,
        float: number / 8,
        bytes: f"{column.name}{number}".encode(),
        date: date(2025, 11, number),
        time: time(number, 30),
        dict: {column.name: number},  # JSON
        object: {column.name: number},  # JSONB
    }
    return values[kind]
