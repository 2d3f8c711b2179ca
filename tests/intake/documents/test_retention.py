"""What has served its purpose is removed in time, recorded, and nothing else with it."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.applications.rows import application_by_id
from intake.documents.retention import (
    documents_to_remove,
    pupils_to_forget,
    remove_documents,
    remove_verdicts,
    verdicts_to_remove,
)
from intake.documents.rows import papers_of
from intake.schools.pupils import withdraw_pupil
from intake.seats.admitting import admit
from intake.training.certificate_rows import CertificateKind, CertificateState, verify_number
from intake.training.certificates import decide
from intake.withdrawing import withdraw
from people.staff import EVERYWHERE
from storage.models import (
    ApplicationVerdict,
    DiscardedFile,
    Document,
    DocumentRemoval,
    Wave,
)
from tests.cast import BUDI, NOW, SITI, WIB, Stage, apply
from tests.intake.documents.papers_wanted import send, want_papers
from tests.intake.schools.school import accepted, set_ground

DAY = timedelta(days=1)
LAST_DAY = date(2025, 12, 31)
OVER = datetime(2026, 1, 1, tzinfo=WIB)
"""When the last day of the training has passed."""


@pytest.fixture
def siti(session: Session, stage: Stage) -> int:
    """Her application, with both papers, in a wave whose last day is known."""
    session.get_one(Wave, stage.wave_id).ends_on = LAST_DAY
    want_papers(session, stage)
    application = apply(session, SITI, stage.class_id)
    for paper in ("ktp", "ijazah"):
        send(session, application.account_id, application.id, paper)
    return application.id


def due(session: Session, now: datetime, days: int = 90) -> list[int]:
    return list(documents_to_remove(session, kept_days=days, now=now, zone=WIB))


def remove(session: Session, application_id: int, now: datetime) -> int:
    return remove_documents(session, application_id, kept_days=90, now=now, zone=WIB)


def count(session: Session, table: type) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def test_the_time_runs_from_the_end_of_the_training(session: Session, siti: int) -> None:
    admit(session, application_by_id(session, siti).number, actor="Sri", now=NOW)
    session.flush()
    assert due(session, OVER + 90 * DAY - timedelta(seconds=1)) == []
    assert due(session, OVER + 90 * DAY) == [siti]
    assert due(session, OVER + 30 * DAY, days=30) == [siti]


def test_or_from_the_end_of_the_application(session: Session, siti: int) -> None:
    account_id = application_by_id(session, siti).account_id
    withdraw(session, siti, account_id, reason=None, now=NOW + DAY, zone=WIB)
    session.flush()
    assert due(session, NOW + 91 * DAY - timedelta(seconds=1)) == []
    assert due(session, NOW + 91 * DAY) == [siti]


def test_without_a_last_day_it_waits_until_the_wave_is_over(
    session: Session, stage: Stage, siti: int
) -> None:
    wave = session.get_one(Wave, stage.wave_id)
    wave.ends_on = None
    session.flush()
    assert due(session, OVER + 900 * DAY) == []
    wave.state = "finished"
    session.flush()
    assert due(session, OVER + 90 * DAY) == [siti]


def test_files_rows_and_marks_go_once_and_it_is_recorded(session: Session, siti: int) -> None:
    late = OVER + 90 * DAY
    assert remove(session, siti, OVER) == 0
    assert [remove(session, siti, late), remove(session, siti, late)] == [2, 0]
    assert [count(session, each) for each in (Document, DiscardedFile)] == [0, 2]
    [removal] = session.scalars(select(DocumentRemoval))
    assert (removal.application_id, removal.documents, removal.kept_days) == (siti, 2, 90)
    papers = papers_of(session, siti, now=late)
    assert (papers.lines, papers.removed_at) == ((), late)
    assert due(session, late) == []


def test_nobody_elses_go_with_them(session: Session, stage: Stage, siti: int) -> None:
    budi = apply(session, BUDI, stage.class_id)
    send(session, budi.account_id, budi.id, "ktp")
    withdraw(
        session, siti, application_by_id(session, siti).account_id, reason=None, now=NOW, zone=WIB
    )
    assert remove(session, siti, NOW + 90 * DAY) == 2
    assert [document.application_id for document in session.scalars(select(Document))] == [budi.id]


def test_certificates_and_records_stay(session: Session, siti: int) -> None:
    admit(session, application_by_id(session, siti).number, actor="Sri", now=NOW)
    decide(
        session, siti, CertificateKind.BNSP, CertificateState.ISSUED, EVERYWHERE,
        number="12/2025", actor="Ratna", now=OVER,
    )  # fmt: skip
    remove(session, siti, OVER + 90 * DAY)
    session.expire_all()
    assert [found.number for found in verify_number(session, "12/2025")] == ["12/2025"]
    assert application_by_id(session, siti).live


def test_verdicts_are_kept_a_year(session: Session, siti: int) -> None:
    late = OVER + 365 * DAY
    assert verdicts_to_remove(session, now=late - timedelta(seconds=1), zone=WIB) == []
    assert verdicts_to_remove(session, now=late, zone=WIB) == [siti]
    assert remove_verdicts(session, [siti]) == 1
    assert count(session, ApplicationVerdict) == 0
    assert application_by_id(session, siti).live


def test_a_withdrawn_pupil_without_a_phone_is_forgotten_and_the_others_stay(
    session: Session, stage: Stage
) -> None:
    ground = set_ground(session, stage)
    _, [first, _] = accepted(session, ground, 0, 1)
    withdraw_pupil(session, first.application_id, "ill", ground.wati, now=NOW, zone=WIB)
    session.flush()
    late = NOW + 90 * DAY
    times = (late - timedelta(seconds=1), late, OVER + 900 * DAY)
    found = [pupils_to_forget(session, kept_days=90, now=now, zone=WIB) for now in times]
    assert found == [[], [first.account_id], [first.account_id]]
