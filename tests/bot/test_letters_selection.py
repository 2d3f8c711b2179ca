"""Letters to staff about a selection: each as its cause has left it, and Moot once it is not so."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from bot.letters_selection import OF_SELECTION
from bot.presses.menu import OpenMenu
from bot.presses.selection import ApproveMove, AskRefuseMove, ListMoves, OpenSelection
from bot.presses.staff import OpenStaff
from intake.seats.seats import HeldClass, hold_class
from intake.selection.overrides import approve_override, ask_override, refuse_override
from intake.selection.ranking import rank_applicants
from intake.selection.results import announce, schedule_results
from intake.selection.scores import Mark, record_marks
from notices.sender import Moot
from people.accounts import ensure_account
from people.staff import Role, grant, revoke
from storage.database import Database
from storage.models import CourseClass
from tests.bot.letter_desk import Desk, presses_of
from tests.cast import BUDI, NOW, SITI, WIB, Stage, apply, set_stage

AT = NOW + timedelta(hours=1)
LANGUAGES = ("id", "en")


@pytest.fixture
def desk(session: Session, empty_database: Database) -> Desk:
    return Desk(session, empty_database)


@pytest.fixture
def stage(session: Session) -> Stage:
    """Siti before Budi on a list that is drawn up."""
    stage = set_stage(session, name="-1")
    for person, score in ((SITI, 90_00), (BUDI, 80_00)):
        number = apply(session, person, stage.class_id).number
        marks = [Mark(number, part, score=score) for part in ("test", "interview")]
        record_marks(session, marks, actor="Sri", now=NOW)
    rank_applicants(session, held(session, stage), actor="Sri", now=NOW)
    return stage


def held(session: Session, stage: Stage) -> HeldClass:
    session.flush()
    session.expire_all()
    return hold_class(session, stage.class_id, WIB)


def officer(session: Session, telegram_id: int, name: str, role: Role) -> int:
    account = ensure_account(session, telegram_id, language="id", now=NOW)
    session.flush()
    grant(session, account.id, role, provider_id=None, name=name, granted_by="test", now=NOW)
    return account.id


def asked(desk: Desk) -> tuple[int, int]:
    """By Ratna, of Dedi; the move, and Dedi's account."""
    ratna = officer(desk.session, 9001, "Bu Ratna", Role.STAFF)
    dedi = officer(desk.session, 9002, "Pak Dedi", Role.APPROVER)
    move = ask_override(
        desk.session, "PBK-2025-3-1-0002",
        to_rank=1, reason="Afirmasi", actor="Bu Ratna", by=ratna, now=NOW,
    )  # fmt: skip
    return move.id, dedi


def test_the_second_person_can_answer_at_once(desk: Desk, stage: Stage) -> None:
    move, dedi = asked(desk)
    for language in LANGUAGES:
        screen = desk.write("move_asked", language)
        assert "PBK-2025-3-1-0002" in screen.text
        assert "Afirmasi" in screen.text
        assert presses_of(screen) == [ApproveMove, AskRefuseMove, ListMoves, OpenMenu]
    revoke(desk.session, dedi)
    with pytest.raises(Moot):
        desk.write("move_asked")
    assert stage.class_id
    grant(
        desk.session, dedi, Role.APPROVER,
        provider_id=None, name="Pak Dedi", granted_by="test", now=NOW,
    )  # fmt: skip
    approve_override(desk.session, move, actor="Pak Dedi", by=dedi, now=NOW)
    with pytest.raises(Moot):
        desk.write("move_asked")


@pytest.mark.parametrize("verdict", ["approved", "refused"])
def test_whoever_asked_hears_what_became_of_it(desk: Desk, stage: Stage, verdict: str) -> None:
    move, dedi = asked(desk)
    if verdict == "approved":
        approve_override(desk.session, move, actor="Pak Dedi", by=dedi, now=NOW)
    else:
        refuse_override(desk.session, move, reason="proof", actor="Pak Dedi", by=dedi, now=NOW)
    desk.session.expire_all()
    for language, words in zip(LANGUAGES, ("belum ada buktinya", "no proof of it"), strict=True):
        screen = desk.write(f"move_{verdict}", language)
        assert "Pak Dedi" in screen.text
        assert (words in screen.text) == (verdict == "refused")
        assert presses_of(screen) == [OpenSelection, OpenStaff, OpenMenu]
    assert stage.class_id


def test_results_that_were_held_are_told_until_there_is_another_minute(
    desk: Desk, stage: Stage
) -> None:
    session = desk.session
    officer(session, 9001, "Bu Ratna", Role.STAFF)
    class_ = session.get_one(CourseClass, stage.class_id)
    schedule_results(session, held(session, stage), at=AT, actor="Sri", now=NOW)
    class_.capacity = None
    announce(session, stage.class_id, now=AT, zone=WIB)
    for language in LANGUAGES:
        screen = desk.write("results_held", language)
        assert "Las SMAW A" in screen.text
        assert presses_of(screen) == [OpenSelection, OpenStaff, OpenMenu]
    class_.capacity = 1
    schedule_results(session, held(session, stage), at=AT, actor="Sri", now=NOW)
    with pytest.raises(Moot):
        desk.write("results_held")


def test_every_kind_is_written_here() -> None:
    assert set(OF_SELECTION) == {"move_asked", "move_approved", "move_refused", "results_held"}
