"""Beginning a registration: for whom, in which class, and from which answers."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchClass
from intake.applications.errors import AlreadyApplied
from intake.applications.steps import QUESTIONS, Answers, Step
from intake.registration.drafts import DraftView, begin_draft, cancel_draft, park
from intake.registration.errors import (
    NotYetOpen,
    OtherDraftOpen,
    RegistersElsewhere,
    RegistrationClosed,
)
from intake.registration.submissions import submit
from people.accounts import decline_consent, ensure_account
from people.errors import ConsentMissing
from storage.models import Programme, Wave
from tests.cast import BUDI, NOW, SITI, Stage, add_next_wave, apply, reply


def test_beginning_again_goes_on_where_it_was(
    session: Session, stage: Stage, draft: DraftView
) -> None:
    reply(session, draft.account_id, Step.NAME)
    park(session, draft.account_id, now=NOW)
    again = begin_draft(session, draft.account_id, stage.class_id, now=NOW)
    assert (again.id, again.step, again.parked) == (draft.id, Step.NIK, False)


def test_another_class_waits_until_the_draft_is_given_up(
    session: Session, stage: Stage, draft: DraftView
) -> None:
    with pytest.raises(OtherDraftOpen) as raised:
        begin_draft(session, draft.account_id, stage.other_class_id, now=NOW)
    assert raised.value.draft == draft
    assert cancel_draft(session, draft.account_id)
    assert not cancel_draft(session, draft.account_id)
    other = begin_draft(session, draft.account_id, stage.other_class_id, now=NOW)
    assert (other.class_id, other.answers) == (stage.other_class_id, Answers())


def test_a_draft_that_can_no_longer_be_sent_makes_room(
    session: Session, stage: Stage, draft: DraftView
) -> None:
    wave = session.get_one(Wave, stage.wave_id)
    wave.state = "closed"
    next_class_id = add_next_wave(session, stage)
    view = begin_draft(session, draft.account_id, next_class_id, now=NOW)
    assert (view.class_id, view.programme_slug) == (next_class_id, "las-smaw-a")


@pytest.mark.parametrize("state", ["closed", "running", "finished"])
def test_a_wave_that_is_not_open_takes_no_registration(
    session: Session, stage: Stage, siti: int, state: str
) -> None:
    session.get_one(Wave, stage.wave_id).state = state
    session.flush()
    with pytest.raises(RegistrationClosed):
        begin_draft(session, siti, stage.class_id, now=NOW)


def test_a_wave_to_come_tells_when_it_opens(session: Session, stage: Stage, siti: int) -> None:
    wave = session.get_one(Wave, stage.wave_id)
    wave.registration_opens_at = NOW + timedelta(days=3)
    session.flush()
    with pytest.raises(NotYetOpen) as raised:
        begin_draft(session, siti, stage.class_id, now=NOW)
    wave.state, wave.registration_opens_at = "planned", None
    session.flush()
    with pytest.raises(NotYetOpen) as unknown:
        begin_draft(session, siti, stage.class_id, now=NOW)
    assert raised.value.opens_at == NOW + timedelta(days=3)
    assert unknown.value.opens_at is None


def test_a_programme_that_registers_elsewhere_has_no_draft(
    session: Session, stage: Stage, siti: int
) -> None:
    programme = session.scalars(select(Programme).where(Programme.slug == "las-smaw-a")).one()
    programme.entry = "siapkerja"
    session.flush()
    with pytest.raises(RegistersElsewhere) as raised:
        begin_draft(session, siti, stage.class_id, now=NOW)
    assert raised.value.entry == "siapkerja"
    with pytest.raises(NoSuchClass):
        begin_draft(session, siti, 999, now=NOW)


def test_nothing_is_asked_without_consent(session: Session, stage: Stage, siti: int) -> None:
    stranger = ensure_account(session, BUDI.telegram_id, now=NOW)
    with pytest.raises(ConsentMissing):
        begin_draft(session, stranger.id, stage.class_id, now=NOW)
    begin_draft(session, siti, stage.class_id, now=NOW)
    decline_consent(session, siti)
    with pytest.raises(ConsentMissing):
        reply(session, siti, Step.NAME)


def test_a_second_registration_in_a_wave_is_told_at_once_with_its_number(
    session: Session, stage: Stage
) -> None:
    first = apply(session, SITI, stage.class_id)
    with pytest.raises(AlreadyApplied) as raised:
        begin_draft(session, first.account_id, stage.other_class_id, now=NOW)
    assert raised.value.number == first.number


def test_another_person_can_register_on_the_same_phone(session: Session, stage: Stage) -> None:
    first = apply(session, SITI, stage.class_id)
    account_id, class_id = first.account_id, stage.other_class_id
    view = begin_draft(session, account_id, class_id, now=NOW, for_another=True)
    assert (view.step, view.answers) == (Step.NAME, Answers())
    reply(session, account_id, Step.NAME, BUDI.name)
    with pytest.raises(AlreadyApplied) as raised:
        reply(session, account_id, Step.NIK, SITI.nik)
    assert raised.value.number == first.number
    for step in QUESTIONS[1:]:
        reply(session, account_id, step, BUDI.answers()[step])
    assert submit(session, account_id, update_id=None, now=NOW).name == BUDI.name


def test_the_next_registration_begins_with_the_last_answers(session: Session, stage: Stage) -> None:
    first = apply(session, SITI, stage.class_id)
    session.get_one(Wave, stage.wave_id).state = "closed"
    next_class_id = add_next_wave(session, stage)
    view = begin_draft(session, first.account_id, next_class_id, now=NOW)
    assert (view.step, view.answers.name, view.answers.nik) == (Step.REVIEW, SITI.name, SITI.nik)
    assert submit(session, first.account_id, update_id=None, now=NOW).number == "PBK-2026-1-0001"
