"""Letters of a take-over, and those that would have reached the phone before."""

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.letters_phones import OF_PHONES
from bot.presses.menu import OpenMenu
from bot.presses.phones import AskPhone, NotMe
from bot.presses.schedule import OpenApplication, OpenScheduleBelow
from intake.seats.admitting import admit
from intake.takeovers.takeovers import approve_takeover, ask_takeover, refuse_takeover
from notices.sender import Moot, Passing
from people.staff import EVERYWHERE
from storage.database import Database
from storage.models import Applicant
from tests.bot.letter_desk import Desk, presses_of
from tests.cast import NOW, SITI, WIB, Person, Stage, apply, set_stage, welcome

NEW = Person(7050, SITI.name, SITI.nik, SITI.phone, SITI.education, SITI.domicile)
WAYS = {
    "person_came": [OpenApplication, OpenScheduleBelow, OpenMenu],
    "person_left": [NotMe, OpenMenu],
    "takeover_refused": [AskPhone, OpenMenu],
}


@pytest.fixture
def desk(session: Session, empty_database: Database) -> Desk:
    return Desk(session, empty_database)


@pytest.fixture
def stage(session: Session) -> Stage:
    return set_stage(session)


def asked(desk: Desk, stage: Stage) -> int:
    """The id of Siti's request, made on a new phone; she is admitted."""
    number = apply(desk.session, SITI, stage.class_id).number
    admit(desk.session, number, actor="Dewi", now=NOW)
    new = welcome(desk.session, NEW)
    return ask_takeover(desk.session, new, number, now=NOW).takeover.id


def moved(desk: Desk, stage: Stage) -> None:
    id_ = asked(desk, stage)
    approve_takeover(desk.session, id_, EVERYWHERE, actor="Dewi", now=NOW, zone=WIB)


def refused(desk: Desk, stage: Stage) -> None:
    id_ = asked(desk, stage)
    refuse_takeover(desk.session, id_, EVERYWHERE, actor="Dewi", reason="name", now=NOW)


@pytest.mark.parametrize("kind", sorted(OF_PHONES))
@pytest.mark.parametrize("language", ["id", "en"])
def test_each_says_whose_data_and_leads_on(
    desk: Desk, stage: Stage, kind: str, language: str
) -> None:
    (refused if kind == "takeover_refused" else moved)(desk, stage)
    screen = desk.write(kind, language)
    assert "PBK-2025-3-0001" in screen.text
    assert SITI.nik not in screen.text
    assert presses_of(screen) == WAYS[kind]


def test_the_old_phone_is_told_when_and_by_whom(desk: Desk, stage: Stage) -> None:
    moved(desk, stage)
    text = desk.write("person_left").text
    assert "Senin, 17 November 2025, pukul 10.00 WIB" in text
    assert "petugas UPTD Pelatihan Kerja" in text


def test_of_whoever_was_erased_since_nothing_is_told(desk: Desk, stage: Stage) -> None:
    moved(desk, stage)
    desk.session.execute(delete(Applicant))
    desk.session.expire_all()
    for kind in ("person_came", "person_left"):
        with pytest.raises(Moot):
            desk.write(kind)


def test_what_was_claimed_for_the_old_phone_waits_to_be_brought_after(
    desk: Desk, stage: Stage
) -> None:
    moved(desk, stage)
    notice = desk.notice("admitted")
    notice.account_id = desk.notice("person_left").account_id
    desk.session.flush()
    with pytest.raises(Passing):
        desk.write("admitted")
