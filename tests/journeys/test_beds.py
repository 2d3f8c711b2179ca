"""A bed in the dormitory: asked with the seat, granted, passed on; at the desk by hand."""

import pytest

from bot.presses.beds import AskBed, ListBeds, NeedNoBed, OpenBed
from bot.presses.schedule import OpenApplication
from bot.presses.seats import ConfirmSeat
from intake.seats.admitting import admit
from intake.seats.offers import hold_candidate, make_offer
from storage.models import Dormitory, Wave
from tests.journeys.desk import applicants, officer, pressed, tapped
from tests.journeys.phones import until
from tests.journeys.shared import Seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_bed_is_asked_with_the_seat_and_passed_on_when_it_is_given_back(
    town: Running,
) -> None:
    await until(town, 9)
    siti, budi, rina = await applicants(town, "animasi", 3, first_id=860_000)
    beds(town, siti, 1)
    offered(town, siti)
    await town.later(1)
    mine = siti.applications()[0].id
    assert "Perlu asrama?" in await tapped_first(siti, ConfirmSeat(mine))
    assert "Tempatnya dibagikan mulai" in await pressed(siti, "Ya, perlu asrama")
    assert "Lihat asrama" in await captions_of(siti, mine)

    # Those who were admitted otherwise are asked by their letter.
    for person in (budi, rina):
        seated(town, person)
    await town.later(60)
    assert "Jawab soal asrama" in await budi.captions()
    await pressed(budi, "Jawab soal asrama")
    assert "Anda meminta tempat" in await pressed(budi, "Ya, perlu asrama")
    assert "tidak memerlukan asrama" in await tapped(rina, NeedNoBed(rina.applications()[0].id))
    assert "Anda meminta tempat" in await tapped(rina, AskBed(rina.applications()[0].id))

    # Daftar ulang is over: in the order that was told, and once.
    daftar_ulang_ends(town, siti)
    await town.later(60)
    assert "mendapat tempat di asrama" in await last_said(siti)
    assert "cadangan asrama nomor 1" in await last_said(budi)
    assert "cadangan asrama nomor 2" in await last_said(rina)

    # Given back, after one more question, it is the next one's.
    await tapped(siti, OpenBed(mine))
    assert "Lepaskan tempat asrama" in await pressed(siti, "Lepaskan tempatnya")
    assert "tidak memerlukan" in await pressed(siti, "Ya, lepaskan")
    await town.later(60)
    assert "mendapat tempat di asrama" in await last_said(budi)
    await at_the_desk(town, siti, budi)


async def at_the_desk(town: Running, siti: Seeker, budi: Seeker) -> None:
    """Staff see who has a bed, and take one back for a reason."""
    ratna = await officer(town, "Bu Ratna")
    wave_id = siti.applications()[0].wave_id
    text = await tapped(ratna, ListBeds(wave_id, 0))
    assert "1 tempat, 1 terisi, 0 kosong, 1 menunggu" in text
    await pressed(ratna, (await ratna.captions())[0])
    assert "Lepaskan tempat" in await pressed(ratna, "Lepaskan tempatnya")
    assert "Sudah dicatat" in await pressed(ratna, "Tidak ditempati")
    assert not await has_a_bed(budi)

    # Granted out of turn, in words of their own.
    assert "mendahului urutan" in await pressed(ratna, "Beri tempat")
    assert "Semua tempat tidur" in await ratna.say("Rumahnya kebakaran")
    await pressed(ratna, "Beri tempat")
    assert "Asrama:" in await ratna.say("tidak")


def beds(town: Running, person: Seeker, number: int) -> None:
    """So many in the dormitory of the wave's provider."""
    with town.database.transaction() as session:
        wave = session.get_one(Wave, person.applications()[0].wave_id)
        session.get_one(Dormitory, wave.provider_id).beds = number


def offered(town: Running, person: Seeker) -> None:
    zone, now = town.settings.zone, town.clock()
    with town.database.transaction() as session:
        held, candidate = hold_candidate(session, person.applications()[0].id, zone)
        make_offer(session, held, candidate, promoted=False, now=now, zone=zone)


def seated(town: Running, person: Seeker) -> None:
    with town.database.transaction() as session:
        number = person.applications()[0].number
        admit(session, number, actor="Dewi", now=town.clock(), zone=town.settings.zone)


def daftar_ulang_ends(town: Running, person: Seeker) -> None:
    with town.database.transaction() as session:
        wave = session.get_one(Wave, person.applications()[0].wave_id)
        [stage] = [stage for stage in wave.stages if stage.kind == "reregistration"]
        stage.ends_at = town.clock()


async def tapped_first(person: Seeker, press: ConfirmSeat) -> str:
    await person.say("/menu")
    return await tapped(person, press)


async def captions_of(person: Seeker, application_id: int) -> list[str]:
    await tapped(person, OpenApplication(application_id))
    return await person.captions()


async def has_a_bed(person: Seeker) -> bool:
    text = await tapped(person, OpenBed(person.applications()[0].id))
    return "Anda mendapat tempat di asrama" in text


async def last_said(person: Seeker) -> str:
    """The last that came unasked of the dormitory."""
    texts = [str(message.get("text", "")) for message in await person.heard()]
    return [text for text in texts if "asrama" in text and "Urutannya" not in text][-1]
