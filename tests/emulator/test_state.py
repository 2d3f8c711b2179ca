"""What is on disk when the emulator ends."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from pathlib import Path

import pytest

from emulator.state import FLUSH_EVERY_S, open_store

MANY = 100_000


async def test_a_batch_being_written_at_the_end_is_kept_whole(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = open_store(tmp_path)
    writer = asyncio.create_task(store.run())
    for number in range(MANY):
        store.put("chat", number, {"text": "Selamat pagi"})
    await asyncio.sleep(FLUSH_EVERY_S + 0.02)  # it is taken, and its writing has only begun
    store.put("chat", 0, {"text": "Selamat sore"})
    writer.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await writer
    store.close()
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
    again = open_store(tmp_path)
    kept = dict(again.all("chat"))
    again.close()
    assert len(kept) == MANY
    assert kept.pop("0") == {"text": "Selamat sore"}
    assert {str(value) for value in kept.values()} == {"{'text': 'Selamat pagi'}"}
