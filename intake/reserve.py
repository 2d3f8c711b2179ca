"""The reserve: who is next when a seat is free, in selections and on waiting lists alike."""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import bindparam, func, literal_column, select, union
from sqlalchemy.orm import Session

from intake.application_rows import ApplicationState
from intake.changes import APPLICANT, JAWARA, move
from intake.offers import Candidate, decline, lapse, make_offer
from intake.seats import HeldClass, free_seats, hold_class, take_seat
from notices.outbox import Lane, post
from storage.models import Application, CourseClass, Offer, Seat, Wave

TELL_WITHIN = timedelta(days=30)
WAITS = Application.state == literal_column("'reserve'")


def arrive(
    session: Session, held: HeldClass, candidate: Candidate, now: datetime
) -> ApplicationState:
    """First come, first served: a seat where one is free and nobody waits for it, else the end of
    the waiting list.
    """
    line_up(session, held, now, before=candidate.id)
    waits = session.connection().scalar(ANYBODY, {"asked": held.id})
    if waits is None and take_seat(session, held, candidate.id):
        to, place = ApplicationState.ADMITTED, None
    else:
        to, place = ApplicationState.RESERVE, _last_place(session, held.id) + 1
    move(session, candidate.id, candidate.state, to, actor=APPLICANT, reserve_no=place, now=now)
    return to


def line_up(session: Session, held: HeldClass, now: datetime, *, before: int | None = None) -> int:
    """Whoever came while nobody had told how many seats there are waits in the order of arrival,
    before all who come later (`before`: an application id), and is told so; returns how many.
    """
    if not held.first_come or held.capacity is None:
        return 0
    chosen = select(Application.id, Application.account_id).where(
        Application.class_id == held.id, Application.state == ApplicationState.SUBMITTED
    )
    if before is not None:
        chosen = chosen.where(Application.id < before)
    rows = session.execute(chosen.order_by(Application.id).with_for_update()).all()
    first = _last_place(session, held.id) + 1
    for place, row in enumerate(rows, start=first):
        came, waits = ApplicationState.SUBMITTED, ApplicationState.RESERVE
        move(session, row.id, came, waits, actor=JAWARA, reserve_no=place, now=now)
        post(
            session,
            account_id=row.account_id,
            kind="waiting",
            facts={"application_id": row.id},
            key=f"waiting:{row.id}",
            lane=Lane.RESULTS,
            due_at=now,
            expires_at=now + TELL_WITHIN,
            now=now,
        )
    return len(rows)


def promote(session: Session, held: HeldClass, *, now: datetime, zone: tzinfo) -> int:
    """Offer each free seat to the next of the reserve; returns how many offers were made.

    Nothing once the training has begun.
    """
    made = 0
    while held.passes_on(now) and free_seats(session, held):
        candidate = _next(session, held.id)
        if candidate is None:
            break
        if make_offer(session, held, candidate, promoted=True, now=now, zone=zone) is None:
            break  # the training begins before anybody could answer
        made += 1
    return made


def let_go(
    session: Session,
    application_id: int,
    *,
    account_id: int | None = None,
    actor: str,
    now: datetime,
    zone: tzinfo,
) -> int:
    """Decline an offered seat, which goes to the next one at once; returns how many offers were
    made of it. Raises NoSuchApplication, NoOffer.
    """
    held = decline(session, application_id, account_id=account_id, actor=actor, now=now, zone=zone)
    return 0 if held is None else promote(session, held, now=now, zone=zone)


def pass_on(session: Session, class_id: int, *, now: datetime, zone: tzinfo) -> int:
    """All that is due in a class: offers that have lapsed, and their seats to the next ones.

    Run twice, or late, it does no harm. Returns how many people are to be told something.
    """
    held = hold_class(session, class_id, zone)
    told = lapse(session, held, now)
    if held.passes_on(now):
        told += line_up(session, held, now)
    return told + promote(session, held, now=now, zone=zone)


def classes_to_look_at(session: Session, now: datetime) -> Sequence[int]:
    """Where an offer has lapsed, a seat is free though somebody waits, or seats are not as many
    as the class is to have.
    """
    return session.scalars(TO_LOOK_AT, {"now": now}).all()


def _next(session: Session, class_id: int) -> Candidate | None:
    row = session.execute(NEXT, {"asked": class_id}).first()
    return None if row is None else Candidate(row.id, row.account_id, ApplicationState.RESERVE)


def _last_place(session: Session, class_id: int) -> int:
    return session.connection().scalar(LAST_PLACE, {"asked": class_id}) or 0


def _to_look_at() -> Any:
    lapsed = select(Offer.class_id).where(
        Offer.state == literal_column("'open'"), Offer.deadline <= bindparam("now")
    )
    free = select(Seat.id).where(
        Seat.class_id == Application.class_id, Seat.application_id.is_(None)
    )
    begun = Wave.state.in_(("running", "finished"))
    wanted = (
        select(Application.class_id)
        .join(Wave, Application.wave_id == Wave.id)
        .where(WAITS, free.exists(), ~begun)
        .distinct()
    )
    laid = select(func.count()).where(Seat.class_id == CourseClass.id).scalar_subquery()
    other = (
        select(CourseClass.id)
        .join(Wave, CourseClass.wave_id == Wave.id)
        .where(CourseClass.capacity.is_not(None), CourseClass.capacity > laid, ~begun)
    )
    unlined = (
        select(Application.class_id)
        .join(Wave, Application.wave_id == Wave.id)
        .join(CourseClass, Application.class_id == CourseClass.id)
        .where(
            Application.state == literal_column("'submitted'"),
            Wave.mode == "first_come",
            CourseClass.capacity.is_not(None),
            ~begun,
        )
    )
    return union(lapsed, wanted, other, unlined)


OF_CLASS = Application.class_id == bindparam("asked")
ANYBODY = select(Application.id).where(OF_CLASS, WAITS).limit(1)
NEXT = (
    select(Application.id, Application.account_id)
    .where(OF_CLASS, WAITS)
    .order_by(Application.reserve_no)
    .limit(1)
    .with_for_update()
)
LAST_PLACE = select(func.max(Application.reserve_no)).where(OF_CLASS)
TO_LOOK_AT = _to_look_at()
