"""Fetching feeds from a real server and from files."""

import asyncio
import os
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from tests.vacancies.partner_stage import WebServer
from vacancies.errors import FeedUnreachable
from vacancies.fetching import (
    LONGEST_ETAG,
    Fetched,
    fetch,
    is_web_address,
    open_http,
    without_password,
)
from vacancies.jsonld import LARGEST


async def why_not(location: str, http: aiohttp.ClientSession, etag: str | None = None) -> str:
    with pytest.raises(FeedUnreachable) as caught:
        await fetch(location, http, etag=etag)
    return str(caught.value)


async def test_a_page_is_fetched_with_its_charset_and_etag(
    server: WebServer, http: aiohttp.ClientSession
) -> None:
    answer = {"body": b"[]", "headers": {"ETag": '"a"', "Content-Type": "text/x; charset=latin-1"}}
    url = server.answers("/feed", answer)
    assert await fetch(url, http) == Fetched(b"[]", "latin-1", '"a"')
    assert "If-None-Match" not in server.asked[0].headers


async def test_a_page_that_has_not_changed_is_not_sent_again(
    server: WebServer, http: aiohttp.ClientSession
) -> None:
    url = server.answers("/feed", {"status": 304})
    assert await fetch(url, http, etag='"a"') is None
    assert server.asked[0].headers["If-None-Match"] == '"a"'
    assert await why_not(url, http) == "HTTP 304"


async def test_an_etag_too_long_to_keep_is_not_kept(
    server: WebServer, http: aiohttp.ClientSession
) -> None:
    long = '"' + "x" * LONGEST_ETAG + '"'
    url = server.answers("/feed", {"body": b"[]", "headers": {"ETag": long}})
    assert await fetch(url, http) == Fetched(b"[]")


@pytest.mark.parametrize("status", [204, 401, 404, 500, 503])
async def test_any_other_answer_is_named_by_its_status(
    server: WebServer, http: aiohttp.ClientSession, status: int
) -> None:
    url = server.answers("/feed", {"status": status})
    assert await why_not(url, http) == f"HTTP {status}"


async def test_a_redirect_is_followed_and_a_circle_left(
    server: WebServer, http: aiohttp.ClientSession
) -> None:
    server.answers("/new", b"[]")
    old = server.answers("/old", {"status": 302, "headers": {"Location": "/new"}})
    circle = server.answers("/circle", {"status": 302, "headers": {"Location": "/circle"}})
    assert await fetch(old, http) == Fetched(b"[]")
    assert await why_not(circle, http) == "more than 5 redirects"


async def test_a_redirect_never_leads_to_a_file(
    server: WebServer, http: aiohttp.ClientSession
) -> None:
    to_file = {"status": 302, "headers": {"Location": "file:///etc/hostname"}}
    url = server.answers("/feed", to_file)
    assert await why_not(url, http) == "no usable answer (NonHttpUrlRedirectClientError)"


async def test_a_server_that_is_too_slow_is_not_waited_for(
    server: WebServer,
) -> None:
    async def dawdle(_request: web.Request) -> web.Response:
        await asyncio.sleep(60)
        return web.Response()

    url = server.answers("/feed", dawdle)
    async with open_http(patience_s=0.2) as hasty:
        assert await why_not(url, hasty) == "no whole answer in time"


async def test_a_feed_without_end_is_left_at_the_limit(
    server: WebServer, http: aiohttp.ClientSession
) -> None:
    sent = 0

    async def pour(request: web.Request) -> web.StreamResponse:
        nonlocal sent
        response = web.StreamResponse()
        await response.prepare(request)
        while sent < 4 * LARGEST:
            await response.write(b" " * 2**20)
            sent += 2**20
        return response

    url = server.answers("/feed", pour)
    assert await why_not(url, http) == "larger than 5 MB"
    assert sent < 4 * LARGEST


async def test_a_packed_flood_is_left_at_the_limit(
    server: WebServer, http: aiohttp.ClientSession
) -> None:
    async def flood(_request: web.Request) -> web.Response:
        response = web.Response(body=b" " * (2 * LARGEST))
        response.enable_compression(web.ContentCoding.gzip)
        return response

    assert await why_not(server.answers("/feed", flood), http) == "larger than 5 MB"


async def test_a_connection_that_breaks_gives_no_half_feed(
    server: WebServer, http: aiohttp.ClientSession
) -> None:
    async def break_off(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "100"})
        await response.prepare(request)
        await response.write(b"[]")
        assert request.transport is not None
        request.transport.abort()
        return response

    reason = await why_not(server.answers("/feed", break_off), http)
    assert reason in ("no connection", "no usable answer (ClientPayloadError)")


async def test_nobody_there_is_said_without_the_password(
    http: aiohttp.ClientSession,
) -> None:
    assert await why_not("http://rina:rahasia@127.0.0.1:9/feed", http) == "no connection"
    assert (
        await why_not("http://rina:rahasia@:x/", http) == "no usable answer (InvalidUrlClientError)"
    )
    assert await why_not("ftp://x/feed", http) == "only http, https and files are read"


async def test_a_file_is_read_whole(tmp_path: Path, http: aiohttp.ClientSession) -> None:
    file = tmp_path / "feed.jsonld"
    file.write_bytes(b"[]")
    assert await fetch(str(file), http) == Fetched(b"[]")


async def test_a_file_that_is_none_or_too_large_is_said_to_be_so(
    tmp_path: Path, http: aiohttp.ClientSession
) -> None:
    large, pipe = tmp_path / "large", tmp_path / "pipe"
    large.write_bytes(b" " * (LARGEST + 1))
    os.mkfifo(pipe)
    assert await why_not(str(large), http) == "larger than 5 MB"
    assert await why_not(str(pipe), http) == "no such file"
    assert await why_not(str(tmp_path / "gone"), http) == "no such file"


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        ("https://rina:rahasia@supra.example/feed?x=1", "https://supra.example/feed?x=1"),
        ("https://supra.example", "https://supra.example"),
        ("/var/feeds/a@b.jsonld", "/var/feeds/a@b.jsonld"),
    ],
)
def test_a_location_is_shown_without_its_password(location: str, shown: str) -> None:
    assert without_password(location) == shown


@pytest.mark.parametrize(
    ("location", "web"),
    [("http://x", True), ("HTTPS://x", True), ("ftp://x", False), ("/http/x", False), ("", False)],
)
def test_web_addresses_are_told_from_files(location: str, web: bool) -> None:
    assert is_web_address(location) is web
