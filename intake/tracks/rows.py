"""Tracks as they are shown: to whoever follows one, and to the staff of its provider."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchTrack
from catalog.tracks import KINDS, TrackItemLine, track_items
from intake.applications.applicants import names_on
from intake.applications.errors import OtherProvider
from intake.tracks.errors import NotFollowed
from intake.tracks.holders import ANYBODY, NOT_NAMED, holder_meant, possible_holders
from intake.tracks.knowledge import Knowledge, knowledge_of
from people.staff import StaffRight, may_act_for
from storage.models import Applicant, Programme, Provider, Track, TrackFollow, TrackMark
from storage.vault import vault_of
from texts.moments import WIB


class ItemState(StrEnum):
    OPEN = "open"
    TOLD = "told"
    """They say so themselves."""
    KNOWN = "known"
    """Jawara knows it: a certificate, a paper, or a rule that says yes."""
    CONFIRMED = "confirmed"
    """Staff have seen it."""
    FAILED = "failed"
    """A rule says no."""

    @property
    def done(self) -> bool:
        return self in (ItemState.TOLD, ItemState.KNOWN, ItemState.CONFIRMED)


@dataclass(frozen=True, slots=True)
class ItemView:
    item: TrackItemLine
    state: ItemState
    at: datetime | None = None
    """When it was told or confirmed."""
    by: str | None = None
    """Who of staff has confirmed it."""
    proof: str | None = None
    """What Jawara knows it by: a programme's title, or a registration number."""

    @property
    def by_rule(self) -> bool:
        return "rules" in self.item.known_by


@dataclass(frozen=True, slots=True)
class TrackView:
    """`follow_id` None: they have never followed it."""

    programme_id: int
    programme_title: str
    programme_slug: str
    entry: str
    provider_id: int
    provider_name: str
    account_id: int
    applicant_id: int | None
    """Whose it is; None: of somebody who has not applied, or it has not been said."""
    items: tuple[ItemView, ...]
    follow_id: int | None = None
    left: bool = False
    shared: bool = False
    """Others on the phone may have one of their own, so that it is said whose this is."""
    called: str | None = field(default=None, repr=False)
    """On a phone that is shared."""
    name: str | None = field(default=None, repr=False)
    """In whole, for the eyes of staff."""

    @property
    def whose(self) -> int:
        """For buttons: where it can be nobody else's now, whoever it is when they are pressed."""
        return self.applicant_id or NOT_NAMED if self.shared else ANYBODY

    @property
    def following(self) -> bool:
        return self.follow_id is not None and not self.left

    @property
    def done(self) -> int:
        return sum(each.state.done for each in self.items)

    @property
    def next(self) -> ItemView | None:
        """The first that is still to be got."""
        return next((each for each in self.items if each.state is ItemState.OPEN), None)

    def of_kind(self, kind: str) -> tuple[int, int]:
        """How many of a kind they have, and how many there are."""
        of_it = [each.state.done for each in self.items if each.item.kind == kind]
        return sum(of_it), len(of_it)

    @property
    def kinds(self) -> list[str]:
        return [kind for kind in KINDS if self.of_kind(kind)[1]]

    def find(self, item_id: int) -> ItemView | None:
        return next((each for each in self.items if each.item.id == item_id), None)


@dataclass(frozen=True, slots=True)
class TrackLine:
    """A track of a provider, as its staff choose one. `interested`: who wants to be told."""

    programme_id: int
    programme_title: str
    followers: int


def my_track(
    session: Session, account_id: int, programme_id: int, whose: int = ANYBODY, *, now: datetime
) -> TrackView:
    """Followed or not. `whose`: see `intake.tracks.holders`.

    Raises NoSuchTrack, SeveralKnown, NoSuchApplicant.
    """
    applicant_id = holder_meant(session, account_id, programme_id, whose)
    follow = session.scalar(
        select(TrackFollow).where(*is_followed(account_id, programme_id, applicant_id))
    )
    view = _view(session, account_id, applicant_id, programme_id, follow, now)
    if possible_holders(session, account_id, programme_id) == [applicant_id]:
        return view
    called = names_on(session, [account_id]).get(applicant_id or NOT_NAMED)
    return replace(view, shared=True, called=called)


def is_followed(
    account_id: int, programme_id: int, applicant_id: int | None
) -> tuple[ColumnElement[bool], ...]:
    """Conditions on the one row there can be."""
    return (
        TrackFollow.account_id == account_id,
        TrackFollow.programme_id == programme_id,
        TrackFollow.applicant_id == applicant_id,
    )


