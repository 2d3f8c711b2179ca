"""The letters of the dormitory, and the question in the letter of a seat."""

import re

import pytest
from sqlalchemy.orm import Session

from bot.presses.beds import OpenBed
from bot.presses.cards import ShowCard
from bot.presses.schedule import OpenApplication, OpenScheduleBelow
from intake.beds.beds import ask_for_bed, need_no_bed, take_bed_back
from notices.sender import Moot
from people.staff import EVERYWHERE
from storage.database import Database
from storage.models import Notice
from tests.bot.letter_desk import Desk, presses_of
from tests.cast import NOW, Stage
from tests.intake.beds.dormitory import account_of, given_at_once, resident, set_dormitory

PROGRAMME = "Las SMAW A"


@pytest.fixture
def desk(session: Session, empty_database: Database) -> Desk:
    return Desk(session, empty_database)


@pytest.fixture
def stage(session: Session) -> Stage:
    return set_dormitory(session, beds=1, name="-1")


def two_want_one(desk: Desk, stage: Stage) -> tuple[int, int]:
    """Given out at one moment: the first has a bed, the second is on the reserve."""
    first, second = (resident(desk.session, stage, number) for number in (1, 2))
    given_at_once(desk.session, stage, first, second)
    return first, second


@pytest.mark.parametrize(
    ("kind", "bold"),
    [
        ("bed_granted", ["tempat di asrama", "PBK-2025-3-1-0001"]),
        ("bed_reserve", ["cadangan asrama nomor 1"]),
    ],
)
def test_a_letter_says_what_is_true_now(
    desk: Desk, stage: Stage, kind: str, bold: list[str]
) -> None:
    two_want_one(desk, stage)
    screen = desk.write(kind)
    assert re.findall("<b>(.*?)</b>", screen.text) == bold
    assert PROGRAMME in screen.text
    assert presses_of(screen) == presses_of(desk.write(kind, "en")) == [OpenBed]


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("absent", ("Tidak ditempati", "Not slept in")),
        ("Pulang ke Lebak", ("Pulang ke Lebak", "Pulang ke Lebak")),
    ],
)
def test_who_has_a_bed_taken_back_by_staff_reads_why(
    desk: Desk, stage: Stage, why: str, told: tuple[str, str]
) -> None:
    first, _ = two_want_one(desk, stage)
    desk.session.query(Notice).delete()
    take_bed_back(desk.session, first, rights=EVERYWHERE, actor="staff:Sri", why=why, now=NOW)
    screen, in_english = desk.write("bed_let_go"), desk.write("bed_let_go", "en")
    assert f"dilepas petugas. Alasannya: {told[0]}." in screen.text
    assert "Kursi pelatihannya tetap." in screen.text
    assert f"The reason: {told[1]}." in in_english.text
    assert presses_of(screen) == presses_of(in_english) == [OpenBed]


def test_a_bed_that_was_given_back_is_not_told_any_more(desk: Desk, stage: Stage) -> None:
    first, _ = two_want_one(desk, stage)
    need_no_bed(desk.session, first, account_of(desk.session, first), now=NOW)
    with pytest.raises(Moot):
        desk.write("bed_reserve")


def test_whoever_is_admitted_is_asked_whether_they_need_a_bed(desk: Desk, stage: Stage) -> None:
    siti = resident(desk.session, stage, 1)
    ways = [ShowCard, OpenApplication, OpenScheduleBelow]
    assert presses_of(desk.write("admitted")) == [OpenBed, *ways]
    ask_for_bed(desk.session, siti, account_of(desk.session, siti), now=NOW)
    assert presses_of(desk.write("admitted")) == ways
