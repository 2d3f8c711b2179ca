"""Files: up, again by id, and down."""

from __future__ import annotations

import struct
import zlib

import aiohttp
import pytest

from emulator import pictures
from tests.emulator.telegram import Telegram
from tests.simulator import TOKEN, Simulator

JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x11\x08\x01\x40\x02\x80\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xff\xd9"
)


def png(width: int, height: int) -> bytes:
    """A true PNG, grey."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\x00" + b"\x80" * width) * height)
    parts = [chunk(b"IHDR", header), chunk(b"IDAT", pixels), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (png(32, 20), ("image/png", 32, 20)),
        (JPEG, ("image/jpeg", 640, 320)),
        (b"GIF89a\x10\x00\x08\x00", ("image/gif", 16, 8)),
        (b"RIFF....WEBPVP8X" + b"\0" * 8 + b"\x0f\0\0\x07\0\0", ("image/webp", 16, 8)),
        (b"%PDF-1.7", None),
        (b"\xff\xd8\xff", None),
        (b"", None),
    ],
)
def test_a_pictures_size_is_in_its_first_bytes(
    data: bytes, found: tuple[str, int, int] | None
) -> None:
    assert pictures.kind_and_size(data) == found


async def test_a_photo_comes_as_a_list_of_sizes(telegram: Telegram, siti: int) -> None:
    data = png(320, 200)
    answer = await telegram.upload("sendPhoto", {"photo": ("a.png", data)}, chat_id=siti)
    [size] = answer["result"]["photo"]
    assert (size["width"], size["height"], size["file_size"]) == (320, 200, len(data))


async def test_a_document_has_name_type_and_size(telegram: Telegram, siti: int) -> None:
    sent = await telegram.upload(
        "sendDocument",
        {"berkas": ("jadwal.ics", b"BEGIN")},
        chat_id=siti,
        document="attach://berkas",
    )
    document = sent["result"]["document"]
    named = {key: document[key] for key in ("file_name", "mime_type", "file_size")}
    assert named == {"file_name": "jadwal.ics", "mime_type": "text/calendar", "file_size": 5}


async def test_a_file_is_sent_again_by_its_id_and_downloaded(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    sent = await telegram.upload("sendDocument", {"document": ("a.txt", b"isi")}, chat_id=siti)
    file_id = sent["result"]["document"]["file_id"]
    again = await telegram.call("sendDocument", chat_id=siti, document=file_id)
    file = await telegram.call("getFile", file_id=file_id)
    address = f"{telegram.url}/file/bot{TOKEN}/{file['file_path']}"
    async with telegram.session.get(address) as response:
        assert await response.read() == b"isi"
    assert again["document"] == sent["result"]["document"]
    assert await people.file(file_id) == b"isi"
    calls = await people.requests()
    assert calls[-3]["parameters"] == {
        "chat_id": siti,
        "document": {"file_name": "a.txt", "size": 3},
    }


async def test_a_photo_is_no_document(telegram: Telegram, siti: int) -> None:
    sent = await telegram.upload("sendPhoto", {"photo": ("a.jpg", JPEG)}, chat_id=siti)
    file_id = sent["result"]["photo"][0]["file_id"]
    refusal = await telegram.refusal("sendDocument", chat_id=siti, document=file_id)
    assert refusal == (400, "Bad Request: can't use file of type Photo as Document")


@pytest.mark.parametrize(
    ("data", "description"),
    [
        (b"", "file must be non-empty"),
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (png(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
    ],
)
async def test_what_is_no_photo_is_refused(
    telegram: Telegram, siti: int, data: bytes, description: str
) -> None:
    answer = await telegram.upload("sendPhoto", {"photo": ("a.png", data)}, chat_id=siti)
    assert answer["description"] == f"Bad Request: {description}"


async def test_uploads_end_at_50_and_downloads_at_20_megabytes(
    telegram: Telegram, siti: int
) -> None:
    megabyte = 1024 * 1024
    heavy = {"document": ("a.bin", bytes(21 * megabyte))}
    sent = await telegram.upload("sendDocument", heavy, chat_id=siti)
    file_id = sent["result"]["document"]["file_id"]
    refusal = await telegram.refusal("getFile", file_id=file_id)
    too_heavy = {"document": ("a.bin", bytes(50 * megabyte + 1))}
    answer = await telegram.upload("sendDocument", too_heavy, chat_id=siti)
    assert refusal == (400, "Bad Request: file is too big")
    assert (answer["error_code"], answer["description"]) == (413, "Request Entity Too Large")


async def test_what_a_person_uploads_reaches_the_bot(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await people.send_file(siti, JPEG, "ktp.jpg", "image/jpeg", caption="KTP #saya")
    await people.send_file(siti, JPEG, "ktp.jpg", "image/jpeg", as_="document")
    await people.send_file(siti, b"%PDF", "ijazah.pdf")
    photo, scan, paper = [update["message"] for update in await telegram.updates()]
    assert (photo["photo"][-1]["width"], photo["caption"]) == (640, "KTP #saya")
    assert photo["caption_entities"] == [{"type": "hashtag", "offset": 4, "length": 5}]
    assert scan["document"]["mime_type"] == "image/jpeg"
    assert paper["document"]["file_name"] == "ijazah.pdf"


async def test_uploads_cannot_run_in_the_page(telegram: Telegram, siti: int, url: str) -> None:
    page = {"document": ("a.html", b"<script>1</script>")}
    sent = await telegram.upload("sendDocument", page, chat_id=siti)
    file_id = sent["result"]["document"]["file_id"]
    async with aiohttp.ClientSession() as session, session.get(f"{url}/sim/files/{file_id}") as got:
        assert got.headers["Content-Disposition"].startswith("attachment")
        assert got.headers["X-Content-Type-Options"] == "nosniff"
