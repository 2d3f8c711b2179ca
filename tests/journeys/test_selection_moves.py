"""A move on a ranked list: asked for by one of staff, decided by another, on their phones."""

import pytest
from sqlalchemy import select

from bot.presses import selection as to
from people.staff import Role, grant
from storage.models import Ranking, RankOverride
from tests.journeys.desk import pressed, tapped, tapped_again
from tests.journeys.selections import BBPVP, clerk, drawn, number
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_move_is_asked_for_by_one_and_approved_by_another(town: Running) -> None:
    class_id, people, ratna = await drawn(town, "las-smaw-b", 872_000)
    dedi = await clerk(town, "Pak Dedi", Role.APPROVER)
    joko = await clerk(town, "Pak Joko", Role.ADMIN, BBPVP)
    await ratna.press("Ubah peringkat")
    assert "Belum terbaca" in await ratna.say("naikkan dong")
    assert "Peringkat 9 tidak ada" in await ratna.say(f"{number(people[2])} 9 Afirmasi")
    asked = await ratna.say(f"{number(people[2])[-4:]} 1 Afirmasi disabilitas")
    assert "Petugas kedua kami kabari" in asked
    assert "Tarik permintaan" in await ratna.captions()

    # Whoever asked can't be the second person, and results wait for them.
    move = last_move(town)
    assert "penyetuju" in await tapped(ratna, to.ApproveMove(move))
    assert "masih menunggu petugas kedua" in await tapped(ratna, to.AskMinute(class_id))
    with town.database.transaction() as session:
        grant(
            session, ratna.account_id(), Role.ADMIN,
            provider_id=None, name="Bu Ratna", granted_by="test", now=town.clock(),
        )  # fmt: skip
    await town.later(3)
    assert "permintaan Anda sendiri" in await tapped(ratna, to.ApproveMove(move))

    # A stranger is told nothing, the second person is asked, and decides by a tap.
    assert "pihak lain" in await tapped(joko, to.ApproveMove(move))
    assert not [each for each in await joko.heard() if "peringkat" in each.get("text", "")]
    await town.later(1)
    letter = await dedi.screen()
    assert letter.startswith("Ada perubahan peringkat yang menunggu persetujuan Anda.")
    assert "Alasan: Afirmasi disabilitas" in letter
    decided = await pressed(dedi, "Setujui")
    assert "Disetujui Pak Dedi." in decided
    assert await tapped_again(dedi, to.ApproveMove(move)) == decided
    await town.later(1)
    assert "disetujui Pak Dedi" in await ratna.screen()
    listed = await tapped(ratna, to.ShowList(class_id, 0))
    assert f"1. {number(people[2])[-4:]} Siti A., 88,00 (semula 3)" in listed
    with town.database.snapshot() as session:
        row = session.get_one(RankOverride, move)
        assert (row.asked_by_id, row.approved_by_id) == (ratna.account_id(), dedi.account_id())


async def test_a_move_is_refused_with_a_reason_or_taken_back(town: Running) -> None:
    class_id, people, ratna = await drawn(town, "kecantikan-kulit", 873_000)
    dedi = await clerk(town, "Pak Dedi", Role.APPROVER)
    for rank in (1, 2):
        await ratna.press_old(to.AskMove(class_id))
        await ratna.say(f"{number(people[2])} {rank} Afirmasi")
    assert "Ditolak Bu Ratna: ditarik yang meminta." in await ratna.press("Tarik permintaan")
    await town.later(1)  # the letters have come by then
    await dedi.press_old(to.ListSelectionClasses(0))
    assert "1 perubahan peringkat menunggu" in await dedi.screen()
    await dedi.press("Lihat yang menunggu")
    await dedi.press((await dedi.captions())[0])
    await dedi.press("Tolak")
    assert "belum ada buktinya" in await dedi.press("Belum ada buktinya")
    await town.later(1)
    assert "ditolak Pak Dedi, belum ada buktinya" in await ratna.screen()
    assert "sudah ditolak" in await tapped(dedi, to.ApproveMove(newest_move(town)))
    assert "(semula" not in await tapped(ratna, to.ShowList(class_id, 0))


def last_move(town: Running) -> int:
    with town.database.snapshot() as session:
        return session.scalars(select(RankOverride.id).order_by(RankOverride.id.desc())).all()[0]


def newest_move(town: Running) -> int:
    """The one before it was taken back."""
    with town.database.snapshot() as session:
        return session.scalars(select(RankOverride.id).order_by(RankOverride.id.desc())).all()[1]


async def test_a_move_that_would_be_none_and_one_that_is_lost(town: Running) -> None:
    class_id, people, ratna = await drawn(town, "animasi", 879_000)
    first = number(people[0])[-4:]
    await tapped(ratna, to.AskMove(class_id))
    assert (await ratna.say(f"{first} 0 Afirmasi")).startswith("📝 Peringkat 0 tidak ada.")
    assert (await ratna.say(f"{first} 1 Afirmasi")).startswith("📝 Peringkatnya sudah 1.")
    assert (await ratna.say(f"{first} 3 Afirmasi")).startswith("Tercatat.")
    told = await tapped(ratna, to.DrawList(class_id))
    assert told.startswith("⚠️ Daftar disusun ulang, jadi 1 perubahan pada daftar sebelumnya")
    assert (await tapped(ratna, to.DrawList(class_id))).startswith("📝 Peringkat Animasi")


async def test_an_old_yes_does_not_change_a_minute_that_was_set_since(town: Running) -> None:
    class_id, people, ratna = await drawn(town, "otomasi-industri", 880_000)
    await tapped(ratna, to.AskMinute(class_id))
    assert (await ratna.say("1 Januari 2090 10.00")).startswith("Itu lebih dari setahun lagi.")
    await ratna.press("Umumkan sekarang")
    with town.database.snapshot() as session:
        drawn_up = Ranking.class_id == class_id, Ranking.state == "drawn"
        at_once = to.AnnounceResults(
            class_id, session.scalars(select(Ranking.id).where(*drawn_up)).one(), 0
        )
    await tapped(ratna, to.AskMinute(class_id))
    await ratna.say("besok 10.00")
    await ratna.press("Ya, umumkan")
    refused = await tapped(ratna, at_once)
    assert refused.startswith("📝 Hasil kelas ini sudah dijadwalkan ")
    assert "Batalkan jadwal" in await ratna.captions()

    # Asked anew, with that minute before one's eyes, the last word counts.
    await tapped(ratna, to.AskMinute(class_id))
    await ratna.say("besok 11.00")
    assert "pukul 11.00 WIB" in await ratna.press("Ya, umumkan")
    await town.later(1)
    assert [person.applications()[0].state for person in people] == ["submitted"] * 3
