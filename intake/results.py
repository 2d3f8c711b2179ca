"""Results: announced to everybody of a class from one minute on, in the order of the list."""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import Select, String, cast, func, literal, select, update
from sqlalchemy.orm import Session

from intake.application_rows import ApplicationState
from intake.changes import APPLICATIONS, record_many
from intake.errors import DeadlinePast
from intake.offers import Candidate, make_offer
from intake.overrides import overrides_of
from intake.ranking import LINES, current_ranking
from intake.seats import HeldClass, free_seats, hold_class
from intake.selection_errors import (
    AlreadyAnnounced,
    NoCapacity,
    NoRanking,
    NotOnTheList,
    OverridesPending,
    ScoresChanged,
)
from notices.outbox import Lane, facts_of, post_rows
from storage.base import UtcDateTime
from storage.models import Application, Assessment, Ranking

TELL_WITHIN = timedelta(days=30)


def schedule_results(session: Session, held: HeldClass, *, at: datetime, now: datetime) -> Ranking:
    """They go out from `at` on. Scheduled anew until then, the last word counts.

    Raises NoRanking, AlreadyAnnounced, NoCapacity, ScoresChanged, NotOnTheList, OverridesPending,
    DeadlinePast.
    """
    ranking = current_ranking(session, held.id)
    if ranking is None:
        raise NoRanking
    if ranking.state == "announced":
        raise AlreadyAnnounced(ranking.announced_at)
    if held.capacity is None:
        raise NoCapacity
    if at < now:
        raise DeadlinePast(at)
    _check_complete(session, ranking)
    waiting = [each for each in overrides_of(session, ranking.id) if each.approved_by is None]
    if waiting:
        raise OverridesPending(len(waiting))
    ranking.state, ranking.announce_at = "scheduled", at
    session.flush()
    return ranking


def _check_complete(session: Session, ranking: Ranking) -> None:
    """Nothing was written, and nobody has come, since the list was drawn up."""
    of_class = Application.class_id == ranking.class_id
    newer = select(func.count()).where(
        Assessment.application_id == Application.id,
        of_class,
        Assessment.recorded_at > ranking.drawn_at,
    )
    if session.scalar(newer):
        raise ScoresChanged
    on_it = select(LINES.c.application_id).where(LINES.c.ranking_id == ranking.id)
    beside = select(func.count()).where(
        of_class, Application.state == "submitted", Application.id.not_in(on_it)
    )
    if count := session.scalar(beside):
        raise NotOnTheList(count)


def classes_to_announce(session: Session, now: datetime) -> Sequence[int]:
    """Whose minute has come."""
    due = Ranking.state == "scheduled", Ranking.announce_at <= now
    return session.scalars(select(Ranking.class_id).where(*due).order_by(Ranking.id)).all()


def announce(session: Session, class_id: int, *, now: datetime, zone: tzinfo) -> int:
    """As many offers as there are seats, the others of those who passed on the reserve in their
    order, the rest not selected: each is told. Returns how many.

    Nobody is announced twice: what is not scheduled, or not yet due, is left alone.
    """
    held = hold_class(session, class_id, zone)
    ranking = current_ranking(session, class_id)
    if ranking is None or ranking.state != "scheduled" or ranking.announce_at is None:
        return 0
    if ranking.announce_at > now:
        return 0
    ranking.seats = free_seats(session, held)
    offered = _offer(session, held, ranking, now, zone)
    reserve = _tell_the_rest(session, ranking.id, ApplicationState.RESERVE, True, now)
    rest = _tell_the_rest(session, ranking.id, ApplicationState.NOT_SELECTED, False, now)
    ranking.state, ranking.announced_at = "announced", now
    session.flush()
    return offered + reserve + rest


def _offer(session: Session, held: HeldClass, ranking: Ranking, now: datetime, zone: tzinfo) -> int:
    first = select(LINES.c.application_id, Application.account_id).join(
        Application, LINES.c.application_id == Application.id
    )
    chosen = first.where(*_in_it(ranking.id, True)).order_by(LINES.c.rank)
    rows = session.execute(chosen.limit(free_seats(session, held)).with_for_update()).all()
    for row in rows:
        candidate = Candidate(row.application_id, row.account_id, ApplicationState.SUBMITTED)
        make_offer(session, held, candidate, promoted=False, now=now, zone=zone)
    session.flush()
    return len(rows)


def _tell_the_rest(
    session: Session, ranking_id: int, to: ApplicationState, passed: bool, now: datetime
) -> int:
    """All of them in a few statements, however many there are: recorded, told, moved."""
    chosen = (
        select(LINES.c.application_id, Application.account_id, LINES.c.rank)
        .join(Application, LINES.c.application_id == Application.id)
        .where(*_in_it(ranking_id, passed))
    )
    ids = chosen.with_only_columns(LINES.c.application_id)
    record_many(session, ids, ApplicationState.SUBMITTED, to, now)
    told = post_rows(session, _notices(chosen, to, now), kind=to, lane=Lane.RESULTS, now=now)
    rank = select(LINES.c.rank).where(
        LINES.c.ranking_id == ranking_id, LINES.c.application_id == APPLICATIONS.c.id
    )
    values: dict[str, Any] = {"state": to.value, "changed_at": now}
    if to is ApplicationState.RESERVE:
        values["reserve_no"] = rank.scalar_subquery()
    moved = update(APPLICATIONS).where(APPLICATIONS.c.id.in_(ids))
    session.execute(moved.values(values))
    return told


def _notices(chosen: Select[Any], to: ApplicationState, now: datetime) -> Select[Any]:
    line = chosen.order_by(LINES.c.rank).subquery("line").c
    return select(
        line.account_id,
        (literal(f"result:{to}:") + cast(line.application_id, String)).label("key"),
        facts_of(application_id=line.application_id).label("facts"),
        literal(now, UtcDateTime()).label("due_at"),
        literal(now + TELL_WITHIN, UtcDateTime()).label("expires_at"),
    )


def _in_it(ranking_id: int, passed: bool) -> tuple[Any, ...]:
    """Who has withdrawn since the list was drawn up is passed over."""
    return (
        LINES.c.ranking_id == ranking_id,
        LINES.c.passed.is_(passed),
        Application.state == "submitted",
    )
