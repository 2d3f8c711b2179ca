"""Letters of an application's way and of the AK1 card, in both languages."""

import re
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.callbacks import Press
from bot.letters_intake import OF_INTAKE
from bot.presses.ak1 import AskAk1
from bot.presses.documents import AskDocumentBelow
from bot.presses.outcomes import TellOutcome
from bot.presses.schedule import OpenApplication
from bot.presses.settings import OpenReminderSettings
from catalog.stages import move_stage
from intake.documents.papers import mark_complete, mark_missing
from notices.sender import Moot
from people.ak1 import forget_ak1, tell_ak1
from storage.database import Database
from storage.models import Application, Notice, WaveStage
from tests.bot.intake_causes import CAUSES, DAY, NUMBER, UNTIL, Cause, told_and_moved
from tests.bot.letter_desk import Desk, presses_of
from tests.cast import SITI, Stage, set_stage
from tests.intake.reminders.stages import ENDS, TEST, add_relative

PROGRAMME = "Las SMAW A"
FACTS: dict[str, dict[str, list[str]]] = {
    # What stands in bold, by language; the wording belongs to the translators.
    "test_evening": {
        "id": [PROGRAMME, "besok pagi, 08.00 WIB"],
        "en": [PROGRAMME, "tomorrow morning, 08.00 WIB"],
    },
    "test_morning": {
        "id": [PROGRAMME, "pagi ini, 08.00 WIB"],
        "en": [PROGRAMME, "this morning, 08.00 WIB"],
    },
    "interview_evening": {
        "id": [PROGRAMME, "besok pagi, 08.00 WIB"],
        "en": [PROGRAMME, "tomorrow morning, 08.00 WIB"],
    },
    "interview_morning": {
        "id": [PROGRAMME, "pagi ini, 08.00 WIB"],
        "en": [PROGRAMME, "this morning, 08.00 WIB"],
    },
    "reregistration_open": {
        "id": ["Las GMAW", "Rabu, 10 Desember 2025, pukul 16.00 WIB"],
        "en": ["Las GMAW", "Wednesday, 10 December 2025, 16.00 WIB"],
    },
    "reregistration_ends": {
        "id": ["Las GMAW", "besok sore, 16.00 WIB"],
        "en": ["Las GMAW", "tomorrow afternoon, 16.00 WIB"],
    },
    "stage_moved": {
        "id": [PROGRAMME, "Kamis, 4 Desember 2025, pukul 10.00 WIB"],
        "en": [PROGRAMME, "Thursday, 4 December 2025, 10.00 WIB"],
    },
    "papers_missing": {
        "id": [NUMBER, "KTP, pas foto", "Senin, 1 Desember 2025"],
        "en": [NUMBER, "KTP (identity card), photograph", "Monday, 1 December 2025"],
    },
    "papers_due": {
        "id": [NUMBER, "KTP, pas foto", "Senin, 1 Desember 2025"],
        "en": [NUMBER, "KTP (identity card), photograph", "Monday, 1 December 2025"],
    },
    "papers_complete": {each: [NUMBER] for each in ("id", "en")},
    "ak1_week": {"id": ["Minggu, 3 Mei 2026"], "en": ["Sunday, 3 May 2026"]},
    "ak1_day": {"id": ["Minggu, 3 Mei 2026"], "en": ["Sunday, 3 May 2026"]},
    "alumni": {"id": ["1 bulan", PROGRAMME], "en": ["one month", PROGRAMME]},
}
SEEN_AND_FEWER: list[type[Press]] = [OpenApplication, OpenReminderSettings]
WAYS: dict[str, list[type[Press]]] = {
    "test_evening": SEEN_AND_FEWER,
    "test_morning": SEEN_AND_FEWER,
    "interview_evening": SEEN_AND_FEWER,
    "interview_morning": SEEN_AND_FEWER,
    "reregistration_open": SEEN_AND_FEWER,
    "reregistration_ends": SEEN_AND_FEWER,
    "stage_moved": [OpenApplication],
    "papers_missing": [*[AskDocumentBelow] * 2, OpenApplication],
    "papers_due": [*[AskDocumentBelow] * 2, *SEEN_AND_FEWER],
    "papers_complete": [OpenApplication],
    "ak1_week": [AskAk1, OpenReminderSettings],
    "ak1_day": [AskAk1, OpenReminderSettings],
    "alumni": [*[TellOutcome] * 4, OpenReminderSettings],
}


@pytest.fixture
def desk(session: Session, empty_database: Database) -> Desk:
    return Desk(session, empty_database)


@pytest.fixture
def stage(session: Session) -> Stage:
    return set_stage(session, name="-1")


