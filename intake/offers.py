"""Offers: a seat held for somebody until they confirm it, decline it, or say nothing in time."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import cast

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.orm import Session

from intake.application_rows import ApplicationState
from intake.changes import JAWARA, move
from intake.errors import (
    NoOffer,
    NoSuchApplication,
    OfferPast,
)
from intake.seats import HeldClass, free_seat, hold_class, must_take_seat
from notices.outbox import Lane, cancel, post
from notices.quiet import told_at
from storage.models import Account, Application, Offer, WaveStage

OFFERS = cast(Table, Offer.__table__)
LAST_HOURS = timedelta(hours=2)
"""Before the deadline: who has not answered by then is reminded once more."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An application, locked together with its class."""

    id: int
    account_id: int
    state: ApplicationState


def hold_candidate(
    session: Session, application_id: int, zone: tzinfo
) -> tuple[HeldClass, Candidate]:
    """First the class, then the application, as everybody does. Raises NoSuchApplication."""
    class_id = session.scalar(select(Application.class_id).where(Application.id == application_id))
    if class_id is None:
        raise NoSuchApplication(application_id)
    held = hold_class(session, class_id, zone)
    row = session.execute(
        select(Application.account_id, Application.state)
        .where(Application.id == application_id)
        .with_for_update()
    ).first()
    if row is None:  # erased while we waited for the class
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

    What is told in quiet hours has a deadline that runs from their end.
    """
    told = _told_at(session, candidate.account_id, now, zone)
    deadline = _deadline(session, held, told, promoted=promoted)
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


def confirm(
    session: Session,
    application_id: int,
    *,
    account_id: int | None = None,
    actor: str,
    now: datetime,
    zone: tzinfo,
) -> bool:
    """The seat is theirs; False: it was already. `account_id`: whoever may, else staff.

    Raises NoSuchApplication, NoOffer, OfferPast.
    """
    _held, candidate = _asked(session, application_id, account_id, zone)
    if candidate.state is ApplicationState.ADMITTED:
        return False
    offer = _open_offer(session, candidate)
    if offer.deadline <= now:
        raise OfferPast(offer.deadline)
    _settle(session, offer, "confirmed", now)
    admitted = ApplicationState.ADMITTED
    move(session, application_id, candidate.state, admitted, actor=actor, now=now)
    return True


def decline(
    session: Session,
    application_id: int,
    *,
    account_id: int | None = None,
    actor: str,
    now: datetime,
    zone: tzinfo,
) -> HeldClass | None:
    """They do not want it, and the seat is free; None: they had declined it already.

    Raises NoSuchApplication, NoOffer. The caller passes the seat on (`intake.reserve.promote`).
    """
    held, candidate = _asked(session, application_id, account_id, zone)
    if candidate.state is ApplicationState.DECLINED:
        return None
    offer = _open_offer(session, candidate)
    give_back(session, held, candidate, offer, "declined", now)
    declined = ApplicationState.DECLINED
    move(session, application_id, candidate.state, declined, actor=actor, now=now)
    return held


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
    """Their seat is free, and what was still to be said of its offer is not said any more."""
    if offer is not None:
        _settle(session, offer, how, now)
    free_seat(session, held, candidate.id)


def open_offer(session: Session, application_id: int) -> Offer | None:
    """The one that waits for an answer, if there is one."""
    return session.scalar(OPEN, {"asked": application_id})


def has_confirmed(session: Session, application_id: int) -> bool:
    """A seat was offered to them here and they took it: their daftar ulang is done."""
    done = select(Offer.id).where(Offer.application_id == application_id)
    return session.scalar(done.where(Offer.state == "confirmed").limit(1)) is not None


def _asked(
    session: Session, application_id: int, account_id: int | None, zone: tzinfo
) -> tuple[HeldClass, Candidate]:
    held, candidate = hold_candidate(session, application_id, zone)
    if account_id is not None and candidate.account_id != account_id:
        raise NoSuchApplication(application_id)
    return held, candidate


def _open_offer(session: Session, candidate: Candidate) -> Offer:
    offer = open_offer(session, candidate.id)
    if offer is not None:
        return offer
    if candidate.state is ApplicationState.LAPSED:
        last = select(Offer.deadline).where(Offer.application_id == candidate.id)
        deadline = session.scalar(last.order_by(Offer.id.desc()).limit(1))
        if deadline is not None:
            raise OfferPast(deadline)
    raise NoOffer(candidate.state)


def _settle(session: Session, offer: Offer, how: str, now: datetime) -> None:
    settled = {"state": how, "settled_at": now}
    session.execute(update(OFFERS).where(OFFERS.c.id == offer.id).values(settled))
    cancel(session, key_prefix=f"offer:{offer.id}:", reason="settled", now=now)


def _told_at(session: Session, account_id: int, now: datetime, zone: tzinfo) -> datetime:
    quiet = select(Account.quiet_from, Account.quiet_until).where(Account.id == account_id)
    quiet_from, quiet_until = session.execute(quiet).one()
    return told_at(now, quiet_from, quiet_until, zone)


def _deadline(session: Session, held: HeldClass, told: datetime, *, promoted: bool) -> datetime:
    """First offers stand until daftar ulang ends, the later ones for a shorter time; none of them
    longer than until the training begins.
    """
    stands = held.rules.reserve_stands if promoted else held.rules.offer_stands
    deadline = told + stands
    if not promoted:
        stage = select(WaveStage.ends_at).where(
            WaveStage.wave_id == held.wave_id, WaveStage.kind == "reregistration"
        )
        deadline = max(deadline, session.scalar(stage) or deadline)
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
        key=f"offer:{offer.id}:{kind}",
        lane=Lane.RESULTS,
        due_at=due_at,
        expires_at=expires_at,
        now=now,
    )


OPEN = select(Offer).where(Offer.application_id == bindparam("asked"), Offer.state == "open")
