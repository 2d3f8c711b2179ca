"""A text over 4,096 characters, which a phone sends as two messages one right after the other."""

import pytest

from tests.journeys.desk import applicants, newest, officer, pressed, sent, wave_of, written
from tests.journeys.shared import Seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

FIRST = "Bawa KTP dan ijazah. " * 195
"""4,095 characters, as they are kept 4,094."""
SHORTER = FIRST[:2500]
REST = "ya"
"""The end of the text, which by itself would be a yes."""


async def in_parts(staff: Seeker, *parts: str) -> str:
    """What the last one is answered."""
    for part in parts:
        await staff.say(part)
    return await staff.screen()


async def beginning(village: Running) -> Seeker:
    ratna = await officer(village, "Bu Ratna")
    await ratna.press("Tulis siaran baru")
    return ratna


@pytest.mark.parametrize("first", [FIRST, SHORTER], ids=["at the limit", "at a paragraph"])
async def test_the_second_part_answers_nothing_and_what_was_kept_is_told(
    village: Running, first: str
) -> None:
    ratna = await beginning(village)
    told = await in_parts(ratna, first, REST)
    assert told.startswith("Sisa teks (2 karakter) tidak ikut tersimpan")
    assert f"… {first.strip()[-60:].strip()}" in told
    assert await ratna.captions() == ["Tulis ulang", "Sudah lengkap, lanjut", "‹ Kembali", "⌂ Menu"]
    kept = newest(village)
    assert (kept.html, kept.step) == (first.strip(), "cut")
    assert "langkah 1 dari 4" in await ratna.press("Tulis ulang")
    await village.later(10)
    assert "langkah 2 dari 4" in await ratna.say("Bawa KTP.")
    assert newest(village).html == "Bawa KTP."


async def test_what_may_have_been_cut_is_asked_before_anything_else(village: Running) -> None:
    ratna = await beginning(village)
    assert (await ratna.say(FIRST)).startswith("⚠️ Teks ini 4.094 karakter.")
    await village.later(10)
    assert "Sisa teks (2 karakter)" in await ratna.say("ya")  # it may be the rest all the same
    assert "langkah 2 dari 4" in await ratna.press("Sudah lengkap, lanjut")
    assert newest(village).html == FIRST.strip()
    assert "langkah 1 dari 4" in await ratna.say("kembali")
    await village.later(10)
    assert "langkah 2 dari 4" in await ratna.say("x" * 3700)


async def test_a_third_part_is_passed_over_as_well(village: Running) -> None:
    ratna = await beginning(village)
    told = await in_parts(ratna, FIRST, FIRST, REST)
    assert told.startswith("Sisa teks (2 karakter) tidak ikut tersimpan")
    assert (newest(village).html, newest(village).step) == (FIRST.strip(), "cut")


@pytest.mark.parametrize("first", [FIRST, SHORTER], ids=["at the limit", "at a paragraph"])
async def test_a_corrections_second_part_sends_nothing(village: Running, first: str) -> None:
    ratna = await officer(village, "Bu Ratna")
    id_ = 6001 if first is FIRST else 6011
    people = await applicants(village, "instalasi-listrik", 1, first_id=id_)
    await written(ratna, "Datang besok.", wave_of(village, "instalasi-listrik"))
    await sent(village, ratna)
    await pressed(ratna, "Perbaiki teks")
    told = await in_parts(ratna, first, REST)
    assert told.startswith("Sisa teks (2 karakter) tidak ikut tersimpan")
    assert newest(village).step == "correction-cut"
    assert "setelah diperbaiki" in await ratna.press("Sudah lengkap, lanjut")
    assert (await ratna.heard())[-2]["text"] == first.strip()
    await ratna.say("batal")
    assert [(await one.newest())["text"] for one in people] == ["Datang besok."]
