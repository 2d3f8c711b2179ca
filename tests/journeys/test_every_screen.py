"""Every screen that taps alone lead to: short enough, never a dead end, never an apology."""

from collections import deque
from datetime import datetime, timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.callbacks import Press
from bot.presses.documents import OpenDocuments, SendDocuments
from bot.presses.menu import OpenMenu
from bot.presses.schedule import OpenSchedule
from bot.presses.selection import ListWaitingMoves
from bot.presses.settings import ChooseLanguage
from bot.presses.staff import OpenStaff
from intake.training.attendance import mark
from intake.training.attendance_rows import AttendanceState
from intake.training.certificate_rows import CertificateKind, CertificateState
from intake.training.certificates import decide
from people.staff import EVERYWHERE, Role
from storage.models import Document
from tests.journeys.abroad import prepare_for_abroad
from tests.journeys.broadcasts import broadcasts_in_each_state
from tests.journeys.decisions import DECISIONS, UNVISITED, WITHOUT_MENU
from tests.journeys.desk import officer
from tests.journeys.documents import with_papers
from tests.journeys.promised import promise, say_placed
from tests.journeys.schools import group_waiting
from tests.journeys.selections import ranked_and_offered
from tests.journeys.shared import Seeker, seeker
from tests.journeys.training import Course, held_now
from tests.running import Running
from tests.simulator import Json, buttons, captions

pytestmark = pytest.mark.asyncio(loop_scope="module")

LONGEST_TEXT = 600
MOST_CHOICES = 8
MOST = 8
"""At the desk, ways back included."""
LONGEST_CAPTION = 56  # a programme's title is as long as it is
DESK = (
    "broadcasts", "document_desk", "staff", "attendance", "certificates", "phones", "schools",
    "selection", "track_desk", "promises", "stages", "beds",
)  # fmt: skip
TRAINEES = ("schedule", "cards", "promises", "stages", "beds")
DESKS_CLASS = {"id": "las-gmaw", "en": "las-smaw-b"}
RANKED_CLASS = {"id": "animasi", "en": "office-operator"}
OWN_CLASS = {"id": "las-smaw-a", "en": "menjahit"}
FIRST_ID = {"id": 9400, "en": 9500}
"""Each story has a class and people of its own."""
ISSUED, FAILED = CertificateState.ISSUED, CertificateState.FAILED
SORRY = {"id": "Maaf", "en": "Sorry"}


@pytest.mark.parametrize("language", ["id", "en"])
async def test_every_screen_is_short_and_leads_on(village: Running, language: str) -> None:
    siti = await seeker(village)
    await siti.press_old(ChooseLanguage(language))
    seen = {OpenMenu().pack()}
    waiting, faults = deque(seen), []
    while waiting:
        data = waiting.popleft()
        screen = await tap(siti, data)
        faults += [f"{data}: {fault}" for fault in faults_of(data, screen, SORRY[language])]
        fresh = {each for each in ways_on(screen) if each not in seen}
        seen |= fresh
        waiting += sorted(fresh)
    assert faults == []
    assert len(seen) > 200


@pytest.mark.parametrize("language", ["id", "en"])
async def test_every_screen_of_the_staffs_desk_is_short_and_leads_on(
    village: Running, language: str
) -> None:
    ratna = await officer(village, f"Bu Ratna {language}", Role.APPROVER)
    await ratna.press_old(ChooseLanguage(language))
    await broadcasts_in_each_state(village, ratna)
    await with_papers(village)
    group_waiting(village)
    las = await held_now(village, DESKS_CLASS[language], 7, first_id=FIRST_ID[language])
    await village.database.write(prepare_for_abroad, las.people[0].account_id(), village.clock())
    await ranked_and_offered(village, RANKED_CLASS[language], FIRST_ID[language] + 20)
    await village.database.write(promise, DESKS_CLASS[language])
    await village.database.write(say_placed, las.application().id, village.clock())
    seen = {OpenStaff().pack(), ListWaitingMoves(0).pack()}  # before a list is drawn up anew
    waiting, faults = deque(sorted(seen)), []
    while waiting:
        data = waiting.popleft()
        screen = await tap(ratna, data)
        faults += [f"{data}: {fault}" for fault in faults_of(data, screen, SORRY[language])]
        faults += [f"{data}: {captions(screen)} are too many"] * (len(captions(screen)) > MOST)
        found = {each for each in ways_on(screen) if is_the_desks(each)}
        fresh = found - seen
        seen |= fresh
        waiting += sorted(fresh)
    assert faults == []
    assert len(seen) > 110
    shown = {data.partition(":")[0] for data in seen}
    assert {"bom", "bc", "bls", "be", "ddv", "dda", "ddr"} <= shown
    assert {"hr", "ho", "hi", "skl", "sko", "ska", "gl", "go", "ga", "asl"} <= shown
    assert {"qo", "qa", "qp", "qn", "qs", "ql", "qm", "qv", "qvo", "qvr", "qu", "qun"} <= shown
    assert {"npk", "npl", "npo", "npa"} <= shown
    assert {"jd", "jdt", "jdn", "jdf", "jdi", "jda"} <= shown
    assert {"gr", "gro", "grp", "gpo", "gpw", "grl", "gre", "grr", "grs"} <= shown


