"""Staff of a provider before a selection, and classes in the middle of one."""

import io
from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook
from sqlalchemy import select, update

from bot.callbacks import Press
from bot.presses import selection as to
from bot.presses.beds import OpenBedOf
from bot.presses.schools import OpenPupil
from bot.presses.stages import OpenWave
from catalog.selection import PARTS
from intake.beds.beds import ask_for_bed
from intake.reasons import ReasonFor
from intake.schools.rows import pupils_of
from intake.seats.admitting import admit
from intake.seats.offers import hold_candidate, make_offer
from intake.selection.overrides import ask_override
from intake.selection.ranking import rank_applicants
from intake.selection.scores import Mark, record_marks
from people.staff import Role, grant
from storage.models import CourseClass, Provider
from tests.journeys.desk import applicants, officer
from tests.journeys.documents import applicant, send_file
from tests.journeys.schools import group_waiting
from tests.journeys.shared import Seeker, seeker
from tests.running import Running

UPTD, BBPVP = "uptd-pelatihan-kerja", "bbpvp-serang"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def clerk(jawara: Running, name: str, role: Role = Role.STAFF, slug: str = UPTD) -> Seeker:
    """Of that provider alone."""
    person = await seeker(jawara, name)
    with jawara.database.transaction() as session:
        provider = session.scalars(select(Provider.id).where(Provider.slug == slug)).one()
        facts: dict[str, Any] = {"name": name, "granted_by": "test", "now": jawara.clock()}
        grant(session, person.account_id(), role, provider_id=provider, **facts)
    await person.say("/staf")
    return person


async def scene(
    jawara: Running, slug: str, count: int, *, first_id: int, seats: int = 2
) -> tuple[int, list[Seeker]]:
    """A class of so many seats, and its applicants."""
    people = await applicants(jawara, slug, count, first_id=first_id)
    class_id = people[0].applications()[0].class_id
    with jawara.database.transaction() as session:
        chosen = update(CourseClass).where(CourseClass.id == class_id)
        session.execute(chosen.values(capacity=seats))
    return class_id, people


def number(person: Seeker) -> str:
    return person.applications()[0].number


def sheet(people: list[Seeker], *rows: tuple[object, object]) -> bytes:
    """In the order of the people: test and interview."""
    return table([(number(person), *row) for person, row in zip(people, rows, strict=True)])


def table(rows: Iterable[tuple[Any, ...]]) -> bytes:
    """A workbook of scores: number, test, interview."""
    book = Workbook()
    page = book.worksheets[0]
    for row in [("Nomor", "Tes", "Wawancara"), *rows]:
        page.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


async def drawn(
    town: Running, slug: str, first_id: int, count: int = 3
) -> tuple[int, list[Seeker], Seeker]:
    """A list of so many people, in the order of their arrival, and Ratna, who has drawn it up."""
    class_id, people = await scene(town, slug, count, first_id=first_id)
    ratna = await clerk(town, "Bu Ratna")
    await ratna.press_old(to.AskScores(class_id))
    points = [(90 - at, 90 - at) for at in range(count)]
    await send_file(ratna, sheet(people, *points), "nilai.xlsx", XLSX)
    await ratna.press("Susun peringkat")
    return class_id, people, ratna


async def at_a_selection(jawara: Running) -> Seeker:
    """Staff before a class with an applicant, and a score, so that a list can be drawn up."""
    siti = await applicant(jawara)
    with jawara.database.transaction() as session:
        mark = Mark(number(siti), PARTS[0], score=70_00)
        record_marks(session, [mark], actor="Sri", now=jawara.clock())
    class_id = siti.class_of("menjahit")
    person = await officer(jawara, "Siti")
    await person.press_old(to.OpenSelection(class_id))
    return person


async def before_a_reason(jawara: Running, asked: ReasonFor) -> Seeker:
    """Staff before somebody with a seat and in line for a bed, before their wave, or a pupil."""
    siti, group_id = await applicant(jawara), group_waiting(jawara)
    mine = siti.applications()[0]
    with jawara.database.transaction() as session:
        admit(session, mine.number, actor="Dewi", now=jawara.clock())
        ask_for_bed(session, mine.id, siti.account_id(), now=jawara.clock())
        pupil, *_ = pupils_of(session, group_id)
    person = await officer(jawara, "Siti")
    before: dict[ReasonFor, Press] = {
        ReasonFor.SEAT: to.OpenApplicant(mine.id),
        ReasonFor.STAGE: OpenWave(mine.wave_id),
        ReasonFor.BED: OpenBedOf(mine.id),
        ReasonFor.PUPIL: OpenPupil(pupil.application_id),
    }
    await person.press_old(before[asked])
    return person


async def ranked_and_offered(village: Running, slug: str, first_id: int) -> None:
    """Nine people with scores; a seat is offered to one of them, and a move on the list waits."""
    people = await applicants(village, slug, 9, first_id=first_id)
    now, zone = village.clock(), village.settings.zone
    with village.database.transaction() as session:
        first, *others = [person.applications()[0] for person in people]
        held, candidate = hold_candidate(session, first.id, zone)
        make_offer(session, held, candidate, promoted=False, now=now, zone=zone)
        for place, each in enumerate(others):
            marks = [Mark(each.number, part, score=9_000 - place) for part in PARTS]
            record_marks(session, marks, actor="Sri", now=now)
        rank_applicants(session, held, actor="Sri", now=now)
        last = others[-1].number
        ask_override(session, last, to_rank=1, reason="Afirmasi", actor="Sri", now=now)
    await village.later(1)  # whoever may approve it has been asked by then
