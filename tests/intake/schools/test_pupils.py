"""Pupils of a group: their phones, their guardians, their leaving, their certificates."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.applications.rows import ApplicationState
from intake.schools.errors import BadPupilCode, NoSuchPupil
from intake.schools.groups import accept_group, change_facts
from intake.schools.pupils import (
    connect,
    guardian_agrees,
    make_codes,
    pupil_of_code,
    withdraw_pupil,
)
from intake.schools.rows import group_for, pupil_by_id
from intake.training.certificate_rows import (
    CertificateKind,
    CertificateState,
    CertificateView,
    verify_number,
)
from intake.training.certificates import decide
from intake.training.errors import TrainingAhead
from intake.withdrawing import withdraw
from people.accounts import ensure_account
from people.errors import BadInvitation, ConsentMissing, SchoolKnown
from people.schools import accept_sender, invite_sender, open_school, schools_of
from storage.models import (
    Account,
    Applicant,
    Notice,
    Seat,
)
from tests.cast import NOW, RINA, SITI, WIB, Stage, apply, welcome
from tests.intake.schools.school import (
    FACTS,
    Ground,
    accepted,
    opened,
    row_of,
    sent,
    set_ground,
    told,
)

WITHDRAWN = ApplicationState.WITHDRAWN


def test_a_teacher_comes_in_by_a_link_that_works_once(
    session: Session, ground: Ground, wati: int
) -> None:
    assert [school.name for school in schools_of(session, wati)] == ["SMKN 1 Contoh"]
    code = invite_sender(session, ground.school.id, name="Pak Adi", invited_by="t", now=NOW)
    late = NOW + timedelta(days=3)
    with pytest.raises(BadInvitation):
        accept_sender(session, code, wati, now=late)
    with pytest.raises(SchoolKnown):
        open_school(session, " smkn 1  contoh", "3673", now=NOW)


def test_a_withdrawn_pupil_frees_seat_and_place(session: Session, stage: Stage) -> None:
    ground = set_ground(session, stage, capacity=1)
    group, [pupil] = accepted(session, ground, 0)
    left = withdraw_pupil(session, pupil.application_id, "ill", ground.wati, now=NOW, zone=WIB)
    assert (left.accepted, left.free) == (0, 3)
    sent(session, ground, group.id, row_of(1))
    accept_group(session, group.id, ground.ratna, now=NOW, zone=WIB)
    holders = select(func.count()).select_from(Seat).where(Seat.application_id.is_not(None))
    assert session.scalar(holders) == 1


def test_a_phone_is_tied_once_and_hears_what_waited(session: Session, ground: Ground) -> None:
    group, [pupil] = accepted(session, ground, 0)
    moved = replace(FACTS, starts_on=FACTS.starts_on + timedelta(days=7))
    change_facts(session, group.id, moved, ground.ratna, now=NOW, zone=WIB)
    [old] = make_codes(session, group.id, ground.wati, now=NOW, zone=WIB)
    [code] = make_codes(session, group.id, ground.wati, now=NOW, zone=WIB)
    with pytest.raises(BadPupilCode):
        pupil_of_code(session, old.code, 0)
    account = ensure_account(session, 7005, now=NOW)
    session.flush()
    with pytest.raises(ConsentMissing):
        connect(session, code.code, account.id, now=NOW, zone=WIB)
    siti = welcome(session, SITI)
    mine = connect(session, code.code, siti, now=NOW, zone=WIB)
    assert (mine.account_id, mine.connected_at) == (siti, NOW)
    later = NOW + timedelta(minutes=1)
    assert connect(session, code.code, siti, now=later, zone=WIB) == mine
    rina = welcome(session, RINA)
    with pytest.raises(BadPupilCode):
        connect(session, code.code, rina, now=later, zone=WIB)
    kinds = told(session, siti)
    assert kinds.count("school_changed") == 1
    pending = select(func.count()).where(
        Notice.account_id == siti, Notice.kind == "school_start", Notice.state == "pending"
    )
    assert session.scalar(pending) == 2
    assert session.get(Account, pupil.account_id) is None
    assert make_codes(session, group.id, ground.wati, now=NOW, zone=WIB) == []


def test_who_registered_by_that_phone_before_stays_one_applicant(
    session: Session, ground: Ground, stage: Stage
) -> None:
    group = opened(session, ground)
    application = apply(session, SITI, stage.class_id)
    withdraw(session, application.id, application.account_id, reason=None, now=NOW)
    row = row_of(0, name=SITI.name, nik=SITI.nik, born="05/01/1999", sex="P")
    sent(session, ground, group.id, row)
    accept_group(session, group.id, ground.ratna, now=NOW, zone=WIB)
    [code] = make_codes(session, group.id, ground.wati, now=NOW, zone=WIB)
    connect(session, code.code, application.account_id, now=NOW, zone=WIB)
    assert session.scalar(select(func.count()).select_from(Applicant)) == 1


def test_the_guardian_agrees_on_the_phone_beside_the_paper(
    session: Session, ground: Ground
) -> None:
    _, [pupil] = accepted(session, ground, 0)
    assert (pupil.paper_consent, pupil.guardian_agreed_at) == (True, None)
    _, agreed = guardian_agrees(session, pupil.application_id, pupil.account_id, now=NOW)
    later = NOW + timedelta(days=1)
    _, again = guardian_agrees(session, pupil.application_id, pupil.account_id, now=later)
    assert (agreed.guardian_agreed_at, again.guardian_agreed_at) == (NOW, NOW)
    with pytest.raises(NoSuchPupil):
        guardian_agrees(session, pupil.application_id, 999, now=NOW)


def test_a_guardian_agrees_to_nothing_once_the_pupil_has_left(
    session: Session, ground: Ground
) -> None:
    group, [pupil] = accepted(session, ground, 0)
    [code] = make_codes(session, group.id, ground.wati, now=NOW, zone=WIB)
    siti, rina = welcome(session, SITI), welcome(session, RINA)
    connect(session, code.code, siti, now=NOW, zone=WIB)
    withdraw_pupil(session, pupil.application_id, "ill", ground.wati, now=NOW, zone=WIB)
    _, left = guardian_agrees(session, pupil.application_id, siti, now=NOW)
    assert (left.live, left.guardian_agreed_at) == (False, None)
    assert pupil_of_code(session, code.code, siti)[1] == left
    with pytest.raises(BadPupilCode):
        pupil_of_code(session, code.code, rina)


def test_a_pupil_who_withdraws_by_their_phone_is_told_to_the_school(
    session: Session, ground: Ground, wati: int
) -> None:
    group, [pupil] = accepted(session, ground, 0)
    withdraw(session, pupil.application_id, pupil.account_id, reason=None, now=NOW, zone=WIB)
    seen = pupil_by_id(session, pupil.application_id)
    assert seen is not None
    assert seen.state is WITHDRAWN
    assert group_for(session, group.id, ground.wati).free == 3
    assert told(session, wati) == ["school_accepted_group", "school_withdrawn_group"]


def test_whoever_acts_gets_no_letter_of_it_and_their_colleague_does(
    session: Session, ground: Ground, wati: int
) -> None:
    adi = welcome(session, RINA)
    code = invite_sender(session, ground.school.id, name="Pak Adi", invited_by="t", now=NOW)
    accept_sender(session, code, adi, now=NOW)
    group, [pupil] = accepted(session, ground, 0)
    hand, moved = replace(ground.wati, account_id=wati), replace(FACTS, host="PT Contoh Baja")
    change_facts(session, group.id, moved, hand, now=NOW, zone=WIB)
    withdraw_pupil(session, pupil.application_id, "ill", hand, now=NOW, zone=WIB)
    assert told(session, wati) == ["school_accepted_group"]
    assert told(session, adi) == [
        "school_accepted_group",
        "school_changed_group",
        "school_withdrawn_group",
    ]


def test_a_certificate_of_a_pupil_is_checked_by_anybody(session: Session, ground: Ground) -> None:
    _, [pupil] = accepted(session, ground, 0)

    def issue(day: date) -> CertificateView:
        return decide(
            session,
            pupil.application_id,
            CertificateKind.OFFICIAL,
            CertificateState.ISSUED,
            ground.ratna.rights,
            number="MG/1/2026",
            actor="Bu Ratna",
            now=datetime.combine(day, time(9), WIB),
        )

    with pytest.raises(TrainingAhead) as ahead:
        issue(FACTS.starts_on - timedelta(days=1))
    assert (ahead.value.starts_on, ahead.value.whose) == (FACTS.starts_on, "group")
    view = issue(FACTS.starts_on)
    assert view.state is CertificateState.ISSUED
    [found] = verify_number(session, "mg/1/2026")
    assert found.kind is CertificateKind.OFFICIAL
