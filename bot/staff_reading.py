"""Whom important news did not reach, with the name and number to call them by."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from notices.untold import Untold, untold
from storage.models import Applicant, Application
from storage.vault import vault_of

A_PAGE = 5
LOOKED_BACK = timedelta(days=30)
MOST = 1_000
ABOUT_STAFF = ("broadcast", "staff_")
"""Kinds that begin so are for staff themselves, who need no call."""


@dataclass(frozen=True)
class UntoldLine:
    """One person. `name` and `phone` are their own, opened for staff's eyes."""

    name: str | None
    phone: str | None
    kind: str
    """Of the latest that did not reach them."""
    reason: str | None
    more: int
    """How many earlier ones did not, either."""
    since: datetime


@dataclass(frozen=True)
class UntoldPage:
    lines: Sequence[UntoldLine]
    people: int
    number: int


def list_untold(session: Session, page: int, now: datetime) -> UntoldPage:
    """The latest first, a line a person; a page past the end is the last one."""
    by_account: dict[int, list[Untold]] = {}
    for one in untold(session, since=now - LOOKED_BACK, now=now, most=MOST):
        if not one.kind.startswith(ABOUT_STAFF):
            by_account.setdefault(one.account_id, []).append(one)
    number = min(max(page, 0), max(0, (len(by_account) - 1) // A_PAGE))
    shown = list(by_account.values())[number * A_PAGE :][:A_PAGE]
    return UntoldPage([_line(session, those) for those in shown], len(by_account), number)


def _line(session: Session, those: Sequence[Untold]) -> UntoldLine:
    latest, vault = those[0], vault_of(session)
    applicant = _applicant(session, latest)
    return UntoldLine(
        name=None if applicant is None else vault.open(applicant.name_sealed),
        phone=None if applicant is None else vault.open(applicant.phone_sealed),
        kind=latest.kind,
        reason=latest.reason,
        more=len(those) - 1,
        since=latest.since,
    )


def _applicant(session: Session, one: Untold) -> Applicant | None:
    """Of the application that it is about, or the last one who registered by that account."""
    application_id = one.facts.get("application_id")
    if application_id is not None:
        application = session.get(Application, application_id)
        if application is not None:
            return session.get(Applicant, application.applicant_id)
    last = select(Applicant).where(Applicant.account_id == one.account_id)
    return session.scalar(last.order_by(Applicant.id.desc()).limit(1))
