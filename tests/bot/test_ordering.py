"""One person's updates one after another, different people's side by side."""

import asyncio
import gc

from telegram import Chat, ChatMemberUpdated, Update, User

from bot.ordering import PersonalOrder

SITI, BUDI = User(7001, "Siti", is_bot=False), User(7002, "Budi", is_bot=False)


def update_of(who: User) -> Update:
    chat = Chat(who.id, Chat.PRIVATE)
    changed = ChatMemberUpdated(chat, who, None, None, None)  # type: ignore[arg-type]  # only the sender matters here
    return Update(1, my_chat_member=changed)


class Log:
    def __init__(self) -> None:
        self.lines: list[str] = []

    async def do(self, name: str, turns: int) -> None:
        self.lines.append(f"{name} begins")
        for _ in range(turns):
            await asyncio.sleep(0)
        self.lines.append(f"{name} ends")


async def test_one_person_waits_for_herself_and_nobody_else_does() -> None:
    order, log = PersonalOrder(), Log()
    await asyncio.gather(
        order.process_update(update_of(SITI), log.do("Siti 1", 9)),
        order.process_update(update_of(SITI), log.do("Siti 2", 1)),
        order.process_update(update_of(BUDI), log.do("Budi", 2)),
    )
    assert log.lines == [
        "Siti 1 begins", "Budi begins", "Budi ends", "Siti 1 ends", "Siti 2 begins", "Siti 2 ends",
    ]  # fmt: skip


async def test_a_failure_lets_the_next_one_go() -> None:
    async def fail() -> None:
        raise ValueError

    order, log = PersonalOrder(), Log()
    done = await asyncio.gather(
        order.process_update(update_of(SITI), fail()),
        order.process_update(update_of(SITI), log.do("Siti", 1)),
        return_exceptions=True,
    )
    assert [type(each) for each in done] == [ValueError, type(None)]
    assert log.lines == ["Siti begins", "Siti ends"]


async def test_what_comes_from_nobody_waits_for_nobody() -> None:
    order, log = PersonalOrder(), Log()
    await asyncio.gather(
        order.process_update(Update(1), log.do("update", 5)),
        order.process_update("no update", log.do("text", 1)),
    )
    assert log.lines == ["update begins", "text begins", "text ends", "update ends"]


async def test_nothing_is_remembered_of_whoever_has_gone() -> None:
    order, log = PersonalOrder(), Log()
    before = _locks()
    crowd = [User(number, "Warga", is_bot=False) for number in range(500)]
    await asyncio.gather(*(order.process_update(update_of(who), log.do("", 1)) for who in crowd))
    assert _locks() - before == 0


def _locks() -> int:
    gc.collect()
    return sum(type(each) is asyncio.Lock for each in gc.get_objects())
