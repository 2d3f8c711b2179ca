"""Every state of every conversation has a way in, an answer to nonsense, and a way out.

Proved by driving the real application over HTTP. A state that is added without being driven here
fails the test, and so does one that nobody can leave.
"""

from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum

import pytest
import pytest_asyncio
from telegram import Chat, Message, Update, User
from telegram.ext import ConversationHandler

from announcements.questions import Question
from bot import routes
from bot.callbacks import Press
from bot.context import Turn
from bot.conversations import (
    ak1,
    broadcast,
    documents,
    phones,
    reasons,
    registration,
    schools,
    selection,
    welcome,
)
from bot.conversations.ak1 import Asked as AskedOfCard
from bot.conversations.registration_asking import Doubt
from bot.conversations.welcome import Welcome
from bot.presses.ak1 import OpenAk1
from bot.presses.broadcasts import OpenBroadcast
from bot.presses.eligibility import CheckClass
from bot.presses.phones import OpenPhones
from bot.presses.schedule import OpenSchedule
from bot.presses.schools import OpenGroup
from catalog.facts import Trait
from intake.applications.steps import Step
from intake.documents.questions import Asked
from intake.reasons import ReasonFor
from intake.schools.questions import SchoolAsked
from intake.selection.questions import Asked as AskedAtDesk
from people.questions import Question as OfPhones
from tests.bot.ways_in import ASKS, NIK, WAYS_IN, YOUNG
from tests.cast import set_rules
from tests.journeys.desk import newest, officer
from tests.journeys.documents import KTP, applicant, send_photo
from tests.journeys.phones import private
from tests.journeys.schools import group_waiting
from tests.journeys.selections import at_a_selection, before_a_reason
from tests.journeys.shared import Seeker, seeker, shared_jawara
from tests.running import Running

in_one_loop = pytest.mark.asyncio(loop_scope="module")

CONVERSATIONS = {
    conversation.name: conversation
    for conversation in (
        ak1.conversation(),
        broadcast.conversation(),
        documents.conversation(),
        phones.conversation(),
        reasons.conversation(),
        registration.conversation(),
        selection.conversation(),
        schools.conversation(),
        welcome.conversation(),
    )
}
STATES = [
    pytest.param(name, state, id=f"{name}-{state}")
    for name, conversation in CONVERSATIONS.items()
    for state in conversation.states
]

