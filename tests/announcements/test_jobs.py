"""Corrections and recalls of what was delivered."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

import pytest
from sqlalchemy import select

from announcements.broadcasts import cancel, changes_of, find, pause, resume
from announcements.errors import NotPossible, StillInFlight
from announcements.filling import work
from announcements.jobs import correct, jobs_of, recall
from announcements.uncertain import send_uncertain_again
from notices.sender import Unanswered, Unreachable
from storage.database import Database
from storage.models import Batch, Notice
from tests.announcements.crowd import SRI, add_people, start, states
from tests.notices.post_office import Postman, SetClock, courier_for

NEW = "<b>Pendaftaran diundur</b>"


class Play:
    """A broadcast on its way through work and courier."""

    def __init__(self, database: Database, clock: SetClock, postman: Postman) -> None:
        self.database, self.clock, self.postman = database, clock, postman
        with database.transaction() as session:
            self.people = add_people(session, 12)
            self.id = start(session)

    async def go(self, rounds: int = 2) -> None:
        """Let a few seconds pass: whatever can happen by then has happened."""
        for _ in range(rounds):
            await work(self.database, self.clock)
            await courier_for(self.database, self.postman, self.clock).drain_once()
            self.clock.move(seconds=4)
        await work(self.database, self.clock)

    async def do(self, call: Callable[..., object], **facts: object) -> None:
        await self.database.write(call, self.id, actor=SRI, now=self.clock(), **facts)

    def delivered(self) -> dict[int, int]:
        """Message ids by account."""
        with self.database.snapshot() as session:
            batch_id = find(session, self.id).batch_id
            columns = select(Notice.account_id, Notice.message_id)
            rows = session.execute(columns.where(Notice.batch_id == batch_id)).all()
        return {account_id: message_id for account_id, message_id in rows if message_id}

    def changed(self, kind: str) -> dict[int, int]:
        """Message ids by account of what was edited or deleted; each only once."""
        letters = [letter for letter in self.postman.accepted if letter.kind == kind]
        found = {letter.account_id: letter.facts["message_id"] for letter in letters}
        assert len(found) == len(letters)
        return found


@pytest.fixture
async def play(database: Database, clock: SetClock, postman: Postman) -> Play:
    return Play(database, clock, postman)


async def test_a_correction_edits_each_delivered_message(play: Play) -> None:
    blocked = play.people[3]
    play.postman.troubles[90_004] = [Unreachable("blocked")]
    await play.go()
    await play.do(correct, html=f" {NEW} ")
    with play.database.snapshot() as session:
        view = find(session, play.id)
    assert (view.state, view.html, view.revision) == ("done", NEW, 1)
    await play.go()
    delivered = play.delivered()
    assert sorted(delivered) == [one for one in play.people if one != blocked]
    assert play.changed("broadcast_fix") == delivered
    with play.database.snapshot() as session:
        [job] = jobs_of(session, play.id)
        assert (job.kind, job.filled_at is not None) == ("correct", True)
        assert job.finished_at is not None
        assert [(one.to_state, one.reason) for one in changes_of(session, play.id)][-2:] == [
            ("done", None),
            ("done", "corrected"),
        ]


async def test_a_new_text_rests_as_long_as_somebody_may_remember_the_old_one(play: Play) -> None:
    await play.go()
    await play.do(correct, html=NEW)
    await work(play.database, play.clock)
    for _ in range(2):
        await courier_for(play.database, play.postman, play.clock).drain_once()
        assert play.changed("broadcast_fix") == {}
        play.clock.move(seconds=1)
    await play.go()
    assert play.changed("broadcast_fix") == play.delivered()


async def test_corrected_while_paused_some_are_edited_and_the_rest_get_the_new_words(
    play: Play,
) -> None:
    await work(play.database, play.clock)
    postman = play.postman
    postman.answers.clear()
    running = asyncio.create_task(courier_for(play.database, postman, play.clock).run())
    await postman.has_accepted(12)
    await play.do(pause)
    with pytest.raises(StillInFlight) as refused:
        await play.do(correct, html=NEW)
    assert refused.value.args == ("paused", "corrected")
    assert refused.value.count == 12
    running.cancel()
    postman.answers.set()
    with suppress(asyncio.CancelledError):
        await running
    with play.database.transaction() as session:
        # As if it had been paused after seven: the others have not gone out.
        later = select(Notice).where(Notice.account_id.in_(play.people[7:]))
        for notice in session.scalars(later):
            notice.state, notice.message_id, notice.settled_at = "pending", None, None
        session.get_one(Batch, find(session, play.id).batch_id).sent -= 5
    await play.do(correct, html=NEW)
    await play.do(resume)
    before = len(postman.accepted)
    await work(play.database, play.clock)
    await courier_for(play.database, postman, play.clock).drain_once()
    assert len(postman.accepted) == before  # the old words may be remembered still
    await play.go(3)
    fixed = play.changed("broadcast_fix")
    assert sorted(fixed) == play.people[:7]
    told = [letter.account_id for letter in postman.accepted if letter.kind == "broadcast"]
    assert sorted(told[12:]) == play.people[7:]
    with play.database.snapshot() as session:
        assert find(session, play.id).state == "done"


async def test_a_second_correction_supersedes_what_is_left_of_the_first(play: Play) -> None:
    await play.go()
    await play.do(correct, html=NEW)
    await work(play.database, play.clock)
    await play.do(correct, html="Terakhir")
    await play.go(3)
    assert play.changed("broadcast_fix") == play.delivered()
    with play.database.snapshot() as session:
        second, first = jobs_of(session, play.id)
        assert states(session, first.batch_id) == {"cancelled": 12}
        assert states(session, second.batch_id) == {"sent": 12}
        assert None not in (first.finished_at, second.finished_at)
        assert find(session, play.id).revision == 2


async def test_a_job_waits_for_the_edits_of_an_older_one(play: Play) -> None:
    await play.go()
    await play.do(correct, html=NEW)
    await work(play.database, play.clock)
    play.clock.move(seconds=4)
    play.postman.answers.clear()
    running = asyncio.create_task(courier_for(play.database, play.postman, play.clock).run())
    await play.postman.has_accepted(24)
    await play.do(correct, html="Terakhir")
    play.clock.move(seconds=4)
    await work(play.database, play.clock)
    with play.database.snapshot() as session:
        second, _first = jobs_of(session, play.id)
        assert (second.filled_at, states(session, second.batch_id)) == (None, {})
    play.postman.answers.set()
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    await play.go()
    with play.database.snapshot() as session:
        second, first = jobs_of(session, play.id)
        assert states(session, first.batch_id) == {"sent": 12}
        assert states(session, second.batch_id) == {"sent": 12}


async def test_a_recall_takes_it_from_all_who_have_it(play: Play) -> None:
    await play.go()
    await play.do(recall)
    await play.go()
    assert play.changed("broadcast_recall") == play.delivered()
    for again in (recall, cancel, pause):
        with pytest.raises(NotPossible) as refused:
            await play.do(again)
        assert refused.value.state == "recalled"
    with pytest.raises(NotPossible):
        await play.do(correct, html=NEW)


async def test_recalled_while_paused_nobody_else_gets_it(play: Play) -> None:
    await work(play.database, play.clock)
    await play.do(pause)
    await play.do(recall)
    await play.go()
    with play.database.snapshot() as session:
        view = find(session, play.id)
        assert states(session, view.batch_id) == {"cancelled": 12}
    assert (view.state, view.finished_at is not None) == ("recalled", True)
    assert play.postman.accepted == []


async def test_recalled_in_the_midst_of_being_written(play: Play) -> None:
    await play.do(pause)
    await play.do(recall)
    await play.go()
    with play.database.snapshot() as session:
        view = find(session, play.id)
        assert states(session, view.batch_id) == {}
    assert (view.state, view.finished_at is not None) == ("recalled", True)


async def test_a_cancelled_one_can_be_corrected_and_recalled(play: Play) -> None:
    await play.go(1)
    with play.database.transaction() as session:
        other = start(session, now=play.clock())
    await work(play.database, play.clock)
    await courier_for(play.database, play.postman, play.clock).drain_once()
    play.id = other
    await play.do(cancel)
    await play.do(correct, html=NEW)
    await play.go()
    assert play.changed("broadcast_fix") == play.delivered()
    await play.do(recall)
    await play.go()
    assert play.changed("broadcast_recall") == play.delivered()


async def test_an_edit_without_an_answer_is_tried_again_and_an_uncertain_one_is_left_alone(
    play: Play,
) -> None:
    play.postman.troubles[90_005] = [Unanswered("timeout")]
    await play.go()
    assert len(play.delivered()) == 11
    play.postman.troubles[90_001] = [Unanswered("timeout")]
    await play.do(correct, html=NEW)
    await play.go(4)
    assert play.changed("broadcast_fix") == play.delivered()
    await play.do(send_uncertain_again)
    await play.go()
    told = [letter.account_id for letter in play.postman.accepted if letter.kind == "broadcast"]
    assert sorted(told) == play.people  # with the new words
