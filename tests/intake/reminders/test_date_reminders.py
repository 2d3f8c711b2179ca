"""Reminders that hang on a date: of AK1 cards, of papers, and the questions to alumni."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.documents.papers import mark_complete, mark_missing
from intake.reminders.dates import ak1_plans, alumni_plans
from intake.reminders.planning import Planned
from intake.reminders.plans import Plan
from intake.withdrawing import withdraw
from people.ak1 import forget_ak1, tell_ak1
from storage.models import Application, Notice, Wave
from tests.cast import BUDI, NOW, SITI, WIB, Stage
from tests.intake.reminders.planning import (
    DAY,
    MINUTE,
    account_of,
    notices,
    plan,
    take_in,
    the_notice,
)
from tests.intake.reminders.stages import account_id_of, add_relative, submitted, terms

TODAY = date(2025, 11, 17)
HOUR = timedelta(hours=1)
DEADLINE = datetime(2025, 12, 1, 23, 59, tzinfo=WIB)


def at(year: int, month: int, day: int, hour: int) -> datetime:
    return datetime(year, month, day, hour, tzinfo=WIB)


def write(session: Session, plans: Sequence[Plan]) -> None:
    """As if it had been looked at in time, each time."""
    for each in plans:
        each.write(session, NOW)


def papers_of(session: Session) -> list[tuple[str, str]]:
    return [(kind, state) for kind, state in notices(session) if kind == "papers_due"]


def test_a_card_is_reported_every_six_months_and_ends_after_two_years(
    session: Session, siti: int
) -> None:
    tell_ak1(session, siti, "31/8/2025", today=TODAY)
    begin = at(2025, 9, 1, 9)
    for months in range(26):
        since = begin + 30 * months * DAY
        write(session, ak1_plans(since, since + 30 * DAY, WIB))
    told = select(Notice.kind, Notice.due_at, Notice.facts).order_by(Notice.due_at)
    assert [(kind, due, facts["months"]) for kind, due, facts in session.execute(told)] == [
        ("ak1_week", at(2026, 2, 21, 9), 6),
        ("ak1_day", at(2026, 2, 28, 9), 6),
        ("ak1_week", at(2026, 8, 24, 9), 12),
        ("ak1_day", at(2026, 8, 31, 9), 12),
        ("ak1_week", at(2027, 2, 21, 9), 18),
        ("ak1_day", at(2027, 2, 28, 9), 18),
        ("ak1_week", at(2027, 8, 24, 9), 24),
        ("ak1_day", at(2027, 8, 31, 9), 24),
    ]


def test_a_cards_week_ends_with_its_day_and_its_day_some_days_later(
    session: Session, siti: int
) -> None:
    tell_ak1(session, siti, "31/8/2025", today=TODAY)
    for due in (at(2026, 2, 21, 9), at(2026, 2, 28, 9)):
        assert not plan(session, due - MINUTE)
        assert plan(session, due, since=due - MINUTE).reminders == 1
        assert not plan(session, due + MINUTE)
    assert [end for _, _, end in terms(session)] == [at(2026, 2, 28, 9), at(2026, 3, 3, 9)]
    week = the_notice(session, "ak1_week")
    assert week.facts == {"issued_on": "2025-08-31", "months": 6}
    assert (week.key, week.lane) == (f"ak1_week:6:2025-08-31:{siti}", 1)


def test_a_card_of_the_last_day_of_a_long_month_is_found_from_any_day_due(
    session: Session, siti: int, budi: int
) -> None:
    """The 28th, 29th, 30th and 31st of August are all reported on the 28th of February."""
    tell_ak1(session, siti, "28/8/2025", today=TODAY)
    tell_ak1(session, budi, "30/8/2025", today=TODAY)
    assert plan(session, at(2026, 2, 28, 9), since=at(2026, 2, 28, 8)).reminders == 2


def test_a_card_that_is_forgotten_is_not_reminded_of(session: Session, siti: int) -> None:
    tell_ak1(session, siti, "31/8/2025", today=TODAY)
    forget_ak1(session, siti)
    assert not plan(session, at(2026, 2, 21, 9))


@pytest.fixture
def alumni(session: Session, stage: Stage) -> Stage:
    """Budi and one of his family are in the class, whose wave ends on 31 December 2025."""
    take_in(session, BUDI, stage.class_id)
    session.get_one(Wave, stage.wave_id).ends_on = date(2025, 12, 31)
    session.flush()
    return stage


def test_graduates_are_asked_four_times_in_a_year(session: Session, alumni: Stage) -> None:
    budi = session.scalars(select(Application)).one()
    add_relative(session, budi.id, "Rahmat Hidayat")
    write(session, alumni_plans(session, at(2026, 1, 1, 10), at(2027, 1, 3, 10), WIB))
    told = select(Notice.due_at, Notice.key).where(
        Notice.kind == "alumni", Notice.facts["application_id"].as_integer() == budi.id
    )
    assert [tuple(row) for row in session.execute(told.order_by(Notice.due_at))] == [
        (at(2026, 1, 31, 10), f"alumni:1:{budi.id}"),
        (at(2026, 3, 31, 10), f"alumni:3:{budi.id}"),
        (at(2026, 6, 30, 10), f"alumni:6:{budi.id}"),
        (at(2026, 12, 31, 10), f"alumni:12:{budi.id}"),
    ]
    assert len([kind for kind, _ in notices(session) if kind == "alumni"]) == 8


def test_only_those_who_were_in_are_asked_and_a_question_keeps_two_weeks(
    session: Session, alumni: Stage
) -> None:
    submitted(session, SITI, alumni.class_id)
    due = at(2026, 1, 31, 10)
    assert plan(session, due, since=due - MINUTE) == Planned(reminders=1)
    question = the_notice(session, "alumni")
    assert (question.account_id, question.lane) == (account_of(session, BUDI).id, 1)
    assert question.expires_at == due + 14 * DAY
    assert question.facts["months"] == 1


def test_a_wave_whose_end_is_not_known_asks_nobody(session: Session, alumni: Stage) -> None:
    session.get_one(Wave, alumni.wave_id).ends_on = None
    session.flush()
    assert not plan(session, at(2026, 1, 31, 10))


def test_papers_are_reminded_of_in_the_morning_of_the_day_before(
    session: Session, stage: Stage
) -> None:
    application_id = submitted(session, SITI, stage.class_id)
    number = session.get_one(Application, application_id).number
    mark_missing(session, number, ["ktp"], until=DEADLINE, actor="Dewi", now=NOW)
    due = at(2025, 11, 30, 9)
    assert not plan(session, due - MINUTE)
    assert plan(session, due).reminders == 1
    assert not plan(session, due + MINUTE)
    notice = the_notice(session, "papers_due")
    moment = int(DEADLINE.timestamp())
    assert notice.key == f"papers_due:{application_id}:{moment}"
    assert notice.facts == {"application_id": application_id, "due": moment}
    assert (notice.due_at, notice.expires_at) == (due, DEADLINE)


def test_papers_asked_for_after_that_morning_are_not_reminded_of(
    session: Session, stage: Stage
) -> None:
    application = session.get_one(Application, submitted(session, SITI, stage.class_id))
    late = at(2025, 11, 30, 10)
    mark_missing(session, application.number, ["ktp"], until=DEADLINE, actor="Dewi", now=late)
    assert not papers_of(session)
    plan(session, late + MINUTE)
    assert not papers_of(session)


def test_papers_that_came_in_or_serve_nobody_are_not_reminded_of(
    session: Session, stage: Stage
) -> None:
    one, other = (
        session.get_one(Application, submitted(session, person, stage.class_id))
        for person in (SITI, BUDI)
    )
    for each in (one, other):
        mark_missing(session, each.number, ["ktp"], until=DEADLINE, actor="Dewi", now=NOW)
    mark_complete(session, one.number, actor="Dewi", now=NOW)
    withdraw(session, other.id, account_id_of(session, BUDI), reason=None, now=NOW)
    session.expire_all()
    plan(session, at(2025, 11, 30, 9))
    assert not papers_of(session)
