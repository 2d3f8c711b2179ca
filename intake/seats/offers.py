"""Offers: a seat held for somebody until they confirm it, decline it, or say nothing in time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from functools import partial
from typing import cast

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.orm import Session

from intake.applications.changes import JAWARA, move
from intake.applications.errors import NoSuchApplication
from intake.applications.rows import ApplicationState
from intake.beds.beds import leave_bed
from intake.seats.seats import HeldClass, free_seat, hold_class, must_take_seat
from notices.outbox import Lane, cancel, post
from notices.quiet import QuietHours, awake_before, told_at
from storage.models import Account, Application, Offer, WaveStage

OFFERS = cast(Table, Offer.__table__)
KINDS = ("offer", "offer_half", "offer_last")
"""What is told of an offer that is open."""
LAST_HOURS = timedelta(hours=2)
"""Before the deadline: who has not answered by then is reminded once more."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An application, locked together with its class."""

    id: int
    account_id: int
    state: ApplicationState


def hold_candidate(
    session: Session, application_id: int, zone: tzinfo, account_id: int | None = None
) -> tuple[HeldClass, Candidate]:
    """First the class, then the application, as everybody does. `account_id`: whose it must be,
    else staff's. Raises NoSuchApplication.
    """
    class_id = session.scalar(select(Application.class_id).where(Application.id == application_id))
    if class_id is None:
        raise NoSuchApplication(application_id)
    held = hold_class(session, class_id, zone)
    row = session.execute(
        select(Application.account_id, Application.state)
        .where(Application.id == application_id)
        .with_for_update()
    ).first()
    if row is None or account_id not in (None, row.account_id):  # erased meanwhile, or another's
        raise NoSuchApplication(application_id)
    return held, Candidate(application_id, row.account_id, ApplicationState(row.state))


def make_offer(
    session: Session,
    held: HeldClass,
    candidate: Candidate,
    *,
    promoted: bool,
    now: datetime,
    zone: tzinfo,
) -> Offer | None:
    """A seat for the candidate, and a notice of it; None where the time is up: the training would
    have begun before they can be told. Raises ClassFull.

    What is told in quiet hours has a deadline that runs from their end; one whose last hours would
    begin in them waits for the person to wake.
    """
    quiet = _quiet_hours(session, candidate.account_id)
    told = told_at(now, quiet, zone)
    awake = partial(awake_before, last=LAST_HOURS, quiet=quiet, zone=zone)
    deadline = _deadline(session, held, told, awake, promoted=promoted)
    if deadline <= told:
        return None
    must_take_seat(session, held, candidate.id)
    offered = ApplicationState.OFFERED
    move(session, candidate.id, candidate.state, offered, actor=JAWARA, now=now)
    offer = Offer(
        application_id=candidate.id,
        class_id=held.id,
        state="open",
        promoted=promoted,
        made_at=now,
        deadline=deadline,
    )
    session.add(offer)
    session.flush()
    _tell(session, candidate.account_id, offer, told, now)
    return offer


def lapse(session: Session, held: HeldClass, now: datetime) -> int:
    """Take back what nobody has confirmed in time; returns how many seats are free again."""
    late = (
        select(Offer, Application.account_id)
        .join(Application, Offer.application_id == Application.id)
        .where(Offer.class_id == held.id, Offer.state == "open", Offer.deadline <= now)
        .order_by(Offer.deadline, Offer.id)
    )
    rows = session.execute(late).all()
    for offer, account_id in rows:
        candidate = Candidate(offer.application_id, account_id, ApplicationState.OFFERED)
        give_back(session, held, candidate, offer, "lapsed", now)
        lapsed = ApplicationState.LAPSED
        move(session, candidate.id, candidate.state, lapsed, actor=JAWARA, now=now)
        _post(session, account_id, offer, "offer_lapsed", now, now + timedelta(days=7), now)
    return len(rows)


def give_back(
    session: Session,
    held: HeldClass,
    candidate: Candidate,
    offer: Offer | None,
    how: str,
    now: datetime,
) -> None:
    """Their seat is free, their bed with it, and what was still to be said of the offer is not said
    any more.
    """
    if offer is not None:
        settle(session, [offer.id], how, now)
    free_seat(session, held, candidate.id)
    leave_bed(session, candidate.id, now)


def open_offer(session: Session, application_id: int) -> Offer | None:
    """The one that waits for an answer, if there is one."""
    return session.scalar(OPEN, {"asked": application_id})


def has_confirmed(session: Session, application_id: int) -> bool:
    """A seat was offered to them here and they took it: their daftar ulang is done."""
    done = select(Offer.id).where(Offer.application_id == application_id)
    return session.scalar(done.where(Offer.state == "confirmed").limit(1)) is not None


def settle(session: Session, offer_ids: Sequence[int], how: str, now: datetime) -> None:
    """They have an answer, and what was still to be said of them is not said any more."""
    session.flush()
    settled = {"ids": list(offer_ids), "state": how, "settled_at": now}
    session.connection().execute(SETTLE, settled)
    keys = [_key(offer_id, kind) for offer_id in offer_ids for kind in KINDS]
    cancel(session, keys=keys, reason="settled", now=now)


def _quiet_hours(session: Session, account_id: int) -> QuietHours:
    quiet = select(Account.quiet_from, Account.quiet_until).where(Account.id == account_id)
    quiet_from, quiet_until = session.execute(quiet).one()
    return quiet_from, quiet_until


def _deadline(
    session: Session,
    held: HeldClass,
    told: datetime,
    awake: Callable[[datetime], datetime],
    *,
    promoted: bool,
) -> datetime:
    """First offers stand until daftar ulang ends, where the wave has that stage, and else for its
    `offer_hours`; whoever is told late has as long as the reserve. Later offers stand for that
    shorter time, and none of them longer than until the training begins.
    """
    deadline = awake(told + held.rules.reserve_stands)
    if not promoted:
        stage = select(WaveStage.ends_at).where(
            WaveStage.wave_id == held.wave_id, WaveStage.kind == "reregistration"
        )
        ends_at = session.scalar(stage)
        longer = awake(told + held.rules.offer_stands)
        deadline = max(ends_at, deadline) if ends_at else longer
    return deadline if held.starts_at is None else min(deadline, held.starts_at)


def _tell(session: Session, account_id: int, offer: Offer, told: datetime, now: datetime) -> None:
    """At once, half-way, and before the last two hours."""
    moments = {"offer": now, "offer_half": told + (offer.deadline - told) / 2}
    if moments["offer_half"] < offer.deadline - LAST_HOURS:
        moments["offer_last"] = offer.deadline - LAST_HOURS
    for kind, due_at in moments.items():
        _post(session, account_id, offer, kind, due_at, offer.deadline, now)


def _post(
    session: Session,
    account_id: int,
    offer: Offer,
    kind: str,
    due_at: datetime,
    expires_at: datetime,
    now: datetime,
) -> None:
    """In the lane of results: whoever has muted reminders would lose the seat unawares."""
    post(
        session,
        account_id=account_id,
        kind=kind,
        facts={"application_id": offer.application_id, "offer_id": offer.id},
        key=_key(offer.id, kind),
        lane=Lane.RESULTS,
        due_at=due_at,
        expires_at=expires_at,
        now=now,
    )


def _key(offer_id: int, kind: str) -> str:
    return f"offer:{offer_id}:{kind}"


SETTLE = update(OFFERS).where(OFFERS.c.id.in_(bindparam("ids", expanding=True)))
OPEN = select(Offer).where(Offer.application_id == bindparam("asked"), Offer.state == "open")
