"""`jawara run` starts, stops when it is told to, and starts again."""

import json
import signal
from pathlib import Path

import aiohttp
import pytest

from storage.migrations import newest
from tests.app.processes import NOBODY, finished, free_port, jawara
from tests.simulator import TOKEN, Simulator, running_emulator

AWAY = "the Bot API does not answer yet"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_it_and_it_can_be_started_again(
    tmp_path: Path, number: signal.Signals
) -> None:
    async with running_emulator() as address, Simulator(address) as telegram:
        siti = (await telegram.add_user("Siti", language_code="id"))["id"]
        for _ in range(2):
            async with jawara("run", home=tmp_path, token=TOKEN, api_url=address) as running:
                await running.says("jawara is running")
                await telegram.say(siti, "/start")
                assert await running.end(number) == 0
            events = [json.loads(line)["event"] for line in running.stderr.splitlines()]
            its_own = [event for event in events if event.startswith("jawara ")]
            assert its_own == ["jawara is running", "jawara is running", "jawara has stopped"]
        heard = [each for each in await telegram.transcript(siti) if each["from"]["is_bot"]]
        assert len(heard) == 2


async def test_a_second_start_stands_by_whatever_its_port_for_metrics(tmp_path: Path) -> None:
    port = str(free_port())
    async with running_emulator() as address, aiohttp.ClientSession() as session:
        settings = {"token": TOKEN, "api_url": address, "metrics_port": port}
        async with jawara("run", home=tmp_path, **settings) as first:
            await first.says("jawara is running")
            async with jawara("run", home=tmp_path, **settings) as second:
                await second.says("metrics port taken")
                health = await session.get(f"http://127.0.0.1:{port}/healthz")
                posts = {"bot": "leading", "worker": "leading"}
                assert await health.json() == {"status": "ok", "posts": posts, "reasons": []}
                health.release()
                assert await second.end(signal.SIGTERM) == 0
            assert await first.end(signal.SIGTERM) == 0
    told = [json.loads(line)["event"] for line in second.stderr.splitlines()]
    assert sorted(told[:2]) == ["standing by", "standing by"]
    assert told[2:] == ["metrics port taken", "jawara has stopped"]


async def test_a_signal_ends_it_while_the_server_is_away(tmp_path: Path) -> None:
    address = f"http://{NOBODY}"
    async with jawara("run", home=tmp_path, token=TOKEN, api_url=address) as running:
        await running.says(AWAY)
        assert await running.end(signal.SIGTERM) == 0
    assert "Unclosed" not in running.stderr


async def test_a_refused_token_leaves_nothing_open(tmp_path: Path) -> None:
    async with running_emulator() as address:
        wrong = "1111111111:" + "A" * 35
        code, _, told = await finished("run", home=tmp_path, token=wrong, api_url=address)
    assert code == 2
    assert "Unclosed" not in told
    assert "Traceback" not in told


async def test_db_upgrade_is_as_clear_about_a_database_that_is_away(tmp_path: Path) -> None:
    url = f"postgresql+psycopg://jawara:rahasia@{NOBODY}/jawara"
    code, _, told = await finished("db", "upgrade", home=tmp_path, database_url=url)
    assert (code, told.count("\n")) == (2, 1)
    assert told.startswith("jawara: JAWARA_DATABASE_URL can't be opened: ")
    assert "rahasia" not in told


async def test_db_upgrade_and_check_tell_where_the_tables_are(tmp_path: Path) -> None:
    assert await finished("db", "upgrade", home=tmp_path) == (0, f"tables are at {newest()}\n", "")
    assert await finished("db", "check", home=tmp_path) == (
        0,
        "models and migrations agree\n",
        "",
    )
