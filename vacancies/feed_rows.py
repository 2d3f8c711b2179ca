"""The feeds on record: which there are, which are due, and how each reading went."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from storage.models import Feed, Partner
from vacancies.errors import FeedExists, UnknownFeed, UnknownPartner
from vacancies.fetching import without_password
from vacancies.postings import Mistake, Reading
from vacancies.reports import TakenIn, take_in

LONGEST_ERROR = 300


@dataclass(frozen=True, slots=True)
class Source:
    """What a reading has to know of its feed."""

    feed_id: int
    location: str
    etag: str | None


@dataclass(frozen=True, slots=True)
class ReadFeed:
    """What a feed gave. `etag` is kept for the next reading; no reading: nothing has changed."""

    reading: Reading | None
    etag: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one reading ended: `taken` is None where it failed, or where nothing had changed."""

    location: str
    taken: TakenIn | None = None
    mistakes: tuple[Mistake, ...] = ()
    error: str | None = None
    """Why it failed, or what of it was not taken in."""
    failed: bool = False


def add_feed(
    session: Session,
    partner_slug: str,
    location: str,
    *,
    every_minutes: int = 60,
    example: bool = False,
) -> Feed:
    """Read this location from now on. Raises UnknownPartner, FeedExists."""
    partner = session.scalar(select(Partner).where(Partner.slug == partner_slug))
    if partner is None:
        raise UnknownPartner(partner_slug)
    if session.scalar(select(Feed.id).where(Feed.location == location)) is not None:
        raise FeedExists(without_password(location))
    feed = Feed(partner=partner, location=location, every_minutes=every_minutes, example=example)
    session.add(feed)
    session.flush()
    return feed


def list_feeds(session: Session) -> list[Feed]:
    """All feeds with their partners, in the order they were added."""
    return list(session.scalars(select(Feed).options(joinedload(Feed.partner)).order_by(Feed.id)))


def due_feeds(session: Session, *, now: datetime) -> list[Source]:
    """Feeds never read, or last read longer ago than they ask for."""
    return [_source(feed) for feed in list_feeds(session) if _is_due(feed, now)]


def find_source(session: Session, location: str) -> Source:
    """Raises UnknownFeed."""
    feed = session.scalar(select(Feed).where(Feed.location == location))
    if feed is None:
        raise UnknownFeed(without_password(location))
    return _source(feed)


def record_reading(session: Session, feed_id: int, read: ReadFeed, *, now: datetime) -> Outcome:
    """Take in what was read and note how it went, in one transaction. Raises UnknownFeed."""
    feed = _feed(session, feed_id)
    shown = without_password(feed.location)
    feed.read_at = feed.succeeded_at = now
    if read.reading is None:
        feed.last_error = None
        return Outcome(shown)
    reading = read.reading
    taken = take_in(
        session,
        feed.partner_id,
        reading.postings,
        feed_complete=reading.complete,
        now=now,
        feed_id=feed.id,
        example=feed.example,
        misread=reading.misread,
    )
    problems = [str(problem) for problem in (*reading.mistakes, *taken.refused)]
    feed.last_error = _told(problems)
    # With problems the feed is read in full again, so that they stay on record until mended.
    feed.etag = None if problems else read.etag
    return Outcome(shown, taken, reading.mistakes, feed.last_error)


def record_failure(session: Session, feed_id: int, reason: str, *, now: datetime) -> Outcome:
    """Note that a reading failed; vacancies stay as they are. Raises UnknownFeed."""
    feed = _feed(session, feed_id)
    feed.read_at, feed.last_error = now, reason[:LONGEST_ERROR]
    return Outcome(without_password(feed.location), error=feed.last_error, failed=True)


def _told(problems: list[str]) -> str | None:
    if not problems:
        return None
    return f"{len(problems)} not taken in: {'; '.join(problems)}"[:LONGEST_ERROR]


def _feed(session: Session, feed_id: int) -> Feed:
    feed = session.get(Feed, feed_id)
    if feed is None:
        raise UnknownFeed(feed_id)
    return feed


def _is_due(feed: Feed, now: datetime) -> bool:
    """A reading that lies ahead was made by a clock that has been put back since."""
    read = feed.read_at
    return read is None or read > now or read + timedelta(minutes=feed.every_minutes) <= now


def _source(feed: Feed) -> Source:
    return Source(feed.id, feed.location, feed.etag)
