"""What is kept of a person's tracks abroad: what they follow, marks, changes, and their wishes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.applicants import names_on
from storage.models import (
    Programme,
    ProgrammeInterest,
    TrackChange,
    TrackFollow,
    TrackItem,
    TrackMark,
)


@dataclass(frozen=True, slots=True)
class WishKept:
    """What an interest is for."""

    programme: str
    kind: str | None
    destination: str | None
    since: datetime


@dataclass(frozen=True, slots=True)
class TrackFollowed:
    number: int
    person: str | None
    """As they are called on this phone; None: nobody's who is known there by name."""
    programme: str
    since: datetime
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class TrackMarked:
    number: int
    """Of the track, here and below."""
    item: str
    told_at: datetime | None
    confirmed_at: datetime | None
    confirmed_by: str | None


@dataclass(frozen=True, slots=True)
class TrackChanged:
    number: int
    item: str | None
    at: datetime
    actor: str
    from_state: str | None
    to_state: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class TrackData:
    interest_wishes: tuple[WishKept, ...]
    tracks: tuple[TrackFollowed, ...]
    track_marks: tuple[TrackMarked, ...]
    track_changes: tuple[TrackChanged, ...]


def tracks_about(session: Session, account_id: int) -> TrackData:
    """All of it, in the order in which it came about."""
    return TrackData(
        _wishes(session, account_id),
        _followed(session, account_id),
        _marks(session, account_id),
        _changes(session, account_id),
    )


def _wishes(session: Session, account_id: int) -> tuple[WishKept, ...]:
    kept = ProgrammeInterest
    rows = session.execute(
        select(Programme.slug, kept.kind, kept.destination, kept.created_at)
        .join(kept, kept.programme_id == Programme.id)
        .where(kept.account_id == account_id)
        .order_by(Programme.slug)
    )
    return tuple(WishKept(*row) for row in rows)


def _followed(session: Session, account_id: int) -> tuple[TrackFollowed, ...]:
    follow, called = TrackFollow, names_on(session, [account_id])
    rows = session.execute(
        select(follow, Programme.slug)
        .join(Programme, follow.programme_id == Programme.id)
        .where(follow.account_id == account_id)
        .order_by(follow.id)
    )
    return tuple(
        TrackFollowed(
            each.id, called.get(each.applicant_id or 0), programme, each.since, each.left_at
        )
        for each, programme in rows
    )


def _marks(session: Session, account_id: int) -> tuple[TrackMarked, ...]:
    mark = TrackMark
    columns = mark.told_at, mark.confirmed_at, mark.confirmed_by
    rows = session.execute(
        select(TrackFollow.id, TrackItem.slug, *columns)
        .join_from(mark, TrackFollow, mark.follow_id == TrackFollow.id)
        .join(TrackItem, mark.item_id == TrackItem.id)
        .where(TrackFollow.account_id == account_id)
        .order_by(TrackFollow.id, TrackItem.position)
    )
    return tuple(TrackMarked(*row) for row in rows)


def _changes(session: Session, account_id: int) -> tuple[TrackChanged, ...]:
    change = TrackChange
    columns = change.at, change.actor, change.from_state, change.to_state, change.reason
    rows = session.execute(
        select(TrackFollow.id, TrackItem.slug, *columns)
        .join_from(change, TrackFollow, change.follow_id == TrackFollow.id)
        .outerjoin(TrackItem, change.item_id == TrackItem.id)
        .where(TrackFollow.account_id == account_id)
        .order_by(change.id)
    )
    return tuple(TrackChanged(*row) for row in rows)