@pytest.mark.parametrize("kind", OF_INTAKE)
def test_a_letter_says_what_is_true_now(desk: Desk, stage: Stage, kind: str) -> None:
    CAUSES[kind](desk, stage)
    screens = {language: desk.write(kind, language) for language in ("id", "en")}
    bold = {each: re.findall("<b>(.*?)</b>", screen.text) for each, screen in screens.items()}
    assert bold == FACTS[kind]
    assert [presses_of(screen) for screen in screens.values()] == [WAYS[kind]] * 2


@pytest.mark.parametrize("kind", ["test_evening", "interview_morning"])
def test_who_is_reminded_of_a_test_learns_where(desk: Desk, stage: Stage, kind: str) -> None:
    CAUSES[kind](desk, stage)
    text = desk.write(kind).text
    assert "Tempat: UPTD Pelatihan Kerja, Jalan Kencana I No. 20, Jelupang, kecuali" in text


def test_every_kind_is_written_here() -> None:
    assert set(CAUSES) == set(OF_INTAKE)


def test_the_earlier_time_is_named_beside_the_new_one(desk: Desk, stage: Stage) -> None:
    told_and_moved(desk, stage)
    assert "Semula Rabu, 3 Desember 2025, pukul 08.00 WIB." in desk.write("stage_moved").text


@pytest.mark.parametrize(
    ("kind", "cause"),
    [(kind, CAUSES[kind]) for kind in ("test_evening", "papers_missing", "papers_complete")],
)
def test_in_a_family_the_first_name_is_said(
    desk: Desk, stage: Stage, kind: str, cause: Cause
) -> None:
    cause(desk, stage)
    assert "Siti" not in desk.write(kind).text
    siti = desk.session.scalars(select(Application)).one()
    add_relative(desk.session, siti.id, "Rahmat Hidayat")
    text = desk.write(kind).text
    assert "Siti" in text
    assert "Aminah" not in text
    assert SITI.nik not in text


def begins(desk: Desk, _stage: Stage) -> None:
    desk.now = TEST


def is_over(desk: Desk, _stage: Stage) -> None:
    desk.now = ENDS


def is_moved(desk: Desk, stage: Stage) -> None:
    for kind in ("test", "reregistration"):
        later = TEST + 30 * DAY
        move_stage(desk.session, stage.wave_id, kind, starts_at=later, now=desk.now)


def is_removed(desk: Desk, _stage: Stage) -> None:
    for stage in desk.session.scalars(select(WaveStage)):
        desk.session.delete(stage)


def is_withdrawn(desk: Desk, _stage: Stage) -> None:
    desk.session.scalars(select(Application)).one().state = "withdrawn"


def is_admitted(desk: Desk, _stage: Stage) -> None:
    desk.session.scalars(select(Application)).one().state = "admitted"


def are_there(desk: Desk, _stage: Stage) -> None:
    mark_complete(desk.session, NUMBER, actor="Dewi", now=desk.now)
    desk.session.expire_all()


def have_more_time(desk: Desk, _stage: Stage) -> None:
    until = UNTIL + 7 * DAY
    mark_missing(desk.session, NUMBER, ["ktp"], until=until, actor="Dewi", now=desk.now)
    desk.session.expire_all()


def is_forgotten(desk: Desk, _stage: Stage) -> None:
    forget_ak1(desk.session, desk.session.scalars(select(Notice.account_id)).first() or 0)


def is_another(desk: Desk, _stage: Stage) -> None:
    account_id = desk.session.scalars(select(Notice.account_id)).first() or 0
    tell_ak1(desk.session, account_id, "4/11/2025", today=date(2026, 4, 26))


@pytest.mark.parametrize(
    ("kind", "then"),
    [
        ("test_evening", begins),
        ("test_evening", is_moved),
        ("test_morning", is_removed),
        ("test_morning", is_withdrawn),
        ("interview_evening", is_admitted),
        ("reregistration_open", is_over),
        ("reregistration_ends", is_moved),
        ("stage_moved", is_moved),
        ("papers_missing", are_there),
        ("papers_missing", is_withdrawn),
        ("papers_due", have_more_time),
        ("papers_due", are_there),
        ("papers_complete", have_more_time),
        ("ak1_week", is_forgotten),
        ("ak1_week", is_another),
        ("alumni", is_withdrawn),
    ],
)
def test_a_letter_is_moot_once_it_is_true_no_more(
    desk: Desk, stage: Stage, kind: str, then: Cause
) -> None:
    CAUSES[kind](desk, stage)
    then(desk, stage)
    desk.session.flush()
    with pytest.raises(Moot):
        _write_first(desk, kind)


def _write_first(desk: Desk, kind: str) -> None:
    """The one that was there before: what came after may have posted another of its kind."""
    notices = select(Notice).where(Notice.kind == kind).order_by(Notice.id)
    for later in desk.session.scalars(notices).all()[1:]:
        desk.session.delete(later)
    desk.session.flush()
    desk.write(kind)
