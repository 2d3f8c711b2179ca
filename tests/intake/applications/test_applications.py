"""Applications: sent, shown, withdrawn, admitted."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.changes import TRANSITIONS
from intake.applications.errors import AlreadyApplied, NoSuchApplication, NotPossible
from intake.applications.rows import (
    ApplicationState,
    applicants_so_far,
    application_by_number,
    list_applications,
    my_applications,
)
from intake.applications.steps import Step
from intake.registration.drafts import begin_draft, cancel_draft, correct, open_draft
from intake.registration.errors import AnswersMissing, NoDraft, RegistrationClosed
from intake.registration.submissions import submit
from intake.seats.admitting import admit
from intake.seats.errors import ClassFull
from intake.withdrawing import withdraw
from people.accounts import decline_consent
from people.errors import ConsentMissing
from storage.models import ApplicationChange, CourseClass, Notice
from tests.cast import BUDI, CLOSES_AT, NOW, RINA, SITI, Stage, apply, fill_in, set_stage


def test_a_sent_draft_becomes_an_application_with_a_number(
    session: Session, stage: Stage, siti: int
) -> None:
    fill_in(session, SITI, siti, stage.class_id)
    sent = submit(session, siti, update_id=7, now=NOW)
    assert open_draft(session, siti) is None
    assert my_applications(session, siti) == [sent]
    assert application_by_number(session, " pbk-2025-3-0001 ") == sent
    assert (sent.number, sent.state, sent.submitted_at) == ("PBK-2025-3-0001", "submitted", NOW)
    assert (sent.programme_title, sent.wave_title) == ("Las SMAW A", "Gelombang 3")
    assert (sent.name, sent.nik, sent.live) == ("Siti Aminah", "3673••••••••0003", True)


def test_sending_twice_makes_one_application(session: Session, stage: Stage, siti: int) -> None:
    fill_in(session, SITI, siti, stage.class_id)
    sent = submit(session, siti, update_id=7, now=NOW)
    same_update = submit(session, siti, update_id=7, now=NOW + timedelta(hours=20))
    second_tap = submit(session, siti, update_id=8, now=NOW + timedelta(seconds=1))
    assert [same_update, second_tap, *my_applications(session, siti)] == [sent] * 3


def test_a_repeated_update_never_sends_the_next_draft(
    session: Session, stage: Stage, siti: int
) -> None:
    fill_in(session, SITI, siti, stage.class_id)
    sent = submit(session, siti, update_id=7, now=NOW)
    other = set_stage(session, name="-2")
    assert begin_draft(session, siti, other.class_id, now=NOW).complete
    assert submit(session, siti, update_id=7, now=NOW) == sent
    assert open_draft(session, siti) is not None


def test_an_old_send_button_finds_nothing_to_send(
    session: Session, stage: Stage, siti: int
) -> None:
    fill_in(session, SITI, siti, stage.class_id)
    sent = submit(session, siti, update_id=7, now=NOW)
    with pytest.raises(NoDraft):
        submit(session, siti, update_id=9, now=NOW + timedelta(days=2))
    withdraw(session, sent.id, siti, reason=None, now=NOW)
    with pytest.raises(NoDraft):
        submit(session, siti, update_id=9, now=NOW)


def test_what_is_missing_is_named(session: Session, stage: Stage, siti: int) -> None:
    begin_draft(session, siti, stage.class_id, now=NOW)
    with pytest.raises(AnswersMissing) as raised:
        submit(session, siti, update_id=1, now=NOW)
    assert raised.value.step is Step.NAME


def test_a_line_that_is_being_corrected_keeps_its_old_answer(
    session: Session, stage: Stage, siti: int
) -> None:
    fill_in(session, SITI, siti, stage.class_id)
    correct(session, siti, Step.PHONE, now=NOW)
    assert submit(session, siti, update_id=1, now=NOW).name == SITI.name


def test_registration_may_close_before_sending(session: Session, stage: Stage, siti: int) -> None:
    fill_in(session, SITI, siti, stage.class_id)
    with pytest.raises(RegistrationClosed):
        submit(session, siti, update_id=1, now=CLOSES_AT)
    assert submit(session, siti, update_id=2, now=CLOSES_AT - timedelta(seconds=1)).live


def test_consent_may_be_taken_back_before_sending(
    session: Session, stage: Stage, siti: int
) -> None:
    fill_in(session, SITI, siti, stage.class_id)
    decline_consent(session, siti)
    with pytest.raises(ConsentMissing):
        submit(session, siti, update_id=1, now=NOW)


def test_two_drafts_of_one_nik_become_one_application(
    session: Session, stage: Stage, siti: int, budi: int
) -> None:
    fill_in(session, SITI, siti, stage.class_id)
    fill_in(session, SITI, budi, stage.other_class_id)
    submit(session, siti, update_id=1, now=NOW)
    with pytest.raises(AlreadyApplied) as raised:
        submit(session, budi, update_id=2, now=NOW)
    assert raised.value.number is None


def test_numbers_count_up_within_a_wave(session: Session, stage: Stage) -> None:
    other = set_stage(session, name="-2")
    numbers = [
        apply(session, SITI, stage.class_id).number,
        apply(session, BUDI, stage.other_class_id).number,
        apply(session, RINA, other.class_id).number,
    ]
    assert numbers == ["PBK-2025-3-0001", "PBK-2025-3-0002", "PBK-2025-3-2-0001"]


def test_whoever_withdrew_can_apply_again(session: Session, stage: Stage) -> None:
    first = apply(session, SITI, stage.class_id)
    gone = withdraw(session, first.id, first.account_id, reason="pindah", now=NOW)
    assert withdraw(session, first.id, first.account_id, reason=None, now=NOW) == gone
    begin_draft(session, first.account_id, stage.other_class_id, now=NOW)
    again = submit(session, first.account_id, update_id=None, now=NOW + timedelta(days=1))
    mine = my_applications(session, first.account_id)
    assert (gone.state, gone.live, again.number) == ("withdrawn", False, "PBK-2025-3-0002")
    assert mine == [again, gone]


def test_only_ones_own_application_can_be_withdrawn(
    session: Session, stage: Stage, budi: int
) -> None:
    first = apply(session, SITI, stage.class_id)
    for application_id in (first.id, first.id + 1):
        with pytest.raises(NoSuchApplication):
            withdraw(session, application_id, budi, reason=None, now=NOW)
    with pytest.raises(NoSuchApplication):
        application_by_number(session, "PBK-1")


def test_an_admitted_applicant_is_told_once(session: Session, stage: Stage) -> None:
    first = apply(session, SITI, stage.class_id)
    admitted = admit(session, first.number, actor="Ibu Sri", now=NOW)
    with pytest.raises(NotPossible) as raised:
        admit(session, first.number, actor="Ibu Sri", now=NOW)
    notice = session.scalars(select(Notice)).one()
    assert (admitted.state, raised.value.state) == ("admitted", "admitted")
    assert (notice.account_id, notice.kind, notice.lane) == (first.account_id, "admitted", 0)
    assert (notice.facts, notice.key) == ({"application_id": first.id}, f"admitted:{first.id}")
    assert notice.due_at == NOW


def test_every_change_is_on_record(session: Session, stage: Stage) -> None:
    first = apply(session, SITI, stage.class_id)
    admit(session, first.number, actor="Ibu Sri", now=NOW)
    withdraw(session, first.id, first.account_id, reason="x" * 300, now=NOW)
    changes = session.scalars(select(ApplicationChange).order_by(ApplicationChange.id)).all()
    assert [(one.actor, one.from_state, one.to_state, one.reason) for one in changes] == [
        ("applicant", None, "submitted", None),
        ("staff:Ibu Sri", "submitted", "admitted", None),
        ("applicant", "admitted", "withdrawn", "x" * 200),
    ]


def test_a_class_is_not_filled_beyond_its_seats(session: Session) -> None:
    stage = set_stage(session, capacity=1)
    first, second = (apply(session, one, stage.class_id) for one in (SITI, BUDI))
    admit(session, first.number, actor="Ibu Sri", now=NOW)
    with pytest.raises(ClassFull) as raised:
        admit(session, second.number, actor="Ibu Sri", now=NOW)
    withdraw(session, first.id, first.account_id, reason=None, now=NOW)
    assert admit(session, second.number, actor="Ibu Sri", now=NOW).state == "admitted"
    assert raised.value.capacity == 1


def test_a_class_whose_seats_no_source_tells_takes_everybody(session: Session) -> None:
    stage = set_stage(session, capacity=None)
    for person in (SITI, BUDI, RINA):
        number = apply(session, person, stage.class_id).number
        assert admit(session, number, actor="Ibu Sri", now=NOW).state == "admitted"


def test_whoever_was_admitted_before_the_capacity_was_told_has_one_of_the_seats(
    session: Session,
) -> None:
    stage = set_stage(session, capacity=None)
    siti, budi, rina = (apply(session, one, stage.class_id) for one in (SITI, BUDI, RINA))
    for one in (siti, budi):
        admit(session, one.number, actor="Ibu Sri", now=NOW)
    for told in (1, 2):  # fewer than they are, and then as many
        session.get_one(CourseClass, stage.class_id).capacity = told
        with pytest.raises(ClassFull):
            admit(session, rina.number, actor="Ibu Sri", now=NOW)
    withdraw(session, siti.id, siti.account_id, reason=None, now=NOW)
    assert admit(session, rina.number, actor="Ibu Sri", now=NOW).state == "admitted"


def test_no_state_follows_withdrawal(session: Session, stage: Stage) -> None:
    assert TRANSITIONS[ApplicationState.WITHDRAWN] == frozenset()
    first = apply(session, SITI, stage.class_id)
    withdraw(session, first.id, first.account_id, reason=None, now=NOW)
    with pytest.raises(NotPossible):
        admit(session, first.number, actor="Ibu Sri", now=NOW)


def test_applicants_are_counted_by_class_without_those_who_withdrew(
    session: Session, stage: Stage
) -> None:
    apply(session, SITI, stage.class_id)
    apply(session, BUDI, stage.class_id)
    gone = apply(session, RINA, stage.other_class_id)
    withdraw(session, gone.id, gone.account_id, reason=None, now=NOW)
    counts = applicants_so_far(session, [stage.class_id, stage.other_class_id])
    assert counts == {stage.class_id: 2, stage.other_class_id: 0}


def test_staff_list_applications_by_programme_and_wave(session: Session, stage: Stage) -> None:
    siti = apply(session, SITI, stage.class_id)
    budi = apply(session, BUDI, stage.other_class_id)
    by_wave = list_applications(session, wave="pbk-2025-3")
    by_both = list_applications(session, programme_slug="las-gmaw", wave="pbk-2025-3")
    elsewhere = list_applications(session, programme_slug="las-gmaw", wave="pbk")
    assert (by_wave, by_both, elsewhere) == ([siti, budi], [budi], [])


def test_a_draft_that_was_cancelled_is_not_sent(session: Session, stage: Stage, siti: int) -> None:
    fill_in(session, SITI, siti, stage.class_id)
    cancel_draft(session, siti)
    with pytest.raises(NoDraft):
        submit(session, siti, update_id=1, now=NOW)
