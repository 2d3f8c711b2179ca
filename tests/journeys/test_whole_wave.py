"""A whole wave, from its plan to the certificates: sixty people, sixteen seats, and what happens to
them on the way, on their phones and on those of the staff.
"""

import re
from collections import Counter
from pathlib import Path

from sqlalchemy import select

from bot.presses.certificates import OpenCertificate
from bot.presses.phones import OpenPhoneDesk
from bot.presses.seats import ConfirmSeat, ShowStanding
from intake.applications.rows import ApplicationView
from intake.documents.papers import mark_missing
from intake.seats.seats import count_seats
from people.staff import Role
from storage.models import ApplicationChange, Notice
from tests.journeys.desk import pressed, tapped
from tests.journeys.documents import KTP, send_file, send_photo
from tests.journeys.rounds import (
    CODE,
    DAY,
    SLUG,
    TITLE,
    Round,
    plan,
    register_others,
    register_two,
    told,
)
from tests.journeys.selections import XLSX, clerk, table
from tests.journeys.shared import Seeker, seeker
from tests.journeys.training import card_of, payload
from tests.running import Running

PEOPLE, SEATS = 60, 16
MOVED, LOST, REFUSES, SILENT = 20, 4, 5, 6
"""By the order of arrival: who is moved to the top, who loses the phone, who does not want the
seat, and who says nothing.
"""


async def test_a_whole_wave(jawara: Running, tmp_path: Path) -> None:
    ratna = await clerk(jawara, "Bu Ratna")
    dedi = await clerk(jawara, "Pak Dedi", Role.APPROVER)
    wave = plan(jawara, tmp_path)

    phones = await people_register(wave)
    await papers_are_checked(wave, ratna, phones[3])
    await staff_select(wave, ratna, dedi, phones)
    await results_go_out(wave, phones)
    await seats_are_confirmed(wave, ratna, phones)
    await training_is_held(wave, ratna, phones)
    await certificates_are_noted(wave, ratna, phones)
    everything_is_on_record(wave)


async def people_register(wave: Round) -> list[Seeker]:
    """The phones of all sixty, in their order: the first one is that of two."""
    town, siti = wave.jawara, await seeker(wave.jawara)
    budi = await seeker(town, "Budi")
    assert wave.state() == "planned"
    await budi.say("ngelas smaw a")
    [found, *_] = [each for each in await budi.captions() if TITLE in each]
    await budi.press(found)
    await budi.press("Beri tahu saya")
    await wave.reach(3, 9)
    assert wave.state() == "open"
    [opened] = await told(budi, f"Pendaftaran {TITLE} sudah dibuka")
    assert "Anda meminta diberi tahu" in opened
    await register_two(siti)
    await budi.register_for(SLUG)
    await budi.answer_all()
    await budi.press("Kirim pendaftaran")
    others = await register_others(wave, PEOPLE - 3)
    assert [each.number for each in wave.applications()] == [
        f"{CODE}-{number:04d}" for number in range(1, PEOPLE + 1)
    ]
    return [siti, siti, budi, *others]


async def papers_are_checked(wave: Round, ratna: Seeker, person: Seeker) -> None:
    await wave.reach(7, 9)
    assert wave.state() == "closed"
    assert len(await told(ratna, f"sekarang diperiksa: {PEOPLE} pendaftaran")) == 1
    until = wave.jawara.clock() + DAY / 4
    number = person.applications()[0].number
    with wave.jawara.database.transaction() as session:
        now = wave.jawara.clock()
        mark_missing(session, number, ["ktp"], until=until, actor="Bu Ratna", now=now)
    await wave.jawara.later(1)
    assert "Masih kurang: KTP" in await person.screen()
    await pressed(person, "Kirim KTP")
    assert "KTP" in await send_photo(person, KTP)
    await wave.reach(8, 9)
    for each in (person, ratna):
        await each.say("/menu")


