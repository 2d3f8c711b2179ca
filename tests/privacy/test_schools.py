"""A pupil's placement is shown to its person, and gone with them; so is a teacher's sending."""

import json
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.applications.errors import ReasonMissing
from intake.schools.errors import NoSuchPupil, PupilHasPhone
from intake.schools.pupils import connect, make_codes
from intake.schools.rows import Hand, group_for, pupils_of
from intake.seats.seats import count_seats
from people.schools import accept_sender, invite_sender
from people.staff import Role, StaffRight
from privacy.erasure import erase
from privacy.export import export_json
from privacy.pupils import erase_pupil
from storage.models import (
    Account,
    Applicant,
    Application,
    GuardianConsent,
    Notice,
    Pupil,
    SchoolChange,
    SchoolSender,
)
from tests.cast import BUDI, NOW, SITI, WIB, Stage, welcome
from tests.intake.schools.school import Ground, accepted, set_ground


def connected(session: Session, ground: Ground) -> tuple[int, int]:
    """Siti's account, to which a pupil's place was tied, and the group's id."""
    group, _ = accepted(session, ground, 0, 1)
    code, _ = make_codes(session, group.id, ground.wati, now=NOW, zone=WIB)
    siti = welcome(session, SITI)
    connect(session, code.code, siti, now=NOW, zone=WIB)
    return siti, group.id


def test_the_file_holds_the_placement_and_who_sends(session: Session, stage: Stage) -> None:
    ground = set_ground(session, stage)
    siti, _ = connected(session, ground)
    [placement] = json.loads(export_json(session, siti, now=NOW))["placements"]
    assert (placement["host"], placement["study"]) == ("PT Contoh Logam", "XI Las 1")
    assert (placement["paper_consent"], placement["guardian_agreed_at"]) == (True, None)
    budi = welcome(session, BUDI)
    code = invite_sender(session, ground.school.id, name="Bu Wati", invited_by="t", now=NOW)
    accept_sender(session, code, budi, now=NOW)
    [sends] = json.loads(export_json(session, budi, now=NOW))["sends_for"]
    assert (sends["school"], sends["name"]) == ("SMKN 1 Contoh", "Bu Wati")
    erase(session, budi, now=NOW)
    assert session.scalar(select(func.count()).select_from(SchoolSender)) == 0


def test_a_pupil_without_a_phone_is_erased_by_staff_and_leaves_a_free_place(
    session: Session, stage: Stage
) -> None:
    ground = set_ground(session, stage, capacity=2)
    budi = welcome(session, BUDI)
    code = invite_sender(session, ground.school.id, name="Bu Wati", invited_by="t", now=NOW)
    accept_sender(session, code, budi, now=NOW)
    group, [first, _] = accepted(session, ground, 0, 1)
    erased(session, first.application_id, ground.ratna)
    assert group_for(session, group.id, ground.wati).free == group.free + 1
    counted = (Pupil, Applicant, Application, GuardianConsent)
    assert [session.scalar(select(func.count()).select_from(each)) for each in counted] == [1] * 4
    assert session.scalars(select(Account.telegram_id).where(Account.telegram_id > 0)).all() == [
        BUDI.telegram_id
    ]
    assert count_seats(session, [ground.class_id])[ground.class_id].free == 1
    last = session.scalars(select(SchoolChange).order_by(SchoolChange.id.desc())).first()
    assert last is not None
    assert (last.actor, last.what, last.detail) == (
        "staff:Bu Ratna", "erased", f"{first.number}: Permintaan wali",
    )  # fmt: skip
    told = select(Notice.kind).where(Notice.account_id == budi).order_by(Notice.id)
    assert session.scalars(told).all() == ["school_accepted_group", "school_withdrawn_group"]
    with pytest.raises(NoSuchPupil):
        erased(session, first.application_id, ground.ratna)


def test_a_pupil_can_be_erased_after_the_group_has_ended(session: Session, stage: Stage) -> None:
    ground = set_ground(session, stage)
    _, [pupil] = accepted(session, ground, 0)
    erased(session, pupil.application_id, ground.ratna, NOW + timedelta(days=365))
    assert session.scalar(select(func.count()).select_from(Applicant)) == 0


def test_who_may_not_erase_a_pupil_or_need_not(session: Session, stage: Stage) -> None:
    ground = set_ground(session, stage)
    siti, group_id = connected(session, ground)
    first, second = (each.application_id for each in pupils_of(session, group_id))
    with pytest.raises(PupilHasPhone):  # they do it themselves, in the chat
        erased(session, first, ground.ratna)
    for hand in (ground.wati, Hand("Pak Adi", rights=frozenset({StaffRight(Role.STAFF, 999)}))):
        with pytest.raises(NoSuchPupil):
            erased(session, second, hand)
    with pytest.raises(ReasonMissing):
        erase_pupil(session, second, " ", ground.ratna, now=NOW, zone=WIB)
    assert siti == pupils_of(session, group_id)[0].account_id


def erased(session: Session, application_id: int, hand: Hand, now: datetime = NOW) -> None:
    erase_pupil(session, application_id, "Permintaan wali", hand, now=now, zone=WIB)
    session.expire_all()


def test_an_erased_pupil_leaves_a_free_place_and_nothing_else(
    session: Session, stage: Stage
) -> None:
    ground = set_ground(session, stage)
    siti, group_id = connected(session, ground)
    assert group_for(session, group_id, ground.wati).free == 1
    erase(session, siti, now=NOW)
    session.expire_all()
    assert group_for(session, group_id, ground.wati).free == 2
    left = [session.scalar(select(func.count()).select_from(each)) for each in (Pupil, Applicant)]
    assert left == [1, 1]
    assert session.scalar(select(func.count()).select_from(Account)) == 1