def track_by_number(
    session: Session, follow_id: int, rights: frozenset[StaffRight], *, now: datetime
) -> TrackView:
    """For the eyes of staff, by the number its holder shows. Raises NotFollowed, OtherProvider."""
    follow = session.get(TrackFollow, follow_id)
    if follow is None:
        raise NotFollowed
    view = _for_staff(session, follow, now)
    if not may_act_for(rights, view.provider_id):
        raise OtherProvider
    return view


def list_followers(
    session: Session,
    programme_id: int,
    rights: frozenset[StaffRight],
    *,
    start: int = 0,
    most: int | None = None,
    now: datetime,
) -> list[TrackView]:
    """Who follows it now, by number, from the `start`th on. Raises NoSuchTrack, OtherProvider."""
    provider = _programme(session, programme_id)[3]
    if not may_act_for(rights, provider):
        raise OtherProvider
    chosen = select(TrackFollow).where(
        TrackFollow.programme_id == programme_id, TrackFollow.left_at.is_(None)
    )
    page = chosen.order_by(TrackFollow.id).offset(start).limit(most)
    return [_for_staff(session, each, now) for each in session.scalars(page).all()]


def count_followers(session: Session, programme_id: int) -> int:
    following = select(func.count()).where(
        TrackFollow.programme_id == programme_id, TrackFollow.left_at.is_(None)
    )
    return session.scalar(following) or 0


def tracks_for(session: Session, rights: frozenset[StaffRight]) -> list[TrackLine]:
    """Of the providers they may act for, in the catalogue's order."""
    following = select(func.count()).where(
        TrackFollow.programme_id == Programme.id, TrackFollow.left_at.is_(None)
    )
    rows = session.execute(
        select(Programme.provider_id, Programme.id, Programme.title, following.scalar_subquery())
        .join(Track, Track.programme_id == Programme.id)
        .order_by(Programme.position)
    )
    return [TrackLine(*row) for provider_id, *row in rows if may_act_for(rights, provider_id)]


def _for_staff(session: Session, follow: TrackFollow, now: datetime) -> TrackView:
    who = follow.applicant_id
    view = _view(session, follow.account_id, who, follow.programme_id, follow, now)
    if who is None:
        return view
    name = vault_of(session).open(session.get_one(Applicant, who).name_sealed)
    return replace(view, name=name)


def _view(
    session: Session,
    account_id: int,
    applicant_id: int | None,
    programme_id: int,
    follow: TrackFollow | None,
    now: datetime,
) -> TrackView:
    title, slug, entry, provider_id, provider_name = _programme(session, programme_id)
    items = track_items(session, programme_id, today=now.astimezone(WIB).date())
    known = knowledge_of(session, account_id, applicant_id, programme_id, now=now)
    marks = {} if follow is None else _marks(session, follow.id)
    return TrackView(
        programme_id=programme_id,
        programme_title=title,
        programme_slug=slug,
        entry=entry,
        provider_id=provider_id,
        provider_name=provider_name,
        account_id=account_id,
        applicant_id=applicant_id,
        items=tuple(_item(item, known, marks.get(item.id)) for item in items),
        follow_id=None if follow is None else follow.id,
        left=follow is not None and follow.left_at is not None,
    )


def _item(item: TrackItemLine, known: Knowledge, mark: TrackMark | None) -> ItemView:
    """Staff's word first, then what is known, then their own."""
    if mark is not None and mark.confirmed_at is not None:
        return ItemView(item, ItemState.CONFIRMED, mark.confirmed_at, by=mark.confirmed_by)
    evidence = known.of(item)
    if evidence.holds:
        return ItemView(item, ItemState.KNOWN, proof=evidence.proof)
    if evidence.holds is False:
        return ItemView(item, ItemState.FAILED)
    if mark is not None and mark.told_at is not None:
        return ItemView(item, ItemState.TOLD, mark.told_at)
    return ItemView(item, ItemState.OPEN)


def _marks(session: Session, follow_id: int) -> dict[int, TrackMark]:
    rows = session.scalars(select(TrackMark).where(TrackMark.follow_id == follow_id))
    return {mark.item_id: mark for mark in rows}


def _programme(session: Session, programme_id: int) -> Row[*tuple[Any, ...]]:
    chosen: Select[*tuple[Any, ...]] = (
        select(
            Programme.title, Programme.slug, Programme.entry, Programme.provider_id, Provider.name
        )
        .join(Provider, Programme.provider_id == Provider.id)
        .join(Track, Track.programme_id == Programme.id)
        .where(Programme.id == programme_id)
    )
    row = session.execute(chosen).first()
    if row is None:
        raise NoSuchTrack(programme_id)
    return row
