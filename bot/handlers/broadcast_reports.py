"""The report of a broadcast as files: a workbook, and CSV."""

import asyncio
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from telegram import Update
from telegram.constants import ChatAction

from announcements.reports import make_report
from bot.context import Turn
from bot.presses.broadcasts import SendReport
from bot.screens import acknowledge

KINDS = ("xlsx", "csv")
LARGE = 20_000_000
"""Bytes from which a file is packed: Telegram takes 50 MB."""


async def send_report(update: Update, turn: Turn) -> None:
    """Raises NoSuchBroadcast."""
    id_, chat = turn.pressed(SendReport).broadcast_id, update.effective_chat
    assert update.callback_query is not None
    assert chat is not None
    await acknowledge(update.callback_query)
    await turn.bot.send_chat_action(chat.id, ChatAction.UPLOAD_DOCUMENT)
    caption = turn.t.plain("broadcast-report-file", id=str(id_))
    with TemporaryDirectory() as folder:
        for kind in KINDS:
            file = Path(folder, f"laporan-siaran-{id_}.{kind}")
            await make_report(turn.house.database, id_, file, turn.t, turn.house.zone)
            packed = await asyncio.to_thread(_packed, file)
            await turn.bot.send_document(chat.id, packed, caption, filename=packed.name)


def _packed(file: Path) -> Path:
    """The same file, or where it is large an archive of it beside it."""
    if file.stat().st_size < LARGE:
        return file
    archive = file.with_name(f"{file.name}.zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.write(file, file.name)
    return archive
