"""The postman between outbox and Telegram: what each refusal means for a letter."""

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from structlog.testing import capture_logs

from bot.context import House
from bot.letters import LETTERS
from bot.screens import Screen
from notices.sender import Letter, Moot, Passing, Rejected, Throttled, Unanswered, Unreachable
from tests.bot.letter_box import Post
from tests.cast import SITI
from tests.simulator import buttons
from texts import Speaker

TEXT = (
    "🔔 Anda ada kelas Las SMAW A Senin, 1 Desember 2025, pukul 07.30 WIB.\n"
    "Tempat: UPTD Pelatihan Kerja. Materi: Materi 1."
)


async def test_a_letter_arrives_with_its_number(post: Post) -> None:
    await post.started()
    number = await post.send()
    message = await post.last()
    assert (message["message_id"], message["text"]) == (number, TEXT)
    assert len(list(buttons(message))) == 2
    assert await post.telegram.violations() == []


async def test_whoever_has_never_started_the_bot_is_unreachable(post: Post) -> None:
    told = await post.trouble()
    assert (type(told), str(told)) == (Unreachable, "never_started")


async def test_whoever_has_blocked_it_is_unreachable(post: Post) -> None:
    await post.started()
    await post.telegram.block(SITI.telegram_id)
    told = await post.trouble()
    assert (type(told), str(told)) == (Unreachable, "blocked")


async def test_whoever_has_left_telegram_is_unreachable(post: Post) -> None:
    await post.started()
    await post.telegram.deactivate(SITI.telegram_id)
    told = await post.trouble()
    assert (type(told), str(told)) == (Unreachable, "deactivated")


async def test_a_chat_that_is_not_there_is_unreachable(post: Post) -> None:
    told = await post.trouble(status=400, description="chat not found")
    assert (type(told), str(told)) == (Unreachable, "never_started")


async def test_a_429_holds_back_for_as_long_as_telegram_says(post: Post) -> None:
    await post.started()
    told = await post.trouble(retry_after=7)
    assert isinstance(told, Throttled)
    assert (told.retry_after_s, told.chat_only) == (7, False)


@pytest.mark.parametrize(("status", "why"), [(500, "Internal Server Error"), (502, "Bad Gateway")])
async def test_after_a_servers_error_nobody_knows(post: Post, status: int, why: str) -> None:
    await post.started()
    told = await post.trouble(status=status)
    assert (type(told), str(told)) == (Unanswered, why)


async def test_after_a_broken_line_nobody_knows(post: Post) -> None:
    await post.started()
    told = await post.trouble(kind="reset", count=None)
    assert (type(told), str(told)) == (Unanswered, "ServerDisconnectedError")


async def test_what_telegram_refuses_is_our_mistake(post: Post) -> None:
    await post.started()
    told = await post.trouble(status=400, description="BUTTON_URL_INVALID")
    assert (type(told), str(told)) == (Rejected, "BUTTON_URL_INVALID")


async def test_a_kind_nobody_knows_is_rejected(post: Post) -> None:
    with pytest.raises(Rejected, match="nobody knows how to write 'horoscope'"):
        await post.send(kind="horoscope")


async def test_what_is_true_no_more_is_moot(post: Post) -> None:
    facts = {**post.letter.facts, "revision": 9}
    with pytest.raises(Moot):
        await post.send(facts=facts)


async def test_words_whose_html_is_refused_arrive_plain(post: Post) -> None:
    await post.started()
    why = 'can\'t parse entities: Unsupported start tag "x" at byte offset 9'
    fault = {"status": 400, "description": why, "methods": ["sendMessage"], "count": 1}
    await post.telegram.faults(errors=fault)
    with capture_logs() as logs:
        await post.send()
    message = await post.last()
    assert (message["text"], message.get("entities")) == (TEXT, None)
    assert [log["event"] for log in logs] == ["letter's HTML refused"]


async def test_what_could_not_be_written_was_not_sent(post: Post) -> None:
    def broken(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
        raise OperationalError("SELECT", {}, Exception("the database is away"))

    post.writes({post.letter.kind: broken})
    with capture_logs() as logs:
        told = await post.trouble()
    assert (type(told), str(told)) == (Passing, "OperationalError")
    assert [log["event"] for log in logs] == ["letter_not_written"]
    assert [call["method"] for call in await post.telegram.requests()] == ["getMe"]


async def test_faster_than_is_free_a_message_is_paid_for(post: Post) -> None:
    await post.started()
    await post.send()
    post.house.bulk_rate = 31
    post.writes(LETTERS)
    await post.send()
    calls = await post.telegram.requests()
    sent = [call["parameters"] for call in calls if call["method"] == "sendMessage"]
    assert [parameters.get("allow_paid_broadcast") for parameters in sent] == [None, True]
    assert await post.telegram.violations() == []
