"""What graduates say, and what can be known of all of them."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.errors import NoSuchApplication
from intake.placement.errors import UnknownOutcome
from intake.placement.outcomes import Tally, find_outcome, tallies, tell_outcome
from storage.models import Application, Notice, Outcome, Wave
from tests.cast import BUDI, NOW, RINA, SITI, WIB, Stage
from tests.intake.reminders.planning import plan, take_in
from tests.intake.reminders.stages import account_id_of, submitted

ASKED = datetime(2026, 1, 31, 10, tzinfo=WIB)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def graduates(session: Session, stage: Stage) -> dict[str, int]:
    """Their applications by first name; all three were asked a month after their training."""
    for person, class_id in (
        (SITI, stage.class_id),
        (BUDI, stage.class_id),
        (RINA, stage.other_class_id),
    ):
        take_in(session, person, class_id)
    session.get_one(Wave, stage.wave_id).ends_on = date(2025, 12, 31)
    session.flush()
    plan(session, ASKED, since=ASKED - MINUTE)
    for notice in session.scalars(select(Notice).where(Notice.kind == "alumni")):
        notice.state = "sent"
    session.flush()
    by_account = {
        account: number
        for number, account in session.execute(select(Application.id, Application.account_id))
    }
    people = (("Siti", SITI), ("Budi", BUDI), ("Rina", RINA))
    return {name: by_account[account_id_of(session, person)] for name, person in people}


def tell(session: Session, application_id: int, answer: str, months: int = 1) -> None:
    account_id = session.get_one(Application, application_id).account_id
    tell_outcome(session, application_id, account_id, months, answer, now=ASKED)


def test_an_answer_is_kept_and_another_one_takes_its_place(
    session: Session, graduates: dict[str, int]
) -> None:
    tell(session, graduates["Siti"], "not_yet")
    tell(session, graduates["Siti"], "self_employed")
    kept = session.scalars(select(Outcome)).one()
    assert (kept.application_id, kept.months, kept.answer, kept.answered_at) == (
        graduates["Siti"],
        1,
        "self_employed",
        ASKED,
    )
    account_id = account_id_of(session, SITI)
    assert find_outcome(session, graduates["Siti"], account_id, 1).answer == "self_employed"
    assert find_outcome(session, graduates["Siti"], account_id, 3).answer is None


def test_who_does_not_answer_is_unknown_and_makes_a_range(
    session: Session, graduates: dict[str, int]
) -> None:
    tell(session, graduates["Siti"], "employed")
    tell(session, graduates["Budi"], "not_yet")
    [tally] = tallies(session)
    assert tally == Tally(1, 3, 1, 0, 0, 1, unreached=0)
    assert tally.unknown == 1
    assert tally.working == (1 / 3, 2 / 3)


def test_who_could_not_be_asked_is_counted_among_the_unknown(
    session: Session, graduates: dict[str, int]
) -> None:
    muted = select(Notice).where(Notice.key == f"alumni:1:{graduates['Rina']}")
    session.scalars(muted).one().state = "cancelled"
    session.flush()
    [tally] = tallies(session)
    assert (tally.people, tally.unknown, tally.unreached) == (3, 3, 1)
    tell(session, graduates["Rina"], "studying")
    [tally] = tallies(session)
    assert (tally.studying, tally.unknown, tally.unreached) == (1, 2, 0)


def test_they_are_counted_by_wave_and_programme(
    session: Session, graduates: dict[str, int]
) -> None:
    tell(session, graduates["Rina"], "employed")
    assert [each.people for each in tallies(session, wave_code="PBK-2025-3")] == [3]
    assert tallies(session, wave_code="PBK-2026-1") == []
    [las] = tallies(session, wave_code="PBK-2025-3", programme_slug="las-gmaw")
    assert (las.people, las.employed, las.working) == (1, 1, (1.0, 1.0))


def test_a_later_question_is_a_line_of_its_own(session: Session, graduates: dict[str, int]) -> None:
    later = datetime(2026, 3, 31, 10, tzinfo=WIB)
    plan(session, later, since=later - MINUTE)
    tell(session, graduates["Budi"], "employed", months=3)
    found = [(each.months, each.people, each.employed) for each in tallies(session)]
    assert found == [(1, 3, 0), (3, 3, 1)]


def test_others_applicants_and_made_up_answers_are_refused(
    session: Session, stage: Stage, graduates: dict[str, int]
) -> None:
    siti, budi = account_id_of(session, SITI), account_id_of(session, BUDI)
    with pytest.raises(NoSuchApplication):
        tell_outcome(session, graduates["Siti"], budi, 1, "employed", now=NOW)
    for months, answer in ((1, "rich"), (2, "employed")):
        with pytest.raises(UnknownOutcome):
            tell_outcome(session, graduates["Siti"], siti, months, answer, now=NOW)
    session.get_one(Application, graduates["Siti"]).state = "submitted"
    session.flush()
    with pytest.raises(NoSuchApplication):
        tell_outcome(session, graduates["Siti"], siti, 1, "employed", now=NOW)
    assert session.scalars(select(Outcome)).all() == []


def test_nobody_asked_nothing_counted(session: Session, stage: Stage) -> None:
    submitted(session, SITI, stage.class_id)
    assert tallies(session) == []
