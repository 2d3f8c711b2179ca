"""`jawara demo`: the whole of it on one machine, with a Telegram of its own."""

import typer

from app.settings import SettingsProblem, read_settings


def demo(
    port: int = typer.Option(8081, help="Where the chat page and its Bot API listen."),
    crowd: bool = typer.Option(
        False, help="Let more people register in the demo that runs, then stop."
    ),
    reset: bool = typer.Option(False, help="Delete the demo's data, then stop."),
    open_page: bool = typer.Option(True, "--open/--no-open", help="Open the page in a browser."),
) -> None:
    """Start the emulator, the bot and the scheduler; print the address of the chat page."""
    from app.demo import bring_crowd, reset_demo, run_demo

    if not 0 < port < 65536:
        raise SettingsProblem(f"PORT={port} is no port: use one from 1024 to 65535")
    settings = read_settings()
    if reset:
        reset_demo(settings)
    elif crowd:
        bring_crowd(settings, port)
    else:
        run_demo(settings, port, open_page=open_page)
