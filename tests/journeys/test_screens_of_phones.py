"""Every screen of a shared phone and of a changed one: short enough, never a dead end."""

from collections import deque

import pytest

from bot.callbacks import Press
from bot.presses.people import ErasePerson, ListPeople
from bot.presses.phones import (
    ApproveTakeover,
    MakePhoneLink,
    OpenPhoneDesk,
    OpenPhones,
    RefuseTakeover,
    WithdrawPhone,
)
from bot.presses.settings import ChooseLanguage
from intake.applications.steps import QUESTIONS
from intake.registration.drafts import answer, begin_draft
from intake.registration.submissions import submit
from tests.cast import SARI
from tests.journeys.desk import applicants, officer
from tests.journeys.shared import NUMBERS, Seeker, nik_of, seeker
from tests.journeys.test_every_screen import MOST, SORRY, faults_of, tap, ways_on
from tests.running import Running
from tests.simulator import captions

pytestmark = pytest.mark.asyncio(loop_scope="module")

LEFT_OUT = {ErasePerson, ApproveTakeover, RefuseTakeover, WithdrawPhone, MakePhoneLink}


@pytest.mark.parametrize("language", ["id", "en"])
async def test_every_screen_of_phones_is_short_and_leads_on(
    village: Running, language: str
) -> None:
    siti = await shared(village, 9600 if language == "id" else 9700)
    number = siti.applications()[0].number
    new = await seeker(village)
    await new.say(f"hp hilang {number}")
    ratna = await officer(village, "Bu Ratna")
    faults = []
    for person, begins in ((siti, ListPeople(0)), (new, OpenPhones()), (ratna, OpenPhoneDesk())):
        await person.press_old(ChooseLanguage(language))
        faults += await walk(person, begins, language)
    await ratna.press_old(OpenPhoneDesk())
    await ratna.say(number)
    link = next(data for data in await ratna.data() if data.startswith(MakePhoneLink.code))
    await tap(ratna, link)
    faults += faults_of(link, await ratna.newest(), SORRY[language])
    assert faults == []


async def walk(person: Seeker, begins: Press, language: str) -> list[str]:
    seen, faults = {begins.pack()}, []
    waiting = deque(seen)
    while waiting:
        data = waiting.popleft()
        screen = await tap(person, data)
        faults += [f"{data}: {fault}" for fault in faults_of(data, screen, SORRY[language])]
        faults += [f"{data}: {captions(screen)} are too many"] * (len(captions(screen)) > MOST)
        found = {each for each in ways_on(screen) if is_of_phones(each)}
        waiting += sorted(found - seen)
        seen |= found
    return faults


def is_of_phones(data: str) -> bool:
    kind = Press.kinds[data.partition(":")[0]]
    return kind not in LEFT_OUT and kind.__module__.endswith(("people", "phones"))


async def shared(village: Running, first_id: int) -> Seeker:
    """A phone with two people on it."""
    [siti] = await applicants(village, "menjahit", 1, first_id=first_id)
    answers = {**SARI.answers()}
    answers[QUESTIONS[1]] = nik_of(next(NUMBERS))
    with village.database.transaction() as session:
        class_id, now, who = siti.class_of("animasi"), village.clock(), siti.account_id()
        begin_draft(session, who, class_id, now=now, for_another=True)
        for step in QUESTIONS:
            answer(session, who, step, answers[step], now=now)
        submit(session, who, update_id=None, now=now)
    await siti.say("/menu")
    return siti
