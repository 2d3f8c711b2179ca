"""Another phone takes over a person: asked for there, or let in by a link from the counter.

The code says that the request comes from the phone in the hand of whoever stands at the counter;
the card they show says who that is. Both are needed, and a member of staff of the provider.
"""

import secrets
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.applications.changes import APPLICANT, by_staff
from intake.applications.errors import NoSuchApplication, OtherProvider
from intake.takeovers.errors import (
    AlreadyOnThisPhone,
    NoSuchTakeover,
    OwnTakeover,
    TooManyTakeovers,
)
from intake.takeovers.moves import (
    COUNTER,
    OPEN,
    PHONE,
    REFUSED,
    WITHDRAWN,
    begin,
    carry_out,
    close,
    hold_open,
    open_by_code,
    record,
    tell,
)
from intake.takeovers.rows import TakeoverView, view_takeover
from people.accounts import account_of, has_consented
from people.errors import ConsentMissing
from people.staff import StaffRight, may_act_for
from storage.models import Application, Takeover

ASKED_FOR = timedelta(hours=72)
"""How long a request waits for the counter: over a weekend."""
LINK_FOR = timedelta(minutes=30)
"""The person stands at the counter, with the new phone in hand."""
A_DAY, MOST_A_DAY = timedelta(hours=24), 5
DIGITS = 8
LINK_BYTES = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """A take-over with the code that was made for it: told now, and never again."""

    takeover: TakeoverView
    code: str = field(repr=False)


def ask_takeover(session: Session, account_id: int, number: str, *, now: datetime) -> Asked:
    """On the new phone: the person of this registration number is to come here.

    Asked again, the last code counts. Raises ConsentMissing, NoSuchApplication,
    AlreadyOnThisPhone, TooManyTakeovers.
    """
    if not has_consented(account_of(session, account_id)):
        raise ConsentMissing
    _check_rate(session, account_id, now)
    application = _application(session, number)
    if application.account_id == account_id:
        raise AlreadyOnThisPhone(application.number)
    before = (
        Takeover.account_id == account_id,
        Takeover.applicant_id == application.applicant_id,
        Takeover.state == OPEN,
    )
    for takeover in session.scalars(select(Takeover).where(*before).with_for_update()):
        close(session, takeover, WITHDRAWN, APPLICANT, "asked anew", now)
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
    takeover = begin(session, application, code, PHONE, now + ASKED_FOR, now)
    takeover.account_id = account_id
    record(session, takeover, None, OPEN, APPLICANT, None, now)
    return Asked(view_takeover(session, takeover.id), code)


def withdraw_takeover(session: Session, account_id: int, takeover_id: int, now: datetime) -> None:
    """The new phone asks no longer. Raises NoSuchTakeover."""
    takeover = hold_open(session, takeover_id, now)
    if takeover.account_id != account_id:
        raise NoSuchTakeover
    close(session, takeover, WITHDRAWN, APPLICANT, None, now)


def find_takeover(
    session: Session, code: str, rights: Collection[StaffRight], *, now: datetime
) -> TakeoverView:
    """By the code that the person's phone shows. Raises NoSuchTakeover, OtherProvider."""
    digits = "".join(sign for sign in code if sign.isdigit())
    takeover = open_by_code(session, digits, now)
    if takeover is None or takeover.begun_at != PHONE:
        raise NoSuchTakeover
    return takeover_for(session, takeover.id, rights, now=now)


def takeover_for(
    session: Session, takeover_id: int, rights: Collection[StaffRight], *, now: datetime
) -> TakeoverView:
    """For the eyes of staff, while it is open. Raises NoSuchTakeover, OtherProvider."""
    view = view_takeover(session, takeover_id)
    if not may_act_for(frozenset(rights), view.provider_id):
        raise OtherProvider
    if view.state != OPEN or view.expires_at <= now:
        raise NoSuchTakeover
    return view


def approve_takeover(
    session: Session,
    takeover_id: int,
    rights: Collection[StaffRight],
    *,
    actor: str,
    staff_id: int | None = None,
    now: datetime,
    zone: tzinfo,
) -> TakeoverView:
    """The card was seen, and is theirs: they are on the new phone from now on; both are told.

    `staff_id`: the account of whoever decides, if they do it in the chat. Raises NoSuchTakeover,
    OtherProvider, OwnTakeover.
    """
    seen = takeover_for(session, takeover_id, rights, now=now)
    if seen.account_id is None:
        raise NoSuchTakeover  # a link, which its holder uses
    if staff_id == seen.account_id:
        raise OwnTakeover
    who = by_staff(actor, staff_id)
    return carry_out(session, seen, seen.account_id, who, now, zone, tell_new=True)


def refuse_takeover(
    session: Session,
    takeover_id: int,
    rights: Collection[StaffRight],
    *,
    actor: str,
    staff_id: int | None = None,
    reason: str,
    now: datetime,
) -> TakeoverView:
    """The card is not theirs, or does not fit. The new phone is told why.

    Raises NoSuchTakeover, OtherProvider.
    """
    seen = takeover_for(session, takeover_id, rights, now=now)
    takeover = hold_open(session, takeover_id, now)
    close(session, takeover, REFUSED, by_staff(actor, staff_id), reason, now)
    if takeover.account_id is not None:
        tell(session, takeover, takeover.account_id, "takeover_refused", now)
    return seen


def make_link(
    session: Session,
    number: str,
    rights: Collection[StaffRight],
    *,
    actor: str,
    staff_id: int | None = None,
    now: datetime,
) -> Asked:
    """At the counter, with the card in hand: whoever opens the link takes the person over, once.

    Raises NoSuchApplication, OtherProvider.
    """
    application = _application(session, number)
    code = secrets.token_urlsafe(LINK_BYTES)
    takeover = begin(session, application, code, COUNTER, now + LINK_FOR, now)
    if not may_act_for(frozenset(rights), takeover.provider_id):
        raise OtherProvider
    record(session, takeover, None, OPEN, by_staff(actor, staff_id), "card seen", now)
    return Asked(view_takeover(session, takeover.id), code)


def see_link(session: Session, account_id: int, code: str, *, now: datetime) -> TakeoverView:
    """Whom it would bring here. Raises NoSuchTakeover, AlreadyOnThisPhone."""
    takeover = open_by_code(session, code, now)
    if takeover is None or takeover.begun_at != COUNTER:
        raise NoSuchTakeover
    if takeover.from_account_id == account_id:
        raise AlreadyOnThisPhone(view_takeover(session, takeover.id).number)
    return view_takeover(session, takeover.id)


def use_link(
    session: Session, account_id: int, code: str, *, now: datetime, zone: tzinfo
) -> TakeoverView:
    """Raises ConsentMissing, and what `see_link` raises: to the second of two phones as well."""
    if not has_consented(account_of(session, account_id)):
        raise ConsentMissing
    seen = see_link(session, account_id, code, now=now)
    return carry_out(session, seen, account_id, APPLICANT, now, zone, tell_new=False)


def _application(session: Session, number: str) -> Application:
    """As numbers are read out and typed in. Raises NoSuchApplication."""
    written = "".join(number.split()).upper()
    found = session.scalar(select(Application).where(Application.number == written))
    if found is None:
        raise NoSuchApplication
    return found


def _check_rate(session: Session, account_id: int, now: datetime) -> None:
    lately = Takeover.account_id == account_id, Takeover.asked_at > now - A_DAY
    count, first = session.execute(
        select(func.count(), func.min(Takeover.asked_at)).where(*lately)
    ).one()
    if count >= MOST_A_DAY:
        raise TooManyTakeovers(first + A_DAY)
