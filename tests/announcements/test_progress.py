"""How far a broadcast is, in numbers and in time."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from announcements.audiences import Audience
from announcements.broadcasts import find, pause, resume
from announcements.counting import count, count_aside, time_needed
from announcements.filling import work
from announcements.jobs import correct
from announcements.panels import keep_panel, panels_due
from announcements.progress import JobProgress, Progress, progress_of
from storage.database import Database
from storage.models import Batch
from tests.announcements.crowd import SRI, add_people, fill, start, write_draft
from tests.notices.post_office import NOON, Postman, SetClock, courier_for

MINUTE = timedelta(minutes=1)
UNSTARTED = Progress(
    recipients=0,
    filled=False,
    sent=0,
    failed=0,
    blocked=0,
    expired=0,
    cancelled=0,
    uncertain=0,
    undecided=0,
    left=0,
    per_second=25.0,
    ends_at=None,
    job=None,
)


def counted(session: Session, broadcast_id: int, **counters: int) -> None:
    """As if so many of it had ended so."""
    batch_id = find(session, broadcast_id).batch_id
    session.execute(update(Batch).where(Batch.id == batch_id).values(**counters))


def test_before_it_starts_nothing_is_known_but_who_was_counted(session: Session) -> None:
    draft = write_draft(session)
    assert progress_of(session, draft.id, 25.0, NOON) == UNSTARTED


def test_at_first_it_is_as_fast_as_it_may_be(session: Session) -> None:
    add_people(session, 100)
    broadcast_id = start(session)
    fill(session, broadcast_id)
    assert progress_of(session, broadcast_id, 25.0, NOON + timedelta(seconds=1)) == replace(
        UNSTARTED,
        recipients=100,
        filled=True,
        left=100,
        ends_at=NOON + timedelta(seconds=5),
    )


def test_its_own_speed_tells_its_end_and_pauses_do_not_count(session: Session) -> None:
    add_people(session, 100)
    broadcast_id = start(session)
    fill(session, broadcast_id)
    counters = {"sent": 30, "blocked": 4, "failed": 3, "expired": 2, "uncertain": 1}
    counted(session, broadcast_id, **counters)
    half = progress_of(session, broadcast_id, 25.0, NOON + MINUTE)
    assert half == replace(
        UNSTARTED,
        recipients=100,
        filled=True,
        **counters,  # type: ignore[arg-type]  # they are numbers
        undecided=1,
        left=60,
        per_second=40 / 60,
        ends_at=NOON + MINUTE + timedelta(seconds=90),
    )
    assert half.ended == 40
    pause(session, broadcast_id, actor=SRI, now=NOON + MINUTE)
    resting = progress_of(session, broadcast_id, 25.0, NOON + 10 * MINUTE)
    assert resting == replace(half, ends_at=None)
    resume(session, broadcast_id, actor=SRI, now=NOON + 10 * MINUTE)
    going = progress_of(session, broadcast_id, 25.0, NOON + 11 * MINUTE)
    assert going.per_second == 40 / 120


def test_one_that_does_not_move_has_no_end(session: Session) -> None:
    add_people(session, 3)
    broadcast_id = start(session)
    fill(session, broadcast_id)
    still = progress_of(session, broadcast_id, 25.0, NOON + MINUTE)
    assert (still.per_second, still.ends_at) == (0.0, None)
    assert progress_of(session, broadcast_id, 25.0, NOON - MINUTE).ends_at is not None


async def test_a_correction_has_a_progress_of_its_own(
    database: Database, clock: SetClock, postman: Postman
) -> None:
    with database.transaction() as session:
        add_people(session, 5)
        broadcast_id = start(session)
    await work(database, clock)
    await courier_for(database, postman, clock).drain_once()
    await work(database, clock)
    await database.write(correct, broadcast_id, html="Lain", actor=SRI, now=clock())
    await work(database, clock)

    def job() -> JobProgress | None:
        with database.snapshot() as session:
            return progress_of(session, broadcast_id, 25.0, clock()).job

    assert job() == JobProgress("correct", 5, sent=0, failed=0, left=5, finished_at=None)
    clock.move(seconds=4)
    await courier_for(database, postman, clock).drain_once()
    await work(database, clock)
    assert job() == JobProgress("correct", 5, sent=5, failed=0, left=0, finished_at=clock())


async def test_people_are_counted_when_asked_and_for_good_once_written(
    database: Database, clock: SetClock
) -> None:
    with database.transaction() as session:
        add_people(session, 7)
        draft = write_draft(session)
    assert draft.people is None
    assert (await count(database, draft.id, NOON)).people == 7
    assert await count_aside(database, Audience(role="staff"), NOON) == 0
    with database.transaction() as session:
        add_people(session, 1, first=100)
        broadcast_id = start(session)
    await work(database, clock)
    with database.transaction() as session:
        add_people(session, 1, first=200)
    assert (await count(database, broadcast_id, NOON)).people == 8


def test_time_needed_is_people_over_the_rate() -> None:
    assert time_needed(9_000, 25.0) == timedelta(minutes=6)


def test_panels_are_due_while_something_moves_and_once_after(session: Session) -> None:
    [author_id] = add_people(session, 1)
    broadcast_id = start(session, author_id=author_id)
    assert panels_due(session, NOON + MINUTE) == []
    keep_panel(session, broadcast_id, 77, NOON)
    assert panels_due(session, NOON) == []
    due = [(broadcast_id, author_id, 77)]
    assert panels_due(session, NOON + MINUTE) == due
    view = find(session, broadcast_id)
    assert (view.panel_message_id, view.panel_at) == (77, NOON)
