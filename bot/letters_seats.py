"""Letters of the selection's end: a seat offered, a place on the reserve, or not selected.

As in `bot.letters`, each re-reads the truth, and is Moot where there is nothing left to tell. They
are results: nobody can mute them.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session

from bot.context import House
from bot.keyboards import Row, button
from bot.presses.courses import ListOpenClasses
from bot.presses.schedule import OpenApplication
from bot.presses.seats import ShowStanding
from bot.screens import Screen
from bot.views.seats import answers_to_offer
from intake.applicants import speaks_for_one
from intake.application_rows import ApplicationState, ApplicationView, application_by_id
from intake.errors import NoSuchApplication
from intake.standings import standing_of
from notices.sender import Letter, Moot
from storage.models import Offer
from texts import Fact, Speaker
from texts.moments import moment, near


def offer(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """A seat is theirs if they say so in time: at once, half-way, and two hours before the end."""
    application = _application(session, letter, ApplicationState.OFFERED)
    made = session.get(Offer, letter.facts["offer_id"])
    if made is None or made.state != "open" or made.deadline <= house.now():
        raise Moot("the offer has been answered, or is over")
    told = near if letter.kind != "offer" else _whole
    text = t(
        f"letter-{letter.kind.replace('_', '-')}",
        **_facts(session, application),
        until=told(made.deadline, house.now(), t, house.zone),
        promoted="yes" if made.promoted else "no",
    )
    return Screen(text, [*answers_to_offer(t, application.id), _see(t, application)])


def offer_lapsed(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    application = _application(session, letter, ApplicationState.LAPSED)
    made = session.get(Offer, letter.facts["offer_id"])
    until = "none" if made is None else moment(made.deadline, t, house.zone)
    text = t("letter-offer-lapsed", **_facts(session, application), until=until)
    return Screen(text, [_chances(t), _see(t, application)])


def reserve(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    application = _application(session, letter, ApplicationState.RESERVE)
    text = t(
        "letter-reserve",
        **_facts(session, application),
        **_standing(session, application),
        place=application.place or 0,
    )
    return Screen(text, [_see_standing(t, application), _see(t, application)])


def waiting(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    """A place on the waiting list of those who came first, known only now."""
    application = _application(session, letter, ApplicationState.RESERVE)
    text = t("letter-waiting", **_facts(session, application), place=application.place or 0)
    return Screen(text, [_see(t, application)])


def not_selected(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    application = _application(session, letter, ApplicationState.NOT_SELECTED)
    told = {**_facts(session, application), **_standing(session, application)}
    text = t("letter-not-selected", **told)
    return Screen(text, [_chances(t), _see_standing(t, application)])


def no_seat(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    """The training has begun, and they waited for a seat until then."""
    application = _application(session, letter, ApplicationState.NOT_SELECTED)
    text = t("letter-no-seat", **_facts(session, application))
    return Screen(text, [_chances(t), _see(t, application)])


def _application(session: Session, letter: Letter, state: ApplicationState) -> ApplicationView:
    try:
        application = application_by_id(session, letter.facts["application_id"])
    except NoSuchApplication:
        raise Moot("the application is gone") from None
    if application.state is not state:
        raise Moot("the application stands elsewhere")
    return application


def _whole(*told: Any) -> str:
    """The first letter names the whole date: it is kept, and read again on another day."""
    deadline, _now, t, zone = told
    return moment(deadline, t, zone)


def _facts(session: Session, application: ApplicationView) -> dict[str, Fact]:
    alone = speaks_for_one(session, application.account_id)
    return {
        "name": "none" if alone else application.name.split()[0],
        "programme": application.programme_title,
        "number": application.number,
    }


def _standing(session: Session, application: ApplicationView) -> dict[str, Fact]:
    standing = standing_of(session, application.id, application.account_id)
    if standing is None:
        raise Moot("nothing was announced")
    return {"rank": standing.rank, "of": standing.of, "seats": standing.seats}


def _see(t: Speaker, application: ApplicationView) -> Row:
    return [button(t.plain("letter-see-application"), OpenApplication(application.id))]


def _see_standing(t: Speaker, application: ApplicationView) -> Row:
    return [button(t.plain("seats-see-standing"), ShowStanding(application.id))]


def _chances(t: Speaker) -> Row:
    return [button(t.plain("letter-other-chances"), ListOpenClasses(0))]


OF_SEATS: dict[str, Callable[[Session, Letter, Speaker, House], Screen]] = {
    "offer": offer,
    "offer_half": offer,
    "offer_last": offer,
    "offer_lapsed": offer_lapsed,
    "reserve": reserve,
    "waiting": waiting,
    "not_selected": not_selected,
    "no_seat": no_seat,
}
"""A part of `bot.letters.LETTERS`."""
