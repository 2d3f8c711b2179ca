"""Updates are confirmed when they are handled, not when they are fetched."""

import asyncio
import random
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator

import pytest
from structlog.testing import capture_logs
from telegram import Update

from bot.context import Turn
from bot.counting import Counts
from tests.bot.bare import polling
from tests.bot.little_telegram import Json, LittleTelegram
from tests.emulator.telegram import Telegram
from tests.simulator import Simulator, running_emulator

SITI, BUDI = 7001, 7002


class Desk:
    """Notes what it handles, by person; whom it is told to, it keeps waiting."""

    def __init__(self) -> None:
        self.heard: defaultdict[int, list[str]] = defaultdict(list)
        self.kept_waiting: dict[int, asyncio.Event] = {}
        self._news = asyncio.Condition()
        self.begun: Counter[int] = Counter()

    async def handle(self, update: Update, _turn: Turn) -> None:
        assert update.effective_user is not None
        assert update.effective_message is not None
        who = update.effective_user.id
        self.begun[who] += 1
        await self._tell()
        if who in self.kept_waiting:
            await self.kept_waiting[who].wait()
        self.heard[who].append(update.effective_message.text or "")
        await self._tell()

    async def has_begun(self, who: int) -> None:
        async with self._news:
            await self._news.wait_for(lambda: self.begun[who] > 0)

    async def has_heard(self, who: int, count: int) -> None:
        async with self._news:
            await self._news.wait_for(lambda: len(self.heard[who]) >= count)

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()


@pytest.fixture
async def address() -> AsyncIterator[str]:
    async with running_emulator() as address:
        yield address


@pytest.fixture
async def people(address: str) -> AsyncIterator[Simulator]:
    """Siti and Budi, who wait for nobody."""
    async with Simulator(address, settles=False) as people:
        await people.add_user("Siti", id=SITI)
        await people.add_user("Budi", id=BUDI)
        yield people


@pytest.fixture
def desk() -> Desk:
    return Desk()


async def test_a_slow_one_holds_the_confirmation_but_nobody_else(
    address: str, people: Simulator, desk: Desk
) -> None:
    desk.kept_waiting[SITI] = asyncio.Event()
    async with polling(address, desk.handle):
        await people.say(SITI, "/start")
        await desk.has_begun(SITI)
        for text in ("satu", "dua"):
            await people.say(BUDI, text)
        await desk.has_heard(BUDI, 2)
        with pytest.raises(TimeoutError, match="3 updates"):
            await people.settle(0.3)
        desk.kept_waiting[SITI].set()
        await people.settle()
    assert desk.heard == {SITI: ["/start"], BUDI: ["satu", "dua"]}
    assert desk.begun == {SITI: 1, BUDI: 2}


async def test_what_a_killed_bot_had_not_done_comes_again(
    address: str, people: Simulator, desk: Desk
) -> None:
    desk.kept_waiting[SITI] = asyncio.Event()
    async with polling(address, desk.handle, kill=True):
        await people.say(SITI, "/start")
        await desk.has_begun(SITI)
        await people.say(BUDI, "halo")
        await desk.has_heard(BUDI, 1)
    desk.kept_waiting.clear()
    async with polling(address, desk.handle):
        await people.settle()
    assert desk.heard[SITI] == ["/start"]
    assert desk.begun[SITI] == 2


async def test_being_stopped_finishes_what_is_under_way_and_confirms_it(
    address: str, people: Simulator, desk: Desk
) -> None:
    desk.kept_waiting[SITI] = asyncio.Event()
    async with polling(address, desk.handle) as poller:
        await people.say(SITI, "/start")
        await desk.has_begun(SITI)
        poller.cancel()
        asyncio.get_running_loop().call_later(0.1, desk.kept_waiting[SITI].set)
        await asyncio.wait([poller])
        await people.settle(0)
    assert desk.heard[SITI] == ["/start"]


async def test_a_crowd_of_300_is_answered_once_each(
    address: str, people: Simulator, desk: Desk
) -> None:
    crowd = range(9001, 9301)
    for who in crowd:
        await people.add_user("Warga", id=who)
        await people.say(who, "/start")
    async with polling(address, desk.handle):
        await people.settle()
    assert desk.begun == dict.fromkeys(crowd, 1)


async def test_one_persons_words_keep_their_order(
    address: str, people: Simulator, desk: Desk
) -> None:
    texts = [str(number) for number in range(60)]
    chance = random.Random(7)

    async def handle(update: Update, turn: Turn) -> None:
        await asyncio.sleep(chance.random() / 500)
        await desk.handle(update, turn)

    for text in texts:
        for who in (SITI, BUDI):
            await people.say(who, text)
    async with polling(address, handle):
        await people.settle()
    assert desk.heard == {SITI: texts, BUDI: texts}


