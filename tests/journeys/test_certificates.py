"""Certificates: noted by staff, told to the trainee, checked by anybody."""

import re

import pytest
from sqlalchemy import select

from bot.guesses import MOST
from bot.presses.cards import ShowCertificates
from bot.presses.certificates import (
    AskCertificate,
    DecideCertificate,
    ListCertificates,
    OpenCertificate,
)
from bot.presses.staff import OpenStaff
from storage.models import CertificateChange
from tests.journeys.desk import tapped, texts_of
from tests.journeys.shared import seeker
from tests.journeys.training import ANOTHER, UPTD, begin, officer_of, trainees
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

OLD_BUTTON = "Tombol itu dari layar lama"
UNKNOWN = "⚠️ Sertifikat dengan nomor atau tautan itu tidak ada di catatan Jawara."


async def test_a_certificate_is_failed_passed_issued_and_checked(village: Running) -> None:
    las = await trainees(village, "las-smaw-a", 1, first_id=9301)
    begin(village, las)
    siti, number = las.people[0], las.application().number
    ratna = await officer_of(village, UPTD)
    await tapped(ratna, OpenStaff())
    await ratna.press("Catat sertifikat")
    [caption] = [each for each in await ratna.captions() if each.startswith("Las SMAW A")]
    await ratna.press(caption)
    listed = await ratna.press("Lihat sertifikat BNSP")
    assert "Terbit 0, lulus 0, belum lulus 0, belum ada hasil 1." in listed
    await ratna.press("Siti Aminah · belum ada hasil")
    assert "Kabarnya langsung dikirim" in await ratna.press("Catat belum lulus")
    assert (await ratna.press("Ya, catat")).startswith("Tercatat.")
    await village.later(1)
    [failed] = await texts_of(siti, "belum lulus untuk sertifikat BNSP")
    assert "Tanyakan jadwal ujian ulang" in failed
    assert "Sertifikat BNSP: lulus" in await ratna.press("Catat lulus")
    await ratna.say(f"terbit {number.lower()} bnsp 71102 7212 4 0001234 2026 1/12/2025")
    assert "terbit, nomor 71102 7212 4 0001234 2026" in await ratna.screen()
    await village.later(1)
    [issued] = await texts_of(siti, "sudah terbit. Nomor:")
    assert "Senin, 1 Desember 2025" in issued
    mine = await siti.press("Lihat sertifikat")
    found = re.search(r"\?start=(s_[a-z2-7]{24})", mine)
    assert found is not None
    stranger = await seeker(village)
    by_link = await stranger.say(f"/start {found[1]}")
    by_number = await stranger.say("cek sertifikat 71102 7212 4 0001234 2026")
    assert by_link == by_number
    assert by_link.startswith("🎓 Sertifikat ini asli.")
    assert "Sertifikat BNSP nomor 71102 7212 4 0001234 2026" in by_link
    assert "Pelatihan: Las SMAW A (contoh)" in by_link
    assert "Penerbit: BNSP (pelatihan di UPTD Pelatihan Kerja" in by_link
    assert "Tanggal: Senin, 1 Desember 2025" in by_link
    assert all(private not in by_link for private in ("Siti", number))


async def test_what_is_unknown_is_all_the_same(village: Running) -> None:
    stranger = await seeker(village)
    for text in ("cek sertifikat 71102 7212 4 0001235 2026", "/start s_tebakan", "/start s_"):
        assert (await stranger.say(text)).startswith(UNKNOWN)
    assert "cek sertifikat 012/UPTD/2026" in await stranger.say("cek sertifikat")
    assert (await stranger.say("cek sertifikat " + "9" * 80)).startswith(UNKNOWN)


async def test_numbers_can_not_be_tried_out(village: Running) -> None:
    stranger = await seeker(village)
    for number in range(MOST):
        assert (await stranger.say(f"cek sertifikat {number}")).startswith(UNKNOWN)
    refused = await stranger.say("cek sertifikat 99")
    assert f"Anda sudah memeriksa {MOST} nomor dalam satu jam." in refused
    assert (await stranger.say("/start s_tebakan")).startswith(UNKNOWN)
    await village.later(3601)
    assert (await stranger.say("cek sertifikat 99")).startswith(UNKNOWN)


