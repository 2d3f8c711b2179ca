"""A school sends a group: from a teacher's link to a certificate that anybody can check."""

from datetime import timedelta

import pytest

from bot.presses.schools import (
    AcceptGroup,
    ConnectPupil,
    GuardianAgrees,
    OpenGroup,
    OpenPlacement,
)
from tests.files import picture
from tests.journeys.desk import tapped, texts_of
from tests.journeys.documents import send_photo
from tests.journeys.phones import newcomer, until
from tests.journeys.schools import (
    group_waiting,
    local_day,
    pupil_list,
    row_for,
    school_with_link,
)
from tests.journeys.shared import Seeker, seeker
from tests.journeys.training import ANOTHER, UPTD, officer_of
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

FORM = """Tempat: PT Contoh Logam
Alamat: Jalan Raya Serang Km 12, Cikande
Mulai: {starts}
Selesai: {ends}
Jumlah tempat: 2
Pembimbing sekolah: Bu Wati
Pembimbing industri: Pak Joko"""


async def test_a_group_is_sent_accepted_connected_reminded_and_certified(town: Running) -> None:
    wati, rows = await teacher(town), [row_for(each, local_day(town)) for each in (1, 2, 3)]
    rows[0][0], rows[1][0] = "Andi Pratama", "Beni Saputra"
    await wati.press((await wati.captions())[0])
    assert "Salin baris di bawah ini" in await wati.screen()
    wrong = await wati.say("Tempat: PT Contoh Logam")
    assert "<b>" not in wrong
    assert "6 hal perlu diperbaiki." in wrong
    assert "Data kelompok tersimpan." in await wati.say(form(town))
    await wati.press("Kirim daftar siswa")
    assert "tidak berisi daftar" in await pupil_list(wati, name="siswa.xlsx")
    told = await pupil_list(wati, rows[0], row_for(1, local_day(town), sex="P"))
    assert "Baris 3, jenis kelamin: tidak sama dengan NIK-nya, yang berisi L" in told
    assert "Baris 3, NIK: sama dengan baris 2" not in told
    assert "tempat yang kosong 2" in await pupil_list(wati, *rows)
    assert "2 siswa terkirim" in await pupil_list(wati, *rows[:2])
    await staff_accept(town)
    await town.later(1)
    [accepted] = await texts_of(wati, "diterima: 2 siswa")
    assert "Buat tautan siswa" in accepted
    await wati.press("Lihat kelompok")
    codes = await links(wati)
    andi = await connected(town, codes["Andi Pratama"])
    mine = await andi.screen()
    assert "HP Anda sudah tersambung." in mine
    messages = len(await andi.heard())
    assert await tapped(andi, ConnectPupil(codes["Andi Pratama"].partition("_")[2])) == mine
    assert len(await andi.heard()) == messages
    assert await andi.say(codes["Andi Pratama"]) == mine
    assert "PT Contoh Logam" in mine
    assert "Sekolah memegang surat izinnya." in mine
    assert "Sudah setuju lewat HP ini" in await andi.press("Saya wali, saya setuju")
    stranger = await seeker(town)
    assert "sudah dipakai" in await stranger.say(codes["Andi Pratama"])
    await town.later(timedelta(days=19).total_seconds())
    await until(town, 18)  # the evening before
    await until(town, 18)
    assert len(await texts_of(andi, "Magang Anda dimulai")) == 2
    await certified(town, andi)


async def test_a_teacher_and_a_pupil_see_their_own_alone(town: Running) -> None:
    wati, group_id = await teacher(town), group_waiting(town)
    await tapped(wati, OpenGroup(group_id))
    assert "bukan milik sekolah Anda" in await wati.screen()
    await tapped(wati, AcceptGroup(group_id))
    assert "bukan milik sekolah Anda" in await wati.screen()
    other = await officer_of(town, UPTD)
    await tapped(other, OpenGroup(group_id))
    assert "bukan milik sekolah Anda" in await other.screen()
    siti = await seeker(town)
    await tapped(siti, OpenPlacement(1))
    assert "bukan dari sekolah Anda" in await siti.screen()
    before = await siti.say("/sekolah")
    assert "belum saya kenal" in before or "Maksud Anda" in before
    link = await siti.say("/start siswa_salah")
    assert link.startswith("Tautan ini sudah dipakai atau sudah diganti.")


async def about_to_send_back(ratna: Seeker) -> None:
    await ratna.say("/sekolah")
    await ratna.press("PT Contoh Logam · menunggu keputusan")
    await ratna.press("Kembalikan")


async def a_list_comes_late(town: Running, wati: Seeker) -> None:
    """Words are none; nor is a file more than an hour later: she has it asked for again."""
    assert "sebagai berkas .xlsx atau .csv" in await wati.say("Andi, Beni")
    await town.later(3601)
    await pupil_list(wati, row_for(801, local_day(town)))
    assert (await wati.screen()).startswith("📝 Ini lembar kerja.")
    await wati.say("/sekolah")
    await wati.press("PT Contoh Logam · menunggu daftar siswa")
    await wati.press("Kirim daftar siswa")


