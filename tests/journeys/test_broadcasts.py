"""A broadcast from its first word to its recall, over HTTP, on both databases."""

import asyncio
import csv
import io
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from bot.presses.broadcasts import CorrectBroadcast, OpenBroadcast
from notices.batches import in_flight
from people.staff import Role
from storage.models import Account
from tests.journeys.desk import (
    applicants,
    become,
    choose_wave,
    newest,
    officer,
    panel_of,
    pressed,
    tapped,
    texts_of,
    wave_of,
)
from tests.journeys.shared import Seeker
from tests.running import Running

FIRST = "Tes gelombang ini dimajukan ke pukul 07.30."
SECOND = "Tes gelombang ini dimajukan ke pukul 08.00."
PEOPLE = 12
SLOWLY = 2.0
PATIENCE_S = 60


@pytest.fixture
async def slow(jawara: Running) -> Running:
    """Two bulk messages a second, and more than five people want a second person's yes."""
    jawara.settings = replace(jawara.settings, bulk_rate=SLOWLY, approve_above=5)
    await jawara.restart()
    return jawara


async def test_a_broadcast_reaches_each_person_once_whatever_happens(
    slow: Running, tmp_path: Path
) -> None:
    jawara = slow
    ratna = await officer(jawara, "Bu Ratna")
    dedi = await officer(jawara, "Pak Dedi", Role.APPROVER)
    people = await applicants(jawara, "menjahit", PEOPLE, first_id=9001)
    others = await applicants(jawara, "barista", 2, first_id=9101)
    gone = people.pop()
    await jawara.telegram.block(gone.id)

    await composed(ratna, wave_of(jawara, "menjahit"))
    await tried_on_oneself(jawara, ratna)
    await approved_by(jawara, dedi, ratna)
    had = await paused_on_the_way(jawara, ratna)
    await applicants(jawara, "menjahit", 1, first_id=9201)  # too late to be in it
    await killed_while_paused(jawara, had)

    await resumed(jawara, ratna)
    assert await deliveries(jawara, FIRST) == Counter([person.id for person in people])
    await report_agrees(jawara, ratna, people, gone, tmp_path)

    await corrected(jawara, ratna, dedi)
    for person in people:
        assert await texts_of(person, "Tes gelombang") == [SECOND]
    await recalled(jawara, ratna)
    for person in [*people, *others]:
        assert await texts_of(person, "Tes gelombang") == []
    assert await deliveries(jawara, FIRST) == Counter([person.id for person in people])


async def composed(ratna: Seeker, code: str) -> None:
    """Text, a button, the wave; with the process restarted in between."""
    await ratna.press("Tulis siaran baru")
    await ratna.jawara.restart()
    assert "langkah 2 dari 4" in await ratna.say(FIRST)
    await ratna.press("Tambah tombol Ikut")
    await ratna.press("Ikut")
    await ratna.press("Lanjut")
    await choose_wave(ratna, code)
    assert f"Sampai ke {PEOPLE} orang" in await ratna.press("Lanjut")
    preview = (await ratna.heard())[-2]
    assert preview["text"] == FIRST
    assert "perlu persetujuan" in await ratna.screen()


async def tried_on_oneself(jawara: Running, ratna: Seeker) -> None:
    before = await ratna.heard()
    await ratna.press("Kirim ke saya")
    await jawara.later()
    tested = (await ratna.heard())[len(before) :]
    assert [message["text"] for message in tested] == [FIRST]
    assert tested[0]["reply_markup"] == before[-2]["reply_markup"]  # exactly the preview


async def approved_by(jawara: Running, dedi: Seeker, ratna: Seeker) -> None:
    assert "menunggu persetujuan" in await pressed(ratna, "Minta persetujuan")
    await jawara.later(2)
    question, preview = (await dedi.heard())[-2:]
    assert question["text"].startswith("📣 Bu Ratna meminta persetujuan untuk siaran ke 12 orang")
    assert preview["text"] == FIRST
    assert "Anda menyetujui siaran" in await pressed(dedi, "Setujui")


async def paused_on_the_way(jawara: Running, ratna: Seeker) -> Counter[int]:
    """Who has it when it was paused, all that were on their way included."""
    broadcast_id = newest(jawara).id
    async with asyncio.timeout(PATIENCE_S):
        while len(await deliveries(jawara, FIRST)) < 3:  # noqa: ASYNC110  # of another process
            await asyncio.sleep(0.05)
    await ratna.press("Lihat jalannya")
    assert f"Siaran {broadcast_id}: dijeda" in await pressed(ratna, "Jeda")
    batch_id = newest(jawara).batch_id
    assert batch_id is not None
    async with asyncio.timeout(PATIENCE_S):
        while await jawara.database.read(in_flight, batch_id):  # noqa: ASYNC110  # a row
            await asyncio.sleep(0.05)
    had = await deliveries(jawara, FIRST)
    assert 3 <= len(had) < PEOPLE - 1
    return had


