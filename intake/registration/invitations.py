"""Whoever got no seat is invited first when their programme takes registrations again.

Once for each class, before it is made known to those who left their interest; whoever does not wish
it says so with one tap. Nothing is kept for it but what they have registered with.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, String, cast, exists, func, literal, select
from sqlalchemy.orm import Session, aliased

from catalog.eligibility import Verdict, judge
from catalog.programmes import rules_of
from catalog.waves import takes_registrations
from intake.applications.applicants import my_applicant
from intake.applications.doubles import find_live
from intake.registration.chances import facts_of_applicant
from intake.registration.check_rows import dates_of
from notices.outbox import Lane, facts_of, post_rows
from storage.base import UtcDateTime
from storage.models import Account, Applicant, Application, CourseClass, Programme, Wave
from storage.models.applications import LIVE
from texts.moments import WIB

KIND = "invited_first"
HEAD_START = timedelta(hours=1)
"""By so much they hear of it before everybody else who wants to know."""
INVITED_WITHIN = timedelta(days=730)
"""Of the result: what they wanted longer ago, they may not want any more."""
WITHOUT_AN_END = timedelta(days=30)

_before = aliased(Application)
_class = aliased(CourseClass)
_wave = aliased(Wave)


def classes_with_unlucky(session: Session, now: datetime) -> Sequence[int]:
    """Classes that take registrations, and whose programme somebody got no seat in before."""
    found = _classes(now).with_only_columns(CourseClass.id).distinct()
    return session.scalars(found.order_by(CourseClass.id)).all()


def invite(session: Session, class_ids: Collection[int], *, now: datetime) -> int:
    """Write to all of these classes' people who were not told yet; returns how many are.

    Not to who is registered in the wave already, nor to who has got a seat in it since.
    """
    if not class_ids:
        return 0
    expires = func.coalesce(
        Wave.registration_closes_at, literal(now + WITHOUT_AN_END, UtcDateTime())
    )
    rows = (
        _classes(now)
        .join(Applicant, _before.applicant_id == Applicant.id)
        .join(Account, Applicant.account_id == Account.id)
        .with_only_columns(
            Applicant.account_id.label("account_id"),
            _key().label("key"),
            facts_of(class_id=CourseClass.id, applicant_id=Applicant.id).label("facts"),
            literal(now, UtcDateTime()).label("due_at"),
            expires.label("expires_at"),
        )
        .where(
            CourseClass.id.in_(class_ids),
            Applicant.invite_again.is_(True),
            Account.consented_at.is_not(None),
            Account.alerts_muted.is_(False),
            ~_registered(),
            ~_has_had_it(),
        )
    )
    return post_rows(session, rows, kind=KIND, lane=Lane.REMINDERS, now=now)


def is_invited(
    session: Session, account_id: int, applicant_id: int, class_: CourseClass, *, now: datetime
) -> bool:
    """Whether the invitation still holds: they wish it, are not registered, and no rule says no.

    Raises NoSuchApplicant for one of another account, too.
    """
    applicant = my_applicant(session, account_id, applicant_id)
    if not applicant.invite_again:
        return False
    if find_live(session, applicant.nik_print, class_.wave_id) is not None:
        return False
    return _may_join(session, applicant, class_, now)


def _may_join(session: Session, applicant: Applicant, class_: CourseClass, now: datetime) -> bool:
    """As far as is known: no rule refuses them at the dates of this class."""
    today = now.astimezone(WIB).date()
    rules = rules_of(session, class_.programme_id, today=today)
    dates = dates_of(class_.wave.starts_on, class_.wave.registration_closes_at, today)
    verdict = judge(rules, facts_of_applicant(applicant), dates).verdict
    return verdict is not Verdict.NO


def wish_invitations(
    session: Session, account_id: int, applicant_id: int, wanted: bool
) -> Applicant:
    """Raises NoSuchApplicant for one of another account, too."""
    applicant = my_applicant(session, account_id, applicant_id)
    applicant.invite_again = wanted
    session.flush()
    return applicant


def _classes(now: datetime) -> Select[Any]:
    """A row for each class that takes registrations, and each who got no seat in it before."""
    return (
        select(CourseClass.id)
        .join(Wave, CourseClass.wave_id == Wave.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .join(_class, _class.programme_id == CourseClass.programme_id)
        .join(_wave, _class.wave_id == _wave.id)
        .join(_before, _before.class_id == _class.id)
        .where(
            takes_registrations(now),
            Programme.entry == "jawara",
            _wave.provider_id == Wave.provider_id,
            _wave.id != Wave.id,
            _before.state == "not_selected",
            _before.changed_at > now - INVITED_WITHIN,
        )
    )


def _registered() -> Any:
    """In the wave already, by whatever phone."""
    live = aliased(Application)
    return exists().where(
        live.nik_print == Applicant.nik_print,
        live.wave_id == CourseClass.wave_id,
        live.state.in_(LIVE),
    )


def _has_had_it() -> Any:
    """A seat in the same programme, in another wave."""
    seated, its_class = aliased(Application), aliased(CourseClass)
    return exists().where(
        seated.nik_print == Applicant.nik_print,
        seated.state == "admitted",
        seated.class_id == its_class.id,
        its_class.programme_id == CourseClass.programme_id,
    )


def _key() -> Any:
    """`invited_first:{class}:{applicant}`"""
    parts = cast(CourseClass.id, String) + ":" + cast(Applicant.id, String)
    return literal(f"{KIND}:") + parts
