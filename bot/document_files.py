"""Files on their way: from a message to the shelf, and from the shelf to a message."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, replace

from telegram import InputFile, Message, Update
from telegram.constants import ChatAction
from telegram.error import BadRequest, TelegramError
from telegram.ext import filters

from bot.context import Turn
from bot.screens import Screen, acknowledge
from intake.documents.checks import examine_apart
from intake.documents.contents import JPEG, MOST_BYTES, MOST_MB, Content
from intake.documents.documents import Shelved, label_of
from intake.documents.errors import (
    DocumentDamaged,
    DocumentLost,
    DocumentTooLarge,
    DocumentUnreachable,
)
from intake.documents.rows import Papers
from storage.shelf import FileDamaged, FileGone, Shelf

TOO_BIG = "file is too big"
SUFFIXES = {JPEG: "jpg"}
EXTENSION = filters.Document.FileExtension
SPREADSHEETS = EXTENSION("xlsx") | EXTENSION("xls") | EXTENSION("ods") | EXTENSION("csv")
"""Lists, as staff and teachers send them, and never a paper."""
DOWNLOAD_S = 60.0
LONGEST_ALBUM = 32
"""So much of an album's name is kept, and compared."""


@dataclass(frozen=True)
class SentFile:
    """A picture or a document in a message. `size` 0: Telegram does not tell it."""

    message_id: int
    telegram_file: str
    size: int = 0
    album: str | None = None
    caption: str = ""


def sent_file(message: Message) -> SentFile | None:
    """None for a message of another kind."""
    file = message.photo[-1] if message.photo else message.document
    if file is None or message.animation is not None:
        return None
    return SentFile(
        message.message_id,
        file.file_id,
        file.file_size or 0,
        (message.media_group_id or "")[:LONGEST_ALBUM] or None,
        message.caption or "",
    )


async def fetch(update: Update, turn: Turn, sent: SentFile) -> Content:
    """The file, examined. Raises BadDocument, DocumentUnreachable."""
    if sent.size > MOST_BYTES:
        raise DocumentTooLarge(MOST_MB)
    assert update.effective_chat is not None
    with suppress(TelegramError):  # the answer comes all the same
        await turn.bot.send_chat_action(update.effective_chat.id, ChatAction.TYPING)
    async with turn.house.fetching:
        data = await download(turn, sent.telegram_file)
        return await asyncio.to_thread(examine_apart, data)


async def download(turn: Turn, telegram_file: str) -> bytes:
    """Raises DocumentTooLarge, DocumentUnreachable."""
    try:
        file = await turn.bot.get_file(telegram_file)
        return bytes(await file.download_as_bytearray(read_timeout=DOWNLOAD_S))
    except BadRequest as error:
        if TOO_BIG in error.message.lower():
            raise DocumentTooLarge(MOST_MB) from None
        raise DocumentUnreachable from error
    except TelegramError as error:
        raise DocumentUnreachable from error


async def store(turn: Turn, application_id: int, paper: str, content: Content) -> Shelved:
    """On the disk when this returns; no row names it yet."""
    label = label_of(application_id, paper)
    file = await asyncio.to_thread(shelf_of(turn).put, content.data, label)
    size = len(content.data)
    return Shelved(application_id, paper, content.media, size, content.pages, file)


async def drop(turn: Turn, kept: Shelved) -> None:
    """What was refused at last; killed before this, a tick finds it."""
    await asyncio.to_thread(shelf_of(turn).remove, kept.file)


async def show_file(update: Update, turn: Turn, kept: Shelved, below: Screen) -> None:
    """As a message that can be neither passed on nor saved.

    Raises DocumentLost, DocumentDamaged.
    """
    data = await asyncio.to_thread(open_file, shelf_of(turn), kept)
    assert update.effective_chat is not None
    if update.callback_query is not None:
        await acknowledge(update.callback_query)
    name = f"{kept.number}-{kept.paper}.{SUFFIXES.get(kept.media, 'pdf')}"
    file, chat_id = InputFile(data, filename=name), update.effective_chat.id
    if kept.media == JPEG:
        await turn.bot.send_photo(
            chat_id, file, below.text, reply_markup=below.markup, protect_content=True
        )
    else:
        await turn.bot.send_document(
            chat_id, file, below.text, reply_markup=below.markup, protect_content=True
        )


def open_file(shelf: Shelf, kept: Shelved) -> bytes:
    """Raises DocumentLost, DocumentDamaged."""
    try:
        return shelf.open(kept.file, kept.label)
    except FileGone:
        raise DocumentLost from None
    except FileDamaged as error:
        raise DocumentDamaged from error


async def looked_for(turn: Turn, papers: Papers) -> Papers:
    """The same, what has lost its file marked."""
    return await asyncio.to_thread(_marked, shelf_of(turn), papers)


def shelf_of(turn: Turn) -> Shelf:
    shelf = turn.house.shelf
    assert shelf is not None
    return shelf


def _marked(shelf: Shelf, papers: Papers) -> Papers:
    lines = (
        replace(line, gone=line.document_id is not None and not shelf.has(line.file))
        for line in papers.lines
    )
    return replace(papers, lines=tuple(lines))
