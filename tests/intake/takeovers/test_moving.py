"""What goes along when somebody changes phones, and what stays."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.applicants import people_of
from intake.applications.guardians import guardians_in
from intake.applications.rows import my_applications
from intake.registration.drafts import begin_draft, open_draft
from intake.registration.submissions import submit
from intake.registration.verdicts import verdicts_in
from intake.reminders.planning import plan_reminders
from intake.seats.admitting import admit
from intake.takeovers.moving import bring_after
from intake.takeovers.rows import takeovers_in
from notices.outbox import Lane, post
from storage.models import (
    Applicant,
    GuardianConsent,
    Notice,
    Wave,
)
from storage.vault import vault_of
from tests.cast import (
    NOW,
    SARI,
    SITI,
    WIB,
    Person,
    Stage,
    add_next_wave,
    apply,
    apply_too,
    set_stage,
)
from tests.intake.reminders.planning import EVENING, MINUTE, SOON
from tests.intake.takeovers.phones import HOUR, NEW, taken_over, told


def test_everything_goes_to_the_new_phone(session: Session, old: int, new: int) -> None:
    [before] = my_applications(session, old)
    taken_over(session, new)
    assert (my_applications(session, old), people_of(session, old)) == ([], [])
    [after] = my_applications(session, new)
    assert (after.id, after.number, after.state) == (before.id, before.number, before.state)
    assert told(session, old) == [("person_left", "pending")]
    assert told(session, new) == [("admitted", "pending"), ("person_came", "pending")]


def test_who_let_it_is_on_record(session: Session, old: int, new: int) -> None:
    taken_over(session, new)
    steps = [(each.actor, each.from_state, each.to_state) for each in takeovers_in(session, old)]
    assert steps == [("applicant", None, "open"), ("staff:Dewi", "open", "done")]
    assert takeovers_in(session, new) == takeovers_in(session, old)


def test_a_guardians_consent_goes_along(session: Session, old: int, new: int) -> None:
    [application] = my_applications(session, old)
    sealed = vault_of(session).seal("Aminah")
    session.add(
        GuardianConsent(
            application_id=application.id, account_id=old, name_sealed=sealed,
            relation="mother", version="2025-11", given_at=NOW,
        )
    )  # fmt: skip
    session.flush()
    taken_over(session, new)
    assert guardians_in(session, old) == []
    assert [each.relation for each in guardians_in(session, new)] == ["mother"]
    assert [each.number for each in verdicts_in(session, new)] == [application.number]


def test_others_on_the_old_phone_stay_there(
    session: Session, stage: Stage, old: int, new: int
) -> None:
    apply_too(session, SARI, old, stage.other_class_id)
    taken_over(session, new)
    assert [each.name for each in my_applications(session, old)] == [SARI.name]
    assert [each.name for each in my_applications(session, new)] == [SITI.name]


def test_a_reminder_that_waits_is_neither_lost_nor_told_twice(
    session: Session, old: int, new: int
) -> None:
    plan_reminders(session, EVENING, WIB)
    taken_over(session, new, EVENING + MINUTE)
    plan_reminders(session, EVENING + 2 * MINUTE, WIB)
    plan_reminders(session, SOON, WIB)
    kinds = [kind for kind, _ in told(session, new)]
    assert (kinds.count("meeting_evening"), kinds.count("meeting_soon")) == (1, 1)
    assert told(session, old) == [("person_left", "pending")]


@pytest.mark.parametrize("state", ["sent", "pending"])
def test_in_a_class_with_somebody_else_both_phones_are_told_once(
    session: Session, stage: Stage, old: int, new: int, state: str
) -> None:
    sari = apply_too(session, SARI, old, stage.class_id)
    admit(session, sari.number, actor="Dewi", now=NOW)
    plan_reminders(session, EVENING, WIB)
    evening = session.scalars(select(Notice).where(Notice.kind == "meeting_evening")).one()
    evening.state = state
    taken_over(session, new, EVENING + MINUTE)
    plan_reminders(session, EVENING + 2 * MINUTE, WIB)
    for account_id in (old, new):
        assert told(session, account_id).count(("meeting_evening", state)) == 1


def test_what_was_on_its_way_to_the_old_phone_is_told_to_the_new_one(
    session: Session, old: int, new: int
) -> None:
    notice = session.scalars(select(Notice).where(Notice.kind == "admitted")).one()
    notice.state, notice.attempts, notice.lease_until = "sending", 1, NOW + HOUR
    taken_over(session, new)
    session.refresh(notice)
    assert (notice.account_id, notice.state, notice.attempts) == (new, "pending", 2)


def test_what_was_put_aside_for_the_lost_phone_is_due_now(
    session: Session, old: int, new: int
) -> None:
    notice = session.scalars(select(Notice).where(Notice.kind == "admitted")).one()
    notice.due_at = notice.expires_at
    taken_over(session, new)
    session.refresh(notice)
    assert (notice.account_id, notice.due_at) == (new, NOW)


def test_what_is_planned_at_that_very_moment_is_brought_after(
    session: Session, old: int, new: int
) -> None:
    [application] = my_applications(session, old)
    taken_over(session, new)
    post(
        session, account_id=old, kind="papers_due", facts={"application_id": application.id},
        key="papers_due:late", lane=Lane.REMINDERS, due_at=NOW, expires_at=NOW + HOUR, now=NOW,
    )  # fmt: skip
    assert (bring_after(session, NOW + MINUTE), bring_after(session, NOW + MINUTE)) == (1, 0)
    assert ("papers_due", "pending") in told(session, new)


def test_a_registration_begun_for_them_goes_along(
    session: Session, stage: Stage, old: int, new: int
) -> None:
    [siti] = people_of(session, old)
    session.get_one(Wave, stage.wave_id).state = "closed"
    class_id = add_next_wave(session, stage)
    begin_draft(session, old, class_id, now=NOW, applicant_id=siti.id)
    taken_over(session, new)
    assert open_draft(session, old) is None
    assert submit(session, new, update_id=None, now=NOW).number == "PBK-2026-1-0001"


def test_one_who_is_known_on_both_phones_is_one_person(
    session: Session, stage: Stage, old: int, new: int
) -> None:
    """She had registered anew from the new phone, for another wave."""
    other = set_stage(session, name="-2")
    second = apply(session, NEW, other.class_id, now=NOW + HOUR)
    taken_over(session, new, NOW + 2 * HOUR)
    assert len(people_of(session, new)) == 1
    assert {each.applicant_id for each in my_applications(session, new)} == {second.applicant_id}
    assert len(my_applications(session, new)) == 2
    assert session.scalars(select(Applicant.account_id)).all() == [new]


def test_what_was_told_last_counts_where_one_person_is_made_of_two(
    session: Session, old: int, new: int
) -> None:
    other = set_stage(session, name="-2")
    moved = Person(7050, "Siti Aminah Putri", SITI.nik, "+6281234560099", "d3", "3671")
    apply(session, moved, other.class_id, now=NOW - HOUR)
    taken_over(session, new)
    [person] = my_applications(session, new)[:1]
    assert person.name == SITI.name  # the older answers gave way
