"""`python -m benchmarks`: lists them; `NAME [--json] [--full] [--seconds N]` runs one."""

import argparse
import importlib
import json
import sys
from pathlib import Path
from typing import Any

from app.logs import set_up_logs

NAMES = (
    "search",
    "chat",
    "start",
    "drain",
    "fill",
    "ceiling",
    "planning",
    "ranking",
    "rush",
    "deadline",
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("name", nargs="?", choices=(*NAMES, "all"))
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--full", action="store_true", help="longer, for steadier figures")
    parser.add_argument("--seconds", type=int, help="how long `ceiling` watches each case")
    given = parser.parse_args()
    set_up_logs("ERROR")
    if given.name is None:
        for name in NAMES:
            print(f"{name:12} {_summary(name)}")
        return 0
    for name in NAMES if given.name == "all" else (given.name,):
        options = {"seconds": given.seconds} if name == "ceiling" and given.seconds else {}
        figures = _module(name).run(full=given.full, **options)
        print(json.dumps(figures) if given.json else _table(name, figures), flush=True)
    return 0


def _module(name: str) -> Any:
    return importlib.import_module(f"benchmarks.{name}")


def _summary(name: str) -> str:
    """The module's first line, read without importing it: it may need what is not installed."""
    source = (Path(__file__).parent / f"{name}.py").read_text(encoding="utf-8")
    return source.split('"""')[1].splitlines()[0]


def _table(name: str, figures: dict[str, Any], indent: str = "  ") -> str:
    lines = [name] if indent == "  " else []
    for key, value in figures.items():
        if isinstance(value, dict):
            lines += [f"{indent}{key}", _table(name, value, indent + "  ")]
        else:
            lines.append(f"{indent}{key:32} {_figure(value)}")
    return "\n".join(lines)


def _figure(value: object) -> str:
    return f"{value:,.3f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    sys.exit(main())