async def test_behind_a_slow_one_telegram_gives_out_a_hundred(
    address: str, people: Simulator, desk: Desk
) -> None:
    """More can't be fetched without confirming the slow one, which would lose it in a crash."""
    desk.kept_waiting[SITI] = asyncio.Event()
    async with polling(address, desk.handle):
        await people.say(SITI, "/start")
        await desk.has_begun(SITI)
        for number in range(110):
            await people.say(BUDI, str(number))
        await desk.has_heard(BUDI, 99)
        await asyncio.sleep(0.3)
        assert len(desk.heard[BUDI]) == 99
        desk.kept_waiting[SITI].set()
        await people.settle()
    assert desk.heard[BUDI] == [str(number) for number in range(110)]


async def test_another_poller_is_waited_out(address: str, people: Simulator, desk: Desk) -> None:
    with capture_logs() as logs:
        async with polling(address, desk.handle), Telegram(address) as other:
            await people.say(SITI, "satu")
            await people.settle()  # by the call with which ours waits for more
            await other.call("getUpdates")
            await people.say(SITI, "dua")
            await people.settle()
    assert [log["event"] for log in logs] == ["another bot polls with this token"]
    assert desk.heard[SITI] == ["satu", "dua"]


@pytest.mark.parametrize(
    "fault", [{"errors": {"status": 502}}, {"reset": {}}, {"errors": {"retry_after": 1}}]
)
async def test_polling_goes_on_after_trouble(
    address: str, people: Simulator, desk: Desk, fault: dict[str, Json]
) -> None:
    [(kind, how)] = fault.items()
    await people.faults(**{kind: {**how, "methods": ["getUpdates"], "count": 1}})
    async with polling(address, desk.handle):
        await people.say(SITI, "/start")
        before = len(await people.requests())
        await people.settle()
        polls = [each["method"] for each in (await people.requests())[before:]]
    assert desk.heard[SITI] == ["/start"]
    assert len(polls) < 6  # it backs off rather than asking again at once


def message(update_id: int, text: str, **changes: object) -> Json:
    sender = {"id": SITI, "is_bot": False, "first_name": "Siti"}
    chat = {"id": SITI, "type": "private", "first_name": "Siti"}
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": 1_763_350_000,
            "chat": chat,
            "from": sender,
            "text": text,
            **changes,
        },
    }


async def test_polls_updates_and_failures_are_counted(address: str, people: Simulator) -> None:
    counts, before = Counts(), time.monotonic()

    async def handle(update: Update, turn: Turn) -> None:
        assert update.effective_message is not None
        if update.effective_message.text == "x":
            raise asyncio.InvalidStateError  # as a bug of the library's own would end an update

    async with polling(address, handle, counts=counts):
        for text in ("a", "x", "b"):
            await people.say(SITI, text)
        await people.settle()
    assert counts.polled_at is not None
    assert before <= counts.polled_at <= time.monotonic()
    assert counts.updates == 3


@pytest.mark.parametrize(
    "broken",
    [{"message": "no object"}, message(2, "x", date="yesterday"), {"message": {"date": 1}}],
)
async def test_an_update_that_cant_be_read_is_skipped_and_logged(desk: Desk, broken: Json) -> None:
    async with LittleTelegram() as telegram:
        telegram.updates = [message(1, "satu"), {**broken, "update_id": 2}, message(3, "dua")]
        with capture_logs() as logs:
            async with polling(telegram.address, desk.handle):
                await asyncio.wait_for(telegram.is_confirmed(), 60)
    assert desk.heard[SITI] == ["satu", "dua"]
    assert [(log["log_level"], log["update_id"]) for log in logs] == [("error", 2)]


async def test_an_answer_that_is_no_list_of_updates_is_trouble_like_any_other(desk: Desk) -> None:
    async with LittleTelegram() as telegram:
        telegram.will_answer("getUpdates", {"status": "maintenance"})
        telegram.updates = [message(1, "satu")]
        async with polling(telegram.address, desk.handle):
            await asyncio.wait_for(telegram.is_confirmed(), 60)
    assert desk.heard[SITI] == ["satu"]


async def test_numbers_may_begin_anew_after_a_quiet_week(desk: Desk) -> None:
    async with LittleTelegram() as telegram:
        telegram.updates = [message(900_000_001, "satu"), message(900_000_002, "dua")]
        async with polling(telegram.address, desk.handle):
            await asyncio.wait_for(telegram.is_confirmed(), 60)
            telegram.updates = [message(5, "tiga"), message(6, "empat")]
            await asyncio.wait_for(telegram.is_confirmed(), 60)
            await asyncio.sleep(0.1)
    assert desk.heard[SITI] == ["satu", "dua", "tiga", "empat"]
