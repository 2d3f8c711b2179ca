"""`jawara run`: the bot on Telegram."""

import asyncio

from app.clock import machine_clock
from app.logs import set_up_logs
from app.opening import open_database
from app.running import serve
from app.settings import read_settings
from app.stocking import stock_catalogue


def run() -> None:
    """Run the bot with JAWARA_TOKEN, until Ctrl-C."""
    settings = read_settings()
    set_up_logs(settings.log_level)
    settings.checked_token()
    database = open_database(settings)
    try:
        stock_catalogue(database, machine_clock())
        asyncio.run(serve(settings, database))
    finally:
        database.close()
