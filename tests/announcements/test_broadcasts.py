"""The life of a broadcast, move by move."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from announcements.audiences import Audience
from announcements.broadcasts import (
    BroadcastView,
    Change,
    approve,
    begin_draft,
    cancel,
    changes_of,
    choose_audience,
    choose_end,
    find,
    pause,
    refuse,
    reopen,
    resume,
    send_test,
    submit,
    write_text,
)
from announcements.errors import (
    EmptyAudience,
    EmptyText,
    EndsTooEarly,
    NotPossible,
)
from announcements.filling import start_due
from tests.announcements.crowd import (
    SRI,
    TEXT,
    WATI,
    add_people,
    batch_state,
    handed_in,
    start,
    told,
    write_draft,
)
from tests.notices.post_office import NOON

HOUR = timedelta(hours=1)


def test_few_people_are_told_at_once(session: Session) -> None:
    view = handed_in(session, people=2)
    assert (view.state, view.step, view.submission) == ("running", None, 0)
    assert (view.started_at, view.expires_at) == (NOON, NOON + timedelta(days=3))
    assert (batch_state(session, view), told(session)) == ("running", [])
    assert changes_of(session, view.id) == [
        Change(NOON, SRI, None, "draft", None),
        Change(NOON, SRI, "draft", "running", None),
    ]


def test_a_scheduled_one_starts_at_its_time(session: Session) -> None:
    view = handed_in(session, people=1, start_at=NOON + HOUR)
    assert (view.state, view.start_at, view.batch_id) == ("scheduled", NOON + HOUR, None)
    assert start_due(session, NOON + HOUR - timedelta(seconds=1)) == []
    assert start_due(session, NOON + 2 * HOUR) == [view.id]
    assert start_due(session, NOON + 2 * HOUR) == []
    running = find(session, view.id)
    assert (running.state, running.started_at) == ("running", NOON + 2 * HOUR)
    assert running.expires_at == NOON + 2 * HOUR + timedelta(days=3)
    assert changes_of(session, view.id)[-1] == Change(
        NOON + 2 * HOUR, "clock", "scheduled", "running", None
    )


def test_one_whose_end_has_passed_while_nobody_ran_is_not_started(session: Session) -> None:
    add_people(session, 1)
    draft = write_draft(session)
    choose_end(session, draft.id, NOON + 2 * HOUR)
    with pytest.raises(EndsTooEarly):
        submit(
            session,
            draft.id,
            actor=SRI,
            start_at=NOON + 3 * HOUR,
            approve_above=2,
            now=NOON,
        )
    submit(session, draft.id, actor=SRI, start_at=NOON + HOUR, approve_above=2, now=NOON)
    assert start_due(session, NOON + 2 * HOUR) == []
    view = find(session, draft.id)
    assert (view.state, view.reason, view.finished_at) == ("cancelled", "expired", NOON + 2 * HOUR)


def test_nobody_and_nothing_are_refused(session: Session) -> None:
    draft = write_draft(session)
    with pytest.raises(EmptyAudience):
        submit(session, draft.id, actor=SRI, start_at=None, approve_above=2, now=NOON)
    add_people(session, 1)
    choose_audience(session, draft.id, Audience(role="alumni"))
    with pytest.raises(EmptyAudience):
        submit(session, draft.id, actor=SRI, start_at=None, approve_above=2, now=NOON)
    choose_audience(session, draft.id, Audience())
    empty = write_draft(session)
    write_text(session, empty.id, html="", media_kind="photo", media_file="AgAC")
    assert (
        submit(session, empty.id, actor=SRI, start_at=None, approve_above=2, now=NOON).state
        == "running"
    )


def test_a_draft_without_a_text_is_not_handed_in(session: Session) -> None:
    add_people(session, 1)
    draft = begin_draft(session, None, actor=SRI, now=NOON)
    with pytest.raises(EmptyText):
        submit(session, draft.id, actor=SRI, start_at=None, approve_above=2, now=NOON)


def test_paused_and_resumed_with_its_batch(session: Session) -> None:
    add_people(session, 1)
    broadcast_id = start(session)
    paused = pause(session, broadcast_id, actor=WATI, now=NOON + HOUR)
    assert (paused.state, batch_state(session, paused)) == ("paused", "paused")
    going = resume(session, broadcast_id, actor=SRI, now=NOON + 2 * HOUR)
    assert (going.state, batch_state(session, going)) == ("running", "running")
    assert changes_of(session, broadcast_id)[2:] == [
        Change(NOON + HOUR, WATI, "running", "paused", None),
        Change(NOON + 2 * HOUR, SRI, "paused", "running", None),
    ]


def test_cancelled_it_is_over_for_good(session: Session) -> None:
    add_people(session, 1)
    broadcast_id = start(session)
    view = cancel(session, broadcast_id, actor=SRI, reason="Kelas batal", now=NOON)
    assert (view.state, view.reason) == ("cancelled", "Kelas batal")
    assert batch_state(session, view) == "stopped"
    for call in (pause, resume, cancel, reopen):
        with pytest.raises(NotPossible):
            call(session, broadcast_id, actor=SRI, now=NOON)


ALLOWED: dict[str, set[str]] = {
    "draft": {"submit"},
    "waiting": {"approve", "refuse", "reopen", "cancel"},
    "scheduled": {"reopen", "cancel"},
    "running": {"pause", "cancel"},
    "paused": {"resume", "cancel"},
    "cancelled": set(),
}


def brought_to(session: Session, state: str) -> int:
    """A broadcast in this state."""
    add_people(session, 3)
    if state in ("running", "paused", "cancelled"):
        broadcast_id = start(session)
        if state != "running":
            {"paused": pause, "cancelled": cancel}[state](
                session, broadcast_id, actor=SRI, now=NOON
            )
        return broadcast_id
    draft = write_draft(session)
    if state != "draft":
        above = 0 if state == "waiting" else 99
        submit(session, draft.id, actor=SRI, start_at=NOON + HOUR, approve_above=above, now=NOON)
    return draft.id


@pytest.mark.parametrize("state", ALLOWED)
def test_each_state_allows_its_moves_and_no_others(session: Session, state: str) -> None:
    broadcast_id = brought_to(session, state)
    moves: dict[str, Callable[[], BroadcastView]] = {
        "submit": lambda: submit(
            session, broadcast_id, actor=SRI, start_at=None, approve_above=9, now=NOON
        ),
        "approve": lambda: approve(session, broadcast_id, approver_id=None, actor=WATI, now=NOON),
        "refuse": lambda: refuse(session, broadcast_id, actor=WATI, reason=None, now=NOON),
        "reopen": lambda: reopen(session, broadcast_id, actor=SRI, now=NOON),
        "pause": lambda: pause(session, broadcast_id, actor=SRI, now=NOON),
        "resume": lambda: resume(session, broadcast_id, actor=SRI, now=NOON),
        "cancel": lambda: cancel(session, broadcast_id, actor=SRI, now=NOON),
    }
    possible = set()
    for name, move in moves.items():
        before = find(session, broadcast_id)
        with suppress(NotPossible), session.begin_nested() as attempt:
            move()
            attempt.rollback()
            possible.add(name)
        assert find(session, broadcast_id) == before
    assert possible == ALLOWED[state]


def test_a_test_goes_to_one_person_alone_and_can_be_asked_for_again(
    session: Session, siti: int
) -> None:
    draft = write_draft(session)
    send_test(session, draft.id, account_id=siti, now=NOON)
    send_test(session, draft.id, account_id=siti, now=NOON + timedelta(seconds=1))
    assert told(session) == [("broadcast_test", siti, draft.id)] * 2
    assert find(session, draft.id) == draft
    assert draft.html == TEXT
