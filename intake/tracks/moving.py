"""Tracks that go along when their holder goes to another phone, and none of anybody else's."""

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from intake.applications.applicants import others_on
from storage.models import TrackChange, TrackFollow, TrackMark


def move_tracks(
    session: Session, before: int, there: int, from_account: int, to_account: int
) -> None:
    """`before`, `there`: the applicant's id until now and from now on."""
    moved = {"applicant_id": there, "account_id": to_account}
    for follow in _held(session, TrackFollow.applicant_id == before):
        follows = TrackFollow.applicant_id == there, TrackFollow.programme_id == follow.programme_id
        same = None if there == before else session.scalar(select(TrackFollow).where(*follows))
        if same is None:
            session.execute(update(TrackFollow).where(TrackFollow.id == follow.id).values(moved))
        else:
            _unite(session, follow, same)
    if not others_on(session, from_account, before):
        _move_not_named(session, from_account, to_account)


def _move_not_named(session: Session, from_account: int, to_account: int) -> None:
    """What the last one to leave a phone has not been asked about is taken for theirs, as far as
    to go along: on the new phone they are asked.
    """
    taken = select(TrackFollow.programme_id).where(
        TrackFollow.account_id == to_account, TrackFollow.applicant_id.is_(None)
    )
    left = update(TrackFollow).where(
        TrackFollow.account_id == from_account,
        TrackFollow.applicant_id.is_(None),
        TrackFollow.others_at.is_(None),
        TrackFollow.programme_id.not_in(taken),
    )
    session.execute(left.values(account_id=to_account))


def _held(session: Session, which: ColumnElement[bool]) -> list[TrackFollow]:
    chosen = select(TrackFollow).where(which).order_by(TrackFollow.id)
    return list(session.scalars(chosen.with_for_update()))


def _unite(session: Session, gone: TrackFollow, kept: TrackFollow) -> None:
    """One person followed it on both phones: whatever was said on either holds."""
    session.refresh(kept, with_for_update=True)
    for mark in session.scalars(select(TrackMark).where(TrackMark.follow_id == gone.id)).all():
        other = session.get(TrackMark, {"follow_id": kept.id, "item_id": mark.item_id})
        if other is None:
            mark.follow_id = kept.id
            continue
        other.told_at = other.told_at or mark.told_at
        if other.confirmed_at is None:
            other.confirmed_at, other.confirmed_by = mark.confirmed_at, mark.confirmed_by
    session.flush()
    history = update(TrackChange).where(TrackChange.follow_id == gone.id)
    session.execute(history.values(follow_id=kept.id))
    kept.left_at = None if gone.left_at is None else kept.left_at
    kept.since = min(kept.since, gone.since)
    session.delete(gone)
    session.flush()
