"""The benchmarks can be listed, and the stub they measure against speaks as Telegram does."""

import subprocess
import sys
from pathlib import Path

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from benchmarks.__main__ import NAMES
from benchmarks.stub import Stub
from bot.transport import AiohttpRequest
from tests.simulator import TOKEN

ROOT = Path(__file__).parents[2]


def test_without_a_name_they_are_listed_without_being_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert [line.split()[0] for line in done.stdout.splitlines()] == list(NAMES)
    assert done.stderr == ""


def test_an_unknown_name_is_refused() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "horoscope"], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (2, "")


async def test_the_stub_answers_a_real_client() -> None:
    heard: list[tuple[str, str]] = []
    stub = Stub(lambda method, parameters: heard.append((method, parameters["text"])))
    server = await stub.start()
    mine, polls = AiohttpRequest(), AiohttpRequest()
    menu = InlineKeyboardMarkup([[InlineKeyboardButton("Menu", callback_data="menu")]])
    address = f"{stub.url}/bot"
    async with Bot(TOKEN, address, request=mine, get_updates_request=polls) as bot:
        sent = await bot.send_message(5, "Halo & selamat", reply_markup=menu)
        assert (sent.text, sent.chat.id, sent.reply_markup) == ("Halo & selamat", 5, menu)
        edited = await bot.edit_message_text("Baru", 5, sent.message_id)
        assert isinstance(edited, type(sent))
        assert edited.message_id == sent.message_id
        stub.give({"message": {"message_id": 9, "date": 1, "chat": {"id": 5, "type": "private"}}})
        [update] = await bot.get_updates(timeout=1)
        assert update.effective_message is not None
        assert await bot.get_updates(offset=update.update_id + 1) == ()
    assert heard == [("sendMessage", "Halo & selamat"), ("editMessageText", "Baru")]
    server.close()
