"""The postman between outbox and Telegram: what each refusal means for a letter."""

from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.context import House
from bot.finding import Finder
from bot.messenger import Messenger
from notices.outbox import Lane
from notices.sender import Letter, Moot, Passing, Rejected, Throttled, Trouble, Unreachable
from storage.models import Meeting
from tests.bot.bare import bot_at
from tests.cast import NOW, SITI, WIB, open_database, set_stage, welcome
from tests.simulator import Simulator, buttons, running_emulator

TEXT = (
    "🔔 Anda ada kelas Las SMAW A Senin, 1 Desember 2025, pukul 07.30 WIB.\n"
    "Tempat: UPTD Pelatihan Kerja. Materi: Materi 1."
)


class Post:
    """Siti's letter box, and the messenger."""

    def __init__(self, telegram: Simulator, messenger: Messenger, house: House, letter: Letter):
        self.telegram, self.messenger, self.house = telegram, messenger, house
        self.letter = letter

    async def send(self, **changes: Any) -> int:
        facts = {name: getattr(self.letter, name) for name in Letter.__slots__}
        return await self.messenger.send(Letter(**{**facts, **changes}))

    async def trouble(self, **fault: Any) -> Trouble:
        """What the messenger makes of an answer of Telegram's."""
        kind = fault.pop("kind", "errors")
        if fault:
            await self.telegram.faults(**{kind: {"methods": ["sendMessage"], **fault}})
        with pytest.raises(Trouble) as told:
            await self.send()
        await self.telegram.lift_faults()
        return told.value


@pytest.fixture
async def post(sqlite_url: str) -> AsyncIterator[Post]:
    with closing(open_database(sqlite_url)) as database:
        with database.transaction() as session:
            stage, account_id = set_stage(session), welcome(session, SITI)
            meeting = session.get_one(Meeting, stage.meeting_ids[0])
            facts = {"meeting_id": meeting.id, "revision": meeting.revision}
        letter = Letter(
            1, account_id, SITI.telegram_id, "id", Lane.REMINDERS, "meeting_soon", facts, 1,
            NOW, NOW + timedelta(hours=1), NOW + timedelta(minutes=1),
        )  # fmt: skip
        house = House(database, lambda: NOW, WIB, Finder(database), human="")
        async with (
            running_emulator() as address,
            Simulator(address, settles=False) as telegram,
            bot_at(address) as application,
        ):
            await telegram.add_user("Siti", id=SITI.telegram_id)
            yield Post(telegram, Messenger(application.bot, house), house, letter)


async def started(post: Post) -> None:
    await post.telegram.say(SITI.telegram_id, "/start")


async def test_a_letter_arrives_with_its_number(post: Post) -> None:
    await started(post)
    number = await post.send()
    message = await post.telegram.last(SITI.telegram_id)
    assert (message["message_id"], message["text"]) == (number, TEXT)
    assert len(list(buttons(message))) == 2
    assert await post.telegram.violations() == []


async def test_whoever_has_never_started_the_bot_is_unreachable(post: Post) -> None:
    told = await post.trouble()
    assert (type(told), str(told)) == (Unreachable, "never_started")


async def test_whoever_has_blocked_it_is_unreachable(post: Post) -> None:
    await started(post)
    await post.telegram.block(SITI.telegram_id)
    told = await post.trouble()
    assert (type(told), str(told)) == (Unreachable, "blocked")


async def test_whoever_has_left_telegram_is_unreachable(post: Post) -> None:
    await started(post)
    await post.telegram.deactivate(SITI.telegram_id)
    told = await post.trouble()
    assert (type(told), str(told)) == (Unreachable, "deactivated")


async def test_a_chat_that_is_not_there_is_unreachable(post: Post) -> None:
    told = await post.trouble(status=400, description="chat not found")
    assert (type(told), str(told)) == (Unreachable, "never_started")


async def test_a_429_holds_back_for_as_long_as_telegram_says(post: Post) -> None:
    await started(post)
    told = await post.trouble(retry_after=7)
    assert isinstance(told, Throttled)
    assert (told.retry_after_s, told.chat_only) == (7, False)


@pytest.mark.parametrize(("status", "why"), [(500, "Internal Server Error"), (502, "Bad Gateway")])
async def test_a_servers_error_passes(post: Post, status: int, why: str) -> None:
    await started(post)
    told = await post.trouble(status=status)
    assert (type(told), str(told)) == (Passing, why)


async def test_a_broken_line_passes(post: Post) -> None:
    await started(post)
    told = await post.trouble(kind="reset", count=None)
    assert (type(told), str(told)) == (Passing, "ServerDisconnectedError")


async def test_what_telegram_refuses_is_our_mistake(post: Post) -> None:
    await started(post)
    told = await post.trouble(status=400, description="BUTTON_URL_INVALID")
    assert (type(told), str(told)) == (Rejected, "Button_url_invalid")


async def test_a_kind_nobody_knows_is_rejected(post: Post) -> None:
    with pytest.raises(Rejected, match="nobody knows how to write 'horoscope'"):
        await post.send(kind="horoscope")


async def test_what_is_true_no_more_is_moot(post: Post) -> None:
    facts = {**post.letter.facts, "revision": 9}
    with pytest.raises(Moot):
        await post.send(facts=facts)


async def test_words_whose_html_is_refused_arrive_plain(post: Post) -> None:
    await started(post)
    why = 'can\'t parse entities: Unsupported start tag "x" at byte offset 9'
    fault = {"status": 400, "description": why, "methods": ["sendMessage"], "count": 1}
    await post.telegram.faults(errors=fault)
    with capture_logs() as logs:
        await post.send()
    message = await post.telegram.last(SITI.telegram_id)
    assert (message["text"], message.get("entities")) == (TEXT, None)
    assert [log["event"] for log in logs] == ["letter's HTML refused"]