async def test_what_was_told_is_taken_back_with_a_reason(village: Running) -> None:
    las = await trainees(village, "menjahit", 1, first_id=9321)
    begin(village, las)
    siti, id_ = las.people[0], las.application().id
    ratna = await officer_of(village, UPTD)
    await tapped(ratna, DecideCertificate(id_, "bnsp", "passed", ""))
    await village.later(1)
    await tapped(ratna, OpenCertificate(id_, "bnsp"))
    assert "Apa alasannya?" in await ratna.press("Catat belum lulus")
    assert "Sertifikat BNSP: belum lulus" in await ratna.press("Tertukar orang")
    await village.later(1)
    [told] = await texts_of(siti, "Ini menggantikan kabar sebelumnya.")
    assert "Alasannya: Tertukar orang." in told
    who = f"staff:Bu Ratna#{ratna.account_id()}"  # as another Bu Ratna may work there
    with village.database.snapshot() as session:
        mine = select(CertificateChange.actor).where(CertificateChange.application_id == id_)
        assert set(session.scalars(mine)) == {who}
    stands = await ratna.say(f"terbit {las.application().number} bnsp 12/2026")
    assert "Catat dulu hasil ujian ulangnya." in stands


async def test_a_number_is_one_trainees(village: Running) -> None:
    las = await trainees(village, "las-gmaw", 2, first_id=9331)
    begin(village, las)
    ratna = await officer_of(village, UPTD)
    first, second = (las.application(place).number for place in (0, 1))
    assert "terbit" in await ratna.say(f"terbit {first} balai 8/UPTD/2026")
    assert "Tarik nomornya" in await ratna.captions()
    checked = await ratna.say("cek sertifikat 8/uptd/2026")
    assert "Sertifikat balai nomor 8/UPTD/2026" in checked
    assert "Penerbit: UPTD Pelatihan Kerja" in checked
    taken = await ratna.say(f"terbit {second} balai 8/uptd/2026")
    assert taken.startswith("⚠️ Nomor 8/UPTD/2026 sudah dipakai")


async def test_certificates_are_noted_by_staff_of_the_provider_alone(village: Running) -> None:
    las = await trainees(village, "animasi", 1, first_id=9341)
    siti, application = las.people[0], las.application()
    presses = [
        OpenCertificate(application.id, "bnsp"),
        AskCertificate(application.id, "bnsp", "failed"),
        DecideCertificate(application.id, "bnsp", "failed", ""),
    ]
    stranger, dedi = await seeker(village), await officer_of(village, ANOTHER, "Pak Dedi")
    for press in presses:
        assert OLD_BUTTON in await tapped(stranger, press)
        refused = await tapped(dedi, press)
        assert refused == "⚠️ Kelas itu diselenggarakan pihak lain, di luar tugas Anda."
    none = await tapped(dedi, ListCertificates(application.class_id, "bnsp", 0))
    assert none.startswith("🎓 Belum ada kelas yang pesertanya mendapat sertifikat.")
    issued = await dedi.say(f"terbit {application.number} bnsp 12")
    assert issued == "⚠️ Kelas itu diselenggarakan pihak lain, di luar tugas Anda."
    searched = await stranger.say(f"terbit {application.number} bnsp 12")
    assert "sertifikat" not in searched.lower()
    refused = await tapped(stranger, ShowCertificates(application.id))
    assert "hanya untuk peserta yang punya kursi di kelas" in refused
    assert "Sertifikat BNSP: belum ada hasil" in await tapped(
        siti, ShowCertificates(application.id)
    )


async def test_before_the_training_has_begun_there_is_nothing_to_note(village: Running) -> None:
    las = await trainees(village, "sepeda-motor", 1, first_id=9351)
    ratna = await officer_of(village, UPTD)
    refused = await tapped(ratna, DecideCertificate(las.application().id, "bnsp", "passed", ""))
    assert re.match(r"🎓 Pelatihannya baru dimulai .*, jadi hasil sertifikatnya belum", refused)
    assert refused.endswith('majukan dulu gelombangnya di "Lihat gelombang".')
    assert refused == await ratna.say(f"terbit {las.application().number} bnsp 12/2026")
