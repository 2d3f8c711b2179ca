"""A wave moves on: by the clock, or by staff's hand.

Each move is written down first, and the database lets it be written once: whoever wrote it does
what belongs to it, in the same transaction. The wave's row is held meanwhile, before any class.
"""

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchStage, NoSuchWave
from catalog.timeline import CLOCK, record_again, record_move
from catalog.waves import close_wave, finish_wave, open_wave, start_wave
from intake.applications.errors import OtherProvider
from intake.seats.seats import hold_class
from intake.selection import errors as of_selection
from intake.selection.ranking import current_ranking, move_ranking
from intake.selection.results import forecast
from intake.waves.errors import NothingToMove, OutOfOrder, ResultsNotReady, ResultsOnTheirWay
from intake.waves.notices import (
    invite_applicants,
    tell_certificates_wait,
    tell_papers_wait,
    tell_results_are_late,
    tell_results_are_near,
)
from intake.waves.timelines import BY_STATE, Step, Timeline, timeline_of
from people.staff import StaffRight, may_act_for
from storage.models import Wave

BY_ITSELF_WITHIN = timedelta(hours=24)
"""A list that should have gone out longer ago, as after a long outage, waits for staff's word."""
REASONS = ("ready", "late", "told", "date")
"""Why staff make a move themselves, as it can be tapped, each with words in `stages-why-…`."""
NOT_READY = (
    of_selection.NoRanking,
    of_selection.AlreadyAnnounced,
    of_selection.NoCapacity,
    of_selection.ScoresChanged,
    of_selection.NotOnTheList,
    of_selection.OverridesPending,
    of_selection.TrainingBegun,
)
"""Why a class's results can't go out."""


def move_wave(session: Session, wave_id: int, *, now: datetime, zone: tzinfo) -> int:
    """All that is due in a wave, in order; returns how many are told something.

    Missed, late or run twice, it does no harm.
    """
    _hold(session, wave_id)
    timeline = timeline_of(session, wave_id)
    told = 0
    for step in timeline.due(now):
        if _record(session, timeline, step, CLOCK, None, now):
            told += _by_clock(session, timeline, step, now, zone)
    return told


def advance(
    session: Session,
    wave_id: int,
    kind: str | None = None,
    *,
    move: str | None = None,
    rights: frozenset[StaffRight],
    actor: str,
    why: str | None,
    now: datetime,
    zone: tzinfo,
) -> Step:
    """Make a wave's next move now, be it early or late; returns which it was.

    `kind`: the stage that is meant, and `move` which of its moves, so that nobody makes another one
    than they think. Raises NoSuchWave, OtherProvider, NothingToMove, NoSuchStage, OutOfOrder,
    ResultsNotReady, ResultsOnTheirWay, WaveCannotMove.
    """
    _hold(session, wave_id)
    timeline = timeline_of(session, wave_id)
    if not may_act_for(rights, timeline.provider_id):
        raise OtherProvider
    step = step_meant(timeline, kind, move)
    if step.kind in BY_STATE:
        _STATES[step.kind, step.move](session, wave_id, actor=actor, why=why, now=now)
        return step
    if step.kind == "results":
        _announce_all(session, timeline, actor, now, zone)
    if (step.kind, step.move) == ("results", "ended"):  # which it has when the last one is out
        record_again(session, wave_id, step.kind, "announced", actor=actor, why=why, now=now)
    elif _record(session, timeline, step, actor, why, now):
        _by_hand(session, timeline, step, now)
    return step


def step_meant(timeline: Timeline, kind: str | None = None, move: str | None = None) -> Step:
    """The next one, if it is what is meant; None: whichever that is. Raises NothingToMove,
    NoSuchStage, OutOfOrder, ResultsOnTheirWay.
    """
    step = timeline.next
    if kind is not None and timeline.leg(kind) is None:
        raise NoSuchStage(kind)
    if step is None or (kind is not None and _is_made(timeline, kind, move)):
        raise NothingToMove(kind)
    if kind not in (None, step.kind) or move not in (None, step.move):
        raise OutOfOrder(step.kind, step.move)
    if (step.kind, step.move) == ("results", "ended") and _all_scheduled(timeline):
        raise ResultsOnTheirWay
    return step


