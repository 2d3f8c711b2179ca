"""Cards, attendance and certificates are shown to their person, and gone with them."""

import json
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.training.attendance_rows import AttendanceState
from intake.training.cards import issue_card, renew_card
from intake.training.certificate_rows import CertificateKind, CertificateState
from intake.training.certificates import decide
from people.staff import EVERYWHERE
from privacy.erasure import erase
from privacy.export import export_json
from storage.base import Base
from tests.cast import BUDI, NOW, SITI, Stage
from tests.intake.training.trainees import END, note, take_in

SECTIONS = ("cards", "attendance", "attendance_changes", "certificates", "certificate_changes")
OURS = ("cards", "attendances", "attendance_changes", "certificates", "certificate_changes")


def trained(session: Session, stage: Stage) -> int:
    """Siti with a renewed card, an excuse and a certificate; Budi has none of it. Her account."""
    siti = take_in(session, SITI, stage.class_id)
    take_in(session, BUDI, stage.class_id)
    card = issue_card(session, siti.id, siti.account_id, now=NOW)
    renew_card(session, siti.id, siti.account_id, replaces=card.id, now=NOW)
    note(session, siti, stage.meeting_ids[0], AttendanceState.EXCUSED, END, "sick")
    decide(
        session, siti.id, CertificateKind.BNSP, CertificateState.ISSUED, EVERYWHERE,
        number="12/2025", issued_on=date(2025, 12, 1), actor="Bu Ratna", now=END,
    )  # fmt: skip
    return siti.account_id


def rows(session: Session) -> dict[str, int]:
    """In each table that names an application."""
    tables = [each for each in Base.metadata.sorted_tables if "application_id" in each.c]
    count = {
        each.name: session.scalar(select(func.count()).select_from(each)) or 0 for each in tables
    }
    return {name: count[name] for name in OURS}


def test_the_file_holds_all_of_a_training(session: Session, stage: Stage) -> None:
    file = json.loads(export_json(session, trained(session, stage), now=NOW))
    number = "PBK-2025-3-0001"
    assert [len(file[section]) for section in SECTIONS] == [2, 1, 1, 1, 1]
    assert {each["application"] for section in SECTIONS for each in file[section]} == {number}
    assert [card["replaced_at"] is None for card in file["cards"]] == [False, True]
    [attended], [decided] = file["attendance"], file["certificates"]
    assert (attended["meeting"], attended["state"], attended["reason"]) == (1, "excused", "sick")
    assert (decided["number"], decided["issued_on"]) == ("12/2025", "2025-12-01")
    assert file["certificate_changes"][0]["actor"] == "staff:Bu Ratna"


def test_nothing_of_a_training_outlives_its_account(session: Session, stage: Stage) -> None:
    siti = trained(session, stage)
    assert rows(session) == dict(zip(OURS, (2, 1, 1, 1, 1), strict=True))
    erase(session, siti, now=NOW)
    assert rows(session) == dict.fromkeys(OURS, 0)
