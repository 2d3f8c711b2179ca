"""The letter about a promised placement: what is noted, and both answers."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from bot.letters_promises import OF_PROMISES
from bot.presses.promises import AnswerPlacement, ShowPromise
from bot.views.promise_desk import graduate_screen
from intake.applications.rows import ApplicationView
from intake.placement.promise_rows import placement_for
from intake.withdrawing import withdraw
from notices.sender import Moot
from people.staff import EVERYWHERE
from storage.database import Database
from tests.bot.letter_desk import Desk, presses_of
from tests.cast import NOW, SITI, WIB, Stage, set_stage
from tests.intake.placement.promised import (
    DECLINED,
    INTRODUCED,
    NOT_PLACED,
    PLACED,
    note,
    set_promise,
)
from tests.intake.training.trainees import take_in
from texts import speaker


@pytest.fixture
def desk(session: Session, empty_database: Database) -> Desk:
    return Desk(session, empty_database)


@pytest.fixture
def siti(session: Session) -> ApplicationView:
    stage: Stage = set_stage(session)
    set_promise(session, stage)
    return take_in(session, SITI, stage.class_id)


def test_each_kind_is_written_here() -> None:
    assert set(OF_PROMISES) == {"placement"}


def test_it_says_what_is_noted_and_asks_whether_it_is_so(desk: Desk, siti: ApplicationView) -> None:
    note(desk.session, siti, PLACED, company="PT <Contoh>", wage=4_900_000)
    letter = desk.write("placement")
    assert "LPK Contoh mencatat tentang penempatan kerja Anda" in letter.text
    assert "bekerja di PT &lt;Contoh&gt;" in letter.text
    assert "Rp 4.900.000 per bulan" in letter.text
    assert presses_of(letter) == [AnswerPlacement, AnswerPlacement, ShowPromise]
    assert "working at" in desk.write("placement", "en").text


def test_a_no_comes_with_its_reason(desk: Desk, siti: ApplicationView) -> None:
    note(desk.session, siti, NOT_PLACED, reason="no_opening")
    assert "belum tersalur</b> (belum ada lowongan)" in desk.write("placement").text


def test_what_was_noted_anew_or_given_up_is_not_told(desk: Desk, siti: ApplicationView) -> None:
    note(desk.session, siti, INTRODUCED, company="PT Contoh")
    first = desk.notice("placement")
    desk.session.delete(first)
    note(desk.session, siti, PLACED, company="PT Contoh")
    second = desk.notice("placement")
    second.facts = second.facts | {"change_id": 0}
    with pytest.raises(Moot):
        desk.write("placement")
    withdraw(desk.session, siti.id, siti.account_id, reason=None, now=NOW, zone=WIB)
    with pytest.raises(Moot):
        desk.write("placement")


def test_the_desk_says_once_until_when_it_was_promised(session: Session) -> None:
    stage = set_stage(session)
    set_promise(session, stage, within_days=30, ends_on=date(2026, 1, 30))
    siti = take_in(session, SITI, stage.class_id)
    t = speaker("id")
    nothing = graduate_screen(t, placement_for(session, siti.id, EVERYWHERE), writes=False)
    declined = graduate_screen(t, note(session, siti, DECLINED, reason="far"), writes=False)
    assert [screen.text.count("1 Maret 2026") for screen in (nothing, declined)] == [1, 1]
    assert "kerjanya ditolak</b> (terlalu jauh)" in declined.text
