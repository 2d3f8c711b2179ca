"""Moves on a ranked list: one asks and says why, another approves. Everybody can see how many."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from intake.applications.changes import by_staff, name_in
from intake.applications.errors import NoSuchApplication, NotPossible
from intake.applications.numbers import plain_number
from intake.applications.rows import ApplicationState
from intake.selection.errors import (
    NoRanking,
    NoReason,
    NoSuchOverride,
    NotPassed,
    OutOfRange,
    OverrideSettled,
    SamePerson,
    StandsThere,
)
from intake.selection.override_rows import MoveState, OverrideView, view_of
from intake.selection.ranking import changeable_ranking, put_in_order
from intake.selection.telling import ask_approvers, tell_asker
from people.staff import same_person
from storage.models import Application, Ranking, RankingLine, RankOverride

LONGEST_REASON = 150
"""So that those on the list can read a few of them on one screen."""
REFUSALS = ("why", "proof", "person")
"""Not reason enough; no proof of it; the wrong person: by a tap. Other words are taken, too."""


def ask_override(
    session: Session,
    number: str,
    *,
    to_rank: int,
    reason: str,
    actor: str,
    by: int | None = None,
    now: datetime,
) -> OverrideView:
    """It changes nothing until another person approves it; those who may are told.

    `by`: the account of `actor`, if they have one. Raises NoSuchApplication, NoRanking,
    AlreadyAnnounced, ResultsScheduled, NoReason, NotPassed, OutOfRange, StandsThere, NotPossible.
    """
    row = _named(session, number)
    ranking = _changeable(session, row.class_id)
    rank = _rank_of(session, ranking.id, row.id, row.number)
    if row.state != ApplicationState.SUBMITTED:
        raise NotPossible(row.state, "moved")
    if not reason.strip():
        raise NoReason
    last = _last_passed(session, ranking.id)
    if not 1 <= to_rank <= last:
        raise OutOfRange(to_rank, last)
    if to_rank == rank:
        raise StandsThere(rank)
    override = RankOverride(
        ranking_id=ranking.id,
        application_id=row.id,
        to_rank=to_rank,
        reason=" ".join(reason.split())[:LONGEST_REASON],
        asked_by=by_staff(actor, by),
        asked_by_id=by,
        asked_at=now,
    )
    session.add(override)
    session.flush()
    ask_approvers(session, override, row.class_id, now)
    return view_of(session, override.id)


def approve_override(
    session: Session, override_id: int, *, actor: str, by: int | None = None, now: datetime
) -> OverrideView:
    """Approved twice, nothing changes. Raises NoSuchOverride, SamePerson, OverrideSettled,
    AlreadyAnnounced, ResultsScheduled.
    """
    override = _of_current_list(session, override_id)
    if same_person(override.asked_by_id, name_in(override.asked_by), by, actor):
        raise SamePerson
    if override.refused_at is not None:
        raise OverrideSettled(MoveState.REFUSED)
    if override.approved_at is None:
        override.approved_by, override.approved_at = by_staff(actor, by), now
        override.approved_by_id = by
        session.flush()
        put_in_order(session, override.ranking_id, _approved(session, override.ranking_id))
        tell_asker(session, override, "approved", now)
    return view_of(session, override_id)


def refuse_override(
    session: Session,
    override_id: int,
    *,
    reason: str,
    actor: str,
    by: int | None = None,
    now: datetime,
) -> OverrideView:
    """A second person's no, or whoever asked takes it back; refused twice, nothing changes.

    `reason`: of REFUSALS, or other words. Raises NoSuchOverride, OverrideSettled, AlreadyAnnounced,
    ResultsScheduled.
    """
    override = _of_current_list(session, override_id)
    if override.approved_at is not None:
        raise OverrideSettled(MoveState.APPROVED)
    if override.refused_at is None:
        override.refused_by, override.refused_at = by_staff(actor, by), now
        override.refusal = reason.strip()[:200] or None
        session.flush()
        if not same_person(override.asked_by_id, name_in(override.asked_by), by, actor):
            tell_asker(session, override, "refused", now)
    return view_of(session, override_id)


def reasons_of(session: Session, ranking_id: int) -> list[str]:
    """Why ranks were changed, without names: for everybody on the list."""
    approved = RankOverride.approved_at.is_not(None)
    query = select(RankOverride.reason).where(RankOverride.ranking_id == ranking_id, approved)
    return list(session.scalars(query.order_by(RankOverride.id)))


def _named(session: Session, number: str) -> Row[*tuple[Any, ...]]:
    """Raises NoSuchApplication."""
    columns = Application.id, Application.class_id, Application.state, Application.number
    query = select(*columns).where(Application.number == plain_number(number))
    row = session.execute(query).first()
    if row is None:
        raise NoSuchApplication(number)
    return row


def _changeable(session: Session, class_id: int) -> Ranking:
    ranking = changeable_ranking(session, class_id)
    if ranking is None:
        raise NoRanking
    return ranking


def _of_current_list(session: Session, override_id: int) -> RankOverride:
    override = session.get(RankOverride, override_id)
    if override is None:
        raise NoSuchOverride(override_id)
    application = session.get_one(Application, override.application_id)
    if override.ranking_id != _changeable(session, application.class_id).id:
        raise NoSuchOverride(override_id)  # of a list that was drawn up anew since
    session.refresh(override)  # whoever decided it meanwhile has held the list
    return override


def _rank_of(session: Session, ranking_id: int, application_id: int, number: str) -> int:
    """Of one who passed. Raises NoSuchApplication, NotPassed."""
    line = RankingLine.ranking_id == ranking_id, RankingLine.application_id == application_id
    row = session.execute(select(RankingLine.rank, RankingLine.passed).where(*line)).first()
    if row is None:
        raise NoSuchApplication(number)
    if not row.passed:
        raise NotPassed(number)
    return int(row.rank)


def _last_passed(session: Session, ranking_id: int) -> int:
    """Below them stand those who did not pass, whatever is moved."""
    passed = RankingLine.ranking_id == ranking_id, RankingLine.passed
    return session.scalar(select(func.count()).where(*passed)) or 0


def _approved(session: Session, ranking_id: int) -> list[tuple[int, int]]:
    query = select(RankOverride.application_id, RankOverride.to_rank).where(
        RankOverride.ranking_id == ranking_id, RankOverride.approved_at.is_not(None)
    )
    rows = session.execute(query.order_by(RankOverride.id))
    return [(row.application_id, row.to_rank) for row in rows]
