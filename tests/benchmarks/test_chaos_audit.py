"""The comparison of both books finds what is lost, doubled or strange, and nothing else."""

from dataclasses import replace
from typing import Any

import pytest

from benchmarks.chaos.audit import Row, compare, forgotten
from benchmarks.chaos.results import Result
from benchmarks.chaos.telegram import Message

SITI, BUDI = 7_300_000_000, 7_300_000_001


def reminder(chat_id: int, message_id: int | None = 1, state: str = "sent") -> Row:
    return Row(chat_id, "meeting_soon", state, message_id, None)


def broadcast(chat_id: int, message_id: int | None = 1, state: str = "sent") -> Row:
    return Row(chat_id, "broadcast", state, message_id, None)


def accepted(chat_id: int, message_id: int = 1, *, answered: bool = True) -> Message:
    return Message(message_id, chat_id, message_id, answered, 0.0)


def test_books_that_agree_have_nothing_wrong_in_them() -> None:
    count = compare(
        [reminder(SITI, 1), broadcast(SITI, 2), broadcast(BUDI, None, "uncertain")],
        [accepted(SITI, 1)],
        [accepted(SITI, 2), accepted(BUDI, 3)],
    )
    assert (count.messages, count.accepted, count.uncertain) == (3, 3, 1)
    assert (count.lost, count.duplicates, count.doubled, count.wrong) == (0, 0, 0, [])


def test_what_was_never_accepted_is_lost_whatever_the_outbox_says() -> None:
    rows = [reminder(SITI, 1), reminder(BUDI, None, "pending"), broadcast(SITI, 5)]
    count = compare(rows, [], [accepted(SITI, 4)])
    assert count.lost == 3
    assert count.wrong == [f"{BUDI}'s meeting_soon is pending (None), accepted 0 times"]


def test_a_second_acceptance_is_a_duplicate_and_of_a_broadcast_worse() -> None:
    twice = [accepted(SITI, 1), accepted(SITI, 2), accepted(SITI, 3, answered=False)]
    count = compare([reminder(SITI, 2), broadcast(SITI, None, "uncertain")], twice, twice)
    assert (count.duplicates, count.doubled, count.unanswered, count.lost) == (2, 2, 1, 0)


def test_who_refuses_is_told_nothing_and_closed_as_failed() -> None:
    rows = [reminder(SITI, None, "failed"), broadcast(SITI, None, "pending"), reminder(BUDI, 9)]
    count = compare(rows, [accepted(BUDI, 9)], [], refusing={SITI, BUDI})
    assert count.wrong == [
        f"{SITI} refuses: broadcast is pending, 0 times",
        f"{BUDI} refuses: meeting_soon is sent, 1 times",
    ]


def test_what_nobody_wrote_must_not_be_sent() -> None:
    count = compare([reminder(SITI)], [accepted(SITI), accepted(BUDI)], [])
    assert count.wrong == [f"{BUDI} was sent what the outbox has not"]


def test_who_was_left_out_is_named() -> None:
    rows = [reminder(SITI), broadcast(SITI), reminder(BUDI)]
    assert forgotten([SITI, BUDI], rows) == [f"{BUDI} has 1 notices of 2"]


GOOD = Result(
    scenario="kills",
    database="sqlite",
    messages=10,
    kills=2,
    at_most=64,
    accepted=14,
    lost=0,
    twice=4,
    bound=4,
    cast_twice=0,
    uncertain=3,
    seconds=1.0,
    wrong=(),
)


@pytest.mark.parametrize(
    "broken",
    [{"lost": 1}, {"twice": 5}, {"at_most": 65}, {"cast_twice": 1}, {"wrong": ("so",)}],
)
def test_each_broken_promise_alone_breaks_the_verdict(broken: dict[str, Any]) -> None:
    assert GOOD.good
    assert GOOD.line().endswith("  ok")
    bad = replace(GOOD, **broken)
    assert not bad.good
    assert bad.line().endswith("  BROKEN")
