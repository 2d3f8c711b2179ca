"""The process: its line, its port, its end, and what it remembers."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path
from typing import Any

from tests.emulator.on_disk import until_on_disk
from tests.emulator.telegram import Telegram
from tests.simulator import TOKEN, Simulator, running_emulator

ROOT = Path(__file__).parents[2]


async def _start(*options: str) -> Process:
    command = (sys.executable, "-m", "emulator", "--token", TOKEN, *options)
    return await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, stdin=PIPE, stdout=PIPE, stderr=PIPE
    )


async def _address(process: Process) -> str:
    assert process.stdout is not None
    line = (await asyncio.wait_for(process.stdout.readline(), 60)).decode()
    assert line.startswith("emulator: http://127.0.0.1:")
    return line.removeprefix("emulator: ").strip()


async def test_it_ends_cleanly_when_told(tmp_path: Path) -> None:
    process = await _start("--port", "0", "--state", str(tmp_path))
    url = await _address(process)
    async with Simulator(url, settles=False) as people:
        await people.add_user("Siti", id=7)
    process.send_signal(signal.SIGTERM)
    _, errors = await asyncio.wait_for(process.communicate(), 60)
    assert (process.returncode, errors) == (0, b"")
    async with running_emulator(state=tmp_path) as again, Simulator(again) as people:
        assert [user["first_name"] for user in await people.users()] == ["Siti"]


async def test_it_ends_with_its_parent() -> None:
    process = await _start("--port", "0", "--follow-stdin")
    await _address(process)
    assert process.stdin is not None
    process.stdin.close()
    assert await asyncio.wait_for(process.wait(), 60) == 0


async def test_a_taken_port_gets_one_clear_line_and_exit_2() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        process = await _start("--port", port)
        out, errors = await asyncio.wait_for(process.communicate(), 60)
    place = f"emulator: 127.0.0.1:{port}"
    line = f"{place} can't be used (Address already in use); choose another --port\n"
    assert (process.returncode, out, errors.decode()) == (2, b"", line)


async def test_a_token_that_is_none_gets_one_clear_line_and_exit_2() -> None:
    process = await _start("--port", "0", "--token", "rahasia")
    _, errors = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 2
    assert errors == b"emulator: a bot token looks like 123456:ABC-DEF\n"


async def test_a_folder_in_use_gets_one_clear_line_and_exit_2(tmp_path: Path) -> None:
    async with running_emulator(state=tmp_path):
        process = await _start("--port", "0", "--state", str(tmp_path))
        _, errors = await asyncio.wait_for(process.communicate(), 60)
    line = f"emulator: {tmp_path} can't be used (database is locked); choose another --state\n"
    assert (process.returncode, errors.decode()) == (2, line)


async def _live(url: str) -> dict[str, Any]:
    """A little life: what of it must survive is returned."""
    async with Simulator(url, settles=False) as people, Telegram(url) as telegram:
        siti = (await people.add_user("Siti", about="Mencari kerja"))["id"]
        await people.say(siti, "/start")
        first = await telegram.call("sendMessage", chat_id=siti, text="lama")
        place = {"chat_id": siti, "message_id": first["message_id"]}
        await telegram.call("editMessageText", **place, text="baru")
        await telegram.call(
            "sendMessage", chat_id=siti, text="x", reply_markup={"keyboard": [["Menu"]]}
        )
        file = {"document": ("a.txt", b"isi")}
        sent = await telegram.upload("sendDocument", file, chat_id=siti)
        await telegram.call("setMyCommands", commands=[{"command": "a", "description": "b"}])
        await people.advance(3600)
        return await _seen(people, telegram, siti, sent["result"]["document"]["file_id"])


async def _seen(people: Simulator, telegram: Telegram, siti: int, file_id: str) -> dict[str, Any]:
    return {
        "siti": siti,
        "file_id": file_id,
        "file": await people.file(file_id),
        "users": await people.users(),
        "messages": await people.transcript(siti),
        "keyboard": await people.keyboard(siti),
        "commands": (await people.bot())["commands"],
        "offset_s": (await people.clock())["offset_s"],
        "updates": await telegram.call("getUpdates"),
    }


async def test_a_kill_loses_nothing_that_was_written_behind(tmp_path: Path) -> None:
    process = await _start("--port", "0", "--state", str(tmp_path))
    before = await _live(await _address(process))
    await until_on_disk(tmp_path, str(before["offset_s"]))
    process.kill()
    await process.wait()
    async with (
        running_emulator(state=tmp_path) as url,
        Simulator(url, settles=False) as people,
        Telegram(url) as telegram,
    ):
        after = await _seen(people, telegram, before["siti"], before["file_id"])
        said = await people.say(before["siti"], "halo")
        updates = await telegram.call("getUpdates")
    assert after == before
    assert said["message_id"] == before["messages"][-1]["message_id"] + 1
    assert updates[-1]["update_id"] == before["updates"][-1]["update_id"] + 1
