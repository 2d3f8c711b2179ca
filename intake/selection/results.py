"""Results: announced to everybody of a class from one minute on, in the order of the list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from types import MappingProxyType
from typing import Any

from sqlalchemy import Select, String, cast, func, literal, select, update
from sqlalchemy.orm import Session

from intake.applications.changes import APPLICATIONS, JAWARA, by_staff, record_many
from intake.applications.errors import DeadlinePast
from intake.applications.rows import ApplicationState
from intake.seats.offers import Candidate, make_offer
from intake.seats.seats import HeldClass, free_seats, hold_class
from intake.selection.errors import (
    AlreadyAnnounced,
    ListChanged,
    NoCapacity,
    NoRanking,
    NotOnTheList,
    NotScheduled,
    OverridesPending,
    ScoresChanged,
    TrainingBegun,
)
from intake.selection.override_rows import count_waiting
from intake.selection.ranking import LINES, current_ranking, move_ranking
from intake.selection.telling import tell_results_held
from notices.outbox import Lane, facts_of, post_rows
from storage.base import UtcDateTime
from storage.models import Application, Assessment, Ranking

TELL_WITHIN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Forecast:
    """What each would be told, were the results to go out as the list stands."""

    ranking_id: int
    announce_at: datetime | None
    """The minute that is set already."""
    offered: int
    reserve: int
    not_selected: int


def forecast(session: Session, held: HeldClass, *, at: datetime, now: datetime) -> Forecast:
    """Raises whatever `schedule_results` would."""
    ranking = _announceable(session, held, at, now)
    passed, rest = (_count(session, ranking.id, whether) for whether in (True, False))
    offered = min(passed, free_seats(session, held))
    return Forecast(ranking.id, ranking.announce_at, offered, passed - offered, rest)


def schedule_results(
    session: Session,
    held: HeldClass,
    *,
    at: datetime,
    ranking_id: int | None = None,
    actor: str,
    by: int | None = None,
    now: datetime,
) -> Ranking:
    """They go out from `at` on. Scheduled anew until then, the last word counts; for the same
    moment once more, or at once while they are going out, nothing changes.

    `ranking_id`: of the list that was looked at. `by`: the account of `actor`, if they have one.
    Raises NoRanking, AlreadyAnnounced, NoCapacity, TrainingBegun, ScoresChanged, NotOnTheList,
    OverridesPending, DeadlinePast, ListChanged.
    """
    ranking = _announceable(session, held, at, now)
    if ranking_id is not None and ranking.id != ranking_id:
        raise ListChanged
    minute = ranking.announce_at if ranking.state == "scheduled" else None
    if minute is not None and (minute == at or minute <= at <= now):
        return ranking
    who = by_staff(actor, by)
    move_ranking(session, ranking, "scheduled", actor=who, announce_at=at, now=now)
    ranking.announce_at = at
    session.flush()
    return ranking


def take_back_results(
    session: Session, held: HeldClass, *, actor: str, by: int | None = None, now: datetime
) -> Ranking:
    """Nothing goes out until a minute is set anew. Raises NoRanking, AlreadyAnnounced,
    NotScheduled.
    """
    ranking = _current(session, held)
    if ranking.state != "scheduled":
        raise NotScheduled
    _take_back(session, ranking, by_staff(actor, by), None, now)
    return ranking


def _take_back(
    session: Session, ranking: Ranking, actor: str, reason: str | None, now: datetime
) -> None:
    move_ranking(session, ranking, "drawn", actor=actor, reason=reason, now=now)
    ranking.announce_at = None
    session.flush()


def _announceable(session: Session, held: HeldClass, at: datetime, now: datetime) -> Ranking:
    ranking = _current(session, held)
    if at < now:
        raise DeadlinePast(at)
    _check_seats(session, held, ranking, at)
    _check_complete(session, ranking)
    return ranking


def _current(session: Session, held: HeldClass) -> Ranking:
    ranking = current_ranking(session, held.id)
    if ranking is None:
        raise NoRanking
    if ranking.state == "announced":
        raise AlreadyAnnounced(ranking.announced_at)
    return ranking


def _check_seats(session: Session, held: HeldClass, ranking: Ranking, at: datetime) -> None:
    """What must hold when the minute is set, and still when it comes."""
    if held.capacity is None:
        raise NoCapacity
    if not held.passes_on(at):
        raise TrainingBegun(held.starts_at)
    if waiting := count_waiting(session, ranking.id):
        raise OverridesPending(waiting)


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

    Nobody is announced twice: what is not scheduled, or not yet due, is left alone. What can't go
    out any more, since seats, training or list are not as they were, is taken back, and staff are
    told instead.
    """
    held = hold_class(session, class_id, zone)
    ranking = current_ranking(session, class_id)
    if ranking is None or ranking.state != "scheduled" or ranking.announce_at is None:
        return 0
    if ranking.announce_at > now:
        return 0
    try:
        _check_seats(session, held, ranking, now)
    except tuple(HELD_FOR) as error:
        return _hold_back(session, ranking, HELD_FOR[type(error)], now)
    ranking.seats = free_seats(session, held)
    offered = _offer(session, held, ranking, now, zone)
    reserve = _tell_the_rest(session, ranking.id, ApplicationState.RESERVE, True, now)
    rest = _tell_the_rest(session, ranking.id, ApplicationState.NOT_SELECTED, False, now)
    move_ranking(session, ranking, "announced", actor=JAWARA, now=now)
    ranking.announced_at = now
    session.flush()
    return offered + reserve + rest


HELD_FOR: Mapping[type[Exception], str] = MappingProxyType(
    {NoCapacity: "capacity", TrainingBegun: "training", OverridesPending: "moves"}
)
"""Why results that had a minute did not go out."""


def _hold_back(session: Session, ranking: Ranking, reason: str, now: datetime) -> int:
    """Returns 1: there are notices of it."""
    _take_back(session, ranking, JAWARA, reason, now)
    tell_results_held(session, ranking, reason, now)
    return 1


def _count(session: Session, ranking_id: int, passed: bool) -> int:
    lines = select(func.count()).select_from(LINES)
    on_it = lines.join(Application, LINES.c.application_id == Application.id)
    return session.scalar(on_it.where(*_in_it(ranking_id, passed))) or 0


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
