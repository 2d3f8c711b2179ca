"""Registrations left half done, a day before they close."""

from sqlalchemy.orm import Session

from intake.registration.drafts import begin_draft
from intake.reminders.planning import Planned
from people.accounts import Mute, mute
from storage.models import Wave
from tests.cast import (
    BUDI,
    CLOSES_AT,
    NOW,
    SITI,
    Stage,
    welcome,
)
from tests.intake.reminders.planning import DAY, MINUTE, notices, plan, the_notice


def test_a_draft_is_remembered_a_day_before_its_registration_closes(
    session: Session, stage: Stage
) -> None:
    siti = welcome(session, SITI)
    begin_draft(session, siti, stage.class_id, now=NOW)
    due_at = CLOSES_AT - DAY
    assert not plan(session, due_at - MINUTE)
    assert plan(session, due_at) == Planned(reminders=1, changes=0, outdated=0)
    assert not plan(session, due_at + MINUTE)
    notice = the_notice(session, "draft_closing")
    assert (notice.key, notice.facts) == (
        f"closing:{stage.class_id}:{siti}",
        {"class_id": stage.class_id},
    )
    assert (notice.due_at, notice.expires_at, notice.lane) == (due_at, CLOSES_AT, 1)


def test_a_registration_that_closed_while_nobody_looked_leaves_a_record(
    session: Session, stage: Stage
) -> None:
    begin_draft(session, welcome(session, SITI), stage.class_id, now=NOW)
    session.get_one(Wave, stage.wave_id).state = "closed"
    plan(session, CLOSES_AT + MINUTE)
    assert notices(session) == [("draft_closing", "expired")]


def test_no_word_of_closing_to_the_muted_the_newly_begun_or_of_a_wave_closed_early(
    session: Session, stage: Stage
) -> None:
    due_at = CLOSES_AT - DAY
    siti, budi = welcome(session, SITI), welcome(session, BUDI)
    begin_draft(session, siti, stage.class_id, now=NOW)
    begin_draft(session, budi, stage.class_id, now=due_at + MINUTE)
    mute(session, siti, Mute.REMINDERS, True)
    assert not plan(session, due_at + MINUTE)
    mute(session, siti, Mute.REMINDERS, False)
    session.get_one(Wave, stage.wave_id).state = "closed"
    assert not plan(session, due_at + MINUTE)