@pytest.mark.parametrize("language", ["id", "en"])
async def test_every_screen_of_documents_is_short_and_leads_on(
    village: Running, language: str
) -> None:
    siti = await with_papers(village)
    await siti.press_old(ChooseLanguage(language))
    await village.later(1)
    application_id = siti.applications()[0].id
    with village.database.transaction() as session:
        marked = update(Document).where(Document.application_id == application_id)
        session.execute(marked.values(unreadable=True))
    seen = {OpenDocuments(application_id).pack(), SendDocuments(application_id).pack()}
    waiting, faults = deque(sorted(seen)), []
    while waiting:
        data = waiting.popleft()
        screen = await tap(siti, data)
        faults += [f"{data}: {fault}" for fault in faults_of(data, screen, SORRY[language])]
        faults += [f"{data}: {captions(screen)} are too many"] * (len(captions(screen)) > MOST)
        found = {each for each in ways_on(screen) if is_of_documents(each)}
        fresh = found - seen
        seen |= fresh
        waiting += sorted(fresh)
    assert faults == []
    assert {data.partition(":")[0] for data in seen} == {"d", "ds", "dp", "da", "dv", "dt", "dtt"}


@pytest.mark.parametrize("language", ["id", "en"])
async def test_every_screen_of_a_trainee_is_short_and_leads_on(
    village: Running, language: str
) -> None:
    las = await held_now(village, OWN_CLASS[language], 1, first_id=FIRST_ID[language] + 50)
    siti = las.people[0]
    await siti.press_old(ChooseLanguage(language))
    with village.database.transaction() as session:
        missed_and_passed(session, las, village.clock())
        promise(session, OWN_CLASS[language])
        say_placed(session, las.application().id, village.clock())
    await village.later()  # what they are told of that comes before the walk, not in between
    seen = {OpenSchedule().pack()}
    waiting, faults = deque(seen), []
    while waiting:
        data = waiting.popleft()
        screen = await tap(siti, data)
        faults += [f"{data}: {fault}" for fault in faults_of(data, screen, SORRY[language])]
        found = {each for each in ways_on(screen) if is_a_trainees(each)}
        waiting += sorted(found - seen)
        seen |= found
    assert faults == []
    assert {"ap", "kp", "kpa", "kc", "np", "npy"} <= {data.partition(":")[0] for data in seen}


async def test_what_is_searched_for_at_the_desk_leaves_room_for_the_ways_back(
    village: Running,
) -> None:
    ratna = await officer(village, "Bu Ratna")
    await ratna.press("Tulis siaran baru")
    await ratna.say("Halo")
    await ratna.press("Tambah pelatihan")
    await ratna.say("las")
    assert 2 < len(await ratna.captions()) <= MOST
    await ratna.press("‹ Kembali")
    await ratna.press("Lanjut tanpa tombol")
    await ratna.press("Pilih pelatihan")
    await ratna.say("las")
    assert 2 < len(await ratna.captions()) <= MOST


def is_of_documents(data: str) -> bool:
    return Press.kinds[data.partition(":")[0]].__module__.endswith(".documents")


def is_the_desks(data: str) -> bool:
    code = data.partition(":")[0]
    return code not in DECISIONS and Press.kinds[code].__module__.endswith(DESK)


def is_a_trainees(data: str) -> bool:
    code = data.partition(":")[0]
    return code not in DECISIONS and Press.kinds[code].__module__.endswith(TRAINEES)


def missed_and_passed(session: Session, las: Course, now: datetime) -> None:
    """An attendance that is on record, and both certificates, one of them issued."""
    id_ = las.application().id
    zone = las.people[0].jawara.settings.zone
    facts = {"actor": "Bu Ratna", "now": now}
    late = AttendanceState.LATE
    mark(session, id_, las.meeting_ids[0], late, EVERYWHERE, minutes_late=20, zone=zone, **facts)  # type: ignore[arg-type]  # as mark takes them
    facts["now"] = now + timedelta(minutes=10)  # the first meeting has begun
    for kind, state in ((CertificateKind.INTERNAL, ISSUED), (CertificateKind.BNSP, FAILED)):
        decide(session, id_, kind, state, EVERYWHERE, number=f"12/{id_}/UPTD/2026", **facts)  # type: ignore[arg-type]  # as decide takes them


async def tap(siti: Seeker, data: str) -> Json:
    """The screen a button leads to, pressed on the newest message."""
    kind = Press.kinds[data.partition(":")[0]]
    press = kind.parse(data)
    assert press is not None
    await siti.press_old(press)
    return await siti.newest()


def ways_on(screen: Json) -> list[str]:
    data = [button.get("callback_data", "") for button in buttons(screen)]
    return [each for each in data if each and not is_left_out(each)]


def is_left_out(data: str) -> bool:
    """What erases, or changes the language; and the registration's own journeys."""
    code = data.partition(":")[0]
    return code in UNVISITED or Press.kinds[code].__module__.endswith("registration")


def faults_of(data: str, screen: Json, sorry: str) -> list[str]:
    text = screen.get("text") or screen.get("caption", "")
    its_own = "photo" in screen and "reply_markup" not in screen  # what somebody has sent
    if "venue" in screen or "document" in screen or its_own:
        return []
    rows = screen.get("reply_markup", {}).get("inline_keyboard", [])
    faults = []
    if not text or len(text) > LONGEST_TEXT:
        faults.append(f"{len(text)} characters")
    if sum(len(row) for row in rows[:-1]) > MOST_CHOICES + 2:
        faults.append(f"{captions(screen)} are too many")
    faults += [f"{each!r} is long" for each in captions(screen) if len(each) > LONGEST_CAPTION]
    on_the_last_row = [button["text"] for button in rows[-1]]
    if data.partition(":")[0] not in WITHOUT_MENU and "⌂ Menu" not in on_the_last_row:
        faults.append(f"no way to the menu: {text[:60]}")
    if sorry in text:
        faults.append(text)
    return faults
