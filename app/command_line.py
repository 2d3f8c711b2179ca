"""All that `jawara` understands, each command in a module of its own."""

from importlib import import_module

import typer

GROUPS = ("broadcast", "catalog", "db", "partner", "staff")
COMMANDS = ("demo", "doctor", "run", "search", "worker")


def command_line(asked: str | None) -> typer.Typer:
    """All commands, or the one that is asked for: none must wait for another's imports."""
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
