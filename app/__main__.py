"""The command line: `jawara`, the same as `python -m app`."""

import os
import sys
from importlib import import_module

import typer

from app.logs import set_up_logs
from app.settings import SettingsProblem

GROUPS = ("broadcast", "catalog", "db", "partner", "staff")
COMMANDS = ("demo", "doctor", "run", "search", "worker")


def command_line(asked: str | None) -> typer.Typer:
    """All commands, or the one that is asked for: the bot must not wait for the catalogue's."""
    cli = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False)
    cli.callback()(jawara)
    known = (*GROUPS, *COMMANDS)
    for name in (asked,) if asked in known else known:
        module = import_module(f"app.commands.{name}")
        if name in GROUPS:
            cli.add_typer(module.cli, name=name)
        else:
            cli.command(name)(getattr(module, name))
    return cli


def jawara() -> None:
    """Jawara: courses, registration, reminders and vacancies on Telegram."""


def main() -> None:
    """A setting that is missing or wrong: one line, exit 2, no traceback."""
    os.umask(0o077)  # the database, the key and what people send are for this user alone
    set_up_logs("WARNING")  # a command's output is the command's; `run` and `demo` say more
    try:
        command_line(sys.argv[1] if len(sys.argv) > 1 else None)()
    except SettingsProblem as problem:
        print(f"jawara: {problem}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
