"""A mother and her daughter on one phone, both in one wave, in different classes."""

import pytest

from bot.presses.documents import OpenDocuments
from bot.presses.people import OpenPerson
from bot.presses.registration import RegisterAnother, RegisterFor, StartRegistration
from intake.applications.applicants import people_of
from intake.seats.admitting import admit
from tests.journeys.shared import NUMBERS, Seeker, nik_of, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_each_has_their_own_registration_and_is_named(town: Running) -> None:
    siti, sari_nik = await family(town)
    daughters, mothers = siti.applications()
    assert (mothers.called, daughters.called) == ("Siti", "Sari")

    with town.database.transaction() as session:
        for each in (mothers, daughters):
            admit(session, each.number, actor="Dewi", now=town.clock())
    await town.later(60)
    told = [message["text"] for message in await siti.heard()]
    assert any(text.startswith("🎓 Siti diterima di Las SMAW A.") for text in told)
    assert any(text.startswith("🎓 Sari diterima di Menjahit.") for text in told)

    schedule = await siti.say("/jadwal")
    assert f"{mothers.number}: Siti, Las SMAW A, diterima" in schedule
    assert f"{daughters.number}: Sari, Menjahit, diterima" in schedule
    assert f"Sari: {daughters.number}" in await siti.captions()
    asked = await siti.press(f"Sari: {daughters.number}")
    assert "Nama: Sari Aminah" in asked
    assert f"NIK: {sari_nik[:4]}" in asked


async def test_for_whom_is_asked_and_no_data_typed_twice(town: Running) -> None:
    siti, _ = await family(town)
    await siti.press_old(StartRegistration(siti.class_of("menjahit")))
    asked = await siti.screen()
    assert asked.startswith("📝 Untuk siapa pendaftaran ini?")
    assert (await siti.captions())[:3] == ["Sari", "Siti", "Orang lain"]
    assert "sudah terdaftar di gelombang ini" in await siti.press("Siti")

    # What is half filled in for a third one is not lost by a tap for another.
    await siti.press_old(StartRegistration(siti.class_of("menjahit")))
    await siti.press("Orang lain")
    await siti.pass_check()
    await siti.say("Rahma")
    sari = ids(siti)["Sari"]
    with_draft = siti.draft()
    assert with_draft is not None
    assert with_draft.called == "Rahma"
    assert "Berapa NIK pendaftar?" in await siti.screen()
    await siti.press_old(RegisterFor(siti.class_of("animasi"), sari))
    assert "sudah terdaftar" in await siti.screen()


async def test_one_is_deleted_and_the_other_stays(town: Running) -> None:
    siti, _ = await family(town)
    await siti.say("/pengaturan")
    await siti.press("Lihat data saya")
    assert "2 orang" in await siti.press("Lihat per orang")
    assert "Sari Aminah" in await siti.press("Sari")
    sari = ids(siti)["Sari"]
    assert "Data orang lain di HP ini tetap ada." in await siti.press("Hapus data Sari")
    assert (await siti.captions())[0] == "Tidak, simpan datanya"
    assert "sudah dihapus" in await siti.press("Ya, hapus datanya")
    assert [each.name for each in siti.applications()] == ["Siti Aminah"]
    await siti.press_old(OpenPerson(sari))
    assert "tidak ada lagi di HP ini" in await siti.screen()


async def test_papers_and_what_is_not_finished_say_whose_they_are(town: Running) -> None:
    siti, _ = await family(town)
    daughters, mothers = siti.applications()
    for each, called in ((daughters, "Sari"), (mothers, "Siti")):
        await siti.press_old(OpenDocuments(each.id))
        assert f", untuk {called}" in await siti.screen()
        assert f"Kirim KTP {called}\n" in await siti.press("Kirim KTP")
    await siti.press_old(RegisterAnother(siti.class_of("menjahit")))
    await siti.pass_check()
    for text in ("Tini Aminah", nik_of(next(NUMBERS)), "ya"):
        await siti.say(text)
    assert "menghubungi pendaftar" in await siti.screen()
    await siti.say("081234560006")
    said = [message["text"] for message in await siti.heard()]
    assert said[-2].startswith("Nomor HP pendaftar kami catat:")
    assert "Pendaftaran Tini di Menjahit belum selesai." in await siti.say("/menu")


async def family(town: Running) -> tuple[Seeker, str]:
    """Siti's phone: herself for welding, and her daughter for sewing."""
    siti = await seeker(town)
    await siti.register_for("las-smaw-a")
    await siti.answer_all()
    await siti.press("Kirim pendaftaran")
    sari_nik = nik_of(next(NUMBERS))
    await siti.press_old(StartRegistration(siti.class_of("menjahit")))
    asked = await siti.press("Daftarkan orang lain")
    assert "cek syarat untuk orang lain" in asked
    assert "Apakah pendaftar sedang sekolah atau bekerja?" in asked
    await siti.pass_check()
    assert "untuk orang lain" in await siti.screen()
    for text in ("Sari Aminah", sari_nik, "ya", "081234560005", "sma", "kota serang"):
        await siti.say(text)
    assert "untuk Sari" in await siti.screen()
    sent = await siti.press("Kirim pendaftaran")
    assert "Nomor untuk Sari:" in sent
    return siti, sari_nik


def ids(person: Seeker) -> dict[str, int]:
    with person.jawara.database.snapshot() as session:
        return {each.called: each.id for each in people_of(session, person.account_id())}
