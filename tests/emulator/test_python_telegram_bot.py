"""An independent client over real HTTP: what python-telegram-bot sends and reads, agrees."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import pytest_asyncio
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaDocument,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter

from tests.emulator.telegram import Telegram
from tests.emulator.test_files import png
from tests.simulator import TOKEN, Simulator


@pytest_asyncio.fixture
async def bot(url: str) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as bot:
        yield bot


BUTTONS = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Daftar", callback_data="d"), InlineKeyboardButton("Peta", url="x.id")]]
)


async def test_messages_read_as_they_were_written(bot: Bot, people: Simulator, siti: int) -> None:
    began = datetime.now(UTC).replace(microsecond=0)
    sent = await bot.send_message(
        siti,
        "<b>Las</b> &amp; <a href='https://x.id/a'>listrik</a> 😀 <i>baru</i>",
        ParseMode.HTML,
        reply_markup=BUTTONS,
        reply_parameters=ReplyParameters(1),
    )
    assert sent.text == "Las & listrik 😀 baru"
    texts = {sent.parse_entity(entity) for entity in sent.entities}
    assert texts == {"Las", "listrik", "baru"}
    assert sent.reply_markup == BUTTONS
    assert sent.from_user == await bot.get_me()
    assert began <= sent.date <= datetime.now(UTC)
    assert sent.reply_to_message is not None
    assert (sent.reply_to_message.text, sent.chat.first_name) == ("/start", "Siti")


async def test_every_kind_of_message_arrives(bot: Bot, people: Simulator, siti: int) -> None:
    picture = png(64, 32)
    photo = await bot.send_photo(
        siti, InputFile(picture, "a.png"), caption="*a*", parse_mode="MarkdownV2"
    )
    again = await bot.send_photo(siti, photo.photo[-1].file_id)
    paper = await bot.send_document(siti, InputFile(b"BEGIN", "jadwal.ics"))
    venue = await bot.send_venue(siti, -6.1, 106.1, "BLK", "Serang")
    await bot.send_chat_action(siti, ChatAction.TYPING)
    markup = ReplyKeyboardMarkup([[KeyboardButton("Kirim", request_contact=True), "Batal"]])
    await bot.send_message(siti, "Nomor?", reply_markup=markup)
    shown = await people.keyboard(siti)
    await bot.send_message(siti, "Terima kasih", reply_markup=ReplyKeyboardRemove())
    file = await bot.get_file(paper.document.file_id if paper.document else "")
    assert await file.download_as_bytearray() == b"BEGIN"
    assert (photo.photo[-1].width, photo.caption_entities[0].type) == (64, "bold")
    assert again.photo == photo.photo
    assert venue.venue is not None
    assert venue.venue.location.latitude == -6.1
    assert (shown, await people.keyboard(siti)) == (["Kirim", "Batal"], [])
    assert await people.violations() == []


async def test_a_press_is_answered_and_the_message_edited(
    bot: Bot, people: Simulator, siti: int
) -> None:
    await bot.send_message(siti, "Ikut?", reply_markup=BUTTONS)
    press = asyncio.create_task(people.press(siti, "Daftar", wait_s=5))
    [update] = await bot.get_updates(timeout=5)
    query = update.callback_query
    assert query is not None
    assert isinstance(query.message, Message)
    await query.answer("Sudah", show_alert=True)
    await query.edit_message_text("Anda terdaftar")
    answer = await press
    with pytest.raises(BadRequest, match=r"^Message is not modified: specified new message"):
        await query.edit_message_text("Anda terdaftar")
    assert (answer["text"], answer["show_alert"]) == ("Sudah", True)
    assert (await people.last(siti))["text"] == "Anda terdaftar"
    await bot.get_updates(offset=update.update_id + 1)
    await people.settle(0)


async def test_media_is_edited_and_messages_are_deleted(
    bot: Bot, people: Simulator, siti: int
) -> None:
    paper = await bot.send_document(siti, InputFile(b"1", "a.txt"), caption="lama")
    media = InputMediaDocument(
        InputFile(b"22", "b.txt", attach=True), caption="<b>baru</b>", parse_mode="HTML"
    )
    edited = await paper.edit_media(media)
    assert isinstance(edited, Message)
    assert edited.document is not None
    assert (edited.document.file_size, edited.caption) == (2, "baru")
    assert await bot.delete_messages(siti, [paper.id]) is True
    assert len(await people.transcript(siti)) == 1
    assert await people.violations() == []


@pytest.mark.filterwarnings("ignore:.*`retry_after` will be of type")
async def test_refusals_become_the_right_exceptions(
    bot: Bot, people: Simulator, siti: int, url: str
) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(5, "x")
    with pytest.raises(BadRequest, match="Can't parse entities: unsupported start tag"):
        await bot.send_message(siti, "<x>", "HTML")
    await people.faults(rate_limit={"overall_per_s": 1})
    await bot.send_message(siti, "x")
    with pytest.raises(RetryAfter):
        await bot.send_message(siti, "x")
    await people.lift_faults()
    await people.block(siti)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(siti, "x")
    [update] = await bot.get_updates()
    older = asyncio.create_task(bot.get_updates(timeout=10, offset=update.update_id + 1))
    await people.settle()  # it has come: what it confirms is confirmed
    async with Telegram(url) as newer:
        await newer.call("getUpdates")
    with pytest.raises(Conflict):
        await older
    with pytest.raises(InvalidToken):
        await Bot("1:abc", base_url=f"{url}/bot").get_me()


async def test_the_bots_own_texts_and_commands(bot: Bot, people: Simulator, siti: int) -> None:
    commands = [BotCommand("start", "Mulai"), BotCommand("batal", "Batalkan")]
    await bot.set_my_commands(commands)
    await bot.set_my_description("Pelatihan gratis di Banten")
    assert list(await bot.get_my_commands()) == commands
    chat = await bot.get_chat(siti)
    member = await bot.get_chat_member(siti, siti)
    shown = await people.bot()
    assert [command["command"] for command in shown["commands"]] == ["start", "batal"]
    assert shown["description"] == "Pelatihan gratis di Banten"
    assert (chat.first_name, member.status) == ("Siti", "member")
