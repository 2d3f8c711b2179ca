"""A process that serves: its log, its database, and the posts it is for."""

from collections.abc import Collection

from app.clock import machine_clock
from app.logs import set_up_logs
from app.loops import run
from app.opening import open_database
from app.running import serve
from app.settings import Settings
from app.stocking import stock_catalogue
from storage.leadership import Post


def serve_here(settings: Settings, posts: Collection[Post]) -> None:
    """Until a signal comes. Raises SettingsProblem."""
    set_up_logs(settings.log_level)
    database = open_database(settings)
    try:
        stock_catalogue(database, machine_clock())
        run(serve(settings, database, posts))
    finally:
        database.close()
