"""`jawara run`: the bot on Telegram, and what it sends unasked."""

from typing import Annotated

import typer

from app.settings import read_settings


def run(
    worker: Annotated[
        bool, typer.Option("--worker/--no-worker", help="Drain the outbox and plan, too.")
    ] = True,
) -> None:
    """Run the bot with JAWARA_TOKEN, until Ctrl-C.

    With --no-worker it only answers; `jawara worker` does the rest in a process of its own.
    """
    settings = read_settings()
    settings.checked_token()
    # Only now: a wrong setting is told at once, not after all of the bot was imported.
    from app.serving import serve_here
    from storage.leadership import Post

    serve_here(settings, list(Post) if worker else [Post.BOT])
