"""Reading feeds: fetched and parsed outside of any transaction, taken in with one.

A reading that fails is recorded with its reason and changes no vacancy.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime

import aiohttp
import structlog

from storage.database import Database
from vacancies.errors import BadFeed, FeedUnreachable
from vacancies.feed_rows import (
    Outcome,
    ReadFeed,
    Source,
    due_feeds,
    record_failure,
    record_reading,
)
from vacancies.fetching import fetch, open_http, without_password
from vacancies.jsonld import read_postings

SIDE_BY_SIDE = 4

log = structlog.get_logger(__name__)


async def read_feed(
    location: str, http: aiohttp.ClientSession, *, etag: str | None = None
) -> ReadFeed:
    """Fetch and parse, without touching the database. Raises FeedUnreachable, BadFeed."""
    fetched = await fetch(location, http, etag=etag)
    if fetched is None:
        return ReadFeed(None, etag)
    reading = await asyncio.to_thread(read_postings, fetched.content, fetched.charset)
    return ReadFeed(reading, fetched.etag)


async def read_due_feeds(
    database: Database,
    now: datetime,
    *,
    open_session: Callable[[], aiohttp.ClientSession] = open_http,
) -> list[Outcome]:
    """Read all that is due, a few side by side; one feed's failure is no other's."""
    due = await database.read(due_feeds, now=now)
    return await read_sources(database, due, now, open_session=open_session)


async def read_sources(
    database: Database,
    sources: list[Source],
    now: datetime,
    *,
    open_session: Callable[[], aiohttp.ClientSession] = open_http,
) -> list[Outcome]:
    """Read these feeds now, due or not; outcomes in the same order."""
    if not sources:
        return []
    places = asyncio.Semaphore(SIDE_BY_SIDE)
    async with open_session() as http:

        async def read_one(source: Source) -> Outcome:
            async with places:
                return await _read_and_take_in(database, source, http, now)

        return await asyncio.gather(*map(read_one, sources))


async def _read_and_take_in(
    database: Database, source: Source, http: aiohttp.ClientSession, now: datetime
) -> Outcome:
    try:
        read = await read_feed(source.location, http, etag=source.etag)
        outcome = await database.write(record_reading, source.feed_id, read, now=now)
    except (FeedUnreachable, BadFeed) as error:
        outcome = await database.write(record_failure, source.feed_id, str(error), now=now)
    except Exception as error:
        # One feed must not keep the others from being read, whatever it has in it.
        log.exception("feed_broke", location=without_password(source.location))
        reason = f"unexpected: {type(error).__name__}"
        outcome = await database.write(record_failure, source.feed_id, reason, now=now)
    log.info("feed_read", location=outcome.location, error=outcome.error)
    return outcome
