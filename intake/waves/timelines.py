"""Where a wave stands in its timeline: worked out from its state, its lists and what is on record.

Nothing here is kept. Registration and training follow the wave's state, results the ranked lists;
of the other stages the record itself is the truth.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from catalog.errors import NoSuchWave
from catalog.timeline import EXAMS, Leg, legs_of
from people.staff import StaffRight
from storage.models import Application, CourseClass, Programme, Ranking, StageMove, Wave, WaveStage

A_DAY = timedelta(hours=24)
WARNED_BEFORE = A_DAY
"""So long before results are due staff are told which lists are not ready."""
INVITED_BEFORE = A_DAY
"""At the latest, whatever is still being checked."""
BY_STATE = ("registration", "training")
EARLIEST = datetime.min.replace(tzinfo=UTC)


class Standing(StrEnum):
    """Of a stage."""

    AHEAD = "ahead"
    NOW = "now"
    LATE = "late"
    """Results that are due, and not all out."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Step:
    """One move of a wave: a stage begins or ends, people are invited to it, staff are warned."""

    kind: str
    move: str
    due_at: datetime | None
    turn: int
    done: bool
    recorded: bool

    def is_due(self, now: datetime) -> bool:
        """Whether the clock has to do it. Results end as soon as all are out, and of those that
        are nobody is warned.
        """
        if self.recorded or self.kind in BY_STATE or (self.move == "warned" and self.done):
            return False
        if (self.kind, self.move) == ("results", "ended"):
            return self.done
        return self.due_at is not None and self.due_at <= now


@dataclass(frozen=True, slots=True)
class Outstanding:
    """A class whose results are not out, though somebody waits for them."""

    class_id: int
    title: str
    scheduled: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    wave_id: int
    code: str
    title: str
    provider_id: int
    state: str
    legs: tuple[Leg, ...]
    steps: tuple[Step, ...]
    """In the order of their times, which is that in which they are made."""
    outstanding: tuple[Outstanding, ...]

    @property
    def next(self) -> Step | None:
        """What is to be made next; warnings are the clock's alone."""
        return next((step for step in self.steps if not step.done and step.move != "warned"), None)

    def standing(self, kind: str) -> Standing:
        began, ended = (self._done(kind, move) for move in ("began", "ended"))
        if ended:
            return Standing.DONE
        if began:
            return Standing.LATE if kind == "results" else Standing.NOW
        return Standing.AHEAD

    @property
    def here(self) -> Leg | None:
        """The latest stage that has begun and not ended; None between two of them."""
        under_way = (Standing.NOW, Standing.LATE)
        found = [leg for leg in self.legs if self.standing(leg.kind) in under_way]
        return found[-1] if found else None

    @property
    def following(self) -> Leg | None:
        """The first stage that is still to begin."""
        ahead = (leg for leg in self.legs if self.standing(leg.kind) is Standing.AHEAD)
        return next(ahead, None)

    def leg(self, kind: str) -> Leg | None:
        return next((leg for leg in self.legs if leg.kind == kind), None)

    def due(self, now: datetime) -> list[Step]:
        """What the clock has to do, in order."""
        return [step for step in self.steps if step.is_due(now)]

    def _done(self, kind: str, move: str) -> bool:
        return any(step.done for step in self.steps if (step.kind, step.move) == (kind, move))


def timeline_of(session: Session, wave_id: int) -> Timeline:
    """Raises NoSuchWave."""
    query = select(Wave).where(Wave.id == wave_id).options(selectinload(Wave.stages))
    wave = session.scalar(query.execution_options(populate_existing=True))
    if wave is None:
        raise NoSuchWave(wave_id)
    rows = select(StageMove.kind, StageMove.move, StageMove.turn)
    recorded = session.execute(rows.where(StageMove.wave_id == wave_id))
    legs, outstanding = legs_of(wave), _outstanding(session, wave)
    known = {(kind, move, turn) for kind, move, turn in recorded}
    steps = [_step(wave, each, known, bool(outstanding)) for each in _moves(legs)]
    return Timeline(
        wave.id,
        wave.code,
        wave.title,
        wave.provider_id,
        wave.state,
        tuple(legs),
        tuple(_in_order(steps)),
        tuple(outstanding),
    )


