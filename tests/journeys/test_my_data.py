"""One's own data: seen masked, taken along whole, deleted for good."""

import json

import pytest

from bot.presses.settings import Erase, OpenMyData
from tests.journeys.phones import account_of, newcomer, shown
from tests.journeys.shared import Seeker, seeker
from tests.running import Running
from tests.simulator import Json

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_siti_sees_takes_and_deletes_all_that_is_known_of_her(town: Running) -> None:
    siti = await seeker(town)
    await siti.register_for("animasi")
    await siti.answer_all()
    await siti.press("Kirim pendaftaran")
    [application] = siti.applications()

    await siti.say("/pengaturan")
    seen = await siti.press("Lihat data saya")
    for told in ("Siti Aminah", application.number, f"{siti.nik[:4]}••••••••{siti.nik[-4:]}"):
        assert told in seen
    assert siti.nik not in seen

    await siti.press("Kirim sebagai berkas")
    data = await file_of(siti)
    assert data["account"]["telegram_id"] == siti.id
    assert data["applicants"][0]["nik"] == siti.nik
    assert data["applications"][0]["number"] == application.number

    await siti.press("Hapus data saya")
    assert application.number in await shown(siti)
    await siti.press("Tidak, simpan data saya")
    assert account_of(siti) is not None
    await siti.press("Hapus data saya")
    await siti.press("Ya, hapus semuanya")
    assert "sudah dihapus" in await shown(siti)
    assert account_of(siti) is None
    assert "Selamat datang di Jawara." in await siti.say("/start")


async def test_deleting_in_the_middle_of_a_registration_ends_it(town: Running) -> None:
    siti = await seeker(town)
    await siti.register_for("menjahit")
    await siti.say("Siti Aminah")
    await siti.press_old(OpenMyData())
    assert "Belum selesai: Menjahit" in await siti.screen()
    await siti.press("Hapus data saya")
    await siti.press("Ya, hapus semuanya")
    assert "“las” ada" in await siti.say("las")
    await siti.press_old(Erase())
    assert "sudah dihapus" in await siti.screen()


async def test_a_withdrawn_registration_is_no_seat_to_be_lost(town: Running) -> None:
    siti = await seeker(town)
    await siti.say("/pengaturan")
    await siti.press("Lihat data saya")
    asked = await siti.press("Hapus data saya")
    assert "dan riwayat Anda." in asked
    assert (await siti.captions())[0] == "Tidak, simpan data saya"


async def test_a_stranger_has_nothing_but_an_account(town: Running) -> None:
    rina = await newcomer(town, "Rina")
    await rina.say("/pengaturan")
    seen = await rina.press("Lihat data saya")
    assert "Persetujuan: belum diberikan" in seen
    assert "Belum ada data diri." in seen


async def file_of(person: Seeker) -> Json:
    document = (await person.newest())["document"]
    assert document["file_name"] == "data-saya-jawara.json"
    return dict(json.loads(await person.phone.file(document["file_id"])))
