"""Notices about one of several people on a phone: of their applications, and of their classes.

What a class is told (a meeting ahead, moved or cancelled) goes to a phone once, however many of its
people are in the class: it is one's alone only where nobody else on the phone is there, too.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from notices.outbox import NOTICES
from storage.models import Application, Meeting

OF_CLASS = ("meeting_evening", "meeting_soon", "meeting_moved", "meeting_cancelled")


@dataclass(frozen=True, slots=True)
class About:
    """Conditions on notices of an account."""

    alone: ColumnElement[bool]
    """Of this person and nobody else."""
    shared: ColumnElement[bool]
    """Of a class that somebody else on the phone is in, too."""


def applications_of(session: Session, applicant_id: int) -> list[int]:
    chosen = select(Application.id).where(Application.applicant_id == applicant_id)
    return list(session.scalars(chosen.order_by(Application.id)))


def notices_about(session: Session, account_id: int, applicant_id: int) -> About:
    """Those that the account was told, or is to be, about this person."""
    theirs = Application.applicant_id == applicant_id
    ids = applications_of(session, applicant_id)
    classes = set(session.scalars(select(Application.class_id).where(theirs)))
    others = select(Application.class_id).where(
        Application.account_id == account_id, ~theirs, Application.state == "admitted"
    )
    shared = classes & set(session.scalars(others))
    facts, of_account = NOTICES.c.facts, NOTICES.c.account_id == account_id
    about = facts["application_id"].as_integer().in_(ids)
    invited = facts["applicant_id"].as_integer() == applicant_id
    mine = of_account & NOTICES.c.batch_id.is_(None)
    return About(
        alone=mine & or_(about, invited, _of_classes(session, classes - shared)),
        shared=mine & _of_classes(session, shared),
    )


def _of_classes(session: Session, class_ids: set[int]) -> ColumnElement[bool]:
    meetings = session.scalars(select(Meeting.id).where(Meeting.class_id.in_(class_ids))).all()
    of_them: ColumnElement[bool] = NOTICES.c.facts["meeting_id"].as_integer().in_(meetings)
    return and_(NOTICES.c.kind.in_(OF_CLASS), of_them)
