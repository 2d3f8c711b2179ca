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
from bot.context import Turn
from bot.conversations import ak1, broadcast, documents, registration, welcome
from bot.conversations.ak1 import Asked as AskedOfCard
from bot.conversations.registration_asking import Doubt
from bot.conversations.welcome import Welcome
from bot.presses.ak1 import OpenAk1
from bot.presses.broadcasts import OpenBroadcast
from bot.presses.eligibility import CheckClass
from bot.presses.schedule import OpenSchedule
from catalog.facts import Trait
from intake.document_questions import Asked
from intake.steps import OF_GUARDIAN, STEPS, Step
from tests.cast import set_rules
from tests.journeys.desk import newest, officer
from tests.journeys.documents import KTP, applicant, send_photo
from tests.journeys.phones import private
from tests.journeys.shared import Seeker, seeker, shared_jawara
from tests.running import Running

in_one_loop = pytest.mark.asyncio(loop_scope="module")

NIK = "3673014501990003"
YOUNG = "a NIK of somebody who is 16"
TO_BUTTONS = ["Tulis siaran baru", "Kumpul besok."]
TO_AUDIENCE = [*TO_BUTTONS, "Lanjut tanpa tombol"]
TO_STAFF = [*TO_AUDIENCE, "Pilih siapa", "Petugas", "‹ Kembali", "Lanjut"]
TO_CORRECTION = [*TO_STAFF, "Kirim sekarang", "Ya, kirim", "(sampai)", "Perbaiki teks"]
TO_REVIEW = ["Siti Aminah", NIK, "ya", "081234560001", "smk", "kota serang"]
TO_CONSENT = ["Budi", YOUNG, "ya", "081234560001", "smk", "kota serang", "ibu", "Aminah"]
ASKS: Mapping[Trait, tuple[str, dict[str, object]]] = {
    # A kind of rule for whose sake it is asked, and its parameters.
    Trait.SEX: ("sex", {"sex": "f"}),
    Trait.AGE: ("age", {"min": 15, "max": 29}),
    Trait.EDUCATION: ("education", {"min": "smp"}),
    Trait.DOMICILE: ("domicile", {"regions": ["3673"]}),
    Trait.ACTIVITY: ("idle", {}),
    Trait.HEIGHT: ("height", {"min_cm": 150}),
    Trait.VISION: ("vision", {}),
    Trait.PAPERS: ("papers", {"documents": ["ktp", "ijazah"]}),
    Trait.LANGUAGE: ("language", {"test": "EPS-TOPIK"}),
    Trait.TERM: ("term", {"years": 3}),
}

WAYS_IN: Mapping[str, Mapping[StrEnum, list[str]]] = {
    # What is said or pressed, one after another, until the state's question is open.
    ak1.NAME: {AskedOfCard.ISSUED_ON: []},
    broadcast.NAME: {
        Question.TEXT: ["Tulis siaran baru"],
        Question.CUT: ["Tulis siaran baru", "x" * 4096],
        Question.BUTTONS: TO_BUTTONS,
        Question.LINK: [*TO_BUTTONS, "Tambah tautan"],
        Question.PROGRAMME: [*TO_BUTTONS, "Tambah pelatihan"],
        Question.VACANCY: [*TO_BUTTONS, "Tambah lowongan"],
        Question.JOIN: [*TO_BUTTONS, "Tambah tombol Ikut"],
        Question.AUDIENCE: TO_AUDIENCE,
        Question.REVIEW: TO_STAFF,
        Question.CHANGES: [*TO_STAFF, "Ubah isi"],
        Question.TIME: [*TO_STAFF, "Ubah waktu"],
        Question.SURE: [*TO_STAFF, "Kirim sekarang"],
        Question.DISCARD: [*TO_STAFF, "Buang siaran"],
        Question.CORRECTION: TO_CORRECTION,
        Question.CORRECTION_CUT: [*TO_CORRECTION, "x" * 4096],
        Question.CORRECTION_SURE: [*TO_CORRECTION, "Kumpul lusa."],
    },
    documents.NAME: {
        Asked.PAPER: ["Kirim berkas"],
        Asked.WHICH: ["/menu", "(foto)"],
        Asked.NUMBER: ["Lihat berkas pendaftar"],
    },
    registration.NAME: {
        **{step: TO_REVIEW[: STEPS.index(step)] for step in STEPS},
        **{step: TO_CONSENT[: 6 + place] for place, step in enumerate(OF_GUARDIAN)},
        **{trait: [] for trait in Trait},
        Doubt.CANCEL: ["Siti Aminah", "batal"],
    },
    welcome.NAME: {
        Welcome.CONSENT: ["/start"],
        Welcome.DOMICILE: ["/start", "ya"],
        Welcome.INTERESTS: ["/start", "ya", "kota serang"],
    },
}
CONVERSATIONS = {
    conversation.name: conversation
    for conversation in (
        ak1.conversation(),
        broadcast.conversation(),
        documents.conversation(),
        registration.conversation(),
        welcome.conversation(),
    )
}
STATES = [
    pytest.param(name, state, id=f"{name}-{state}")
    for name, conversation in CONVERSATIONS.items()
    for state in conversation.states
]

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
        *Asked,
        *Trait,
    }


async def _brought_to(jawara: Running, name: str, state: StrEnum) -> Seeker:
    if name == broadcast.NAME or state is Asked.NUMBER:
        person = await officer(jawara, "Siti")
    elif name == documents.NAME:
        person = await applicant(jawara)
    elif name == welcome.NAME:
        person = Seeker(jawara, await jawara.telegram.add_user("Siti", language_code="id"))
    else:
        person = await seeker(jawara)
        if isinstance(state, Trait):
            await _check(jawara, person, state)
        elif name == registration.NAME:
            await person.register_for("menjahit")
        else:
            await person.press_old(OpenAk1())
    for text in WAYS_IN[name][state]:
        if text == "(sampai)":
            await _delivered(jawara, person)
        elif text == "(foto)":
            await send_photo(person, KTP)
        elif name in (broadcast.NAME, documents.NAME) and text in await person.captions():
            await person.press(text)
        else:
            await person.say({NIK: person.nik, YOUNG: _young(jawara, person)}.get(text, text))
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
