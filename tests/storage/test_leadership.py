"""One process at each post: who comes second stands by, and follows when the first is gone."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from storage.database import alone, connect
from storage.leadership import Leadership, Post, leadership
from tests.cluster import Cluster
from tests.postgres import Databases

SOON_S = 60
# Of this database alone: others of the same server are other tests'.
END_HOLDERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity JOIN pg_locks USING (pid)
WHERE datname = current_database() AND locktype = 'advisory' AND granted
"""
LOOK_S = 0.02


class Contenders:
    """Makes leaderships as several processes would, and gives all back at the end."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._stack = AsyncExitStack()

    def __call__(self, post: Post = Post.BOT) -> Leadership:
        one = leadership(self.url, post, look_every_s=LOOK_S)
        self._stack.push_async_callback(one.give_back)
        return one

    async def close(self) -> None:
        await self._stack.aclose()


@pytest.fixture
async def contender(database_url: str) -> AsyncIterator[Contenders]:
    contenders = Contenders(database_url)
    yield contenders
    await contenders.close()


async def soon(leader: Leadership) -> None:
    await asyncio.wait_for(leader.take(), SOON_S)


async def test_the_second_stands_by_and_says_so_once(contender: Contenders) -> None:
    first, second = contender(), contender()
    await soon(first)
    with capture_logs() as logs:
        waiting = asyncio.create_task(soon(second))
        async with asyncio.timeout(SOON_S):
            while not logs:  # noqa: ASYNC110  # a log rings no bell
                await asyncio.sleep(LOOK_S)
        await asyncio.sleep(10 * LOOK_S)  # it looks again, and says no more
        waiting.cancel()
        await asyncio.wait({waiting})
    assert (first.held, second.held, second.answers) == (True, False, True)
    told = {"log_level": "warning", "event": "standing by", "post": "bot", "database": "answers"}
    assert logs == [told]


async def test_who_stands_by_follows_at_once(contender: Contenders) -> None:
    first, second = contender(), contender()
    await soon(first)
    waiting = asyncio.create_task(soon(second))
    await asyncio.sleep(3 * LOOK_S)
    await first.give_back()
    await waiting
    assert (first.held, second.held) == (False, True)


async def test_posts_are_apart_and_what_is_done_alone_is_too(contender: Contenders) -> None:
    bot, worker = contender(Post.BOT), contender(Post.WORKER)
    await soon(bot)
    await soon(worker)
    engine = connect(contender.url)
    with alone(engine):
        assert (bot.held, worker.held) == (True, True)
    engine.dispose()


async def test_each_database_has_posts_of_its_own(
    contender: Contenders, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first = contender()
    await soon(first)
    other = Contenders(f"sqlite:///{tmp_path_factory.mktemp('other')}/jawara.db")
    await soon(other())
    await other.close()
    assert first.held


async def test_a_post_can_be_taken_again(contender: Contenders) -> None:
    one = contender()
    for _ in range(2):
        await soon(one)
        await one.give_back()
    second = contender()
    await soon(second)
    assert (one.held, second.held) == (False, True)


async def test_a_session_that_the_server_ends_has_lost_the_post(postgres_url: str) -> None:
    contenders = Contenders(postgres_url)
    first, second = contenders(), contenders()
    await soon(first)
    waiting = asyncio.create_task(soon(second))
    engine = connect(postgres_url)
    with engine.begin() as connection:
        connection.execute(text(END_HOLDERS))
    await asyncio.wait_for(first.lost(), SOON_S)
    await waiting
    assert (first.held, first.answers, second.held) == (False, False, True)
    engine.dispose()
    await contenders.close()


async def test_a_lock_that_somebody_else_took_away_is_noticed(postgres_url: str) -> None:
    """As behind a pooler, where the session is not ours alone."""
    contenders = Contenders(postgres_url)
    first = contenders()
    await soon(first)
    connection = first._lock.__dict__["_connection"]
    await connection.execute("SELECT pg_advisory_unlock_all()")
    await asyncio.wait_for(first.lost(), SOON_S)
    assert (first.held, first.answers) == (False, True)
    await contenders.close()


async def test_a_restarted_server_gives_the_post_to_one_again(own_postgres: Cluster) -> None:
    with Databases(own_postgres.url).fresh() as url:
        contenders = Contenders(url)
        first, second = contenders(), contenders()
        await soon(first)
        own_postgres.stop("immediate")
        await asyncio.wait_for(first.lost(), SOON_S)
        waiting = [asyncio.create_task(soon(each)) for each in (first, second)]
        async with asyncio.timeout(SOON_S):
            while first.answers or second.answers:  # noqa: ASYNC110  # neither rings a bell
                await asyncio.sleep(LOOK_S)
        own_postgres.start()
        await asyncio.wait(waiting, timeout=SOON_S, return_when=asyncio.FIRST_COMPLETED)
        assert sorted([first.held, second.held]) == [False, True]
        [late] = [task for task in waiting if not task.done()]
        late.cancel()
        await asyncio.wait({late})
        await contenders.close()


async def test_a_lock_file_that_was_deleted_is_noticed(sqlite_url: str, tmp_path: Path) -> None:
    contenders = Contenders(sqlite_url)
    first = contenders()
    await soon(first)
    (tmp_path / "jawara.sqlite3.bot.lock").unlink()
    await asyncio.wait_for(first.lost(), SOON_S)
    await contenders.close()