async def test_a_list_is_sent_back_and_a_pupil_withdrawn(town: Running) -> None:
    wati = await teacher(town)
    await wati.press((await wati.captions())[0])
    await wati.say(form(town))
    await wati.press("Kirim daftar siswa")
    await send_photo(wati, picture(300, 300))
    assert "sebagai berkas .xlsx atau .csv" in await wati.screen()
    await a_list_comes_late(town, wati)
    await pupil_list(wati, row_for(801, local_day(town)))
    ratna = await officer_of(town, ANOTHER)
    await about_to_send_back(ratna)
    assert "Tulis alasannya dengan kata-kata." in await ratna.say("?!")
    await town.later(3601)  # what is typed so late is no reason any more
    assert (await ratna.say("ngelas")).startswith("Untuk “ngelas” ada")
    await about_to_send_back(ratna)
    assert "Daftar dikembalikan." in await ratna.say("Kelasnya keliru")
    await town.later(1)
    [back] = await texts_of(wati, "dikembalikan: Kelasnya keliru")
    assert "kirim daftar yang baru" in back
    await wati.press("Lihat kelompok")
    await wati.press("Kirim daftar siswa")
    await pupil_list(wati, row_for(802, local_day(town)))
    await staff_accept(town)
    await town.later(1)
    await wati.press("Lihat kelompok")
    code = (await links(wati)).popitem()[1]
    pupil = await connected(town, code)
    await wati.press_old(OpenGroup(1))
    await wati.say("/sekolah")
    [caption] = [each for each in await wati.captions() if each.endswith("· diterima")]
    await wati.press(caption)
    await wati.press("Lihat siswa")
    [name] = [each for each in await wati.captions() if each.startswith("Murid")]
    await wati.press(name)
    assert "atau tulis" in await wati.press("Tarik siswa ini")
    assert (await wati.say("?!")).startswith("Belum terbaca sebagai alasan.")
    assert "Siswa sudah ditarik." in await wati.say("Pindah ke Jakarta")
    await town.later(1)
    await reads_that_they_left(pupil, code)
    assert await texts_of(wati, "tidak lagi di kelompok") == []


async def reads_that_they_left(pupil: Seeker, code: str) -> None:
    """In a letter, by old buttons, and by the link they came with."""
    assert len(await texts_of(pupil, "Anda tidak lagi tercatat di magang")) == 1
    [left] = pupil.applications()
    told = await tapped(pupil, OpenPlacement(left.id))
    assert told.startswith("Anda tidak lagi tercatat di magang ini.\n\n🏫 PT Contoh Logam")
    assert "Wali" not in told
    assert await tapped(pupil, GuardianAgrees(left.id)) == told
    assert await pupil.say(code) == told


async def teacher(jawara: Running) -> Seeker:
    """Before the list of her groups, having come in by her link."""
    wati = await seeker(jawara, "Bu Wati")
    name, link = school_with_link(jawara)
    welcome = await wati.say(link)
    assert f"pengirim siswa untuk {name}" in welcome
    await wati.press("Buka kelompok sekolah")
    return wati


def form(jawara: Running) -> str:
    starts = local_day(jawara) + timedelta(days=20)
    ends = starts + timedelta(days=60)
    return FORM.format(starts=f"{starts:%d/%m/%Y}", ends=f"{ends:%d/%m/%Y}")


async def staff_accept(jawara: Running) -> None:
    ratna = await officer_of(jawara, ANOTHER)
    await ratna.say("/staf")
    await ratna.press("Lihat yang lain")
    await ratna.press("Lihat kelompok sekolah")
    assert (await ratna.captions())[-2:] == ["‹ Kembali", "⌂ Menu"]
    await ratna.press("PT Contoh Logam · menunggu keputusan")
    assert "Kelompok diterima." in await ratna.press("Terima")


async def links(teacher: Seeker) -> dict[str, str]:
    """What each pupil is to open, by name, from the file that the teacher gets."""
    await teacher.press("Buat tautan siswa")
    message = await teacher.newest()
    file = await teacher.phone.file(message["document"]["file_id"])
    rows = [line.split(";") for line in file.decode("utf-8-sig").splitlines()]
    return {name: f"/start {link.partition('?start=')[2]}" for _, name, _, link in rows}


async def connected(jawara: Running, link: str) -> Seeker:
    """A pupil whom Jawara does not know yet: first the use of data, then whether it is they."""
    person = await newcomer(jawara, "Andi")
    assert "Apakah ini Anda?" in await person.say(link)
    assert "baca dulu untuk apa data Anda dipakai" in await person.press("Ya, ini saya")
    person = await seeker(jawara, "Andi")
    await person.say(link)
    await person.press("Ya, ini saya")
    return person


async def certified(jawara: Running, pupil: Seeker) -> None:
    [application] = pupil.applications()
    ratna = await officer_of(jawara, ANOTHER)
    number = f"MG/{application.id}/2027"
    assert "terbit" in await ratna.say(f"terbit {application.number} resmi {number}")
    await jawara.later(1)
    assert len(await texts_of(pupil, "sudah terbit. Nomor:")) == 1
    anybody = await seeker(jawara)
    checked = await anybody.say(f"cek sertifikat {number}")
    assert "Sertifikat resmi nomor" in checked
    assert "Magang Terstruktur Siswa SMK" in checked
