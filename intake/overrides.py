"""Moves on a ranked list: one asks and says why, another approves. Everybody can see how many."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.changes import by_staff
from intake.errors import NoSuchApplication
from intake.ranking import current_ranking, put_in_order
from intake.selection_errors import (
    AlreadyAnnounced,
    NoRanking,
    NoReason,
    NoSuchOverride,
    OutOfRange,
    SamePerson,
)
from storage.models import Application, Ranking, RankingLine, RankOverride


@dataclass(frozen=True, slots=True)
class OverrideView:
    id: int
    number: str
    to_rank: int
    reason: str
    asked_by: str
    approved_by: str | None


def ask_override(
    session: Session, number: str, *, to_rank: int, reason: str, actor: str, now: datetime
) -> OverrideView:
    """It changes nothing until another person approves it.

    Raises NoSuchApplication, NoRanking, AlreadyAnnounced, NoReason, OutOfRange.
    """
    row = session.execute(
        select(Application.id, Application.class_id).where(
            Application.number == number.strip().upper()
        )
    ).first()
    if row is None:
        raise NoSuchApplication(number)
    ranking = _still_open(session, row.class_id)
    line = RankingLine.ranking_id == ranking.id, RankingLine.application_id == row.id
    if session.scalar(select(RankingLine.rank).where(*line)) is None:
        raise NoSuchApplication(number)
    if not reason.strip():
        raise NoReason
    lines = select(func.count()).where(RankingLine.ranking_id == ranking.id)
    if not 1 <= to_rank <= (session.scalar(lines) or 0):
        raise OutOfRange(to_rank)
    override = RankOverride(
        ranking_id=ranking.id,
        application_id=row.id,
        to_rank=to_rank,
        reason=reason.strip()[:300],
        asked_by=by_staff(actor),
        asked_at=now,
    )
    session.add(override)
    session.flush()
    return _view(override, number.strip().upper())


def approve_override(
    session: Session, override_id: int, *, actor: str, now: datetime
) -> OverrideView:
    """Raises NoSuchOverride, SamePerson, AlreadyAnnounced. Approved twice, nothing changes."""
    override = session.get(RankOverride, override_id)
    if override is None:
        raise NoSuchOverride(override_id)
    application = session.get_one(Application, override.application_id)
    ranking = _still_open(session, application.class_id)
    if override.ranking_id != ranking.id:
        raise NoSuchOverride(override_id)  # of a list that was drawn up anew since
    if override.asked_by == by_staff(actor):
        raise SamePerson
    if override.approved_at is None:
        override.approved_by, override.approved_at = by_staff(actor), now
        session.flush()
        put_in_order(session, ranking.id, _approved(session, ranking.id))
    return _view(override, application.number)


def overrides_of(session: Session, ranking_id: int) -> list[OverrideView]:
    """In the order in which they were asked for, those that nobody has approved as well."""
    query = (
        select(RankOverride, Application.number)
        .join(Application, RankOverride.application_id == Application.id)
        .where(RankOverride.ranking_id == ranking_id)
        .order_by(RankOverride.id)
    )
    return [_view(row.RankOverride, row.number) for row in session.execute(query)]


def reasons_of(session: Session, ranking_id: int) -> list[str]:
    """Why ranks were changed, without names: for everybody on the list."""
    approved = RankOverride.approved_at.is_not(None)
    query = select(RankOverride.reason).where(RankOverride.ranking_id == ranking_id, approved)
    return list(session.scalars(query.order_by(RankOverride.id)))


def _still_open(session: Session, class_id: int) -> Ranking:
    ranking = current_ranking(session, class_id)
    if ranking is None:
        raise NoRanking
    if ranking.state == "announced":
        raise AlreadyAnnounced(ranking.announced_at)
    return ranking


def _approved(session: Session, ranking_id: int) -> list[tuple[int, int]]:
    query = select(RankOverride.application_id, RankOverride.to_rank).where(
        RankOverride.ranking_id == ranking_id, RankOverride.approved_at.is_not(None)
    )
    rows = session.execute(query.order_by(RankOverride.id))
    return [(row.application_id, row.to_rank) for row in rows]


def _view(override: RankOverride, number: str) -> OverrideView:
    return OverrideView(
        override.id,
        number,
        override.to_rank,
        override.reason,
        override.asked_by,
        override.approved_by,
    )