async def staff_select(wave: Round, ratna: Seeker, dedi: Seeker, phones: list[Seeker]) -> None:
    """All are invited, all but the last two come; one rank is moved by two of the staff."""
    await wave.reach(10, 14)
    mother = phones[0]
    assert [len(await told(each, "diundang ke seleksi")) for each in phones[2:]] == [1] * 58
    assert len(await told(mother, "diundang ke seleksi")) == 2
    applications = wave.applications()
    rows = [(each.number, 90 - at, 90 - at) for at, each in enumerate(applications[:-2])]
    absent = [(each.number, "absen", "absen") for each in applications[-2:]]
    await open_class(ratna)
    await ratna.press("Kirim nilai")
    taken = await send_file(ratna, table([*rows, *absent]), "nilai.xlsx", XLSX)
    assert taken.startswith(f"{2 * PEOPLE} nilai dibaca")
    await ratna.press("Susun peringkat")
    await ratna.press("Ubah peringkat")
    await ratna.say(f"{applications[MOVED].number} 1 Afirmasi disabilitas")
    await wave.jawara.later(60)
    assert "menunggu persetujuan Anda" in await dedi.screen()
    assert "Disetujui Pak Dedi" in await pressed(dedi, "Setujui")
    await wave.jawara.later(1)  # she is told of it
    await open_class(ratna)
    await ratna.press("Umumkan hasil")
    sure = await ratna.say("lusa 10.00")
    assert f"{SEATS} orang ditawari kursi" in sure
    await ratna.press("Ya, umumkan")


async def open_class(ratna: Seeker) -> None:
    await ratna.say("/staf")
    await ratna.press("Lihat seleksi dan kursi")
    [mine] = [each for each in await ratna.captions() if each.startswith(TITLE)]
    await ratna.press(mine)


async def results_go_out(wave: Round, phones: list[Seeker]) -> None:
    await wave.reach(12, 9, 30)
    assert {each.state for each in wave.applications()} == {"submitted"}
    await wave.reach(12, 10, 1)
    states = Counter(str(each.state) for each in wave.applications())
    assert states == {"offered": SEATS, "reserve": PEOPLE - SEATS - 2, "not_selected": 2}
    mother = phones[0]
    assert len(await told(mother, f"🎓 Siti lolos seleksi {TITLE}")) == 1
    assert len(await told(mother, f"🎓 Sari lolos seleksi {TITLE}")) == 1
    moved = wave.applications()[MOVED]
    standing = await tapped(phones[MOVED], ShowStanding(moved.id))
    assert f"Peringkat Anda: 1 dari {PEOPLE}" in standing
    assert "Alasannya: Afirmasi disabilitas" in standing
    assert "peringkat 60 dari 60, kursi 16" in await phones[-1].screen()


async def seats_are_confirmed(wave: Round, ratna: Seeker, phones: list[Seeker]) -> None:
    """All but three with a tap. One has lost her phone, one lets the seat go, one says nothing."""
    town, applications = wave.jawara, wave.applications()
    holders = [at for at, each in enumerate(applications) if each.state == "offered"]
    for at in holders:
        if at not in (LOST, REFUSES, SILENT):
            said = await tapped(phones[at], ConfirmSeat(applications[at].id))
            assert "sudah pasti" in said
    phones[LOST] = await take_over(town, ratna, applications[LOST])
    assert "sudah pasti" in await tapped(phones[LOST], ConfirmSeat(applications[LOST].id))
    await pressed(phones[REFUSES], "Tidak jadi ikut")
    await pressed(phones[REFUSES], "Ya, lepas kursinya")
    await town.later(60)
    first, second = 15, 16
    assert len(await told(phones[first], "sekarang giliran Anda")) == 1
    assert "sudah pasti" in await tapped(phones[first], ConfirmSeat(applications[first].id))
    await wave.reach(13, 17)
    assert len(await told(phones[SILENT], "belum dikonfirmasi")) == 1
    assert "Batas waktunya sudah lewat" in await tapped(
        phones[SILENT], ConfirmSeat(applications[SILENT].id)
    )
    assert "sudah pasti" in await tapped(phones[second], ConfirmSeat(applications[second].id))
    with town.database.snapshot() as session:
        counted = count_seats(session, [applications[0].class_id])[applications[0].class_id]
    assert (counted.confirmed, counted.offered, counted.free) == (SEATS, 0, 0)


