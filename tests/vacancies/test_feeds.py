"""Reading feeds: from the server's answer to vacancies, and how it is remembered."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage.database import Database
from storage.models import Feed, Vacancy
from tests.cast import NOW
from tests.vacancies.partner_stage import PartnerStage, WebServer, feed_of, job
from vacancies.errors import FeedExists, UnknownFeed, UnknownPartner
from vacancies.feed_rows import Outcome, add_feed, due_feeds, find_source, list_feeds
from vacancies.feeds import read_due_feeds
from vacancies.reports import TakenIn

HOUR = timedelta(hours=1)


def add(database: Database, *locations: str, every_minutes: int = 60) -> None:
    with database.transaction() as session:
        for location in locations:
            add_feed(session, "pt-supra", location, every_minutes=every_minutes)


def feed(database: Database) -> Feed:
    with database.snapshot() as session:
        return list_feeds(session)[0]


def open_vacancies(database: Database) -> int | None:
    with database.snapshot() as session:
        there = Vacancy.withdrawn_at.is_(None)
        return session.scalar(select(func.count()).select_from(Vacancy).where(there))


async def read(database: Database, now: datetime = NOW) -> Outcome:
    (outcome,) = await read_due_feeds(database, now)
    return outcome


def test_a_feed_belongs_to_a_partner_and_is_read_once(
    database: Database, stage: PartnerStage
) -> None:
    location = "https://supra.example/feed"
    with database.transaction() as session:
        add_feed(session, "pt-supra", location, every_minutes=15, example=True)
    found = feed(database)
    assert (found.partner.slug, found.every_minutes, found.example) == ("pt-supra", 15, True)
    with database.transaction() as session:
        with pytest.raises(FeedExists):
            add_feed(session, "pt-lain", location)
        with pytest.raises(UnknownPartner):
            add_feed(session, "pt-tiada", "https://tiada.example/feed")
        with pytest.raises(UnknownFeed):
            find_source(session, "https://tiada.example/feed")


async def test_a_feed_is_due_as_often_as_it_asks_for(
    database: Database, stage: PartnerStage, tmp_path: Path
) -> None:
    file = tmp_path / "feed.jsonld"
    file.write_bytes(feed_of(job()))
    add(database, str(file), every_minutes=60)
    assert await read(database) == Outcome(str(file), TakenIn(added=1))
    assert await read_due_feeds(database, NOW + HOUR - timedelta(seconds=1)) == []
    assert await read(database, NOW + HOUR) == Outcome(str(file), TakenIn(unchanged=1))
    with database.snapshot() as session:
        assert due_feeds(session, now=NOW + HOUR) == []
        put_back = NOW - 10 * HOUR
        assert [source.location for source in due_feeds(session, now=put_back)] == [str(file)]


async def test_a_failed_reading_is_remembered_and_no_vacancy_lost(
    database: Database, stage: PartnerStage, server: WebServer
) -> None:
    answers = [feed_of(job(), job(identifier="L-2")), {"status": 500}, b"<html>", feed_of(job())]
    add(database, server.answers("/feed", *answers), every_minutes=60)
    assert (await read(database)).taken == TakenIn(added=2)
    for hours, reason in (
        (1, "HTTP 500"),
        (2, "a web page without any application/ld+json that can be read"),
    ):
        outcome = await read(database, NOW + hours * HOUR)
        assert (outcome.failed, outcome.error) == (True, reason)
        assert (feed(database).last_error, open_vacancies(database)) == (reason, 2)
    assert (feed(database).read_at, feed(database).succeeded_at) == (NOW + 2 * HOUR, NOW)
    assert (await read(database, NOW + 3 * HOUR)).taken == TakenIn(unchanged=1, withdrawn=1)
    assert (feed(database).last_error, open_vacancies(database)) == (None, 1)


async def test_an_unchanged_feed_is_not_read_again(
    database: Database, stage: PartnerStage, server: WebServer
) -> None:
    first = {"body": feed_of(job()), "headers": {"ETag": '"a"'}}
    add(database, server.answers("/feed", first, {"status": 500}, {"status": 304}))
    await read(database)
    assert (await read(database, NOW + HOUR)).failed
    outcome = await read(database, NOW + 2 * HOUR)
    assert (outcome.taken, outcome.error, outcome.failed) == (None, None, False)
    assert [request.headers.get("If-None-Match") for request in server.asked] == [
        None, '"a"', '"a"',
    ]  # fmt: skip
    kept = feed(database)
    assert (kept.etag, kept.last_error, kept.succeeded_at) == ('"a"', None, NOW + 2 * HOUR)
    assert open_vacancies(database) == 1


async def test_what_was_not_taken_in_stays_on_record_until_it_is_mended(
    database: Database, stage: PartnerStage, server: WebServer
) -> None:
    etag = {"ETag": '"a"'}
    bad = feed_of(
        job(), job(identifier="L-2", title=""), job(identifier="L-3", hiringOrganization="X")
    )
    good = feed_of(job(), job(identifier="L-2"))
    answers = [{"body": body, "headers": etag} for body in (good, bad, good)]
    add(database, server.answers("/feed", *answers))
    await read(database)
    outcome = await read(database, NOW + HOUR)
    assert outcome.taken is not None
    assert (outcome.taken.unchanged, outcome.taken.withdrawn, outcome.failed) == (1, 0, False)
    kept = feed(database)
    assert kept.etag is None
    assert kept.last_error == (
        "2 not taken in: item 2 (L-2): title is missing; "
        "Juru Las SMAW (L-3): hiringOrganization is X, not PT Supra"
    )
    await read(database, NOW + 2 * HOUR)
    assert (feed(database).last_error, feed(database).etag) == (None, '"a"')


async def test_one_feeds_failure_is_no_others(
    database: Database, stage: PartnerStage, server: WebServer
) -> None:
    good = server.answers("/good", feed_of(job()))
    add(database, f"{server.address}/gone", "gopher://x", good)
    outcomes = await read_due_feeds(database, NOW)
    assert [(outcome.failed, outcome.error) for outcome in outcomes] == [
        (True, "HTTP 404"),
        (True, "only http, https and files are read"),
        (False, None),
    ]
    assert open_vacancies(database) == 1


async def test_hostile_texts_are_stored_and_shown_as_plain_ones(
    database: Database, stage: PartnerStage, server: WebServer
) -> None:
    wild = job(
        title="Las \ud800\x00<script>x</script>\u202e'; DROP",
        description="a\x00b" * 9000,
        baseSalary=10**18,
        totalJobOpenings=10**12,
        url="https://x/" + "y" * 600,
    )
    add(database, server.answers("/feed", feed_of(wild)))
    assert (await read(database)).taken == TakenIn(added=1)
    with database.snapshot() as session:
        vacancy = session.scalars(select(Vacancy)).one()
        assert (vacancy.title, vacancy.wage_min, vacancy.url) == ("Las '; DROP", None, None)