async def killed_while_paused(jawara: Running, had: Counter[int]) -> None:
    """Begun anew, at full speed, it still rests."""
    jawara.settings = replace(jawara.settings, bulk_rate=1000)
    await jawara.restart()
    await jawara.tick()
    assert await deliveries(jawara, FIRST) == had


async def resumed(jawara: Running, ratna: Seeker) -> None:
    await pressed(ratna, "Lanjutkan kirim")
    await jawara.later(1)
    await jawara.later(4)
    panel = await panel_of(jawara, ratna)
    assert f"Terkirim {PEOPLE - 1} dari {PEOPLE}." in panel
    assert "Memblokir 1, gagal 0" in panel
    assert ": selesai" in panel


async def report_agrees(
    jawara: Running, ratna: Seeker, people: list[Seeker], gone: Seeker, folder: Path
) -> None:
    """With the emulator's own record of what the bot has sent."""
    before = len(await ratna.heard())
    await ratna.press("Minta laporan")
    book, table = (await ratna.heard())[before:]
    lines = read_csv(await jawara.telegram.file(table["document"]["file_id"]))
    phones = telegram_ids(jawara)
    states = {phones[int(line["Akun"])]: line["Keadaan"] for line in lines}
    assert states == {person.id: "sampai" for person in people} | {gone.id: "memblokir bot"}
    delivered = await deliveries(jawara, FIRST)
    assert {id_ for id_, state in states.items() if state == "sampai"} == set(delivered)
    file = folder / "report.xlsx"
    file.write_bytes(await jawara.telegram.file(book["document"]["file_id"]))
    rows = list(load_workbook(file).worksheets[1].iter_rows(values_only=True))
    assert {phones[int(row[0])]: row[1] for row in rows[1:]} == states  # type: ignore[arg-type]


async def corrected(jawara: Running, ratna: Seeker, dedi: Seeker) -> None:
    """By who may approve; by its author it is not, who hears whom to ask, approver or not."""
    number = newest(jawara).id
    refusal = await tapped(ratna, CorrectBroadcast(number))
    assert refusal.startswith("Siaran ini sudah disetujui petugas kedua.")
    assert "Yang bisa: Pak Dedi." in refusal
    become(ratna, "Bu Ratna", Role.APPROVER)
    assert "Yang bisa: Pak Dedi." in await tapped(ratna, CorrectBroadcast(number))
    await tapped(dedi, OpenBroadcast(number))
    assert "11 orang" in await pressed(dedi, "Perbaiki teks")
    assert "setelah diperbaiki" in await dedi.say(SECOND)
    assert (await dedi.heard())[-2]["text"] == SECOND
    assert "sedang diperbaiki" in await pressed(dedi, "Ya, ganti pesannya")
    await jawara.later(5)
    await jawara.later(1)
    assert f"Perbaikan: {PEOPLE - 1} dari {PEOPLE - 1} pesan" in await panel_of(jawara, ratna)


async def recalled(jawara: Running, ratna: Seeker) -> None:
    assert "Tarik kembali dari 11 orang?" in await pressed(ratna, "Tarik kembali")
    await pressed(ratna, "Ya, tarik kembali")
    await jawara.later(5)
    await jawara.later(1)
    panel = await panel_of(jawara, ratna)
    assert ": ditarik" in panel
    assert f"Penarikan: {PEOPLE - 1} dari {PEOPLE - 1} pesan" in panel


async def deliveries(jawara: Running, text: str) -> Counter[int]:
    """Chat → how often the bot has sent it exactly this, staff's own chats apart."""
    calls = await jawara.telegram.requests()
    return Counter(
        int(call["parameters"]["chat_id"])
        for call in calls
        if call["method"].lower() == "sendmessage"
        and call["parameters"].get("text") == text
        and call["answer"]["ok"]
        and 9000 < int(call["parameters"]["chat_id"]) < 10_000
    )


def read_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def telegram_ids(jawara: Running) -> dict[int, int]:
    with jawara.database.snapshot() as session:
        rows = session.execute(select(Account.id, Account.telegram_id))
        return dict(rows.all())
