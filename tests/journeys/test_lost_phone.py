"""A lost phone: another one takes the person over at the counter, and confirms their offer."""

import re
from datetime import timedelta

import pytest

from bot.presses.phones import ApproveTakeover, NotMe, OpenPhoneDesk, OpenPhones
from bot.presses.schedule import OpenApplication
from bot.presses.seats import ConfirmSeat
from intake.applications.rows import ApplicationState
from intake.seats.offers import Candidate, make_offer
from intake.seats.seats import hold_class
from people.staff import Role
from tests.journeys.desk import officer, pressed
from tests.journeys.phones import until
from tests.journeys.shared import Seeker, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

CODE = re.compile(r"Kode Anda: (\d{4} \d{4})")


async def test_an_offer_is_confirmed_from_the_new_phone(town: Running) -> None:
    await until(town, 9)
    siti = await offered(town)
    [application] = siti.applications()

    new, ratna = await taken_over(town, siti)

    # Both phones hear of it, and the offer is answered from the new one.
    await town.later(60)
    assert "sekarang ada di HP ini" in await new.screen()
    await new.press(f"Lihat {application.number}")
    assert "sudah pasti" in await pressed(new, "Ya, saya ikut")
    assert [each.state for each in new.applications()] == ["admitted"]
    assert "pindah ke HP lain" in await siti.screen()

    # The old phone hears how to object, and its buttons say what has become of it.
    objected = await siti.press("Ini bukan kemauan kami")
    assert "secepatnya dan sebutkan nomor" in objected
    assert CODE.search(await siti.press("Minta kode")) is not None
    for press in (ConfirmSeat(application.id), OpenApplication(application.id)):
        await siti.press_old(press)
        assert "dipindahkan ke HP lain" in await siti.screen()

    # What was approved once is approved no second time.
    await ratna.press_old(ApproveTakeover(1))
    assert "tidak berlaku lagi" in await ratna.screen()
    assert [each.number for each in new.applications()] == [application.number]


async def test_a_link_from_the_counter_is_used_by_one_phone(town: Running) -> None:
    siti = await offered(town)
    [application] = siti.applications()
    ratna = await officer(town, "Bu Ratna")
    await ratna.press_old(OpenPhoneDesk())
    assert "Cocokkan dengan KTP" in await ratna.say(application.number)
    await ratna.press("Cocok, buat tautan")
    [picture] = [message for message in await ratna.heard() if "photo" in message]
    address = re.search(r"start=(pindah-\S+)", picture["caption"])
    assert address is not None

    new, other = await seeker(town), await seeker(town, "Budi")
    for phone in (new, other):
        assert "Lanjutkan hanya kalau ini HP Siti" in await phone.say(f"/start {address[1]}")
    assert "sekarang ada di HP ini" in await new.press("Ya, pindahkan ke sini")
    assert "tidak berlaku lagi" in await other.press("Ya, pindahkan ke sini")
    assert (len(new.applications()), len(other.applications())) == (1, 0)


async def test_refused_the_new_phone_hears_why(town: Running) -> None:
    siti = await offered(town)
    new = await seeker(town)
    await new.say("/start pindah")
    code = CODE.search(await new.say(siti.applications()[0].number))
    assert code is not None
    ratna = await officer(town, "Bu Ratna")
    await ratna.press_old(OpenPhoneDesk())
    await ratna.say(code[1])
    await ratna.press("Tidak cocok")
    assert "ditolak" in await ratna.press("Nama berbeda")
    await town.later(60)
    assert "nama di KTP tidak sama" in await new.screen()
    assert len(siti.applications()) == 1


async def test_a_request_is_seen_again_and_taken_back(town: Running) -> None:
    siti = await offered(town)
    new = await seeker(town)
    await new.say(f"ganti hp {siti.applications()[0].number}")
    await new.say("/pengaturan")
    await new.press("Lihat data saya")
    assert "menunggu petugas" in await new.press("Ganti HP, pindahkan data")
    assert "Permintaan dibatalkan" in await new.press("Batalkan permintaan")
    await new.press_old(OpenPhones())
    assert "nomor pendaftarannya?" in await new.screen()
    assert "memang ada di HP ini" in await siti.say(f"ganti nomor {siti.applications()[0].number}")
    await siti.press_old(NotMe(1))
    assert "tidak berlaku lagi" in await siti.screen()


async def test_batal_closes_the_question_and_says_so(town: Running) -> None:
    new = await seeker(town)
    assert "nomor pendaftarannya?" in await new.say("hp hilang")
    assert (await new.say("/batal")).startswith("Baik, pertanyaan tadi ditutup.")
    assert (await new.say("/batal")).startswith("Tidak ada yang sedang berjalan.")


async def test_without_consent_it_is_asked_for_first(town: Running) -> None:
    siti = await offered(town)
    new = await seeker(town, consents=False)
    number = siti.applications()[0].number
    assert "persetujuan Anda" in await new.say(f"hp hilang {number}")
    await new.press("Baca dan putuskan")
    await new.press("Ya, saya setuju")
    await new.press_old(OpenPhones())
    assert CODE.search(await new.say(number)) is not None


async def offered(town: Running) -> Seeker:
    """Siti with a seat that waits for her answer."""
    siti = await seeker(town)
    await siti.register_for("menjahit")
    await siti.answer_all()
    await siti.press("Kirim pendaftaran")
    [application] = siti.applications()
    with town.database.transaction() as session:
        held = hold_class(session, application.class_id, town.settings.zone)
        waits = Candidate(application.id, application.account_id, ApplicationState.SUBMITTED)
        now = town.clock()
        assert make_offer(session, held, waits, promoted=False, now=now, zone=town.settings.zone)
    await town.later(timedelta(minutes=1).total_seconds())
    return siti


async def taken_over(town: Running, siti: Seeker) -> tuple[Seeker, Seeker]:
    """Her new phone, and who was at the counter."""
    [application] = siti.applications()

    # On her new phone she says what has happened, and gets a code for the counter.
    new = await seeker(town)
    await new.say("hp hilang")
    assert "nomor pendaftarannya?" in await new.screen()
    assert "belum kami kenal" in await new.say("PBK-1999-1-0001")
    asked = await new.say(application.number.lower())
    found = CODE.search(asked)
    assert found is not None
    assert "Bawa KTP" in asked

    # The counter types it, holds her card against what is stored, and lets her.
    ratna = await officer(town, "Bu Ratna", Role.APPROVER)
    await ratna.press("Lihat yang lain")
    assert application.number in await ratna.press("Ganti HP pendaftar")
    assert "bukan kode 8 angka" in await ratna.say("halo")
    assert "tidak berlaku lagi" in await ratna.say("00000000")
    seen = await ratna.say(found[1])
    assert "Nama: Siti Aminah" in seen
    assert f"4 angka terakhir NIK: {siti.nik[-4:]}" in seen
    assert siti.nik[:12] not in seen
    assert "sudah pindah" in await ratna.press("Cocok, pindahkan")
    return new, ratna
