"""What is kept about a person, in their own words, and the way to have it all deleted."""

from bot.keyboards import button, ways_back
from bot.presses.menu import OpenMenu
from bot.presses.people import ListPeople
from bot.presses.phones import OpenPhones
from bot.presses.settings import AskErase, Erase, OpenMyData, OpenSettings, SendMyData
from bot.screens import Screen
from bot.views.vacancies import short
from intake.applications.steps import Answers
from people.nik import mask_nik
from people.phones import mask_phone
from privacy.personal import PersonalData
from texts import Safe, Speaker
from texts.moments import day, day_of

MOST_IN_LINES = 2


def my_data_screen(t: Speaker, data: PersonalData) -> Screen:
    """A line a kind of data; NIK and phone masked. The file has it whole."""
    consented, card = data.account.consented_at, data.account.ak1_issued_on
    people = _people(t, data)
    text = t(
        "data-text",
        consent="none" if consented is None else day_of(consented, t.language),
        people=people or "none",
        draft="none" if data.draft is None else data.draft.programme_title,
        applications=short(", ".join(each.number for each in data.applications), 60) or "none",
        interests=len(data.stream_interests) + len(data.programme_interests),
        marks=len(data.marks),
        ak1="none" if card is None else day(card, t.language),
        outcomes=len(data.outcomes),
        told=0 if data.told is None else len(data.told.to_json()),
        guardians=len(data.guardians),
        documents=len(data.papers.documents),
        notices=sum(notice.state == "sent" for notice in data.notices),
    )
    rows = [
        *([[button(t.plain("people-see"), ListPeople(0))]] if data.people else []),
        [button(t.plain("data-send"), SendMyData())],
        [button(t.plain("phones-open"), OpenPhones())],
        [button(t.plain("data-erase"), AskErase())],
        ways_back(t, OpenSettings()),
    ]
    return Screen(text, rows)


def ask_erase_screen(t: Speaker, data: PersonalData) -> Screen:
    """The safe choice first; what will be lost is named."""
    numbers = ", ".join(each.number for each in data.applications if each.live) or "none"
    certificates = ", ".join(each.number for each in data.training.certificates if each.number)
    rows = [
        [button(t.plain("data-keep"), OpenMyData())],
        [button(t.plain("data-erase-sure"), Erase())],
    ]
    return Screen(
        t("data-erase-ask", applications=numbers, certificates=certificates or "none"), rows
    )


def erased_screen(t: Speaker) -> Screen:
    return Screen(t("data-erased"), [[button(t.plain("common-menu"), OpenMenu())]])


def _people(t: Speaker, data: PersonalData) -> Safe | str:
    """A line each; where they are many, only how they are called."""
    if len(data.people) > MOST_IN_LINES:
        return t("data-people", names=short(", ".join(each.called for each in data.people), 80))
    return Safe("\n".join(_person(t, one.answers) for one in data.applicants))


def _person(t: Speaker, answers: Answers) -> Safe:
    return t(
        "data-person",
        name=answers.name or "",
        nik=mask_nik(answers.nik or ""),
        phone=mask_phone(answers.phone or ""),
    )
