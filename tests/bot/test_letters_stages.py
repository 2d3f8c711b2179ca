"""Each letter of a wave that moves on, from the notice that its move has written."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.callbacks import Press
from bot.letters_stages import OF_STAGES
from bot.presses.document_desk import OpenDocumentDesk
from bot.presses.documents import AskDocumentBelow
from bot.presses.schedule import OpenApplication
from bot.presses.stages import OpenWave
from intake.documents.papers import mark_missing
from intake.seats.admitting import admit
from intake.seats.seats import hold_class
from intake.selection.results import schedule_results
from notices.sender import Moot
from storage.database import Database
from storage.models import Application, StaffRole
from tests.bot.letter_desk import Desk, presses_of
from tests.cast import NOW, SITI, WIB, Stage, apply, set_stage
from tests.intake.waves.wave_stage import (
    CERTIFICATES,
    CHECKED,
    DAY,
    HOUR,
    INTERVIEW,
    PAPERS,
    RESULTS,
    add_staff,
    score_all,
    set_timeline,
    tick,
)

Cause = Callable[[Desk, Stage], None]


def at(moment: datetime) -> Cause:
    def cause(desk: Desk, stage: Stage) -> None:
        apply(desk.session, SITI, stage.class_id)
        desk.now = moment
        tick(desk.session, moment)

    return cause


def trained(desk: Desk, stage: Stage) -> None:
    number = apply(desk.session, SITI, stage.class_id).number
    admit(desk.session, number, actor="Dewi", now=NOW)
    desk.now = CERTIFICATES
    tick(desk.session, CERTIFICATES)


CAUSES: dict[str, Cause] = {
    "invited": at(CHECKED),
    "staff_papers": at(PAPERS),
    "staff_results_near": at(RESULTS - DAY),
    "staff_results_late": at(RESULTS),
    "staff_certificates": trained,
}
CODE, PROGRAMME = "PBK-2025-3-1", "Las SMAW A"
FACTS: dict[str, list[str]] = {
    "invited": [
        PROGRAMME,
        "Rabu, 3 Desember 2025, pukul 08.00 WIB",
        "Jumat, 5 Desember 2025, pukul 08.00 WIB",
        f"{CODE}-0001",
    ],
    "staff_papers": [CODE, "1 pendaftaran", "Senin, 1 Desember 2025, pukul 16.00 WIB"],
    "staff_results_near": [CODE, "Senin, 8 Desember 2025, pukul 10.00 WIB", PROGRAMME],
    "staff_results_late": [CODE, PROGRAMME],
    "staff_certificates": [CODE, "1 peserta"],
}
WAYS: dict[str, list[type[Press]]] = {
    "invited": [OpenApplication],
    "staff_papers": [OpenDocumentDesk, OpenWave],
    "staff_results_near": [OpenWave],
    "staff_results_late": [OpenWave],
    "staff_certificates": [OpenWave],
}


@pytest.fixture
def desk(session: Session, empty_database: Database) -> Desk:
    return Desk(session, empty_database)


@pytest.fixture
def stage(session: Session) -> Stage:
    stage = set_stage(session, name="-1")
    set_timeline(session, stage)
    add_staff(session, 7101, stage.provider_id)
    return stage


@pytest.mark.parametrize("kind", OF_STAGES)
def test_a_letter_says_what_is_true_now(desk: Desk, stage: Stage, kind: str) -> None:
    CAUSES[kind](desk, stage)
    screen = desk.write(kind)
    assert re.findall("<b>(.*?)</b>", screen.text) == FACTS[kind]
    for language in ("id", "en"):
        assert presses_of(desk.write(kind, language)) == WAYS[kind]


def test_who_lacks_papers_is_told_so_with_the_invitation(desk: Desk, stage: Stage) -> None:
    number = apply(desk.session, SITI, stage.class_id).number
    mark_missing(desk.session, number, ["ktp", "ijazah"], until=None, actor="Sri", now=NOW)
    desk.now = CHECKED
    tick(desk.session, CHECKED)
    screen = desk.write("invited")
    assert "Berkas masih kurang: <b>KTP" in screen.text
    assert "Tempat: UPTD Pelatihan Kerja, Jalan Kencana I No. 20, Jelupang, kecuali" in screen.text
    assert presses_of(screen) == [AskDocumentBelow, AskDocumentBelow, OpenApplication]


def test_classes_that_are_ready_are_told_to_go_out_by_themselves(desk: Desk, stage: Stage) -> None:
    apply(desk.session, SITI, stage.class_id)
    score_all(desk.session, stage.class_id, INTERVIEW)
    desk.now = RESULTS - DAY
    tick(desk.session, desk.now)
    assert "Semua 1 kelas siap" in desk.write("staff_results_near").text


def is_withdrawn(desk: Desk, _stage: Stage) -> None:
    desk.session.scalars(select(Application)).one().state = "withdrawn"


def exams_begin(desk: Desk, _stage: Stage) -> None:
    desk.now = INTERVIEW


def checking_ends(desk: Desk, _stage: Stage) -> None:
    tick(desk.session, CHECKED)


def is_staff_no_more(desk: Desk, _stage: Stage) -> None:
    desk.session.execute(delete(StaffRole))


def list_gets_its_minute(desk: Desk, stage: Stage) -> None:
    score_all(desk.session, stage.class_id, RESULTS)
    held = hold_class(desk.session, stage.class_id, WIB)
    schedule_results(desk.session, held, at=RESULTS + HOUR, actor="Sri", now=RESULTS)


def results_are_out(desk: Desk, stage: Stage) -> None:
    score_all(desk.session, stage.class_id, INTERVIEW)
    tick(desk.session, RESULTS)
    tick(desk.session, RESULTS)


@pytest.mark.parametrize(
    ("kind", "happens"),
    [
        ("invited", is_withdrawn),
        ("invited", exams_begin),
        ("staff_papers", checking_ends),
        ("staff_papers", is_staff_no_more),
        ("staff_results_late", list_gets_its_minute),
        ("staff_results_near", results_are_out),
        ("staff_certificates", is_withdrawn),
    ],
)
def test_what_is_of_no_use_any_more_is_not_sent(
    desk: Desk, stage: Stage, kind: str, happens: Cause
) -> None:
    CAUSES[kind](desk, stage)
    happens(desk, stage)
    desk.session.flush()
    with pytest.raises(Moot):
        desk.write(kind)