def waves_to_move(session: Session, now: datetime) -> list[int]:
    """Where the clock has something to do."""
    ended = select(StageMove.id).where(
        StageMove.wave_id == WaveStage.wave_id,
        StageMove.kind == WaveStage.kind,
        StageMove.move == "ended",
        StageMove.turn == WaveStage.revision,
    )
    going = select(WaveStage.wave_id).where(WaveStage.kind.not_in(BY_STATE), ~ended.exists())
    ids = session.scalars(going.distinct().order_by(WaveStage.wave_id)).all()
    return [each for each in ids if timeline_of(session, each).due(now)]


def waves_of(session: Session, rights: Collection[StaffRight]) -> Sequence[Wave]:
    """Those of the providers they may act for, the newest first; long finished ones at the end."""
    chosen = select(Wave).order_by(
        Wave.state == "finished", Wave.starts_on.is_(None), Wave.starts_on.desc(), Wave.id.desc()
    )
    if not any(right.provider_id is None for right in rights):
        chosen = chosen.where(Wave.provider_id.in_({right.provider_id for right in rights}))
    return session.scalars(chosen).all()


def _moves(legs: Sequence[Leg]) -> Iterator[tuple[Leg, str, datetime | None]]:
    """What is to be made of each stage, and when."""
    before: Leg | None = None
    exams = [leg for leg in legs if leg.kind in EXAMS]
    for leg in legs:
        if leg in exams[:1]:
            yield leg, "invited", _invited_at(leg, before)
        if leg.kind == "results" and leg.starts_at is not None:
            yield leg, "warned", leg.starts_at - WARNED_BEFORE
        yield leg, "began", leg.starts_at
        yield leg, "ended", leg.starts_at if leg.kind == "results" else leg.until or leg.starts_at
        before = leg


def _invited_at(exam: Leg, before: Leg | None) -> datetime | None:
    """As soon as the stage before it is over: then it is known who is asked."""
    assert exam.starts_at is not None
    latest = exam.starts_at - INVITED_BEFORE
    over = None if before is None else before.until
    return latest if over is None else min(over, latest)


def _step(
    wave: Wave,
    move: tuple[Leg, str, datetime | None],
    known: Collection[tuple[str, str, int]],
    outstanding: bool,
) -> Step:
    leg, name, due_at = move
    turn = 0 if name == "invited" else leg.revision
    recorded = (leg.kind, name, turn) in known
    done = recorded
    if leg.kind == "registration":
        done = wave.state != "planned" if name == "began" else wave.state not in ("planned", "open")
    elif leg.kind == "training":
        done = wave.state in ("running", "finished")[name == "ended" :]
    elif name == "warned":
        done = recorded or (leg.kind, "began", turn) in known or not outstanding
    elif (leg.kind, name) == ("results", "ended"):
        done = (leg.kind, "began", turn) in known and not outstanding
    return Step(leg.kind, name, due_at, turn, done, recorded)


def _in_order(steps: Sequence[Step]) -> list[Step]:
    """By time; one of which no time is told comes right after the one before it."""
    keyed, last = [], EARLIEST
    for place, step in enumerate(steps):
        last = step.due_at or last
        keyed.append((last, place, step))
    return [step for _, _, step in sorted(keyed, key=lambda each: each[:2])]


def _outstanding(session: Session, wave: Wave) -> list[Outstanding]:
    if wave.mode != "selection":
        return []
    current = select(Ranking.state).where(
        Ranking.class_id == CourseClass.id, Ranking.state.in_(("scheduled", "announced"))
    )
    waits = select(Application.id).where(
        Application.class_id == CourseClass.id, Application.state == "submitted"
    )
    rows = session.execute(
        select(CourseClass.id, Programme.title, current.limit(1).scalar_subquery())
        .join(Programme, CourseClass.programme_id == Programme.id)
        .where(CourseClass.wave_id == wave.id, waits.exists())
        .order_by(CourseClass.id)
    ).all()
    return [
        Outstanding(class_id, title, state == "scheduled")
        for class_id, title, state in rows
        if state != "announced"
    ]
