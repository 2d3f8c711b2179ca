"""While Telegram gives no usable answers, little is tried, so that little is in doubt."""

import pytest

from notices.batches import progress
from notices.sender import Moot, Passing, Rejected, Throttled, Trouble, Unanswered, Unreachable
from notices.silence import Silence
from storage.database import Database
from tests.notices.crowds import crowd, tell
from tests.notices.post_office import Postman, SetClock, courier_for

USUAL = 64
SILENT = Unanswered("Bad Gateway")


def test_without_an_answer_one_at_a_time_is_tried_after_rests_that_double() -> None:
    clock = SetClock()
    silence = Silence(clock)
    assert silence.most(USUAL) == USUAL
    rests = []
    for _ in range(8):
        silence.note(SILENT)
        began = clock()
        while silence.most(USUAL) == 0:
            clock.move(seconds=1)
        assert silence.most(USUAL) == 1
        rests.append((clock() - began).total_seconds())
    assert rests == [1, 2, 4, 8, 16, 30, 30, 30]


def test_what_fails_together_makes_one_rest() -> None:
    clock = SetClock()
    silence = Silence(clock)
    for _ in range(USUAL):
        silence.note(Passing("ServerDisconnectedError"))
    clock.move(seconds=1)
    assert silence.most(USUAL) == 1


@pytest.mark.parametrize("answer", [None, Unreachable("blocked"), Throttled(3), Rejected("wrong")])
def test_an_answer_ends_it_be_it_a_refusal(answer: Trouble | None) -> None:
    silence = Silence(SetClock())
    silence.note(SILENT)
    silence.note(answer)
    assert silence.most(USUAL) == USUAL


def test_what_was_never_sent_tells_nothing() -> None:
    silence = Silence(SetClock())
    silence.note(SILENT)
    silence.note(Moot("it was moved once more"))
    assert silence.most(USUAL) == 0


def test_a_clock_put_back_ends_the_rest() -> None:
    clock = SetClock()
    silence = Silence(clock)
    silence.note(SILENT)
    clock.move(days=-1)
    assert silence.most(USUAL) == 1


async def test_of_a_broadcast_in_a_bad_hour_few_are_uncertain_and_the_rest_goes_later(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        crowd(session, 400)
        batch_id = tell(session)
    for number in range(1, 401):
        postman.troubles[number] = [SILENT]
    courier = courier_for(database, postman, clock)
    for _half_minute in range(120):
        await courier.drain_once()
        clock.move(seconds=30)
    in_doubt = USUAL + 119
    assert stand(database, batch_id) == (0, in_doubt, 400 - in_doubt)
    postman.troubles.clear()
    await courier.drain_once()
    assert stand(database, batch_id) == (400 - in_doubt, in_doubt, 0)


def stand(database: Database, batch_id: int) -> tuple[int, int, int]:
    """How many were sent, are uncertain, are left."""
    with database.snapshot() as session:
        now = progress(session, batch_id)
    return now.sent, now.uncertain, now.left