def _is_made(timeline: Timeline, kind: str, move: str | None) -> bool:
    """That move, or all of the stage."""
    asked = [step for step in timeline.steps if step.kind == kind and step.move != "warned"]
    return all(step.done for step in asked if move in (None, step.move))


def _all_scheduled(timeline: Timeline) -> bool:
    return all(each.scheduled for each in timeline.outstanding)


def _by_clock(session: Session, timeline: Timeline, step: Step, now: datetime, zone: tzinfo) -> int:
    if step.kind != "results":
        return _by_hand(session, timeline, step, now)
    if step.move == "ended":
        return 0
    in_time = step.due_at is not None and now - step.due_at <= BY_ITSELF_WITHIN
    going = step.move == "began" and in_time
    unready = _announce(session, timeline, now, zone, really=going)
    if step.move == "warned":
        return tell_results_are_near(session, timeline, step, list(unready), now)
    late = list(unready) if going else _without_minute(timeline)
    return tell_results_are_late(session, timeline, step, late, now) if late else 0


def _without_minute(timeline: Timeline) -> list[int]:
    return [one.class_id for one in timeline.outstanding if not one.scheduled]


def _by_hand(session: Session, timeline: Timeline, step: Step, now: datetime) -> int:
    """What belongs to a move, whoever made it."""
    if step.move == "invited":
        return invite_applicants(session, timeline, now)
    if (step.kind, step.move) == ("papers", "began"):
        return tell_papers_wait(session, timeline, step, now)
    if (step.kind, step.move) == ("certificates", "began"):
        return tell_certificates_wait(session, timeline, step, now)
    return 0


def _announce_all(
    session: Session, timeline: Timeline, actor: str, now: datetime, zone: tzinfo
) -> None:
    """All that are not out, or none of them. Raises ResultsNotReady."""
    unready = _announce(session, timeline, now, zone, actor, really=True)
    if unready:
        titles = {one.class_id: one.title for one in timeline.outstanding}
        why = {titles[each]: error for each, error in unready.items()}
        raise ResultsNotReady(", ".join(why), why)


def _announce(
    session: Session,
    timeline: Timeline,
    now: datetime,
    zone: tzinfo,
    actor: str = CLOCK,
    *,
    really: bool,
) -> dict[int, Exception]:
    """Let what is ready go out from now on; what has a minute of its own keeps it. Returns the
    classes that are not ready, and why. `really` False: only look.
    """
    unready: dict[int, Exception] = {}
    for one in timeline.outstanding:
        if one.scheduled:
            continue
        held = hold_class(session, one.class_id, zone)
        try:
            forecast(session, held, at=now, now=now)
        except NOT_READY as error:
            unready[one.class_id] = error
            continue
        ranking = current_ranking(session, held.id)
        if really and ranking is not None:
            move_ranking(session, ranking, "scheduled", actor=actor, announce_at=now, now=now)
            ranking.announce_at = now
    session.flush()
    return unready


def _record(
    session: Session, timeline: Timeline, step: Step, actor: str, why: str | None, now: datetime
) -> bool:
    return record_move(
        session, timeline.wave_id, step.kind, step.move,
        turn=step.turn, planned_at=step.due_at, actor=actor, why=why, now=now,
    )  # fmt: skip


def _hold(session: Session, wave_id: int) -> None:
    """Raises NoSuchWave."""
    chosen = select(Wave.id).where(Wave.id == wave_id).with_for_update(key_share=True)
    if session.scalar(chosen) is None:
        raise NoSuchWave(wave_id)


_STATES: dict[tuple[str, str], Callable[..., Wave]] = {
    ("registration", "began"): open_wave,
    ("registration", "ended"): close_wave,
    ("training", "began"): start_wave,
    ("training", "ended"): finish_wave,
}
