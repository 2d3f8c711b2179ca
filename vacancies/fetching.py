"""Fetching a feed's bytes, from an http(s) address or a file of this server.

Feeds are set up by staff on the server's own command line, never by strangers, so addresses inside
the local network are asked like any other. What is fetched is not trusted at all: neither its
declared type nor its declared length, and reading stops at the size that a feed may have.
"""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp

from vacancies.errors import FeedUnreachable
from vacancies.jsonld import LARGEST

PATIENCE_S = 20.0
REDIRECTS = 5
LONGEST_ETAG = 200
_CHUNK = 64 * 1024
_HEADERS = {"Accept": "application/ld+json, application/json, text/html;q=0.8, */*;q=0.1"}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A feed's content as it came; `charset` is what its server claims."""

    content: bytes
    charset: str | None = None
    etag: str | None = None


def open_http(patience_s: float = PATIENCE_S) -> aiohttp.ClientSession:
    """A client that gives a whole answer so many seconds. To be closed by who opened it."""
    return aiohttp.ClientSession(
        timeout=aiohttp.ClientTimeout(total=patience_s),
        headers={**_HEADERS, "User-Agent": "Jawara vacancy reader"},
        cookie_jar=aiohttp.DummyCookieJar(),
    )


def is_web_address(location: str) -> bool:
    return urlsplit(location).scheme.lower() in ("http", "https") if "://" in location else False


def without_password(location: str) -> str:
    """A location that may be shown and logged: user name and password are cut out."""
    head, mark, rest = location.partition("://")
    if not mark:
        return location
    host, slash, path = rest.partition("/")
    return f"{head}://{host.rpartition('@')[2]}{slash}{path}"


async def fetch(
    location: str, http: aiohttp.ClientSession, *, etag: str | None = None
) -> Fetched | None:
    """The feed at a location; None where its server says that `etag` is still what it has.

    Raises FeedUnreachable.
    """
    if is_web_address(location):
        return await _fetch_page(location, http, etag)
    if "://" in location:
        raise FeedUnreachable("only http, https and files are read")
    return await asyncio.to_thread(_read_file, Path(location))


def _read_file(path: Path) -> Fetched:
    try:
        if not path.is_file():  # a pipe or a device would never end
            raise FeedUnreachable("no such file")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else None
        raise FeedUnreachable(f"can't be read: {why or 'no path of this system'}") from None
    _check_size(content)
    return Fetched(content)


async def _fetch_page(url: str, http: aiohttp.ClientSession, etag: str | None) -> Fetched | None:
    headers = {"If-None-Match": etag} if etag else {}
    try:
        async with http.get(url, headers=headers, max_redirects=REDIRECTS) as answer:
            if answer.status == 304 and etag:
                return None
            if answer.status != 200:
                raise FeedUnreachable(f"HTTP {answer.status}")
            content = await _read_answer(answer)
            return Fetched(content, answer.charset, _usable(answer.headers.get("ETag")))
    except TimeoutError:
        raise FeedUnreachable("no whole answer in time") from None
    except aiohttp.TooManyRedirects:
        raise FeedUnreachable(f"more than {REDIRECTS} redirects") from None
    except aiohttp.ClientConnectionError:
        raise FeedUnreachable("no connection") from None
    except (aiohttp.ClientError, ValueError) as error:
        # The error's own text may hold the address, and that may hold a password.
        raise FeedUnreachable(f"no usable answer ({type(error).__name__})") from None


async def _read_answer(answer: aiohttp.ClientResponse) -> bytes:
    content = bytearray()
    async for chunk in answer.content.iter_chunked(_CHUNK):
        content += chunk
        _check_size(content)
    return bytes(content)


def _usable(etag: str | None) -> str | None:
    return etag if etag and etag.isascii() and len(etag) <= LONGEST_ETAG else None


def _check_size(content: bytes | bytearray) -> None:
    if len(content) > LARGEST:
        raise FeedUnreachable(f"larger than {LARGEST // 1024 // 1024} MB")
