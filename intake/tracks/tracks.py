"""Following a track abroad: taken up, given up, and what of it is marked; each change is recorded.

What somebody says and what staff have seen are two things: either is taken back by whoever said it.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchTrack
from intake.applications.changes import by_staff
from intake.applications.errors import NoSuchApplicant, ReasonMissing
from intake.tracks.errors import ItemConfirmed, NoSuchItem, NotFollowed
from intake.tracks.holders import ANYBODY, NOT_NAMED, holder_meant
from intake.tracks.rows import ItemState, TrackView, is_followed, my_track, track_by_number
from people.staff import StaffRight
from storage.models import Applicant, Track, TrackChange, TrackFollow, TrackItem, TrackMark
from storage.upserts import insert_into

NAME_LENGTH, REASON_LENGTH = 80, 200
FOLLOWER = "follower"


def follow_track(
    session: Session, account_id: int, programme_id: int, whose: int = ANYBODY, *, now: datetime
) -> TrackView:
    """Followed already, it stays so. `whose`, here and below: see `intake.tracks.holders`.

    Raises NoSuchTrack, SeveralKnown, NoSuchApplicant.
    """
    if session.get(Track, programme_id) is None:
        raise NoSuchTrack(programme_id)
    who = _hold_person(session, account_id, programme_id, whose)
    row = insert_into(session, TrackFollow).values(
        account_id=account_id, applicant_id=who, programme_id=programme_id, since=now
    )
    new = session.execute(row.on_conflict_do_nothing().returning(TrackFollow.id)).first()
    follow = _hold(session, account_id, programme_id, who)
    if new is not None or follow.left_at is not None:
        before = None if new is not None else "left"
        follow.left_at = None
        _record(session, follow.id, None, before, "following", FOLLOWER, None, now)
    if whose == NOT_NAMED:
        follow.others_at = now
    return my_track(session, account_id, programme_id, whose, now=now)


def leave_track(
    session: Session, account_id: int, programme_id: int, whose: int = ANYBODY, *, now: datetime
) -> TrackView:
    """What was marked is there again when it is taken up anew.

    Raises NoSuchTrack, NotFollowed, SeveralKnown, NoSuchApplicant.
    """
    follow = _hold(
        session, account_id, programme_id, holder_meant(session, account_id, programme_id, whose)
    )
    if follow.left_at is None:
        follow.left_at = now
        _record(session, follow.id, None, "following", "left", FOLLOWER, None, now)
    return my_track(session, account_id, programme_id, whose, now=now)


def name_holder(
    session: Session, account_id: int, programme_id: int, whose: int, *, now: datetime
) -> TrackView:
    """Say whose the track is that was followed before it was known for whom; NOT_NAMED: of nobody
    who is known on the phone. Whoever has one of their own keeps that, and nothing changes.

    Raises NoSuchTrack, NotFollowed, NoSuchApplicant.
    """
    who = _hold_person(session, account_id, programme_id, whose)
    own = select(TrackFollow.id).where(*is_followed(account_id, programme_id, who))
    if who is None:
        _hold(session, account_id, programme_id, None).others_at = now
    elif session.scalar(own) is None:
        follow = _hold(session, account_id, programme_id, None)
        follow.applicant_id = who
        _record(session, follow.id, None, None, "named", FOLLOWER, None, now)
    return my_track(session, account_id, programme_id, whose, now=now)


def tell_item(
    session: Session,
    account_id: int,
    item_id: int,
    whose: int = ANYBODY,
    *,
    has: bool,
    now: datetime,
) -> TrackView:
    """Their own word: they have it, or do not any more. Told once more, nothing changes.

    Raises NoSuchItem, NotFollowed, ItemConfirmed (staff have seen it), SeveralKnown,
    NoSuchApplicant.
    """
    item = session.get(TrackItem, item_id)
    if item is None or not item.listed:
        raise NoSuchItem(str(item_id))
    who = holder_meant(session, account_id, item.programme_id, whose)
    follow = _hold(session, account_id, item.programme_id, who)
    if follow.left_at is not None:
        raise NotFollowed
    mark = _mark(session, follow.id, item_id)
    if mark.confirmed_at is not None:
        raise ItemConfirmed
    if has is (mark.told_at is None):
        before = _state(mark)
        mark.told_at = now if has else None
        _record(session, follow.id, item_id, before, _state(mark), FOLLOWER, None, now)
    _keep(session, mark)
    return my_track(session, account_id, item.programme_id, whose, now=now)


def confirm_item(
    session: Session,
    follow_id: int,
    item: int | str,
    rights: frozenset[StaffRight],
    *,
    seen: bool,
    reason: str | None = None,
    actor: str,
    by: int | None = None,
    now: datetime,
) -> TrackView:
    """Staff have seen it, or take that back, which wants a reason. `item`: its id or slug.

    Raises NotFollowed, OtherProvider, NoSuchItem, ReasonMissing.
    """
    session.execute(select(TrackFollow.id).where(TrackFollow.id == follow_id).with_for_update())
    view = track_by_number(session, follow_id, rights, now=now)
    found = next((each.item for each in view.items if item in (each.item.id, each.item.slug)), None)
    if found is None:
        raise NoSuchItem(str(item))
    mark = _mark(session, follow_id, found.id)
    reason = " ".join((reason or "").split())[:REASON_LENGTH] or None
    if seen is (mark.confirmed_at is None):
        if not seen and reason is None:
            raise ReasonMissing
        before = _state(mark)
        mark.confirmed_at = now if seen else None
        mark.confirmed_by = actor[:NAME_LENGTH] if seen else None
        who = by_staff(actor, by)
        _record(session, follow_id, found.id, before, _state(mark), who, reason, now)
    _keep(session, mark)
    return track_by_number(session, follow_id, rights, now=now)


def _hold(
    session: Session, account_id: int, programme_id: int, applicant_id: int | None
) -> TrackFollow:
    """Nobody else changes anything of it until the transaction ends."""
    follow = session.scalar(
        select(TrackFollow)
        .where(*is_followed(account_id, programme_id, applicant_id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if follow is None:
        raise NotFollowed
    return follow


def _hold_person(session: Session, account_id: int, programme_id: int, whose: int) -> int | None:
    """They go to no other phone meanwhile, or have gone: then it raises NoSuchApplicant."""
    who = holder_meant(session, account_id, programme_id, whose)
    if who is None:
        return None
    here = select(Applicant.id).where(Applicant.id == who, Applicant.account_id == account_id)
    if session.scalar(here.with_for_update(key_share=True)) is None:
        raise NoSuchApplicant(who)
    return who


def _mark(session: Session, follow_id: int, item_id: int) -> TrackMark:
    key = {"follow_id": follow_id, "item_id": item_id}
    mark = session.get(TrackMark, key, populate_existing=True)
    return TrackMark(**key, told_at=None, confirmed_at=None) if mark is None else mark


def _keep(session: Session, mark: TrackMark) -> None:
    """A row that says nothing is none."""
    says_something = mark.told_at is not None or mark.confirmed_at is not None
    if says_something:
        session.add(mark)
    elif mark in session:
        session.delete(mark)
    session.flush()


def _state(mark: TrackMark) -> str | None:
    if mark.confirmed_at is not None:
        return ItemState.CONFIRMED.value
    return None if mark.told_at is None else ItemState.TOLD.value


def _record(
    session: Session,
    follow_id: int,
    item_id: int | None,
    before: str | None,
    after: str | None,
    actor: str,
    reason: str | None,
    now: datetime,
) -> None:
    change = TrackChange(
        follow_id=follow_id,
        item_id=item_id,
        at=now,
        actor=actor,
        from_state=before,
        to_state=after,
        reason=reason,
    )
    session.add(change)
    session.flush()
