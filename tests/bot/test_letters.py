"""Each kind of letter, from the notice that its cause has written, in both languages."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from bot.broadcast_letters import TO_STAFF
from bot.callbacks import Press
from bot.letters import LETTERS, PARTS
from bot.letters_beds import OF_BEDS
from bot.letters_intake import OF_INTAKE
from bot.letters_phones import OF_PHONES
from bot.letters_promises import OF_PROMISES
from bot.letters_schools import OF_SCHOOLS
from bot.letters_seats import OF_SEATS
from bot.letters_selection import OF_SELECTION
from bot.letters_stages import OF_STAGES
from bot.letters_training import OF_TRAINING
from bot.presses.courses import OpenClass, TellMe
from bot.presses.menu import OpenMenu
from bot.presses.people import WishInvitations
from bot.presses.registration import ResumeDraft, StartRegistration, UseInvitation
from bot.presses.schedule import OpenScheduleBelow
from bot.presses.settings import OpenReminderSettings
from bot.presses.vacancies import OpenAlerts, OpenVacancy
from catalog.interests import announce_openings, leave_interest
from intake.registration.drafts import begin_draft
from intake.registration.invitations import invite
from intake.reminders.planning import plan_reminders
from notices.sender import Moot
from storage.database import Database
from storage.models import Application, CourseClass, Meeting, Vacancy, Wave
from tests.bot.letter_desk import Desk, presses_of
from tests.cast import (
    CLOSES_AT,
    FIRST_MEETING,
    NOW,
    SITI,
    WIB,
    Stage,
    add_next_wave,
    apply,
    set_stage,
    welcome,
)
from tests.intake.reminders.planning import call_off, move, take_in
from tests.vacancies.partner_stage import posting, report, set_partner_stage
from texts import speaker
from vacancies.alerts import announce_vacancies
from vacancies.subscriptions import subscribe

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
EVENING = FIRST_MEETING.replace(hour=18, minute=0) - DAY


Cause = Callable[[Desk, Stage], None]


def taken_in(desk: Desk, stage: Stage) -> None:
    take_in(desk.session, SITI, stage.class_id)


def _plan(desk: Desk, at: datetime) -> None:
    desk.now = at
    plan_reminders(desk.session, at, WIB)


def evening_before(desk: Desk, stage: Stage) -> None:
    taken_in(desk, stage)
    _plan(desk, EVENING)


def two_hours_before(desk: Desk, stage: Stage) -> None:
    taken_in(desk, stage)
    _plan(desk, FIRST_MEETING - 2 * HOUR)


def moved(desk: Desk, stage: Stage) -> None:
    taken_in(desk, stage)
    move(desk.session, stage.meeting_ids[0], NOW + HOUR, hours=2)
    _plan(desk, NOW + HOUR)


def called_off(desk: Desk, stage: Stage) -> None:
    taken_in(desk, stage)
    call_off(desk.session, stage.meeting_ids[0], NOW + HOUR)
    _plan(desk, NOW + HOUR)


def half_done(desk: Desk, stage: Stage) -> None:
    begin_draft(desk.session, welcome(desk.session, SITI), stage.class_id, now=NOW)
    _plan(desk, CLOSES_AT - DAY)


def opened(desk: Desk, stage: Stage) -> None:
    programme = desk.session.get_one(CourseClass, stage.class_id).programme_id
    leave_interest(desk.session, welcome(desk.session, SITI), programme, now=NOW)
    announce_openings(desk.session, NOW)


def asked_again(desk: Desk, stage: Stage) -> None:
    """She was not selected, and the next wave takes registrations."""
    apply(desk.session, SITI, stage.class_id)
    desk.session.execute(update(Application).values(state="not_selected"))
    desk.session.get_one(Wave, stage.wave_id).state = "closed"
    invite(desk.session, [add_next_wave(desk.session, stage)], now=NOW)


def offered(desk: Desk, _stage: Stage) -> None:
    subscribe(desk.session, welcome(desk.session, SITI, now=NOW - DAY), now=NOW - DAY)
    report(desk.session, set_partner_stage(desk.session), posting())
    announce_vacancies(desk.session, NOW)


NOT_HERE = {*OF_BEDS, *OF_INTAKE, *OF_PHONES, *OF_SCHOOLS, *OF_SEATS, *OF_SELECTION, *OF_STAGES}
NOT_HERE |= {*OF_PROMISES, *OF_TRAINING, *TO_STAFF}
"""They have tests of their own: test_letters_beds, _intake, …, broadcast_letters."""
KINDS = sorted(set(LETTERS) - NOT_HERE)
CAUSES: dict[str, Cause] = {
    "meeting_evening": evening_before,
    "meeting_soon": two_hours_before,
    "meeting_moved": moved,
    "meeting_cancelled": called_off,
    "draft_closing": half_done,
    "registration_open": opened,
    "invited_first": asked_again,
    "vacancies": offered,
}
PROGRAMME = "Las SMAW A"
FACTS: dict[str, dict[str, list[str]]] = {
    # What stands in bold, by language; the wording belongs to the translators.
    "meeting_evening": {
        "id": [PROGRAMME, "besok pagi, 07.30 WIB"],
        "en": [PROGRAMME, "tomorrow morning, 07.30 WIB"],
    },
    "meeting_soon": {
        "id": [PROGRAMME, "pagi ini, 07.30 WIB"],
        "en": [PROGRAMME, "this morning, 07.30 WIB"],
    },
    "meeting_moved": {
        "id": [PROGRAMME, "Senin, 1 Desember 2025, pukul 09.30 WIB"],
        "en": [PROGRAMME, "Monday, 1 December 2025, 09.30 WIB"],
    },
    "meeting_cancelled": {"id": [PROGRAMME, "dibatalkan"], "en": [PROGRAMME, "cancelled"]},
    "draft_closing": {
        "id": [PROGRAMME, "besok sore, 16.00 WIB"],
        "en": [PROGRAMME, "tomorrow afternoon, 16.00 WIB"],
    },
    "registration_open": {
        "id": [PROGRAMME, "Jumat, 28 November 2025, pukul 16.00 WIB"],
        "en": [PROGRAMME, "Friday, 28 November 2025, 16.00 WIB"],
    },
    "invited_first": {
        "id": [PROGRAMME, "Jumat, 28 November 2025, pukul 16.00 WIB"],
        "en": [PROGRAMME, "Friday, 28 November 2025, 16.00 WIB"],
    },
    "vacancies": {each: ["Juru Las SMAW"] for each in ("id", "en")},
}
WAYS: dict[str, list[type[Press]]] = {
    "meeting_evening": [OpenScheduleBelow, OpenReminderSettings],
    "meeting_soon": [OpenScheduleBelow, OpenReminderSettings],
    "meeting_moved": [OpenScheduleBelow],
    "meeting_cancelled": [OpenScheduleBelow],
    "draft_closing": [ResumeDraft, OpenReminderSettings],
    "registration_open": [StartRegistration, OpenClass, TellMe],
    "invited_first": [UseInvitation, OpenClass, WishInvitations],
    "vacancies": [OpenVacancy, OpenAlerts, OpenMenu],
}


@pytest.fixture
def desk(session: Session, empty_database: Database) -> Desk:
    return Desk(session, empty_database)


@pytest.fixture
def stage(session: Session) -> Stage:
    return set_stage(session, name="-1")  # the partner's stage has its own clusters


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_says_what_is_true_now(desk: Desk, stage: Stage, kind: str) -> None:
    CAUSES[kind](desk, stage)
    screens = {language: desk.write(kind, language) for language in ("id", "en")}
    bold = {each: re.findall("<b>(.*?)</b>", screen.text) for each, screen in screens.items()}
    assert bold == FACTS[kind]
    for screen in screens.values():
        assert presses_of(screen) == WAYS[kind]


def test_every_kind_is_written_here() -> None:
    assert set(CAUSES) == set(KINDS)


def begins(desk: Desk, _stage: Stage) -> None:
    desk.now = FIRST_MEETING


def moves_again(desk: Desk, stage: Stage) -> None:
    move(desk.session, stage.meeting_ids[0], desk.now, hours=1)


def is_called_off(desk: Desk, stage: Stage) -> None:
    call_off(desk.session, stage.meeting_ids[0], desk.now)


def takes_place(desk: Desk, stage: Stage) -> None:
    desk.session.get_one(Meeting, stage.meeting_ids[0]).cancelled = False


def is_taken_off_the_timetable(desk: Desk, stage: Stage) -> None:
    desk.session.execute(delete(Meeting).where(Meeting.id == stage.meeting_ids[0]))


def closes(desk: Desk, _stage: Stage) -> None:
    desk.now = CLOSES_AT


def is_closed_early(desk: Desk, stage: Stage) -> None:
    desk.session.get_one(Wave, stage.wave_id).state = "closed"


def is_filled(desk: Desk, _stage: Stage) -> None:
    desk.session.execute(update(Vacancy).values(withdrawn_at=NOW))


@pytest.mark.parametrize(
    ("kind", "then"),
    [
        ("meeting_evening", begins),
        ("meeting_evening", moves_again),
        ("meeting_soon", is_called_off),
        ("meeting_soon", is_taken_off_the_timetable),
        ("meeting_moved", moves_again),
        ("meeting_cancelled", takes_place),
        ("draft_closing", closes),
        ("registration_open", closes),
        ("registration_open", is_closed_early),
        ("vacancies", is_filled),
    ],
)
def test_a_letter_is_moot_once_it_is_true_no_more(
    desk: Desk, stage: Stage, kind: str, then: Cause
) -> None:
    CAUSES[kind](desk, stage)
    then(desk, stage)
    desk.session.flush()
    with pytest.raises(Moot):
        desk.write(kind)


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_is_not_known_yet_is_not_told(desk: Desk, stage: Stage, language: str) -> None:
    meeting = desk.session.get_one(Meeting, stage.meeting_ids[0])
    meeting.place_id = meeting.topic = None
    desk.session.get_one(CourseClass, stage.class_id).place_id = None
    evening_before(desk, stage)
    unknown = speaker(language).plain("letter-place-unknown")
    assert desk.write("meeting_evening", language).text.splitlines()[1].endswith(f": {unknown}.")


def test_no_kind_of_letter_has_two_writers() -> None:
    assert sum(len(part) for part in PARTS) == len(LETTERS)
