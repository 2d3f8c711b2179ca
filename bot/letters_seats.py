"""Letters of seats: offered, given, let go for somebody; a place on the reserve, not selected.

As in `bot.letters`, each re-reads the truth, and is Moot where there is nothing left to tell. They
are results: nobody can mute them.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.context import House
from bot.keyboards import Row, button
from bot.letters_intake import still_here
from bot.presses.beds import OpenBed
from bot.presses.cards import ShowCard
from bot.presses.courses import ListOpenClasses
from bot.presses.people import WishInvitations
from bot.presses.schedule import OpenApplication, OpenScheduleBelow
from bot.presses.seats import ShowStanding
from bot.screens import Screen
from bot.views.seats import answers_to_offer, chance_rows
from intake.applications.errors import NoSuchApplication
from intake.applications.rows import ApplicationState, ApplicationView, application_by_id
from intake.beds.giving import said_of
from intake.beds.houses import BedState
from intake.beds.rows import bed_of
from intake.registration.chances import chances_of
from intake.seats.offers import has_confirmed
from intake.selection.standings import standing_of
from notices.sender import Letter, Moot
from storage.models import ApplicationChange, Offer
from texts import Fact, Speaker
from texts.moments import day, moment, near

MOST_CHANCES = 2
GIVEN_BACK = (ApplicationState.DECLINED, ApplicationState.WITHDRAWN)


def offer(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """A seat is theirs if they say so in time: at once, half-way, and two hours before the end."""
    application = _application(session, letter, ApplicationState.OFFERED)
    made = session.get(Offer, letter.facts["offer_id"])
    if made is None or made.state != "open" or made.deadline <= house.now():
        raise Moot("the offer has been answered, or is over")
    told = near if letter.kind != "offer" else _whole
    text = t(
        f"letter-{letter.kind.replace('_', '-')}",
        **_facts(application),
        until=told(made.deadline, house.now(), t, house.zone),
        promoted="yes" if made.promoted else "no",
    )
    return Screen(text, [*answers_to_offer(t, application.id), _see(t, application)])


def offer_lapsed(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    application = _application(session, letter, ApplicationState.LAPSED)
    made = session.get(Offer, letter.facts["offer_id"])
    until = "none" if made is None else moment(made.deadline, t, house.zone)
    text = t("letter-offer-lapsed", **_facts(application), until=until)
    return Screen(text, [*_chances(session, t, application, house), _see(t, application)])


def admitted(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """Staff have given them a seat, or have confirmed the one they were offered."""
    application = _application(session, letter, ApplicationState.ADMITTED)
    starts_on = application.starts_on
    ahead = starts_on is not None and starts_on >= house.today()
    text = t(
        "letter-admitted",
        **_facts(application),
        confirmed="yes" if has_confirmed(session, application.id) else "no",
        starts=day(starts_on, t.language) if starts_on is not None and ahead else "none",
    )
    bed = bed_of(session, application.id, house.now())
    asked = bed is None or bed.state is not None or not bed.open
    answer = [] if asked else [[button(t.plain("beds-answer"), OpenBed(application.id))]]
    card = [button(t.plain("card-see"), ShowCard(application.id))]
    schedule = [button(t.plain("letter-see-schedule"), OpenScheduleBelow())]
    return Screen(text, [*answer, card, _see(t, application), schedule])


def seat_let_go(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """Staff have given it back for them, which they may know nothing of."""
    application = _application(session, letter, *GIVEN_BACK)
    bed = said_of(session, application.id) is BedState.GONE
    text = t(
        "letter-seat-let-go",
        **_facts(application),
        when=moment(application.changed_at, t, house.zone),
        why=_why(session, t, application),
        bed="yes" if bed else "no",
    )
    return Screen(text, [*_chances(session, t, application, house), _see(t, application)])


def reserve(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    application = _application(session, letter, ApplicationState.RESERVE)
    text = t(
        "letter-reserve",
        **_facts(application),
        **_standing(session, application),
        place=application.place or 0,
    )
    return Screen(text, [_see_standing(t, application), _see(t, application)])


def waiting(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    """A place on the waiting list of those who came first, known only now."""
    application = _application(session, letter, ApplicationState.RESERVE)
    text = t("letter-waiting", **_facts(application), place=application.place or 0)
    return Screen(text, [_see(t, application)])


def not_selected(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    application = _application(session, letter, ApplicationState.NOT_SELECTED)
    told = {**_facts(application), **_standing(session, application)}
    text = t("letter-not-selected", **told)
    ways = [*_chances(session, t, application, house), _see_standing(t, application)]
    return Screen(text, [*ways, _not_invited(t, application)])


def no_seat(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """The training has begun, and they waited for a seat until then."""
    application = _application(session, letter, ApplicationState.NOT_SELECTED)
    text = t("letter-no-seat", **_facts(application))
    ways = [*_chances(session, t, application, house), _see(t, application)]
    return Screen(text, [*ways, _not_invited(t, application)])


def _application(session: Session, letter: Letter, *states: ApplicationState) -> ApplicationView:
    try:
        application = application_by_id(session, letter.facts["application_id"])
    except NoSuchApplication:
        raise Moot("the application is gone") from None
    if application.state not in states:
        raise Moot("the application stands elsewhere")
    return still_here(letter, application)


def _whole(*told: Any) -> str:
    """The first letter names the whole date: it is kept, and read again on another day."""
    deadline, _now, t, zone = told
    return moment(deadline, t, zone)


def _facts(application: ApplicationView) -> dict[str, Fact]:
    return {
        "name": application.called or "none",
        "programme": application.programme_title,
        "number": application.number,
    }


def _why(session: Session, t: Speaker, application: ApplicationView) -> str:
    reasons = select(ApplicationChange.reason).where(
        ApplicationChange.application_id == application.id,
        ApplicationChange.to_state == application.state.value,
    )
    reason = session.scalar(reasons.order_by(ApplicationChange.id.desc()).limit(1))
    key = f"seats-why-{reason}"
    return t.plain(key) if t.knows(key) else reason or "none"


def _standing(session: Session, application: ApplicationView) -> dict[str, Fact]:
    standing = standing_of(session, application.id, application.account_id)
    if standing is None:
        raise Moot("nothing was announced")
    return {"rank": standing.rank, "of": standing.of, "seats": standing.seats}


def _see(t: Speaker, application: ApplicationView) -> Row:
    return [button(t.plain("letter-see-application"), OpenApplication(application.id))]


def _see_standing(t: Speaker, application: ApplicationView) -> Row:
    return [button(t.plain("seats-see-standing"), ShowStanding(application.id))]


def _chances(session: Session, t: Speaker, application: ApplicationView, house: House) -> list[Row]:
    """What fits them and is open now, one tap each, filled in; and all that is open."""
    found = chances_of(session, application.id, now=house.now(), most=MOST_CHANCES)
    return [
        *chance_rows(t, application, found),
        [button(t.plain("letter-other-chances"), ListOpenClasses(0))],
    ]


def _not_invited(t: Speaker, application: ApplicationView) -> Row:
    stop = WishInvitations(application.applicant_id, wanted=False)
    return [button(t.plain("invitations-stop"), stop)]


OF_SEATS: dict[str, Callable[[Session, Letter, Speaker, House], Screen]] = {
    "offer": offer,
    "offer_half": offer,
    "offer_last": offer,
    "offer_lapsed": offer_lapsed,
    "admitted": admitted,
    "seat_let_go": seat_let_go,
    "reserve": reserve,
    "waiting": waiting,
    "not_selected": not_selected,
    "no_seat": no_seat,
}
"""A part of `bot.letters.LETTERS`."""
