"""Holds files and functions to the sizes that can be read at one go.

Files of code have at most 300 lines, functions 40, functions in bot/handlers fewer than 20;
all lines count, docstrings and blank ones too. Run from the top of the checkout; exit 1 and a
line for each that is too long.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

FILE, FUNCTION, HANDLER = 300, 40, 19
KINDS = {".py", ".js", ".css", ".html"}
# Alembic writes migrations, and nobody changes them once they have run.
GENERATED = Path("storage/migrations/versions")


def code_files() -> Iterator[Path]:
    """Every file of code outside hidden folders, leftovers of builds and stored data."""
    for top in sorted(Path().iterdir()):
        if top.is_file() and top.suffix in KINDS:
            yield top
        elif top.is_dir() and not top.name.startswith(".") and top.name not in {"build", "var"}:
            yield from (file for file in sorted(top.rglob("*")) if file.suffix in KINDS)


def too_long(file: Path) -> Iterator[str]:
    """A line for the file, and for each of its functions, past its bound."""
    source = file.read_text(encoding="utf-8")
    lines = len(source.splitlines())
    if lines > FILE:
        yield f"{file}: {lines} lines, {FILE} are the most"
    if file.suffix == ".py":
        bound = HANDLER if file.is_relative_to("bot/handlers") else FUNCTION
        yield from long_functions(file, source, bound)


def long_functions(file: Path, source: str, bound: int) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > bound:
                yield f"{file}:{node.lineno}: {node.name} has {lines} lines, {bound} are the most"


def main() -> int:
    files = [file for file in code_files() if not file.is_relative_to(GENERATED)]
    complaints = [complaint for file in files for complaint in too_long(file)]
    print("\n".join(complaints) or f"Sizes: {len(files)} files are short enough.")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
