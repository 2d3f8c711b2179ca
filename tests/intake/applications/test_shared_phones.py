"""Several people on one phone: who is who, and for whom a registration is."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.facts import Trait
from intake.applications.applicants import called_on_shared, people_of
from intake.applications.errors import AlreadyApplied, NoSuchApplicant, SeveralKnown
from intake.applications.rows import my_applications
from intake.applications.steps import Step
from intake.registration.checks import (
    begin_check,
    find_check,
    open_form,
    open_registration,
    tell_trait,
)
from intake.registration.draft_rows import find_draft
from intake.registration.drafts import begin_draft
from intake.registration.submissions import submit
from intake.seats.admitting import admit
from storage.models import Draft, Wave
from tests.cast import (
    BUDI,
    FIRST_MEETING,
    NOW,
    SARI,
    SITI,
    Person,
    Stage,
    add_next_wave,
    apply,
    apply_too,
    fill_in,
    set_rules,
    welcome,
)
from tests.intake.reminders.planning import EVENING, plan, the_notice


@pytest.fixture
def family(session: Session, stage: Stage) -> int:
    """Siti's phone, on which her daughter Sari has registered, too."""
    mother = apply(session, SITI, stage.class_id)
    apply_too(session, SARI, mother.account_id, stage.other_class_id)
    return mother.account_id


def ids_of(session: Session, account_id: int) -> dict[str, int]:
    return {person.called: person.id for person in people_of(session, account_id)}


def test_each_is_called_by_their_first_name(session: Session, family: int) -> None:
    assert [person.called for person in people_of(session, family)] == ["Sari", "Siti"]
    assert [each.called for each in my_applications(session, family)] == ["Sari", "Siti"]


def test_whoever_is_alone_on_a_phone_is_not_named(session: Session, stage: Stage) -> None:
    alone = apply(session, SITI, stage.class_id)
    assert alone.called is None
    assert called_on_shared(session, alone.account_id, alone.applicant_id) is None


def test_two_of_the_same_first_name_are_told_apart(session: Session, stage: Stage) -> None:
    mother = apply(session, SITI, stage.class_id)
    namesake = Person(7001, "Siti Rahma", SARI.nik, SARI.phone, "sma", "3673")
    apply_too(session, namesake, mother.account_id, stage.other_class_id)
    names = [person.called for person in people_of(session, mother.account_id)]
    assert names == ["Siti R.", "Siti A."]


def test_for_whom_has_to_be_chosen_where_several_are_known(
    session: Session, stage: Stage, family: int
) -> None:
    session.get_one(Wave, stage.wave_id).state = "closed"
    class_id = add_next_wave(session, stage)
    with pytest.raises(SeveralKnown) as raised:
        open_registration(session, family, class_id, now=NOW)
    assert [person.called for person in raised.value.people] == ["Sari", "Siti"]


def test_whoever_is_known_types_nothing_twice(session: Session, stage: Stage, family: int) -> None:
    session.get_one(Wave, stage.wave_id).state = "closed"
    class_id = add_next_wave(session, stage)
    for person in (SITI, SARI):
        who = ids_of(session, family)[person.name.split()[0]]
        draft = begin_draft(session, family, class_id, now=NOW, applicant_id=who)
        assert (draft.step, draft.answers.nik) == (Step.REVIEW, person.nik)
        found = find_draft(session, family)
        assert found is not None
        assert found.called == person.name.split()[0]
        assert submit(session, family, update_id=None, now=NOW).applicant_id == who
    assert len(ids_of(session, family)) == 2


def test_each_has_one_registration_in_a_wave(session: Session, stage: Stage, family: int) -> None:
    who = ids_of(session, family)["Sari"]
    with pytest.raises(AlreadyApplied) as raised:
        open_registration(session, family, stage.class_id, now=NOW, applicant_id=who)
    assert (raised.value.number, raised.value.called) == ("PBK-2025-3-0002", "Sari")


def test_a_nik_counts_once_in_a_wave_whoevers_phone_it_is(
    session: Session, stage: Stage, family: int
) -> None:
    budi = welcome(session, BUDI)
    sari_on_his_phone = Person(BUDI.telegram_id, SARI.name, SARI.nik, SARI.phone, "sma", "3673")
    with pytest.raises(AlreadyApplied) as raised:
        fill_in(session, sari_on_his_phone, budi, stage.class_id)
    assert raised.value.number is None  # of another phone


def test_somebody_of_another_phone_is_nobody_here(
    session: Session, stage: Stage, family: int
) -> None:
    budi = welcome(session, BUDI)
    who = ids_of(session, family)["Sari"]
    with pytest.raises(NoSuchApplicant):
        open_registration(session, budi, stage.class_id, now=NOW, applicant_id=who)


def test_a_check_is_of_whom_it_was_begun_for(session: Session, stage: Stage, family: int) -> None:
    session.get_one(Wave, stage.wave_id).state = "closed"
    class_id = add_next_wave(session, stage)
    set_rules(session, class_id, ("education", {"min": "smk"}), ("height", {"min_cm": 150}))
    who = ids_of(session, family)
    for name, education in (("Siti", "smk"), ("Sari", "sma")):
        check = begin_check(session, family, class_id, now=NOW, applicant_id=who[name])
        assert (check.trait, check.facts.education) == (Trait.HEIGHT, education)
        tell_trait(session, family, Trait.HEIGHT, "160", now=NOW)
    found = find_check(session, family, NOW)
    assert found is not None
    assert found.applicant_id == who["Sari"]
    assert open_form(session, family, class_id, now=NOW).answers.nik == SARI.nik
    assert session.scalars(select(Draft.applicant_id)).all() == [who["Sari"]]


def test_a_reminder_says_that_its_phone_is_shared(
    session: Session, stage: Stage, family: int
) -> None:
    admit(session, "PBK-2025-3-0001", actor="Dewi", now=NOW)
    plan(session, EVENING)
    notice = the_notice(session, "meeting_evening")
    assert notice.facts == {"meeting_id": stage.meeting_ids[0], "revision": 0, "shared": 1}
    assert notice.expires_at <= FIRST_MEETING
