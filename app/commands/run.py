"""`jawara run`: the bot on Telegram."""

import asyncio

from app.logs import set_up_logs
from app.settings import read_settings


def run() -> None:
    """Run the bot with JAWARA_TOKEN, until Ctrl-C."""
    settings = read_settings()
    settings.checked_token()
    set_up_logs(settings.log_level)
    # Only now: a wrong setting is told at once, not after all of the bot was imported.
    from app.clock import machine_clock
    from app.opening import open_database
    from app.running import serve
    from app.stocking import stock_catalogue

    database = open_database(settings)
    try:
        stock_catalogue(database, machine_clock())
        asyncio.run(serve(settings, database))
    finally:
        database.close()
