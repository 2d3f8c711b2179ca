"""Fills a new installation: the bundled catalogue, and for a demo its examples."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.database import Database, be_alone
from storage.models import Feed, Partner, Programme

log = structlog.get_logger(__name__)

FEED_PARTNER = "pt-supra"
FEED_EVERY_MIN = 5
FEED_FRESH = timedelta(days=14)
"""After that its deadlines have passed, and a new one is written."""


def stock_catalogue(database: Database, now: datetime) -> None:
    """Load the bundled catalogue into a database that has none; staff's own is left alone."""
    with database.snapshot() as session:
        if _has_programmes(session):
            return  # without a writer's turn, for which a start might wait in vain
    with database.transaction() as session:
        be_alone(session.connection())  # a bot and a worker may start at once
        if not _has_programmes(session):
            _load_bundled(session, now)
            log.info("the bundled catalogue was loaded")


def _has_programmes(session: Session) -> bool:
    return session.scalar(select(Programme.id).limit(1)) is not None


def stock_demo(database: Database, home: Path, now: datetime, zone: ZoneInfo) -> None:
    """The bundled catalogue, waves relative to today, and a partner's feed, all marked examples."""
    from catalog.examples import load_examples

    stock_catalogue(database, now)
    location = str(_write_feed(home, now, zone))
    with database.transaction() as session:
        load_examples(session, now=now)
        partner = session.scalar(select(Partner.id).where(Partner.slug == FEED_PARTNER))
        known = session.scalar(select(Feed.id).where(Feed.location == location))
        if partner is not None and known is None:
            feed = Feed(partner_id=partner, location=location, every_minutes=FEED_EVERY_MIN)
            feed.example = True
            session.add(feed)


def _load_bundled(session: Session, now: datetime) -> None:
    # Imported here: reading the catalogue's files costs a start that does not read them 0.2 s.
    from catalog.data import HERE
    from catalog.load import load_catalogue
    from catalog.reading import read_catalogue

    load_catalogue(session, read_catalogue(HERE), now=now)


def _write_feed(home: Path, now: datetime, zone: ZoneInfo) -> Path:
    """The file the example feed is read from; edited by hand, its changes come in as well."""
    from vacancies.examples import example_feed

    file = home.resolve() / "feeds" / f"{FEED_PARTNER}.jsonld"
    if not file.exists() or file.stat().st_mtime < (now - FEED_FRESH).timestamp():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(example_feed(now.astimezone(zone).date()), encoding="utf-8")
    return file
