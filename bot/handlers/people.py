"""Those who share a phone: listed, shown, deleted one by one."""

from functools import wraps

from telegram import Update

from bot.context import Handler, Turn
from bot.presses.people import (
    AskErasePerson,
    ErasePerson,
    ListPeople,
    OpenPerson,
    WishInvitations,
)
from bot.screens import show, show_below
from bot.views import people as views
from intake.applications.applicants import people_of
from intake.applications.errors import NoSuchApplicant
from intake.registration.invitations import wish_invitations as take_wish
from privacy.erasure import erase_person
from privacy.people import PersonData, person_data


def known(handler: Handler) -> Handler:
    """Whoever was deleted, or has gone to another phone, is said to be."""

    @wraps(handler)
    async def guarded(update: Update, turn: Turn) -> object:
        try:
            return await handler(update, turn)
        except NoSuchApplicant:
            await show(update, turn, views.nobody_screen(turn.t))
            return None

    return guarded


async def list_people(update: Update, turn: Turn) -> None:
    people = await turn.house.database.read(people_of, turn.account.id)
    page = turn.pressed(ListPeople).page
    await show(update, turn, views.people_screen(turn.t, people, page))


@known
async def open_person(update: Update, turn: Turn) -> None:
    data = await _data(turn, turn.pressed(OpenPerson).applicant_id)
    await show(update, turn, views.person_screen(turn.t, data))


@known
async def ask_erase(update: Update, turn: Turn) -> None:
    data = await _data(turn, turn.pressed(AskErasePerson).applicant_id)
    await show(update, turn, views.ask_erase_screen(turn.t, data))


@known
async def erase(update: Update, turn: Turn) -> None:
    house, applicant_id = turn.house, turn.pressed(ErasePerson).applicant_id
    data = await _data(turn, applicant_id)
    await house.database.write(erase_person, turn.account.id, applicant_id, now=house.now())
    await show(update, turn, views.erased_screen(turn.t, data.called))


@known
async def wish_invitations(update: Update, turn: Turn) -> None:
    """In a message of its own: the letter with the button is worth keeping."""
    press, house = turn.pressed(WishInvitations), turn.house
    who, wanted = turn.account.id, press.wanted
    await house.database.write(take_wish, who, press.applicant_id, wanted)
    data = await _data(turn, press.applicant_id)
    await show_below(update, turn, views.invitations_screen(turn.t, data))


async def _data(turn: Turn, applicant_id: int) -> PersonData:
    return await turn.house.database.read(person_data, turn.account.id, applicant_id)
