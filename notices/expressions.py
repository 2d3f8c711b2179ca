"""What SQLite and PostgreSQL spell differently in the statements that write notices."""

from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from storage.base import Json, UtcDateTime


def facts_of(**facts: ColumnElement[Any] | Any) -> ColumnElement[dict[str, Any]]:
    """The JSON object of a notice's facts, made by the database from columns or plain values."""
    pairs = chain.from_iterable((literal(name), value) for name, value in facts.items())
    return _JsonObject(*pairs)


def hours_earlier(
    moment: ColumnElement[Any] | Any, hours: ColumnElement[Any] | Any
) -> ColumnElement[Any]:
    """So many whole hours before a moment; NULL where either is missing."""
    return _HoursEarlier(moment, hours)


class _JsonObject(FunctionElement[Any]):
    name = "json_object"
    type = Json
    inherit_cache = True


class _HoursEarlier(FunctionElement[Any]):
    name = "hours_earlier"
    type = UtcDateTime()
    inherit_cache = True


@compiles(_JsonObject)
def _object_on_sqlite(element: _JsonObject, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_object({compiler.process(element.clauses, **options)})"


@compiles(_JsonObject, "postgresql")
def _object_on_postgresql(element: _JsonObject, compiler: SQLCompiler, **options: Any) -> str:
    return f"jsonb_build_object({compiler.process(element.clauses, **options)})"


@compiles(_HoursEarlier)
def _earlier_on_sqlite(element: _HoursEarlier, compiler: SQLCompiler, **options: Any) -> str:
    # As SQLAlchemy writes a datetime: texts that are compared must have the same digits.
    moment, hours = (compiler.process(clause, **options) for clause in element.clauses)
    return f"strftime('%Y-%m-%d %H:%M:%f000', {moment}, '-' || {hours} || ' hours')"


@compiles(_HoursEarlier, "postgresql")
def _earlier_on_postgresql(element: _HoursEarlier, compiler: SQLCompiler, **options: Any) -> str:
    moment, hours = (compiler.process(clause, **options) for clause in element.clauses)
    return f"({moment} - make_interval(hours => {hours}))"
