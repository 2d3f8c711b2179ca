"""What can be corrected and recalled, and how a job is written."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from announcements.broadcasts import BroadcastView, approve, cancel, find, pause, submit
from announcements.ending import finish
from announcements.errors import BadText, NeedsApprover, NotPossible
from announcements.jobs import correct, jobs_of, recall
from announcements.questions import begin_correction
from announcements.recipients import fill_job_step
from people.staff import Role
from storage.models import Batch, Notice
from tests.announcements.crowd import (
    SRI,
    TEXT,
    WATI,
    add_people,
    add_staff,
    fill,
    handed_in,
    start,
    write_draft,
)
from tests.announcements.test_jobs import NEW
from tests.notices.post_office import NOON


def test_what_runs_or_was_never_sent_is_neither_corrected_nor_recalled(session: Session) -> None:
    add_people(session, 2)
    running = start(session)
    draft = write_draft(session)
    scheduled = write_draft(session)
    later = NOON + timedelta(hours=1)
    submit(session, scheduled.id, actor=SRI, start_at=later, approve_above=9, now=NOON)
    unsent = start(session)
    cancelled = write_draft(session)
    submit(session, cancelled.id, actor=SRI, start_at=later, approve_above=9, now=NOON)
    cancel(session, cancelled.id, actor=SRI, now=NOON)
    for broadcast_id, state in (
        (running, "running"),
        (draft.id, "draft"),
        (scheduled.id, "scheduled"),
        (unsent, "running"),
        (cancelled.id, "cancelled"),
    ):
        with pytest.raises(NotPossible) as refused:
            correct(session, broadcast_id, html=NEW, actor=SRI, now=NOON)
        assert refused.value.args == (state, "corrected")
        with pytest.raises(NotPossible) as refused:
            recall(session, broadcast_id, actor=SRI, now=NOON)
        assert refused.value.args == (state, "recalled")


def test_what_was_approved_gets_other_words_from_an_approver_alone(session: Session) -> None:
    """Whether the yes was given in the chat or at the command line; paused, or done."""
    siti = add_staff(session, 1001, WATI, Role.APPROVER)
    add_people(session, 3)
    for approver_id in (siti, None):
        view = write_draft(session)
        submit(session, view.id, actor=SRI, start_at=None, approve_above=2, now=NOON)
        approve(session, view.id, approver_id=approver_id, actor=WATI, now=NOON)
        pause(session, view.id, actor=SRI, now=NOON)
        before = find(session, view.id)
        for attempt in (corrected, begun):
            with pytest.raises(NeedsApprover):
                attempt(session, view.id, siti, may_approve=False)
        assert (find(session, view.id), jobs_of(session, view.id)) == (before, [])
        begun(session, view.id, siti, may_approve=True)
        assert corrected(session, view.id, siti, may_approve=True).html == NEW


def test_an_author_is_no_second_person_for_their_own(session: Session) -> None:
    """Though they may approve what others write."""
    siti = add_staff(session, 1001, WATI, Role.APPROVER)
    author = add_staff(session, 1002, SRI, Role.APPROVER)
    add_people(session, 3)
    view = write_draft(session, author_id=author)
    submit(session, view.id, actor=SRI, start_at=None, approve_above=2, now=NOON)
    approve(session, view.id, approver_id=siti, actor=WATI, now=NOON)
    pause(session, view.id, actor=SRI, now=NOON)
    before = find(session, view.id)
    for attempt in (corrected, begun):
        with pytest.raises(NeedsApprover) as refused:
            attempt(session, view.id, author, may_approve=True)
        assert refused.value.names == WATI
    assert (find(session, view.id), jobs_of(session, view.id)) == (before, [])
    begun(session, view.id, siti, may_approve=True)
    assert corrected(session, view.id, siti, may_approve=True).html == NEW


@pytest.mark.parametrize("by", ["chat", "command"])
def test_an_author_without_an_account_is_known_by_name(session: Session, by: str) -> None:
    """Written at the command line: by whatever way the same name comes back."""
    siti = add_staff(session, 1001, f"{SRI} ", Role.APPROVER) if by == "chat" else None
    view = handed_in(session)
    approve(session, view.id, approver_id=None, actor=WATI, now=NOON)
    pause(session, view.id, actor=SRI, now=NOON)
    facts = {"html": NEW, "by": siti, "now": NOON, "may_approve": True}
    with pytest.raises(NeedsApprover):
        correct(session, view.id, actor=f"command:{SRI.lower()}", **facts)  # type: ignore[arg-type]  # as chosen
    assert jobs_of(session, view.id) == []
    assert correct(session, view.id, actor=f"command:{WATI}", **facts).html == NEW  # type: ignore[arg-type]  # as chosen


def test_recalling_what_was_approved_needs_nobody_else(session: Session) -> None:
    view = handed_in(session)
    approve(session, view.id, approver_id=None, actor=WATI, now=NOON)
    pause(session, view.id, actor=SRI, now=NOON)
    assert recall(session, view.id, actor=SRI, now=NOON).state == "recalled"


def test_a_done_one_that_was_approved_is_an_approvers_too(session: Session) -> None:
    view = handed_in(session)
    approve(session, view.id, approver_id=None, actor=WATI, now=NOON)
    fill(session, view.id)
    session.execute(update(Notice).values(state="sent", message_id=1))
    batch_id = find(session, view.id).batch_id
    session.execute(update(Batch).where(Batch.id == batch_id).values(sent=3))
    assert finish(session, view.id, NOON)
    with pytest.raises(NeedsApprover):
        corrected(session, view.id, 0, may_approve=False)
    assert corrected(session, view.id, 0, may_approve=True).html == NEW


def corrected(session: Session, id_: int, by: int, *, may_approve: bool) -> BroadcastView:
    return correct(session, id_, html=NEW, by=by, actor=WATI, now=NOON, may_approve=may_approve)


def begun(session: Session, id_: int, by: int, *, may_approve: bool) -> BroadcastView:
    return begin_correction(session, id_, by=by, actor=WATI, may_approve=may_approve)


def test_a_correction_is_checked_as_the_first_text_was(session: Session) -> None:
    add_people(session, 1)
    broadcast_id = start(session)
    pause(session, broadcast_id, actor=SRI, now=NOON)
    with pytest.raises(BadText):
        correct(session, broadcast_id, html="<b>Halo", actor=SRI, now=NOON)
    assert find(session, broadcast_id).html == TEXT
    assert jobs_of(session, broadcast_id) == []


def test_a_job_is_written_in_steps_that_can_be_repeated(session: Session) -> None:
    everyone = add_people(session, 10)
    broadcast_id = start(session)
    fill(session, broadcast_id)
    for notice in session.scalars(select(Notice)):
        notice.state, notice.message_id = "sent", 1000 + notice.account_id
    session.flush()
    pause(session, broadcast_id, actor=SRI, now=NOON)
    correct(session, broadcast_id, html=NEW, actor=SRI, now=NOON)
    [job] = jobs_of(session, broadcast_id)
    steps = [fill_job_step(session, job.id, most=4, now=NOON) for _ in range(4)]
    assert steps == [True, True, False, False]
    rows = session.execute(
        select(Notice.account_id, Notice.facts)
        .where(Notice.batch_id == job.batch_id)
        .order_by(Notice.id)
    ).all()
    assert [tuple(row) for row in rows] == [
        (one, {"broadcast_id": broadcast_id, "message_id": 1000 + one}) for one in everyone
    ]
