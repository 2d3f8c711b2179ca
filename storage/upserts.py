"""INSERT … ON CONFLICT, which SQLite and PostgreSQL spell alike and SQLAlchemy keeps apart."""

from typing import Any

from sqlalchemy import TableClause
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session


def insert_into(
    session: Session, table: type[Any] | TableClause
) -> sqlite.Insert | postgresql.Insert:
    """The insert of the session's own database, for `on_conflict_do_nothing` and `…_do_update`.

    `table` is a model or its table; a table (`Model.__table__`) goes round the ORM's bookkeeping.
    """
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
