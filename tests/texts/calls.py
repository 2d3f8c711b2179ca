"""Where the code looks texts up, read from its syntax tree."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("announcements", "bot", "texts", "app")
SPEAKERS = ("t", "plain", "knows")
BUTTONS = ("button", "link", "_choice")


@cache
def trees() -> dict[str, ast.Module]:
    """Every file that speaks, by its path from the root."""
    files = (file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")))
    return {
        str(file.relative_to(ROOT)): ast.parse(file.read_text(encoding="utf-8")) for file in files
    }


def look_ups() -> Iterator[tuple[str, str]]:
    """Where, and the key as a regular expression: an f-string's facts stand for anything."""
    for where, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in SPEAKERS and node.args:
                for key in _keys(node.args[0]):
                    yield f"{where}:{node.lineno}", key


def strings() -> set[str]:
    """Every string in the code, f-strings as regular expressions."""
    nodes = (node for tree in trees().values() for node in ast.walk(tree))
    return {key for node in nodes for key in _keys(node)}


def captions() -> set[str]:
    """The keys, as regular expressions, that buttons bear."""
    found: set[str] = set()
    for tree in trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in BUTTONS and node.args:
                found |= {key for part in ast.walk(node.args[0]) for key in _keys(part)}
    return found


def _keys(node: ast.AST) -> list[str]:
    """The strings that an expression can be, where the code says them."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [re.escape(node.value)]
    if isinstance(node, ast.JoinedStr):
        return ["".join(_part(value) for value in node.values)]
    if isinstance(node, ast.IfExp):
        return _keys(node.body) + _keys(node.orelse)
    return []


def _part(value: ast.expr) -> str:
    return re.escape(str(value.value)) if isinstance(value, ast.Constant) else ".+"


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
