"""The people who share a phone: each with their own data, to be seen and deleted apart."""

from collections.abc import Sequence

from bot.keyboards import Row, button, ways_back
from bot.presses.people import (
    AskErasePerson,
    ErasePerson,
    ListPeople,
    OpenPerson,
    WishInvitations,
)
from bot.presses.settings import OpenMyData
from bot.screens import Screen
from bot.views.paging import page_of, turning
from bot.views.registration import birthday, education_name
from bot.views.vacancies import short
from intake.applications.applicants import Person
from people.nik import mask_nik
from people.phones import mask_phone
from people.regions import REGIONS
from privacy.people import PersonData
from texts import Speaker

A_PAGE = 5
LONGEST_NAME = 24
MOST_NUMBERS = 4


def people_screen(t: Speaker, people: Sequence[Person], page: int) -> Screen:
    if not people:
        return Screen(t("people-none"), [ways_back(t, OpenMyData())])
    shown, page = page_of(people, page, A_PAGE)
    rows: list[Row] = [
        [button(short(person.called, LONGEST_NAME), OpenPerson(person.id))] for person in shown
    ]
    turns = turning(t, page, len(people), ListPeople, A_PAGE)
    return Screen(t("people-list", count=len(people)), [*rows, *turns, ways_back(t, OpenMyData())])


def person_screen(t: Speaker, data: PersonData) -> Screen:
    answers = data.answers
    text = t(
        "people-person",
        name=answers.name or "",
        nik=mask_nik(answers.nik or ""),
        birthday=birthday(answers.born_on, t) if answers.born_on else "",
        phone=mask_phone(answers.phone or ""),
        education=education_name(t, answers.education or "none"),
        domicile=REGIONS[answers.domicile or ""],
        applications=_numbers([each.number for each in data.applications]),
        documents=data.documents,
        guardians=data.guardians,
    )
    name = short(data.called, LONGEST_NAME)
    erase = button(t.plain("people-erase", name=name), AskErasePerson(data.applicant_id))
    return Screen(text, [_invitations(t, data), [erase], ways_back(t, ListPeople(0))])


def invitations_screen(t: Speaker, data: PersonData) -> Screen:
    """What was just wished, and the way to wish otherwise."""
    key = "invitations-on" if data.invited else "invitations-off"
    back = ways_back(t, OpenPerson(data.applicant_id))
    return Screen(t(key, name=short(data.called, LONGEST_NAME)), [_invitations(t, data), back])


def ask_erase_screen(t: Speaker, data: PersonData) -> Screen:
    """The safe choice first; what will be lost is named."""
    live = _numbers([each.number for each in data.applications if each.live])
    keep = button(t.plain("people-keep"), OpenPerson(data.applicant_id))
    really = button(t.plain("people-erase-sure"), ErasePerson(data.applicant_id))
    name = short(data.called, LONGEST_NAME)
    text = t("people-erase-ask", name=name, applications=live, tracks=data.tracks)
    return Screen(text, [[keep], [really], ways_back(t, ListPeople(0))])


def erased_screen(t: Speaker, name: str) -> Screen:
    text = t("people-erased", name=short(name, LONGEST_NAME))
    return Screen(text, [ways_back(t, OpenMyData())])


def nobody_screen(t: Speaker) -> Screen:
    return Screen(t("error-no-such-applicant"), [ways_back(t, ListPeople(0))])


def _invitations(t: Speaker, data: PersonData) -> Row:
    key = "invitations-stop" if data.invited else "invitations-again"
    return [button(t.plain(key), WishInvitations(data.applicant_id, wanted=not data.invited))]


def _numbers(numbers: Sequence[str]) -> str:
    """ "none" where there are none; the newest where there are many."""
    more = len(numbers) - MOST_NUMBERS
    told = ", ".join(numbers[:MOST_NUMBERS])
    return f"{told} +{more}" if more > 0 else told or "none"
