"""Promised placements: written at the desk, told, confirmed or denied with a tap."""

import pytest

from bot.presses.promises import (
    AnswerPlacement,
    ListPlacements,
    OpenGraduate,
    SetPlacement,
    ShowPromise,
)
from bot.presses.staff import OpenStaff
from tests.journeys.desk import pressed, tapped, texts_of, toast
from tests.journeys.promised import LPK, promise
from tests.journeys.shared import seeker
from tests.journeys.training import ANOTHER, UPTD, officer_of, trainees
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

OLD_BUTTON = "Tombol itu dari layar lama"
OTHERS = "⚠️ Kelas itu diselenggarakan pihak lain, di luar tugas Anda."


async def test_a_placement_is_written_denied_and_confirmed(village: Running) -> None:
    await village.database.write(promise, "sepeda-motor")
    course = await trainees(village, "sepeda-motor", 1, first_id=9701)
    siti, number = course.people[0], course.application().number
    wawan = await officer_of(village, LPK, "Pak Wawan")
    await tapped(wawan, OpenStaff())
    await wawan.press("Lihat yang lain")
    await wawan.press("Lihat penempatan kerja")
    [caption] = [each for each in await wawan.captions() if "Sepeda Motor" in each]
    assert "Belum ada hasil: 1 (lewat waktu 0, tanpa batas 1)" in await wawan.press(caption)
    await wawan.press("Siti Aminah · belum ada")
    assert "di perusahaan mana?" in await wawan.press("Bekerja di…")
    noted = await wawan.say(f"salur {number.lower()} bekerja di PT Contoh 15/12/2026 4.900.000")
    assert noted.startswith("Tercatat, orangnya dikabari.")
    assert "bekerja di PT Contoh sejak Selasa, 15 Desember 2026" in noted

    await village.later(1)
    [letter] = await texts_of(siti, "mencatat tentang penempatan kerja Anda")
    assert "upah Rp 4.900.000 per bulan" in letter
    denied = await pressed(siti, "Belum benar")
    assert "Apa yang berbeda?" in denied
    assert "upahnya berbeda" in await pressed(siti, "Upahnya berbeda")
    seen = await tapped(wawan, OpenGraduate(course.application().id))
    assert "Kata orangnya: upahnya berbeda." in seen
    assert "Tercatat" in await wawan.say(f"salur {number} bekerja PT Contoh 15/12/2026 4500000")
    await village.later(1)
    await pressed(siti, "Ya, itu benar")
    numbers = await tapped(wawan, ListPlacements(course.application().class_id, 0))
    assert "Bekerja, dibenarkan orangnya: 1" in numbers
    assert "Siti Aminah · bekerja, benar" in await wawan.captions()


async def test_a_graduate_finds_it_in_their_schedule(village: Running) -> None:
    await village.database.write(promise, "otomasi-industri")
    course = await trainees(village, "otomasi-industri", 2, first_id=9711)
    siti, number = course.people[0], course.application().number
    await siti.say("/jadwal")
    await siti.press(f"Lihat {number}")
    mine = await siti.press("Lihat penempatan kerja")
    assert "Catatan penyelenggara: belum ada." in mine
    assert "Sumber: serangkota.go.id" in mine
    assert await siti.captions() == ["‹ Kembali", "⌂ Menu"]
    wawan = await officer_of(village, LPK, "Pak Wawan")
    second = course.application(1)
    await wawan.say(f"salur {second.number} kenal PT Contoh")
    await tapped(wawan, OpenGraduate(course.application().id))
    await wawan.press("Bekerja di…")
    assert "bekerja di PT Contoh, upah tidak disebutkan" in await wawan.press("PT Contoh")
    assert await wawan.captions() == ["Belum tersalur…", "‹ Kembali", "⌂ Menu"]
    await wawan.press("Belum tersalur…")
    elsewhere = await wawan.say(f"salur {number} bekerja PT Lain 15/12/2026")
    assert "Tekan Belum tersalur… dan pilih alasannya" in elsewhere
    await wawan.press("Belum tersalur…")
    told = await wawan.press("Sudah tidak di sana")
    assert "belum tersalur (sudah tidak di sana)" in told
    assert "bekerja di PT Lain" in await wawan.say(f"salur {number} bekerja PT Lain")


async def test_a_line_that_is_half_said_shows_how_it_is_written(village: Running) -> None:
    wawan, unknown = await officer_of(village, LPK, "Pak Wawan"), "SOFT-2099-1-0001"
    for line in (
        f"salur {unknown} bekerja",
        "salur",
        f"salur {unknown} bekerja 15/12/2026 4900000",
    ):
        assert "Penempatan ditulis seperti ini: salur" in await wawan.say(line)
    assert "Nilai ditulis seperti ini: nilai" in await wawan.say(f"nilai {unknown} tes")
    assert "ditulis seperti ini: terbit" in await wawan.say(f"terbit {unknown} bnsp")
    refused = await wawan.say(f"salur {unknown} bekerja PT Contoh")
    assert refused == "Tidak ada pendaftaran dengan nomor itu pada penyelenggara Anda."
    siti = await seeker(village)
    assert "seperti ini" not in await siti.say("salur")


async def test_an_old_answer_shows_what_is_said_now(village: Running) -> None:
    await village.database.write(promise, "animasi")
    course = await trainees(village, "animasi", 1, first_id=9721)
    siti, id_ = course.people[0], course.application().id
    wawan = await officer_of(village, LPK, "Pak Wawan")
    for company in ("kenal PT Satu", "bekerja PT Dua"):
        await wawan.say(f"salur {course.application().number} {company}")
    assert "sudah berubah" in await toast(siti, AnswerPlacement(id_, 1, "yes"))
    assert "bekerja di PT Dua" in await siti.screen()
    assert "Anda belum menjawab." in await siti.screen()


async def test_it_is_written_by_who_promised_alone(village: Running) -> None:
    await village.database.write(promise, "office-operator")
    course = await trainees(village, "office-operator", 1, first_id=9731)
    id_, number = course.application().id, course.application().number
    stranger, dedi = await seeker(village), await officer_of(village, ANOTHER, "Pak Dedi")
    ratna = await officer_of(village, UPTD, "Bu Ratna")
    press = SetPlacement(id_, "not_placed", 0, "slip")
    assert OLD_BUTTON in await tapped(stranger, press)
    assert await tapped(dedi, OpenGraduate(id_)) == OTHERS
    looked = await tapped(ratna, OpenGraduate(id_))
    assert "Yang mencatat hanya petugas penyelenggara yang berjanji." in looked
    assert await ratna.captions() == ["‹ Kembali", "⌂ Menu"]
    assert await tapped(ratna, press) == OTHERS
    assert await ratna.say(f"salur {number} bekerja PT Contoh") == OTHERS
    assert "PT Contoh" not in await tapped(stranger, ShowPromise(id_))
