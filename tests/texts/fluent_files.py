"""The locale files as Fluent's own parser reads them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, ast

from texts import HERE, LANGUAGES

FILES = sorted(path.name for path in (HERE / LANGUAGES[0]).glob("*.ftl"))


@cache
def messages(language: str) -> dict[str, ast.Message]:
    """Every message of a language by its key."""
    return {
        entry.id.name: entry
        for name in FILES
        for entry in entries(HERE / language / name)
        if isinstance(entry, ast.Message)
    }


@cache
def entries(path: Path) -> tuple[ast.EntryType, ...]:
    return tuple(FluentParser().parse(path.read_text(encoding="utf-8")).body)


def keys_of(path: Path) -> list[str]:
    return [entry.id.name for entry in entries(path) if isinstance(entry, ast.Message)]


def placeholders(message: ast.Message) -> set[str]:
    """The names of the facts that a message needs, `$` left out."""
    return {node.id.name for node in _nodes(message) if isinstance(node, ast.VariableReference)}


def referred(message: ast.Message) -> set[str]:
    """The keys of other messages that stand in this one."""
    return {node.id.name for node in _nodes(message) if isinstance(node, ast.MessageReference)}


def readings(pattern: ast.Pattern | None, fact: str = "") -> list[str]:
    """All that a message can say, each choice by itself, with `fact` in the place of each fact."""
    said = [""]
    for element in pattern.elements if pattern else ():
        parts = [element.value] if isinstance(element, ast.TextElement) else _said(element, fact)
        said = [before + part for before in said for part in parts]
    return said


def _said(placeable: ast.Placeable, fact: str) -> list[str]:
    inner = placeable.expression
    if isinstance(inner, ast.SelectExpression):
        return [said for variant in inner.variants for said in readings(variant.value, fact)]
    return [inner.parse()["value"]] if isinstance(inner, ast.StringLiteral) else [fact]


def _nodes(node: object) -> Iterator[object]:
    """A node and all below it."""
    yield node
    children = vars(node).values() if isinstance(node, ast.BaseNode) else ()
    for child in children:
        for each in child if isinstance(child, list) else [child]:
            if isinstance(each, ast.BaseNode):
                yield from _nodes(each)
