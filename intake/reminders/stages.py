"""Tests, interviews and daftar ulang: their reminders, and what becomes of them when one is moved.

Whoever was told an earlier time is told the new one; what was still waiting is cancelled.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, tzinfo
from itertools import product
from typing import Any

from sqlalchemy import CTE, Integer, Select, String, exists, func, or_, select, update
from sqlalchemy.orm import Session, aliased

from catalog.timeline import EXAMS
from intake.reminders.kinds import KINDS, STAGES, Anchor, Kind, Span, kinds_of
from intake.reminders.plans import MOMENTS, Part, Plan, Row, grid, is_new, key_of
from notices.outbox import IS_PENDING, NOTICES, Lane, State, changed, closing, facts_of
from storage.base import UtcDateTime
from storage.models import Application, CourseClass, Notice, WaveStage

MOVED, INVITED = "stage_moved", "invited"
NAMES = tuple(stage.value for stage in STAGES)
REMINDERS = tuple(kind.name for kind in KINDS if kind.anchor in STAGES)
AROUND = timedelta(days=3)
"""No reminder of a stage is due further from its start or end."""


def stage_plans(session: Session, since: datetime, now: datetime, zone: tzinfo) -> list[Plan]:
    """The reminders that became due from `since` to `now`."""
    near = select(WaveStage).where(
        WaveStage.kind.in_(NAMES),
        WaveStage.starts_at <= now + AROUND,
        func.coalesce(WaveStage.ends_at, WaveStage.starts_at) >= since - AROUND,
    )
    stages = session.scalars(near.order_by(WaveStage.id)).all()
    plans = (_reminders(kind, stages, since, now, zone) for a in STAGES for kind in kinds_of(a))
    return [plan for plan in plans if plan is not None]


def moved_plans(session: Session, now: datetime) -> list[Plan]:
    """Tell of the new time those to whom an earlier one was sent."""
    moved = select(WaveStage).where(
        WaveStage.kind.in_(NAMES),
        WaveStage.revision > 0,
        func.coalesce(WaveStage.ends_at, WaveStage.starts_at) > now,
    )
    rows: defaultdict[Kind, list[Row]] = defaultdict(list)
    for stage in session.scalars(moved.order_by(WaveStage.id)):
        if end_of_use(stage) > now:
            rows[kinds_of(Anchor(stage.kind))[0]] += _earlier(stage, now)
    return [_moved(kind, each) for kind, each in rows.items()]


def cancel_outdated_stages(session: Session, now: datetime, changed_after: datetime) -> int:
    """Cancel what is pending for the earlier time of a stage that was moved since."""
    stages = select(WaveStage.id).where(WaveStage.changed_at > changed_after)
    if session.scalar(stages.limit(1)) is None:
        return 0
    facts = NOTICES.c.facts
    outdated = exists().where(
        WaveStage.id == facts["stage_id"].as_integer(),
        WaveStage.revision != facts["revision"].as_integer(),
    )
    statement = update(NOTICES).where(
        IS_PENDING,
        NOTICES.c.lane.in_((Lane.RESULTS.value, Lane.REMINDERS.value)),
        NOTICES.c.kind.in_((*REMINDERS, MOVED)),
        outdated,
    )
    return changed(session, statement.values(closing(State.CANCELLED, "outdated", now)))


def end_of_use(stage: WaveStage) -> datetime:
    """Until when its time is worth telling: daftar ulang has a deadline, the others begin."""
    if stage.kind == Anchor.REREGISTRATION.value and stage.ends_at is not None:
        return stage.ends_at
    return stage.starts_at


def _reminders(
    kind: Kind, stages: Sequence[WaveStage], since: datetime, now: datetime, zone: tzinfo
) -> Plan | None:
    rows = []
    for stage in stages:
        term = (
            kind.term(Span(stage.starts_at, stage.ends_at), zone)
            if stage.kind == kind.anchor.value
            else None
        )
        if term is not None and since < term[0] <= now:
            late = stage.changed_at is not None and stage.changed_at > term[0]
            rows.append((stage.id, stage.wave_id, stage.revision, int(late), *term))
    return _plan(kind, rows) if rows else None


def _plan(kind: Kind, rows: Sequence[Row]) -> Plan:
    columns = {"stage_id": Integer(), "wave_id": Integer(), "revision": Integer()}
    due = grid("due", {**columns, "late": Integer(), **MOMENTS}, rows)
    people = (
        _people(due, kind)
        .add_columns(key_of(kind.name, Application.id, due.c.revision).label("key"))
        .add_columns(due.c.due_at, due.c.expires_at)
        # It was due before the stage was moved there: who is told of the move needs it no more.
        .where(or_(due.c.late == 0, is_new(*_of_move(kind, due))))
    )
    if not kind.newcomers:
        people = people.where(Application.changed_at <= due.c.due_at)
    return Plan(kind.name, Lane.REMINDERS, people, Application.id)


def _moved(kind: Kind, rows: Sequence[Row]) -> Plan:
    """`kind` is one of the stage's: the same people hear of a move as are reminded."""
    columns = {"stage_id": Integer(), "wave_id": Integer(), "revision": Integer()}
    earlier = {"head": String(), "earlier": Integer(), "changed_at": UtcDateTime()}
    due = grid("due", {**columns, **earlier, **MOMENTS}, rows)
    told = aliased(Notice)
    people = (
        _people(due, kind)
        .add_columns(key_of(*_of_move(kind, due)).label("key"))
        .add_columns(due.c.due_at, due.c.expires_at)
        .join(told, told.key == key_of(due.c.head, Application.id, due.c.earlier))
        .where(told.state == State.SENT.value, is_new(*_of_move(kind, due)))
        # An invitation names the times of all exams as they were when it was sent.
        .where(or_(due.c.head != INVITED, told.settled_at < due.c.changed_at))
    )
    return Plan(MOVED, Lane.RESULTS, people, Application.id)


def _of_move(kind: Kind, due: CTE) -> tuple[Part, ...]:
    """What the key of the news is made of."""
    return (MOVED, kind.anchor.value, Application.id, due.c.revision)


def _people(due: CTE, kind: Kind) -> Select[Any]:
    facts = {"application_id": Application.id, "stage_id": due.c.stage_id}
    return (
        select(Application.account_id, facts_of(**facts, revision=due.c.revision).label("facts"))
        # By way of the classes, which have an index of their applications and states.
        .join_from(CourseClass, Application, Application.class_id == CourseClass.id)
        .join(due, due.c.wave_id == CourseClass.wave_id)
        .where(Application.state.in_(kind.who))
    )


def _earlier(stage: WaveStage, now: datetime) -> Iterator[Row]:
    """A row for each notice by which an earlier time may have been told."""
    anchor = Anchor(stage.kind)
    heads = [*(kind.name for kind in kinds_of(anchor)), f"{MOVED}:{anchor.value}"]
    this, times = (stage.id, stage.wave_id, stage.revision), (now, end_of_use(stage))
    for head, earlier in product(heads, range(stage.revision)):
        yield (*this, head, earlier, stage.changed_at, *times)
    if stage.kind in EXAMS:
        yield (*this, INVITED, 0, stage.changed_at, *times)
