"""Staff with phones, and a wave's applicants for them to write to."""

import re
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from announcements.broadcasts import BroadcastView, list_broadcasts
from bot.callbacks import Press
from intake.applications.steps import QUESTIONS, Step
from intake.registration.drafts import answer, begin_draft
from intake.registration.submissions import submit
from people.accounts import CONSENT_VERSION, ensure_account, give_consent
from people.staff import Role, grant
from people.welcomes import finish_welcome
from storage.models import CourseClass, Programme, Wave
from tests.cast import SITI
from tests.journeys.shared import NUMBERS, Seeker, nik_of, seeker
from tests.running import Running
from tests.simulator import Json, captions


async def officer(jawara: Running, name: str, role: Role = Role.STAFF) -> Seeker:
    """A member of staff before the desk."""
    person = await seeker(jawara, name)
    become(person, name, role)
    await person.say("/staf")
    return person


def become(person: Seeker, name: str, role: Role) -> None:
    who, jawara = person.account_id(), person.jawara
    facts = {"provider_id": None, "name": name, "granted_by": "test", "now": jawara.clock()}
    with jawara.database.transaction() as session:
        grant(session, who, role, **facts)  # type: ignore[arg-type]  # as grant takes them


async def applicants(
    jawara: Running, slug: str, count: int, *, first_id: int, language: str = "id"
) -> list[Seeker]:
    """So many people who have registered for that class of the open example wave."""
    await jawara.telegram.crowd(first_id, count)
    ids = range(first_id, first_id + count)
    people = [Seeker(jawara, {"id": id_, "is_bot": False, "first_name": "Siti"}) for id_ in ids]
    with jawara.database.transaction() as session:
        class_id = _open_class(session, slug)
        for person in people:
            _apply(session, person.id, class_id, language, jawara.clock())
    return people


def wave_of(jawara: Running, slug: str) -> str:
    """The code of the open wave that has a class of this programme."""
    with jawara.database.snapshot() as session:
        class_ = session.get_one(CourseClass, _open_class(session, slug))
        return session.get_one(Wave, class_.wave_id).code


async def choose_wave(staff: Seeker, code: str) -> None:
    """At the question of the audience: those of this wave."""
    await staff.press("Pilih gelombang")
    [caption] = [each for each in await staff.captions() if each.startswith(f"{code} ·")]
    await staff.press(caption)
    await staff.press("‹ Kembali")


async def written(staff: Seeker, text: str, code: str) -> str:
    """A broadcast without buttons to the people of a wave, up to the review."""
    await staff.say("/staf")
    await staff.press("Tulis siaran baru")
    await staff.say(text, parse_mode="HTML")
    await staff.press("Lanjut tanpa tombol")
    await choose_wave(staff, code)
    return await staff.press("Lanjut")


def newest(jawara: Running) -> BroadcastView:
    """The broadcast that was begun last, as the database has it."""
    with jawara.database.snapshot() as session:
        return list_broadcasts(session, 1)[0]


async def pressed(person: Seeker, caption: str) -> str:
    """What the message with that button says after it was pressed, or the one below it."""
    messages = await person.heard()
    [message, *_] = [each for each in reversed(messages) if caption in captions(each)]
    await person.phone.press(person.id, caption, message["message_id"])
    after = await person.heard()
    if len(after) > len(messages):
        return str(after[-1].get("text", ""))
    [changed] = [each for each in after if each["message_id"] == message["message_id"]]
    return str(changed.get("text", ""))


async def panel_of(jawara: Running, person: Seeker) -> str:
    """The message that tells how far it is, edited in place."""
    number = newest(jawara).panel_message_id
    return str(next(m["text"] for m in await person.heard() if m["message_id"] == number))


async def texts_of(person: Seeker, words: str) -> list[str]:
    """What the bot's messages with these words say now, in this person's chat."""
    messages = [said(each) for each in await person.heard()]
    return [text for text in messages if words in text]


async def choose_programme(ratna: Seeker, words: str, title: str) -> None:
    """At the question of the audience: those interested in it, or in a class of it."""
    await ratna.press("Pilih pelatihan")
    await ratna.say(words)
    await ratna.press(title)
    await ratna.press("‹ Kembali")


async def sure(ratna: Seeker) -> str:
    await ratna.press("Lanjut")
    return await ratna.press("Kirim sekarang")


async def sent(village: Running, ratna: Seeker) -> None:
    """From the review to the end of it."""
    await pressed(ratna, "Kirim sekarang")
    await pressed(ratna, "Ya, kirim")
    await village.later(1)
    await village.later(1)
    assert newest(village).state == "done"


async def tapped(person: Seeker, press: Press) -> str:
    """An old button, pressed again; what is said then."""
    await person.press_old(press)
    return await person.screen()


async def tapped_again(person: Seeker, press: Press) -> str:
    """A second tap, which leaves no message more."""
    messages = len(await person.heard())
    told = await tapped(person, press)
    assert len(await person.heard()) == messages
    return told


async def toast(person: Seeker, press: Press, message: Json | None = None) -> str:
    """The same; the words on top of the chat."""
    await person.press_old(press, message)
    answers = [
        call["parameters"].get("text", "")
        for call in await person.phone.requests()
        if call["method"].lower() == "answercallbackquery"
    ]
    return str(answers[-1])


def as_press(data: str) -> Press:
    press = Press.kinds[data.partition(":")[0]].parse(data)
    assert press is not None
    return press


def people_of(review: str) -> int:
    """How many it would reach."""
    found = re.search(r"Sampai ke (\d+) orang", review)
    assert found is not None
    return int(found[1])


def said(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def _open_class(session: Session, slug: str) -> int:
    query = select(CourseClass.id).join(Programme).join(Wave, CourseClass.wave_id == Wave.id)
    return session.scalars(query.where(Programme.slug == slug, Wave.state == "open")).one()


def _apply(session: Session, telegram_id: int, class_id: int, language: str, now: datetime) -> None:
    account = ensure_account(session, telegram_id, language=language, now=now)
    session.flush()
    give_consent(session, account.id, CONSENT_VERSION, now)
    finish_welcome(session, account.id, now)
    begin_draft(session, account.id, class_id, now=now)
    answers = {**SITI.answers(), Step.NIK: nik_of(next(NUMBERS))}
    for step in QUESTIONS:
        answer(session, account.id, step, answers[step], now=now)
    submit(session, account.id, update_id=None, now=now)
