"""What SQLite and PostgreSQL spell differently in the statements that write notices."""

import json
from collections.abc import Iterable
from itertools import chain
from typing import Any

from sqlalchemy import ARRAY, BigInteger, ColumnElement, Dialect, Text, bindparam, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, TypeDecorator, TypeEngine

from storage.base import Json


def facts_of(**facts: ColumnElement[Any] | Any) -> ColumnElement[dict[str, Any]]:
    """The JSON object of a notice's facts, made by the database from columns or plain values."""
    pairs = chain.from_iterable((literal(name), value) for name, value in facts.items())
    return _JsonObject(*pairs)


def among(column: ColumnElement[int], name: str) -> ColumnElement[bool]:
    """Whether a column is among the numbers bound as `name`: one text, however many they are.

    An IN is written anew for each length, and both its writing and its planning cost more than
    the search.
    """
    return _Among(column, bindparam(name, type_=Numbers()))


class Numbers(TypeDecorator[Iterable[int]]):
    """An array on PostgreSQL; SQLite, which has none, unfolds them from JSON."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        kept = ARRAY(BigInteger()) if dialect.name == "postgresql" else Text()
        return dialect.type_descriptor(kept)

    def process_bind_param(self, value: Iterable[int] | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        return list(value) if dialect.name == "postgresql" else json.dumps(list(value))


class _Among(FunctionElement[Any]):
    name = "among"
    # Called a Boolean, SQLite would be asked whether it "= 1", and would look at every row.
    type = NullType()
    inherit_cache = True


class _JsonObject(FunctionElement[Any]):
    name = "json_object"
    type = Json
    inherit_cache = True


@compiles(_Among)
def _among_on_sqlite(element: _Among, compiler: SQLCompiler, **options: Any) -> str:
    column, numbers = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({numbers}))"  # noqa: S608 - no value in it


@compiles(_Among, "postgresql")
def _among_on_postgresql(element: _Among, compiler: SQLCompiler, **options: Any) -> str:
    column, numbers = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{column} = ANY({numbers})"


@compiles(_JsonObject)
def _object_on_sqlite(element: _JsonObject, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_object({compiler.process(element.clauses, **options)})"


@compiles(_JsonObject, "postgresql")
def _object_on_postgresql(element: _JsonObject, compiler: SQLCompiler, **options: Any) -> str:
    return f"jsonb_build_object({compiler.process(element.clauses, **options)})"
