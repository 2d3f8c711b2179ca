"""`jawara doctor`: looks at everything a running Jawara needs, and says what to do."""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from importlib.util import find_spec
from typing import Any

import typer

from app.settings import Settings, SettingsProblem, read_settings


def doctor() -> None:
    """Check token, API, database, key, documents, clock and time zone; say what to do."""
    settings = read_settings()
    failed = 0
    for name, check in CHECKS:
        try:
            print(f"  ok    {name}: {asyncio.run(check(settings))}")
        except SettingsProblem as problem:
            failed += 1
            print(f"  FAIL  {name}: {problem}", file=sys.stdout)
    if failed:
        print(f"{failed} of {len(CHECKS)} need your attention.")
        raise typer.Exit(1)
    print("Everything is in order.")


async def _token(settings: Settings) -> str:
    settings.checked_token()
    return "is set and well formed"


async def _api(settings: Settings) -> str:
    from telegram import Bot
    from telegram.error import InvalidToken, TelegramError

    from bot.transport import AiohttpRequest

    bot = Bot(
        settings.checked_token(), f"{settings.api_url}/bot",
        request=AiohttpRequest(), get_updates_request=AiohttpRequest(),
    )  # fmt: skip
    try:
        async with bot:
            return f"{settings.api_url} knows the bot as @{bot.username}"
    except InvalidToken:
        raise SettingsProblem("the server refuses JAWARA_TOKEN: ask @BotFather for it") from None
    except TelegramError as error:
        raise SettingsProblem(
            f"{settings.api_url} does not answer ({error}): check JAWARA_API_URL and the network"
        ) from None


async def _database(settings: Settings) -> str:
    from sqlalchemy import make_url

    from app.opening import connected, not_made_yet, told_plainly
    from storage.migrations import current

    file = not_made_yet(settings)
    if file is not None:
        return f"{file} is made by the first start"
    with told_plainly(), connected(settings) as engine:
        current(engine)
    return make_url(settings.database).render_as_string(hide_password=True)


async def _migrations(settings: Settings) -> str:
    from app.opening import connected, not_made_yet, told_plainly
    from storage.migrations import current, newest

    here, wanted = None, newest()
    try:
        if not_made_yet(settings) is None:
            with told_plainly(), connected(settings) as engine:
                here = current(engine)
    except SettingsProblem:
        raise SettingsProblem("can't be read while the database can't be opened") from None
    if here != wanted:
        raise SettingsProblem(f"tables are at {here or 'nothing'}, not {wanted}: jawara db upgrade")
    return f"tables are at {here}"


async def _key(settings: Settings) -> str:
    from app.opening import check_key

    if check_key(settings) is None:
        return "is made, or taken, by the first start"
    return "opens what this database has sealed; keep a copy of it"


async def _documents(settings: Settings) -> str:
    from app.opening import check_key, told_plainly
    from app.shelves import lost_files, open_shelf
    from storage.database import Database

    vault = check_key(settings)
    if vault is None:
        return "none were sent yet"
    database = Database(settings.database, vault=vault)
    try:
        with told_plainly():
            shelf = open_shelf(settings, database)
            sent, lost = lost_files(database, shelf)
    finally:
        database.close()
    if lost:
        raise SettingsProblem(
            f"of {sent} documents {lost} have no file in {shelf.folder}: put it back from a backup"
        )
    return f"{sent} were sent, and each has its file"


async def _clock(settings: Settings) -> str:
    """The Bot API's own clock, by the Date header of its answer, against ours."""
    from datetime import UTC, datetime
    from email.utils import parsedate_to_datetime

    import aiohttp

    timeout = aiohttp.ClientTimeout(total=10)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(settings.api_url) as response,
        ):
            theirs = parsedate_to_datetime(response.headers["Date"])
    except (aiohttp.ClientError, TimeoutError, KeyError, ValueError):
        raise SettingsProblem("can't be compared while the Bot API does not answer") from None
    apart = abs((datetime.now(UTC) - theirs).total_seconds())
    if apart > MOST_APART_S:
        raise SettingsProblem(f"is {apart:.0f} s off the server's: switch on time synchronisation")
    return f"agrees with the server's within {max(apart, 1):.0f} s"


async def _libraries(settings: Settings) -> str:
    missing = [name for name in USED_LATER if find_spec(name) is None]
    if missing:
        raise SettingsProblem(f"not installed: {', '.join(missing)}; run make install")
    return "are all installed"


async def _zone(settings: Settings) -> str:
    from datetime import UTC, datetime

    return (
        f"{settings.timezone}, where it is now {datetime.now(UTC).astimezone(settings.zone):%H.%M}"
    )


MOST_APART_S = 30
USED_LATER = (
    "PIL", "alembic", "icalendar", "openpyxl", "prometheus_client", "pydantic", "pypdf",
    "rapidfuzz", "segno",
)  # fmt: skip
"""Libraries that the running bot loads when somebody first needs them: a start is spared their time
and memory, and would not notice that one is missing."""
CHECKS: tuple[tuple[str, Callable[[Settings], Coroutine[Any, Any, str]]], ...] = (
    ("token", _token),
    ("API", _api),
    ("database", _database),
    ("migrations", _migrations),
    ("key", _key),
    ("documents", _documents),
    ("clock", _clock),
    ("time zone", _zone),
    ("libraries", _libraries),
)
