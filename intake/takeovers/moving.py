"""A person goes to another phone with everything that is theirs, in one transaction.

Whoever writes to them meanwhile does so before or after, and never half: the accounts are held
first, then the classes, then the applications, and the notices last, as everybody does
(docs/decisions/0017, 0019).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from intake.applications.errors import NoSuchApplicant
from intake.applications.person_notices import applications_of, notices_about
from intake.seats.seats import hold_class
from intake.tracks.moving import move_tracks
from notices.moving import copy_notices, move_notices
from storage.models import (
    Account,
    Applicant,
    Application,
    ApplicationVerdict,
    DocumentQuestion,
    Draft,
    EligibilityCheck,
    GuardianConsent,
    Takeover,
)

LOOKED_AFTER = timedelta(minutes=15)
"""So long a reminder may come up that was planned at the very moment of a move."""

PRIVATE = (
    "name_sealed", "nik_sealed", "phone_sealed", "born_on", "sex", "education", "domicile",
    "updated_at",
)  # fmt: skip


def move_person(
    session: Session,
    applicant_id: int,
    from_account: int,
    to_account: int,
    *,
    now: datetime,
    zone: tzinfo,
) -> int:
    """Returns the id of the applicant there: another one, where this NIK was known there already.

    Raises NoSuchApplicant where they have gone from that phone meanwhile.
    """
    _hold_accounts(session, from_account, to_account)
    person = session.get(Applicant, applicant_id, populate_existing=True, with_for_update=True)
    if person is None or person.account_id != from_account:
        raise NoSuchApplicant(applicant_id)
    _hold_applications(session, applicant_id, zone)
    about = notices_about(session, from_account, applicant_id)
    copy_notices(session, about.shared, to_account, now=now)
    move_notices(session, about.alone, to_account, now=now)
    there = _person_there(session, person, to_account)
    _move_rows(session, applicant_id, there, to_account)
    _move_begun(session, applicant_id, there, from_account, to_account)
    move_tracks(session, applicant_id, there, from_account, to_account)
    if there != applicant_id:
        session.execute(delete(Applicant).where(Applicant.id == applicant_id))
    session.expire_all()
    return there


def bring_after(session: Session, now: datetime) -> int:
    """What was written for the phone before while its person moved away: a plan that had looked a
    moment earlier. Run at any time it does no harm; returns how many notices it brought along.
    """
    lately = Takeover.state == "done", Takeover.done_at > now - LOOKED_AFTER
    columns = Takeover.applicant_id, Takeover.from_account_id, Applicant.account_id
    rows = session.execute(
        select(*columns)
        .join(Applicant, Applicant.id == Takeover.applicant_id)
        .where(*lately, Takeover.from_account_id != Applicant.account_id)
    )
    brought = 0
    for who, before, account_id in rows.all():
        if before is not None:
            about = notices_about(session, before, who)
            brought += move_notices(session, about.alone, account_id, now=now)
    return brought


def _hold_accounts(session: Session, *account_ids: int) -> None:
    held = select(Account.id).where(Account.id.in_(account_ids)).order_by(Account.id)
    found = session.scalars(held.with_for_update(key_share=True)).all()
    if len(found) < len(set(account_ids)):
        raise NoSuchApplicant  # one of the phones was erased meanwhile


def _hold_applications(session: Session, applicant_id: int, zone: tzinfo) -> None:
    """Their classes first: whoever gives a seat or takes one back holds the class."""
    theirs = Application.applicant_id == applicant_id
    classes = select(Application.class_id).where(theirs).distinct()
    for class_id in sorted(session.scalars(classes)):
        hold_class(session, class_id, zone)
    held = select(Application.id).where(theirs).order_by(Application.id)
    session.execute(held.with_for_update())


def _person_there(session: Session, person: Applicant, to_account: int) -> int:
    """Known there by the same NIK: one person, with what was told last."""
    same = Applicant.account_id == to_account, Applicant.nik_print == person.nik_print
    other = session.scalar(select(Applicant).where(*same).with_for_update())
    if other is None:
        return person.id
    if person.updated_at > other.updated_at:
        for name in PRIVATE:
            setattr(other, name, getattr(person, name))
        session.flush()
    return other.id


def _move_rows(session: Session, before: int, there: int, to_account: int) -> None:
    ids = applications_of(session, before)
    moved = {"applicant_id": there, "account_id": to_account}
    session.execute(update(Application).where(Application.id.in_(ids)).values(moved))
    by_application: Sequence[Any] = (GuardianConsent, ApplicationVerdict)
    for table in by_application:
        theirs = update(table).where(table.application_id.in_(ids))
        session.execute(theirs.values(account_id=to_account))
    session.execute(delete(DocumentQuestion).where(DocumentQuestion.application_id.in_(ids)))
    if there == before:
        moved_here = update(Applicant).where(Applicant.id == there)
        session.execute(moved_here.values(account_id=to_account))
    else:
        merged = update(Takeover).where(Takeover.applicant_id == before)
        session.execute(merged.values(applicant_id=there))


def _move_begun(
    session: Session, before: int, there: int, from_account: int, to_account: int
) -> None:
    """What was begun for them goes along, unless something is begun on the new phone already."""
    tables: Sequence[Any] = (Draft, EligibilityCheck)
    for table in tables:
        theirs = table.account_id == from_account, table.applicant_id == before
        taken = select(table.account_id).where(table.account_id == to_account)
        if session.scalar(taken) is None:
            moved = {"account_id": to_account, "applicant_id": there}
            session.execute(update(table).where(*theirs).values(moved))
        else:
            session.execute(delete(table).where(*theirs))
