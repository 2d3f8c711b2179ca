"""Letters of absences and certificates, in both languages."""

import re
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.callbacks import Press
from bot.letters_training import OF_TRAINING
from bot.presses.cards import ShowCertificates
from bot.presses.schedule import OpenApplication
from bot.presses.settings import OpenReminderSettings
from intake.applications.rows import ApplicationView
from intake.reminders.absences import WAIT
from intake.reminders.planning import plan_reminders
from intake.training.attendance_rows import AttendanceState
from intake.training.certificate_rows import CertificateKind, CertificateState
from intake.training.certificates import decide
from intake.withdrawing import withdraw
from notices.sender import Moot
from people.staff import EVERYWHERE
from storage.database import Database
from storage.models import Notice
from tests.bot.letter_desk import Desk, presses_of
from tests.cast import BUDI, FIRST_MEETING, NOW, SITI, WIB, Stage, set_stage
from tests.intake.reminders.stages import add_relative
from tests.intake.training.trainees import DAY, END, allow, note, take_in

PRESENT = AttendanceState.PRESENT
PASSED, FAILED, ISSUED = (CertificateState(each) for each in ("passed", "failed", "issued"))
PROGRAMME = "Las SMAW A"


@pytest.fixture
def desk(session: Session, empty_database: Database) -> Desk:
    return Desk(session, empty_database)


@pytest.fixture
def stage(session: Session) -> Stage:
    return set_stage(session)


@pytest.fixture
def siti(session: Session, stage: Stage) -> ApplicationView:
    return take_in(session, SITI, stage.class_id)


def missed(desk: Desk, stage: Stage, allowed: int, meetings: int) -> None:
    """Budi was there each time, Siti never."""
    allow(desk.session, stage, allowed)
    budi = take_in(desk.session, BUDI, stage.class_id)
    for day in range(meetings):
        note(desk.session, budi, stage.meeting_ids[day], PRESENT, FIRST_MEETING + day * DAY)
    desk.now = END + (meetings - 1) * DAY + WAIT
    plan_reminders(desk.session, desk.now, WIB)


def decided(
    desk: Desk,
    siti: ApplicationView,
    state: CertificateState,
    number: str | None = None,
    reason: str | None = None,
) -> None:
    decide(
        desk.session, siti.id, CertificateKind.BNSP, state, EVERYWHERE,
        number=number, issued_on=date(2025, 12, 1), reason=reason, actor="Bu Ratna", now=END,
    )  # fmt: skip


def bold(desk: Desk, kind: str) -> list[list[str]]:
    return [re.findall("<b>(.*?)</b>", desk.write(kind, each).text) for each in ("id", "en")]


def ways(desk: Desk, kind: str) -> list[type[Press]]:
    return presses_of(desk.write(kind))


def test_every_kind_is_tested_here() -> None:
    assert set(OF_TRAINING) == {"absences_reached", "absences_exceeded", "certificate"}


@pytest.mark.parametrize(
    ("kind", "allowed", "meetings"), [("absences_reached", 2, 2), ("absences_exceeded", 1, 2)]
)
def test_how_often_somebody_was_absent(
    desk: Desk, stage: Stage, siti: ApplicationView, kind: str, allowed: int, meetings: int
) -> None:
    assert siti.live
    missed(desk, stage, allowed, meetings)
    assert bold(desk, kind) == [
        ["2 kali tidak hadir", PROGRAMME],
        ["absent 2 times", PROGRAMME],
    ]
    assert ways(desk, kind) == [OpenApplication, OpenReminderSettings]


def test_who_was_there_after_all_is_not_warned(
    desk: Desk, stage: Stage, siti: ApplicationView
) -> None:
    missed(desk, stage, 1, 1)
    note(desk.session, siti, stage.meeting_ids[0], PRESENT, desk.now)
    with pytest.raises(Moot):
        desk.write("absences_reached")


def test_a_result_is_plain_and_says_what_comes_next(desk: Desk, siti: ApplicationView) -> None:
    decided(desk, siti, FAILED)
    assert bold(desk, "certificate") == [["belum lulus", PROGRAMME], ["not passed yet", PROGRAMME]]
    assert "Tanyakan jadwal ujian ulang" in desk.write("certificate").text
    assert ways(desk, "certificate") == [OpenApplication]


def test_a_passed_test_promises_the_number(desk: Desk, siti: ApplicationView) -> None:
    decided(desk, siti, PASSED)
    assert bold(desk, "certificate") == [["lulus", PROGRAMME], ["passed", PROGRAMME]]
    assert "menggantikan" not in desk.write("certificate").text


def test_a_certificate_is_told_with_its_number(desk: Desk, siti: ApplicationView) -> None:
    decided(desk, siti, ISSUED, "12/2025")
    assert bold(desk, "certificate") == [[PROGRAMME, "12/2025"]] * 2
    assert "Senin, 1 Desember 2025" in desk.write("certificate").text
    assert ways(desk, "certificate") == [ShowCertificates]


@pytest.mark.parametrize(
    ("reason", "words"), [("slip", "Alasannya: Salah catat."), ("daftar tertukar", "tertukar.")]
)
def test_what_is_taken_back_says_why(
    desk: Desk, siti: ApplicationView, reason: str, words: str
) -> None:
    decided(desk, siti, PASSED)
    desk.session.delete(desk.notice("certificate"))
    decided(desk, siti, FAILED, reason=reason)
    assert words in desk.write("certificate").text


def test_a_result_decided_anew_is_not_told_any_more(desk: Desk, siti: ApplicationView) -> None:
    decided(desk, siti, FAILED)
    first = desk.notice("certificate")
    decided(desk, siti, PASSED)
    for later in desk.session.scalars(select(Notice).where(Notice.id > first.id)):
        desk.session.delete(later)
    desk.session.flush()
    with pytest.raises(Moot):
        desk.write("certificate")


def test_who_has_given_up_is_told_nothing(desk: Desk, siti: ApplicationView) -> None:
    decided(desk, siti, PASSED)
    withdraw(desk.session, siti.id, siti.account_id, reason=None, now=NOW)
    with pytest.raises(Moot):
        desk.write("certificate")


def test_in_a_family_the_first_name_is_said(desk: Desk, siti: ApplicationView) -> None:
    decided(desk, siti, PASSED)
    assert "Siti" not in desk.write("certificate").text
    add_relative(desk.session, siti.id, "Rahmat Hidayat")
    assert "Siti <b>lulus</b>" in desk.write("certificate").text
