"""`jawara run`: the bot on Telegram, and what it sends unasked."""

from typing import Annotated

import typer

from app.starting import start


def run(
    worker: Annotated[
        bool, typer.Option("--worker/--no-worker", help="Drain the outbox and plan, too.")
    ] = True,
) -> None:
    """Run the bot with JAWARA_TOKEN, until Ctrl-C.

    With --no-worker it only answers; `jawara worker` does the rest in a process of its own.
    """
    start(worker=worker)