OPENED: Mapping[str, Press] = {ak1.NAME: OpenAk1(), phones.NAME: OpenPhones()}
PRESSED = (
    *(broadcast.NAME, documents.NAME, phones.NAME, reasons.NAME, schools.NAME, selection.NAME),
)
"""Where a way in is a caption, if there is such a button."""
NONSENSE = "?!?"
TOO_LONG: Mapping[StrEnum, int] = {
    Question.TEXT: 4097,
    Question.JOIN: 41,
    Question.CORRECTION: 4097,
}
"""Where any text is an answer, one of so many characters is none."""
STICKER = {
    "file_id": "CAACAgIAAxkBAAEBdGVzdA",
    "file_unique_id": "AgADdGVzdA",
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def jawara(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Running]:
    folder = tmp_path_factory.mktemp("conversations")
    async with shared_jawara(request, folder, "sqlite") as here:
        yield here


@in_one_loop
@pytest.mark.parametrize(("name", "state"), STATES)
async def test_nonsense_is_answered_and_a_command_leads_out(
    jawara: Running, name: str, state: StrEnum
) -> None:
    person = await _brought_to(jawara, name, state)
    assert _state(jawara, name, person) == state
    before = len(await person.heard())
    await _say_nonsense(person, state)
    assert len(await person.heard()) == before + 1
    assert _state(jawara, name, person) == state
    await person.say("/menu")
    assert _state(jawara, name, person) is None
    assert (await person.screen()).startswith("Jawara, ")


@in_one_loop
@pytest.mark.parametrize(("name", "state"), STATES)
async def test_a_sticker_is_answered_and_another_button_leads_out(
    jawara: Running, name: str, state: StrEnum
) -> None:
    person = await _brought_to(jawara, name, state)
    before = len(await person.heard())
    sent = (await person.phone.transcript(person.id))[-1]
    said = {"date": sent["date"], "chat": sent["chat"], "from": _sender(person)}
    await person.phone.update(
        message={**said, "message_id": sent["message_id"] + 1000, "sticker": STICKER}
    )
    assert len(await person.heard()) == before + 1
    await person.press_old(OpenSchedule())
    assert _state(jawara, name, person) is None
    assert "📅 Jadwal saya" in [m["text"].splitlines()[0] for m in await person.heard()]


def test_no_conversation_is_left_out() -> None:
    assert set(routes.CONVERSATIONS) == set(CONVERSATIONS)
    driven = {name: set(states) for name, states in WAYS_IN.items()}
    assert driven == {name: set(each.states) for name, each in CONVERSATIONS.items()}
    assert {state for states in driven.values() for state in states} == {
        *Step,
        *Doubt,
        *Welcome,
        *Question,
        *AskedOfCard,
        *OfPhones,
        *Asked,
        *AskedAtDesk,
        *ReasonFor,
        *SchoolAsked,
        *Trait,
    }


async def _brought_to(jawara: Running, name: str, state: StrEnum) -> Seeker:
    person = await _before(jawara, name, state)
    for text in WAYS_IN[name][state]:
        if text == "(sampai)":
            await _delivered(jawara, person)
        elif text == "(foto)":
            await send_photo(person, KTP)
        elif name in PRESSED and text in await person.captions():
            await person.press(text)
        else:
            await person.say({NIK: person.nik, YOUNG: _young(jawara, person)}.get(text, text))
    return person


async def _before(jawara: Running, name: str, state: StrEnum) -> Seeker:
    """Somebody of whom that can be asked."""
    if name in (broadcast.NAME, schools.NAME) or state in (Asked.NUMBER, OfPhones.COUNTER):
        person = await officer(jawara, "Siti")
        if name == schools.NAME:
            await person.press_old(OpenGroup(group_waiting(jawara)))
        return person
    if name == selection.NAME:
        return await at_a_selection(jawara)
    if isinstance(state, ReasonFor):
        return await before_a_reason(jawara, state)
    if name == documents.NAME:
        return await applicant(jawara)
    if name == welcome.NAME:
        return Seeker(jawara, await jawara.telegram.add_user("Siti", language_code="id"))
    person = await seeker(jawara)
    if isinstance(state, Trait):
        await _check(jawara, person, state)
    elif name == registration.NAME:
        await person.register_for("menjahit")
    else:
        await person.press_old(OPENED[name])
    return person


def _young(jawara: Running, person: Seeker) -> str:
    """Her NIK, were she 16."""
    year = (jawara.clock().year - 16) % 100
    return f"{person.nik[:10]}{year:02d}{person.nik[12:]}"


async def _check(jawara: Running, person: Seeker, trait: Trait) -> None:
    """A programme whose only rule wants this to be asked."""
    kind, parameters = ASKS[trait]
    class_id = person.class_of("animasi")
    with jawara.database.transaction() as session:
        set_rules(session, class_id, (kind, parameters))
    await person.press_old(CheckClass(class_id))


async def _delivered(jawara: Running, person: Seeker) -> None:
    """The broadcast arrives, and its author looks at it."""
    await jawara.later(1)
    await jawara.later(1)
    await person.press_old(OpenBroadcast(newest(jawara).id))


async def _say_nonsense(person: Seeker, state: StrEnum) -> None:
    """Longer than Telegram's own clients let anybody type, where only that is no answer."""
    length = TOO_LONG.get(state, 0)
    if length < 1000:
        await person.say("x" * length or NONSENSE)
        return
    await person.phone.update(message=private(person, text="x" * length))


def _state(jawara: Running, name: str, person: Seeker) -> object:
    """Which question the running application takes a text of this person's to answer."""
    chat = Chat(person.id, Chat.PRIVATE)
    sender = User(person.id, "Siti", is_bot=False)
    message = Message(1, datetime(2025, 11, 17, tzinfo=UTC), chat, from_user=sender, text="x")
    taken = _running(jawara, name).check_update(Update(1, message=message))
    return None if taken is None else taken[0]


def _running(jawara: Running, name: str) -> ConversationHandler[Turn]:
    handlers = (each for group in jawara.application.handlers.values() for each in group)
    [found] = [
        each for each in handlers if isinstance(each, ConversationHandler) and each.name == name
    ]
    return found


def _sender(person: Seeker) -> dict[str, object]:
    return {key: person.user[key] for key in ("id", "is_bot", "first_name")}
