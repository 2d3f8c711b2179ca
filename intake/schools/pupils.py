"""Pupils of a group: codes that tie their phones to it, their guardian's yes, and leaving it."""

import base64
import secrets
from dataclasses import dataclass
from datetime import datetime, tzinfo

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from intake.applications.changes import move
from intake.applications.errors import NoSuchApplicant
from intake.applications.rows import ApplicationState
from intake.schools.errors import BadPupilCode, NoSuchPupil
from intake.schools.groups import hold_group, record
from intake.schools.news import tell_pupil, tell_senders
from intake.schools.rows import (
    GroupView,
    Hand,
    PupilView,
    group_by_id,
    pupil_by_id,
    pupil_for,
    pupils_of,
)
from intake.seats.offers import give_back, hold_candidate
from intake.seats.reserve import promote
from intake.takeovers.moving import move_person
from people.accounts import account_of, has_consented
from people.codes import print_of
from people.errors import ConsentMissing
from people.phoneless import close_without_phone
from storage.models import Applicant, Application, Pupil

CODE_BYTES = 15


@dataclass(frozen=True, slots=True)
class PupilCode:
    """What a pupil is given: told only now, as what is kept of it lets nobody in."""

    number: str
    name: str
    study: str
    code: str


def make_codes(
    session: Session, group_id: int, hand: Hand, *, now: datetime, zone: tzinfo
) -> list[PupilCode]:
    """Of each accepted pupil without a phone; those that were given before are of no more use.

    Raises NoSuchGroup, GroupOver.
    """
    group = hold_group(session, group_id, hand, now, zone)
    codes = []
    for pupil in pupils_of(session, group.id):
        if pupil.state is not ApplicationState.ADMITTED or pupil.connected_at is not None:
            continue
        code = base64.b32encode(secrets.token_bytes(CODE_BYTES)).decode().lower()
        theirs = update(Pupil).where(Pupil.application_id == pupil.application_id)
        session.execute(theirs.values(code_print=print_of(code)))
        codes.append(PupilCode(pupil.number, pupil.name, pupil.study, code))
    if codes:
        record(session, group, hand, "codes", ", ".join(one.number for one in codes), now)
    return codes


def pupil_of_code(session: Session, code: str, account_id: int) -> tuple[GroupView, PupilView]:
    """Whom a code is for, to be asked whether it is they. Raises BadPupilCode.

    Once used it stays good for the account that has the pupil, withdrawn as they may be since: a
    second tap is no other phone's.
    """
    found = session.scalar(select(Pupil.application_id).where(Pupil.code_print == print_of(code)))
    pupil = None if found is None else pupil_by_id(session, found)
    if pupil is None:
        raise BadPupilCode
    theirs = pupil.live if pupil.connected_at is None else pupil.account_id == account_id
    if not theirs:
        raise BadPupilCode
    return group_by_id(session, pupil.group_id), pupil


def connect(
    session: Session, code: str, account_id: int, *, now: datetime, zone: tzinfo
) -> PupilView:
    """From now on the application is this account's, and what waited for its holder goes there.

    Connected twice, nothing changes. Raises BadPupilCode, ConsentMissing.
    """
    if not has_consented(account_of(session, account_id)):
        raise ConsentMissing
    _, pupil = pupil_of_code(session, code, account_id)
    if pupil.connected_at is not None:
        return pupil
    _take_over(session, pupil, account_id, now, zone)
    unused = Pupil.code_print == print_of(code), Pupil.connected_at.is_(None)
    used = update(Pupil).where(Pupil.application_id == pupil.application_id, *unused)
    took = used.values(connected_at=now).returning(Pupil.application_id)
    if session.execute(took).first() is None:  # by another phone, at the same moment
        raise BadPupilCode
    connected = pupil_by_id(session, pupil.application_id)
    assert connected is not None
    return connected


def my_pupil(session: Session, application_id: int, account_id: int) -> tuple[GroupView, PupilView]:
    """For the pupil's own eyes. Raises NoSuchPupil."""
    pupil = pupil_by_id(session, application_id)
    if pupil is None or pupil.account_id != account_id:
        raise NoSuchPupil
    return group_by_id(session, pupil.group_id), pupil


def guardian_agrees(
    session: Session, application_id: int, account_id: int, *, now: datetime
) -> tuple[GroupView, PupilView]:
    """On the pupil's phone, beside the paper that the school holds. The first time counts, and
    nothing does any more once the pupil has left the group.

    Raises NoSuchPupil.
    """
    group, pupil = my_pupil(session, application_id, account_id)
    if not pupil.live:
        return group, pupil
    first = Pupil.application_id == application_id, Pupil.guardian_agreed_at.is_(None)
    session.execute(update(Pupil).where(*first).values(guardian_agreed_at=now))
    return my_pupil(session, application_id, account_id)


def withdraw_pupil(
    session: Session, application_id: int, reason: str, hand: Hand, *, now: datetime, zone: tzinfo
) -> GroupView:
    """By their school or by staff: the place is free for another. Withdrawn twice, nothing changes.

    Who was not accepted yet is forgotten. Raises NoSuchPupil, NoSuchGroup, GroupOver.
    """
    _, pupil = pupil_for(session, application_id, hand)
    group = hold_group(session, pupil.group_id, hand, now, zone)
    held, candidate = hold_candidate(session, application_id, zone)
    if not pupil.live:
        return group_by_id(session, group.id)
    mark = record(session, group, hand, "withdrawn", f"{pupil.number}: {reason}", now)
    if candidate.state is ApplicationState.SUBMITTED:
        close_without_phone(session, [candidate.account_id])
        return group_by_id(session, group.id)
    withdrawn, actor = ApplicationState.WITHDRAWN, hand.actor(group.school_id)
    move(session, application_id, candidate.state, withdrawn, actor=actor, reason=reason, now=now)
    give_back(session, held, candidate, None, withdrawn.value, now)
    promote(session, held, now=now, zone=zone)
    application = session.get_one(Application, application_id)
    tell_pupil(session, application, "school_withdrawn", str(mark), now)
    tell_senders(session, group, "school_withdrawn", str(mark), now, by=hand.account_id)
    return group_by_id(session, group.id)


def _take_over(
    session: Session, pupil: PupilView, account_id: int, now: datetime, zone: tzinfo
) -> None:
    """All that hangs on the account without a phone, which ends with it. Where they have registered
    by this phone before, what they said themselves stands: the school knew no more than it had to.
    """
    before = pupil.account_id
    application = session.get_one(Application, pupil.application_id)
    ours = session.get_one(Applicant, application.applicant_id)
    same = Applicant.account_id == account_id, Applicant.nik_print == ours.nik_print
    known = session.scalar(select(Applicant.updated_at).where(*same))
    if known is not None:
        ours.updated_at = known
        session.flush()
    try:
        move_person(session, ours.id, before, account_id, now=now, zone=zone)
    except NoSuchApplicant:
        raise BadPupilCode from None
    close_without_phone(session, [before])
