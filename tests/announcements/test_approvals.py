"""The second person's yes, or no."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from announcements.broadcasts import (
    Change,
    approve,
    changes_of,
    choose_end,
    find,
    refuse,
    reopen,
    submit,
    write_text,
)
from announcements.errors import ChangedSince, EndsTooEarly, SamePerson
from announcements.starting import start_due
from people.staff import Role
from tests.announcements.crowd import (
    SRI,
    WATI,
    add_people,
    add_staff,
    batch_state,
    handed_in,
    told,
    write_draft,
)
from tests.notices.post_office import NOON

HOUR = timedelta(hours=1)


def test_more_wait_for_a_second_person_who_is_told(session: Session) -> None:
    wati = add_staff(session, 1001, WATI, Role.APPROVER)
    admin = add_staff(session, 1002, "Pak Joni", Role.ADMIN)
    sri = add_staff(session, 1003, SRI, Role.ADMIN)
    add_staff(session, 1004, "Bu Rara", Role.STAFF)
    draft = write_draft(session, author_id=sri)
    view = submit(session, draft.id, actor=SRI, start_at=None, approve_above=2, now=NOON)
    assert (view.state, view.submission, view.batch_id) == ("waiting", 1, None)
    asked = [
        (kind, one, view.id)
        for one in (wati, admin)
        for kind in ("broadcast_approval", "broadcast_preview")
    ]
    assert told(session) == asked
    ready = approve(session, view.id, approver_id=wati, actor=WATI, now=NOON + HOUR)
    assert (ready.state, ready.approved_by, ready.approved_at) == ("running", wati, NOON + HOUR)
    assert (ready.started_at, batch_state(session, ready)) == (NOON + HOUR, "running")
    assert told(session) == [*asked, ("broadcast_approved", sri, view.id)]
    assert changes_of(session, view.id)[1:] == [
        Change(NOON, SRI, "draft", "waiting", None),
        Change(NOON + HOUR, WATI, "waiting", "running", None),
    ]


def test_the_author_is_no_second_person(session: Session) -> None:
    sri = add_staff(session, 1003, SRI, Role.ADMIN)
    draft = write_draft(session, author_id=sri)
    view = submit(session, draft.id, actor=SRI, start_at=None, approve_above=0, now=NOON)
    for approver_id, actor in ((sri, "Sri Lestari"), (None, SRI), (None, "command:ibu  sri")):
        with pytest.raises(SamePerson):
            approve(session, view.id, approver_id=approver_id, actor=actor, now=NOON)
    assert find(session, view.id) == view
    # A namesake with an account of their own is somebody else.
    other = add_staff(session, 1004, SRI, Role.APPROVER)
    done = approve(session, view.id, approver_id=other, actor=SRI, now=NOON)
    assert done.approved_by == other


def test_what_was_written_at_the_command_line_is_approved_by_another_name(
    session: Session,
) -> None:
    view = handed_in(session)
    with pytest.raises(SamePerson):
        approve(session, view.id, approver_id=None, actor=f"command:{SRI}", now=NOON)
    done = approve(session, view.id, approver_id=None, actor="command:wati", now=NOON)
    assert (done.state, done.approved_by) == ("running", None)


def test_a_refused_one_goes_back_to_its_author_with_the_reason(session: Session) -> None:
    sri = add_staff(session, 1003, SRI, Role.STAFF)
    wati = add_staff(session, 1001, WATI, Role.APPROVER)
    draft = write_draft(session, author_id=sri)
    submit(session, draft.id, actor=SRI, start_at=None, approve_above=0, now=NOON)
    back = refuse(session, draft.id, actor=WATI, reason="Tanggalnya keliru", now=NOON)
    assert (back.state, back.reason) == ("draft", "Tanggalnya keliru")
    submit(session, draft.id, actor=SRI, start_at=None, approve_above=0, now=NOON)
    assert told(session) == [
        ("broadcast_approval", wati, draft.id),
        ("broadcast_preview", wati, draft.id),
        ("broadcast_refused", sri, draft.id),
        ("broadcast_approval", wati, draft.id),
        ("broadcast_preview", wati, draft.id),
    ]


def test_taken_back_and_handed_in_again_it_needs_another_look(session: Session) -> None:
    shown = handed_in(session)
    reopen(session, shown.id, actor=SRI, now=NOON)
    write_text(session, shown.id, html="Sesuatu yang lain")
    submit(session, shown.id, actor=SRI, start_at=None, approve_above=2, now=NOON)
    with pytest.raises(ChangedSince):
        approve(session, shown.id, approver_id=None, actor=WATI, submission=1, now=NOON)
    with pytest.raises(ChangedSince):
        refuse(session, shown.id, actor=WATI, reason=None, submission=1, now=NOON)
    done = approve(session, shown.id, approver_id=None, actor=WATI, submission=2, now=NOON)
    assert done.state == "running"


def test_taken_back_before_its_time_it_has_lost_its_yes(session: Session) -> None:
    view = handed_in(session, start_at=NOON + HOUR)
    approved = approve(session, view.id, approver_id=None, actor=WATI, now=NOON)
    assert (approved.state, approved.approved_at) == ("scheduled", NOON)
    back = reopen(session, view.id, actor=SRI, now=NOON)
    assert (back.state, back.approved_at, back.approved_by) == ("draft", None, None)
    again = submit(session, view.id, actor=SRI, start_at=None, approve_above=2, now=NOON)
    assert again.state == "waiting"


def test_one_that_has_outgrown_its_limit_by_its_time_waits_for_a_yes(session: Session) -> None:
    wati = add_staff(session, 1001, WATI, Role.APPROVER)
    draft = write_draft(session)
    later = NOON + HOUR
    view = submit(session, draft.id, actor=SRI, start_at=later, approve_above=2, now=NOON)
    assert view.state == "scheduled"
    add_people(session, 2)
    assert start_due(session, later, 2) == [view.id]
    held = find(session, view.id)
    assert (held.state, held.batch_id, held.submission, held.reason) == (
        "waiting", None, 1, "outgrown"
    )  # fmt: skip
    assert told(session) == [
        ("broadcast_approval", wati, view.id),
        ("broadcast_preview", wati, view.id),
    ]
    assert start_due(session, later, 2) == []
    ready = approve(session, view.id, approver_id=wati, actor=WATI, now=later + HOUR)
    assert (ready.state, ready.started_at) == ("running", later + HOUR)


def test_at_its_time_one_within_its_limit_or_approved_starts(session: Session) -> None:
    add_people(session, 2)
    later = NOON + HOUR
    small = write_draft(session)
    submit(session, small.id, actor=SRI, start_at=later, approve_above=2, now=NOON)
    large = write_draft(session)
    submit(session, large.id, actor=SRI, start_at=later, approve_above=1, now=NOON)
    approve(session, large.id, approver_id=None, actor="command:wati", now=NOON)
    assert start_due(session, later, 2) == [small.id, large.id]
    assert [find(session, one.id).state for one in (small, large)] == ["running", "running"]


def test_approved_after_its_time_it_starts_at_once(session: Session) -> None:
    view = handed_in(session, start_at=NOON + HOUR)
    late = NOON + 2 * HOUR
    done = approve(session, view.id, approver_id=None, actor=WATI, now=late)
    assert (done.state, done.started_at) == ("running", late)


def test_an_approval_after_its_end_comes_too_late(session: Session) -> None:
    add_people(session, 3)
    draft = write_draft(session)
    choose_end(session, draft.id, NOON + HOUR)
    submit(session, draft.id, actor=SRI, start_at=None, approve_above=2, now=NOON)
    with pytest.raises(EndsTooEarly):
        approve(session, draft.id, approver_id=None, actor=WATI, now=NOON + HOUR)
    assert find(session, draft.id).state == "waiting"
