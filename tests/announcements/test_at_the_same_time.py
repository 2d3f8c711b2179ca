"""What several members of staff, or two taps, do at the same moment: real connections."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from announcements.broadcasts import (
    approve,
    begin_draft,
    cancel,
    changes_of,
    find,
    list_broadcasts,
    pause,
    refuse,
    resume,
    submit,
    write_text,
)
from announcements.errors import NotPossible, StillInFlight
from announcements.filling import fill_step, start_due
from announcements.jobs import correct, jobs_of, recall
from announcements.uncertain import send_uncertain_again
from notices.claiming import claim
from storage.database import Database
from storage.models import Batch, Notice
from tests.announcements.crowd import SRI, WATI, add_people, fill, recipients, start, write_draft
from tests.intake.seats.test_at_the_same_time import all_at_once
from tests.notices.post_office import NOON, WIB

Calls = list[Callable[[Session], Any]]


def kinds(results: list[Any]) -> Counter[str]:
    """How many were done, and how many were refused with which error."""
    return Counter(type(one).__name__ if isinstance(one, Exception) else "done" for one in results)


def batches(database: Database) -> int:
    with database.snapshot() as session:
        return session.scalar(select(func.count(Batch.id))) or 0


@pytest.fixture
def draft_id(database: Database) -> int:
    with database.transaction() as session:
        add_people(session, 6)
        return write_draft(session).id


def submitting(broadcast_id: int, approve_above: int) -> Callable[[Session], object]:
    return lambda session: submit(
        session, broadcast_id, actor=SRI, start_at=None, approve_above=approve_above, now=NOON
    )


def test_two_taps_on_start_start_it_once(database: Database, draft_id: int) -> None:
    results = all_at_once(database, [submitting(draft_id, 99)] * 4)
    assert kinds(results) == {"done": 1, "NotPossible": 3}
    assert batches(database) == 1


def test_two_approvers_at_once_start_it_once(database: Database, draft_id: int) -> None:
    all_at_once(database, [submitting(draft_id, 0)])
    yes: Calls = [
        lambda session, actor=actor: approve(  # type: ignore[misc]  # a default binds the name
            session, draft_id, approver_id=None, actor=actor, now=NOON
        )
        for actor in (WATI, "Pak Joni", "Bu Rara")
    ]
    no: Calls = [lambda session: refuse(session, draft_id, actor="x", reason=None, now=NOON)]
    results = all_at_once(database, [*yes, *no])
    assert kinds(results) == {"done": 1, "NotPossible": 3}
    with database.snapshot() as session:
        view, moves = find(session, draft_id), changes_of(session, draft_id)
    assert len(moves) == 3
    assert (view.state, batches(database)) in (("running", 1), ("draft", 0))


def test_an_edit_and_a_start_at_once_never_send_what_was_not_submitted(
    database: Database, draft_id: int
) -> None:
    edit: Calls = [lambda session: write_text(session, draft_id, html="Lain sama sekali")]
    results = all_at_once(database, [submitting(draft_id, 99), *edit])
    with database.snapshot() as session:
        view = find(session, draft_id)
    edited = not isinstance(results[1], Exception)
    assert view.state == "running"
    assert (view.html == "Lain sama sekali") is edited


def test_two_clocks_start_what_is_due_once(database: Database, draft_id: int) -> None:
    later = NOON.replace(hour=9)

    def schedule(session: Session) -> object:
        return submit(session, draft_id, actor=SRI, start_at=later, approve_above=99, now=NOON)

    all_at_once(database, [schedule])
    started = all_at_once(database, [lambda session: start_due(session, later)] * 4)
    assert Counter(map(str, started)) == {"[]": 3, f"[{draft_id}]": 1}
    assert batches(database) == 1


def test_two_taps_begin_one_draft(database: Database) -> None:
    with database.transaction() as session:
        [author_id] = add_people(session, 1)

    def begin(session: Session) -> int:
        return begin_draft(session, author_id, actor=SRI, now=NOON).id

    begun = all_at_once(database, [begin] * 4)
    with database.snapshot() as session:
        assert begun == [one.id for one in list_broadcasts(session)] * 4


def test_two_workers_write_everybody_once(database: Database) -> None:
    with database.transaction() as session:
        everyone = add_people(session, 60)
        broadcast_id = start(session)

    def step(session: Session) -> object:
        return fill_step(session, broadcast_id, most=10, now=NOON)

    for _ in range(3):
        all_at_once(database, [step] * 4)
    with database.snapshot() as session:
        assert recipients(session, broadcast_id) == everyone
        assert find(session, broadcast_id).people == 60


def test_paused_while_it_is_filled_and_claimed(database: Database) -> None:
    with database.transaction() as session:
        add_people(session, 40)
        broadcast_id = start(session)
        fill_step(session, broadcast_id, most=20, now=NOON)
    results = all_at_once(
        database,
        [
            lambda session: fill_step(session, broadcast_id, most=20, now=NOON),
            lambda session: claim(session, 10, now=NOON, zone=WIB),
            lambda session: pause(session, broadcast_id, actor=SRI, now=NOON),
            lambda session: claim(session, 10, now=NOON, zone=WIB),
        ],
    )
    assert kinds(results) == {"done": 4}
    with database.transaction() as session:
        assert claim(session, 99, now=NOON, zone=WIB).letters == ()
        assert len(recipients(session, broadcast_id)) == 40


def test_a_correction_beside_a_claim_waits_for_what_was_claimed(database: Database) -> None:
    """Whatever comes first: nothing is on its way with the old words once it is corrected."""
    with database.transaction() as session:
        add_people(session, 20)
        broadcast_id = start(session)
        fill(session, broadcast_id)

    def stop_and_correct(session: Session) -> object:
        pause(session, broadcast_id, actor=SRI, now=NOON)
        return correct(session, broadcast_id, html="Lain", actor=SRI, now=NOON)

    claimed, corrected = all_at_once(
        database,
        [lambda session: claim(session, 5, now=NOON, zone=WIB), stop_and_correct],
    )
    assert not isinstance(claimed, Exception)
    refused = isinstance(corrected, StillInFlight)
    assert refused is bool(claimed.letters)  # type: ignore[attr-defined]  # it is a Claim


def test_of_a_correction_and_a_resume_at_once_either_wins(database: Database) -> None:
    with database.transaction() as session:
        add_people(session, 3)
        broadcast_id = start(session)
        pause(session, broadcast_id, actor=SRI, now=NOON)
    results = all_at_once(
        database,
        [
            lambda session: correct(session, broadcast_id, html="Lain", actor=SRI, now=NOON),
            lambda session: resume(session, broadcast_id, actor=SRI, now=NOON),
            lambda session: resume(session, broadcast_id, actor=WATI, now=NOON),
        ],
    )
    corrected, *resumed = (isinstance(one, NotPossible) for one in results)
    with database.snapshot() as session:
        view = find(session, broadcast_id)
        batch = session.get_one(Batch, view.batch_id)
    assert sorted(resumed) == [False, True]
    # Whoever came second to a correction finds the batch resting until the words have settled.
    assert (view.state, batch.state) == ("running", "running" if corrected else "paused")


def test_two_recalls_at_once_are_one_job(database: Database) -> None:
    with database.transaction() as session:
        add_people(session, 3)
        broadcast_id = start(session)
        cancel(session, broadcast_id, actor=SRI, now=NOON)

    def take_back(session: Session) -> object:
        return recall(session, broadcast_id, actor=SRI, now=NOON)

    assert kinds(all_at_once(database, [take_back] * 3)) == {"done": 1, "NotPossible": 2}
    with database.snapshot() as session:
        assert len(jobs_of(session, broadcast_id)) == 1


def test_uncertain_ones_sent_again_by_two_at_once_go_once(database: Database) -> None:
    with database.transaction() as session:
        add_people(session, 3)
        broadcast_id = start(session)
        fill(session, broadcast_id)
        view = find(session, broadcast_id)
        session.execute(update(Notice).values(state="uncertain"))
        session.execute(update(Batch).values(uncertain=3))
        pause(session, view.id, actor=SRI, now=NOON)

    def again(session: Session) -> object:
        return send_uncertain_again(session, broadcast_id, actor=SRI, now=NOON)

    assert sorted(map(str, all_at_once(database, [again] * 3))) == ["0", "0", "3"]
    with database.snapshot() as session:
        assert session.get_one(Batch, view.batch_id).uncertain == 0
