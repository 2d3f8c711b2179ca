"""A wave moves on, as its applicants and the staff of its provider see it on their phones."""

import pytest
from sqlalchemy import select

from bot.presses.schedule import OpenApplication
from bot.presses.stages import AdvanceBecause, AdvanceWave, AskAdvance, ListWaves, OpenWave
from people.staff import Role, grant
from storage.models import Provider, StageMove, Wave
from tests.journeys.desk import applicants, officer, pressed, tapped
from tests.journeys.phones import until
from tests.journeys.shared import Seeker, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

DAY_S = 86_400


async def test_staff_of_another_provider_neither_see_nor_move_it(town: Running) -> None:
    [siti] = await applicants(town, "barista", 1, first_id=871_000)
    wave_id = siti.applications()[0].wave_id
    uptd = await seeker(town, "Bu Wati")
    with town.database.transaction() as session:
        theirs = select(Provider.id).where(Provider.slug == "uptd-pelatihan-kerja")
        grant(
            session, uptd.account_id(), Role.STAFF,
            provider_id=session.scalar(theirs), name="Bu Wati", granted_by="test",
            now=town.clock(),
        )  # fmt: skip
    await tapped(uptd, ListWaves(0))
    with town.database.snapshot() as session:
        code = session.get_one(Wave, wave_id).code
    assert not any(code in each for each in await uptd.captions())
    before = state_of(town, wave_id)
    ended = (wave_id, "registration", "ended")
    for press in (OpenWave(wave_id), AskAdvance(wave_id), AdvanceWave(*ended)):
        assert "pihak lain" in await tapped(uptd, press)
    await tapped(uptd, AdvanceBecause(*ended, "ready"))
    assert state_of(town, wave_id) == before


async def test_applicants_and_staff_follow_a_wave_from_registration_to_the_test(
    town: Running,
) -> None:
    await until(town, 9)
    ratna = await officer(town, "Bu Ratna", Role.STAFF)
    [siti] = await applicants(town, "las-smaw-b", 1, first_id=870_000)
    await siti.say("/menu")
    mine = siti.applications()[0]
    text = await tapped(siti, OpenApplication(mine.id))
    assert "Anda di sini: Pendaftaran. Berikutnya: Periksa berkas" in plain(text)
    text = await pressed(siti, "Lihat tahapannya")
    assert "Pendaftaran: sedang berjalan" in text
    assert "Pelatihan: " in text

    await move_on_at_the_desk(town, ratna, mine.wave_id)

    # The clock goes on: papers are over, and who waits is invited to both, in one letter.
    for _ in range(6):
        await town.later(3 * DAY_S)
    invited = [each for each in await all_said(siti) if "diundang ke seleksi" in each]
    assert len(invited) == 1
    assert "Wawancara: " in invited[0]
    text = await tapped(siti, OpenApplication(mine.id))
    assert "Anda di sini" in text


async def move_on_at_the_desk(town: Running, ratna: Seeker, wave_id: int) -> None:
    """The timeline, and its next moves with one more question."""
    await ratna.say("/staf")
    await pressed(ratna, "Lihat yang lain")
    await pressed(ratna, "Lihat gelombang")
    text = await tapped(ratna, OpenWave(wave_id))
    assert "Berikutnya: Tutup pendaftaran" in plain(text)
    text = await pressed(ratna, "Tutup pendaftaran")
    assert "Sejak sekarang tidak ada pendaftaran baru." in text
    assert (await ratna.captions())[0] == "Tidak, biarkan dulu"
    text = await pressed(ratna, "Arahan pimpinan")
    assert text.startswith("✅ Sudah: Tutup pendaftaran.")
    assert "Berikutnya: Mulai periksa berkas" in plain(text)

    # The same button once more does nothing else.
    text = await tapped(ratna, AdvanceBecause(wave_id, "registration", "ended", "told"))
    assert text.startswith("📅 Tahap itu sudah dijalankan.")
    text = await tapped(ratna, AdvanceBecause(wave_id, "test", "began", "ready"))
    assert text.startswith("📅 Belum gilirannya")

    # And one that only asks says so as well, instead of asking about the next move.
    for old in (AskAdvance, AdvanceWave):
        text = await tapped(ratna, old(wave_id, "registration", "ended"))
        assert text.startswith("📅 Tahap itu sudah dijalankan.")
        assert "Mulai periksa berkas" in await ratna.captions()
    assert reasons(town, wave_id) == ["Arahan pimpinan"]

    # A button that names no move asks about the next one.
    assert "Mulai periksa berkas (" in await tapped(ratna, AskAdvance(wave_id))

    # A button of before reasons were asked for asks now; and the reason can be typed.
    await tapped(ratna, AdvanceWave(wave_id, "papers", "began"))
    assert (await ratna.say("?!")).startswith("Belum terbaca sebagai alasan.")
    text = await ratna.say("Semua berkas sudah masuk")
    assert text.startswith("✅ Sudah: Mulai periksa berkas.")
    assert reasons(town, wave_id) == ["Arahan pimpinan", "Semua berkas sudah masuk"]
    await town.later(60)  # and whatever waited for its turn in a chat
    assert any("sekarang diperiksa: 1 pendaftaran" in each for each in await all_said(ratna))


def reasons(town: Running, wave_id: int) -> list[str | None]:
    with town.database.snapshot() as session:
        of_it = select(StageMove.reason).where(StageMove.wave_id == wave_id)
        return list(session.scalars(of_it.order_by(StageMove.id)))


def state_of(town: Running, wave_id: int) -> str:
    with town.database.snapshot() as session:
        return session.get_one(Wave, wave_id).state


async def all_said(person: Seeker) -> list[str]:
    return [str(message.get("text", "")) for message in await person.heard()]


def plain(text: str) -> str:
    return text.replace("<b>", "").replace("</b>", "")
