"""A small bot that shows everything the chat page must draw; it speaks plain HTTP."""

from __future__ import annotations

import asyncio
import contextlib
import struct
import zlib
from typing import Any

import aiohttp

Json = dict[str, Any]

FORMATTED = (
    "<b>tebal <i>miring</i></b> <u>garis</u> <s>coret</s> <tg-spoiler>rahasia</tg-spoiler> "
    '<code>kode</code> 🎓 <a href="https://example.org/x">tautan</a> /bantuan\n'
    '<pre><code class="language-python">print("halo")</code></pre>\n'
    "<blockquote>kutipan</blockquote>\n&lt;script&gt;"
)


def png(width: int, height: int) -> bytes:
    """A picture with a gradient, as the bytes of a PNG file."""
    rows = [
        b"\0"
        + b"".join(
            bytes((40 + 120 * x // width, 110, 60 + 120 * y // height)) for x in range(width)
        )
        for y in range(height)
    ]
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows))), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


class EchoBot:
    """`api` is the address of the Bot API with the token, without a slash at its end."""

    def __init__(self, api: str) -> None:
        self._api = api
        self._session = aiohttp.ClientSession()
        self._answering: set[asyncio.Task[None]] = set()
        self.go_on = asyncio.Event()
        self.me: Json = {}

    async def call(self, method: str, **parameters: Any) -> Any:
        async with self._session.post(f"{self._api}/{method}", json=parameters) as answer:
            told = await answer.json()
        assert told["ok"], told
        return told["result"]

    async def upload(self, method: str, chat_id: int, part: str, name: str, data: bytes) -> None:
        form = aiohttp.FormData({"chat_id": str(chat_id), "caption": f"Ini {name}"})
        form.add_field(part, data, filename=name)
        async with self._session.post(f"{self._api}/{method}", data=form) as answer:
            assert answer.status == 200, await answer.text()

    async def prepare(self) -> None:
        self.me = await self.call("getMe")
        commands = (("mulai", "Mulai lagi"), ("bantuan", "Cara memakai"))
        told = [{"command": name, "description": words} for name, words in commands]
        await self.call("setMyCommands", commands=told)

    async def run(self) -> None:
        """Answers updates until cancelled, each in a task of its own."""
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                task = asyncio.create_task(self.answer(update))
                self._answering.add(task)
                task.add_done_callback(self._answering.discard)

    async def close(self) -> None:
        for task in self._answering:
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*self._answering)
        await self._session.close()

    async def answer(self, update: Json) -> None:
        if query := update.get("callback_query"):
            await self._pressed(query)
        elif message := update.get("message"):
            await self._said(message)

    async def _said(self, message: Json) -> None:
        chat_id = message["chat"]["id"]
        show = getattr(self, f"_show_{message.get('text', '')}", None)
        if show is not None:
            await show(chat_id)
        else:
            await self.call("sendMessage", chat_id=chat_id, text=describe(message))

    async def _pressed(self, query: Json) -> None:
        chat_id, data = query["message"]["chat"]["id"], query["data"]
        if data == "ubah":
            place = {"chat_id": chat_id, "message_id": query["message"]["message_id"]}
            await self.call("editMessageText", **place, text="Sudah diubah")
        if data == "tunggu":
            await self.go_on.wait()
        answer: Json = {"text": f"Jawaban {data}", "show_alert": data == "kotak"}
        await self.call("answerCallbackQuery", callback_query_id=query["id"], **answer)

    async def _show_format(self, chat_id: int) -> None:
        await self.call("sendMessage", chat_id=chat_id, text=FORMATTED, parse_mode="HTML")

    async def _show_tombol(self, chat_id: int) -> None:
        names = (("pesan", "kotak"), ("ubah", "tunggu"))
        rows: list[list[Json]] = [
            [{"text": name.capitalize(), "callback_data": name} for name in row] for row in names
        ]
        link = f"https://t.me/{self.me['username']}?start=kelas_7"
        rows.append([{"text": "Buka kelas", "url": link}])
        markup = {"inline_keyboard": rows}
        await self.call("sendMessage", chat_id=chat_id, text="Pilih satu", reply_markup=markup)

    async def _show_papan(self, chat_id: int) -> None:
        contact = {"text": "Kirim nomor", "request_contact": True}
        place = {"text": "Kirim lokasi", "request_location": True}
        markup = {"keyboard": [[{"text": "Ya"}, {"text": "Tidak"}], [contact, place]]}
        await self.call("sendMessage", chat_id=chat_id, text="Jawab", reply_markup=markup)

    async def _show_foto(self, chat_id: int) -> None:
        await self.upload("sendPhoto", chat_id, "photo", "peta.png", png(320, 200))

    async def _show_berkas(self, chat_id: int) -> None:
        await self.upload("sendDocument", chat_id, "document", "jadwal.ics", b"BEGIN:VCALENDAR")

    async def _show_tempat(self, chat_id: int) -> None:
        spot = {"latitude": -6.2447, "longitude": 106.6632}
        words = {"title": "UPTD Pelatihan Kerja", "address": "Jalan Kencana I No. 20, Jelupang"}
        await self.call("sendVenue", chat_id=chat_id, **spot, **words)

    async def _show_ketik(self, chat_id: int) -> None:
        await self.call("sendChatAction", chat_id=chat_id, action="typing")


def describe(message: Json) -> str:
    """What a message was, in one line."""
    if contact := message.get("contact"):
        return f"Nomor {contact['phone_number']} milik {contact['user_id']}"
    if location := message.get("location"):
        return f"Lokasi {location['latitude']} {location['longitude']}"
    if document := message.get("document"):
        return f"Berkas {document['file_name']} ({message.get('caption', '-')})"
    if photo := message.get("photo"):
        return f"Foto {photo[-1]['width']}x{photo[-1]['height']} ({message.get('caption', '-')})"
    return f"Anda berkata: {message.get('text', '?')}"
