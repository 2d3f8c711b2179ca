"""Tracks abroad as they are shown: what each asks of somebody, and the warnings against brokers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from catalog.errors import NoSuchTrack
from catalog.programmes import Told
from catalog.tables import CATALOGUE
from storage.memory import reads
from storage.models import Caution, Cluster, Track, TrackItem

KINDS = ("self", "skill", "language", "certificate", "document")


@dataclass(frozen=True, slots=True)
class TrackItemLine:
    """One thing to have. `expired`: its source vouched for it only until an earlier day."""

    id: int
    slug: str
    kind: str
    title: dict[str, Any]
    about: dict[str, Any]
    known_by: dict[str, Any]
    confirmed: bool
    expired: bool
    source: Told


@dataclass(frozen=True, slots=True)
class Wish:
    """A cluster's slug with its title by language."""

    slug: str
    title: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Choices:
    """What whoever is interested may wish for."""

    kinds: tuple[Wish, ...]
    destinations: tuple[str, ...]
    """Codes of countries."""


@dataclass(frozen=True, slots=True)
class CautionLine:
    text: dict[str, Any]
    confirmed: bool
    source: Told


@reads(*CATALOGUE)
def has_track(session: Session, programme_id: int) -> bool:
    return session.get(Track, programme_id) is not None


def track_items(session: Session, programme_id: int, *, today: date) -> list[TrackItemLine]:
    """Those that are listed, in their order. Raises NoSuchTrack."""
    if not has_track(session, programme_id):
        raise NoSuchTrack(programme_id)
    rows = session.scalars(
        select(TrackItem)
        .where(TrackItem.programme_id == programme_id, TrackItem.listed)
        .options(joinedload(TrackItem.source))
        .order_by(TrackItem.position)
    )
    return [_item(row, today) for row in rows]


@reads(*CATALOGUE)
def choices_of(session: Session, programme_id: int) -> Choices:
    """Empty where it has no track, or the track offers no choice."""
    track = session.get(Track, programme_id)
    if track is None:
        return Choices((), ())
    among = select(Cluster).where(Cluster.slug.in_(track.kinds))
    titles = {cluster.slug: cluster.title for cluster in session.scalars(among)}
    kinds = tuple(Wish(slug, titles[slug]) for slug in track.kinds if slug in titles)
    return Choices(kinds, tuple(track.destinations))


@reads(*CATALOGUE)
def list_cautions(session: Session, today: date) -> list[CautionLine]:
    """Those that still hold, the most needful first."""
    holds = or_(Caution.expires_on.is_(None), Caution.expires_on >= today)
    rows = session.scalars(
        select(Caution)
        .where(holds)
        .options(joinedload(Caution.source))
        .order_by(Caution.position, Caution.slug)
    )
    return [
        CautionLine(row.text, row.confirmed, Told(row.source.outlet, row.source.published_on))
        for row in rows
    ]


def _item(row: TrackItem, today: date) -> TrackItemLine:
    return TrackItemLine(
        id=row.id,
        slug=row.slug,
        kind=row.kind,
        title=row.title,
        about=row.about,
        known_by=row.known_by,
        confirmed=row.confirmed,
        expired=row.expires_on is not None and row.expires_on < today,
        source=Told(row.source.outlet, row.source.published_on),
    )