async def take_over(town: Running, ratna: Seeker, application: ApplicationView) -> Seeker:
    """The new phone, once the counter has looked at the card."""
    new = await seeker(town)
    await new.say("hp hilang")
    code = re.search(r"Kode Anda: (\d{4} \d{4})", await new.say(application.number))
    assert code is not None
    await ratna.press_old(OpenPhoneDesk())
    await ratna.say(code[1])
    assert "sudah pindah" in await ratna.press("Cocok, pindahkan")
    await town.later(60)
    return new


async def training_is_held(wave: Round, ratna: Seeker, phones: list[Seeker]) -> None:
    await wave.reach(16, 7, 25)
    assert wave.state() == "running"
    waiting = [at for at, each in enumerate(wave.applications()) if each.state == "not_selected"]
    assert len(waiting) == PEOPLE - SEATS - 2
    assert len(await told(phones[waiting[0]], f"tidak mendapat kursi di {TITLE}")) == 1
    new = phones[LOST]
    link = await card_of(new, new.applications()[0].number)
    assert "pertemuan 1: hadir 07.25" in await ratna.say(payload(link))
    await new.say("/jadwal")
    shown = await new.press(f"Lihat {new.applications()[0].number}")
    assert "hadir 1, terlambat 0, izin 0, tidak hadir 0" in shown
    # Whoever is not seen there is absent, and warned at the wave's limit, once.
    await wave.reach(16, 18, 30)
    assert len(await told(phones[2], "1 kali tidak hadir")) == 1
    assert await told(new, "kali tidak hadir") == []


async def certificates_are_noted(wave: Round, ratna: Seeker, phones: list[Seeker]) -> None:
    await wave.reach(20, 9)
    assert wave.state() == "finished"
    new = phones[LOST]
    number = new.applications()[0].number
    for kind, printed in (("internal", "012/UPTD/2026"), ("bnsp", "71102 7212 4 0001234 2026")):
        await tapped(ratna, OpenCertificate(new.applications()[0].id, kind))
        await ratna.press("Catat lulus")
        await ratna.say(f"terbit {number} {kind} {printed} 1/12/2026")
        assert f"terbit, nomor {printed}" in await ratna.screen()
    await tapped(ratna, OpenCertificate(phones[2].applications()[0].id, "bnsp"))
    await ratna.press("Catat belum lulus")
    await ratna.press("Ya, catat")
    await wave.jawara.later(60)
    assert len(await told(new, "sudah terbit. Nomor:")) == 2
    assert len(await told(phones[2], "belum lulus untuk sertifikat BNSP")) == 1
    stranger = await seeker(wave.jawara, "Joko")
    found = await stranger.say("cek sertifikat 71102 7212 4 0001234 2026")
    assert found.startswith("🎓 Sertifikat ini asli.")
    assert number not in found


def everything_is_on_record(wave: Round) -> None:
    """Each change follows the one before it, and each was told once."""
    with wave.jawara.database.snapshot() as session:
        for each in wave.applications():
            rows = select(ApplicationChange.from_state, ApplicationChange.to_state).where(
                ApplicationChange.application_id == each.id
            )
            way = session.execute(rows.order_by(ApplicationChange.id)).all()
            moves = [(before, to) for before, to in way if before != to]
            assert [before for before, _ in moves] == [None, *(to for _, to in moves[:-1])]
            assert moves[-1][1] == each.state
            kinds = Counter(
                session.scalars(
                    select(Notice.kind).where(
                        Notice.facts["application_id"].as_integer() == each.id,
                        Notice.kind.in_(["offer", "offer_lapsed", "not_selected", "no_seat"]),
                    )
                )
            )
            states = [to for _, to in moves]
            assert kinds["offer"] == states.count("offered")
            assert kinds["offer_lapsed"] == states.count("lapsed")
            assert kinds["not_selected"] + kinds["no_seat"] == states.count("not_selected")
