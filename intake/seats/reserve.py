"""The reserve: who is next when a seat is free, in selections and on waiting lists alike."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import bindparam, func, literal_column, select, union
from sqlalchemy.orm import Session

from intake.applications.changes import APPLICANT, JAWARA, move
from intake.applications.rows import ApplicationState
from intake.seats.errors import NoOffer, TrainingOver
from intake.seats.offers import Candidate, give_back, hold_candidate, lapse, make_offer, open_offer
from intake.seats.seats import BEGUN, HeldClass, free_seats, hold_class, lay_out
from notices.outbox import Lane, post
from storage.models import Application, CourseClass, Offer, Seat, Wave
from storage.models.waves import FIRST_COME

TELL_WITHIN = timedelta(days=30)
CAME = Application.state == literal_column("'submitted'")
WAITS = Application.state == literal_column("'reserve'")


@dataclass(slots=True)
class Counter:
    """What newcomers to a held class find: first come, first served."""

    laid: int
    """Rows of seats."""
    free: int
    last: int
    """The last place on the waiting list that was ever given out."""
    waiting: int
    """How many do at present."""
    unlined: bool
    """Somebody came before it was told how many seats there are."""

    def place_next(self) -> int | None:
        """A seat for whoever comes next (None), or their place: nobody is passed over."""
        if self.free and not self.waiting:
            self.free -= 1
            return None
        self.last, self.waiting = self.last + 1, self.waiting + 1
        return self.last


def open_counters(
    session: Session, classes: Collection[HeldClass], now: datetime
) -> dict[int, Counter]:
    """Of those that are first come, first served, by id; their seats are laid out, and whoever came
    before their number was told has a place.
    """
    counted = {each.id: each for each in classes if each.first_come and each.capacity is not None}
    counters = _counters(session, counted)
    stale = [
        held
        for id_, held in counted.items()
        if counters[id_].laid != held.capacity or counters[id_].unlined
    ]
    for held in stale:
        lay_out(session, held)
        line_up(session, held, now)
    return counters | _counters(session, [each.id for each in stale])


def _counters(session: Session, class_ids: Collection[int]) -> dict[int, Counter]:
    if not class_ids:
        return {}
    rows = session.connection().execute(COUNTERS, {"asked": list(class_ids)})
    return {
        row.id: Counter(row.laid, row.free, row.last, row.waiting, row.unlined is not None)
        for row in rows
    }


def line_up(session: Session, held: HeldClass, now: datetime) -> int:
    """Whoever came while nobody had told how many seats there are waits in the order of arrival,
    before all who come later, and is told so; returns how many.
    """
    if not held.first_come or held.capacity is None:
        return 0
    chosen = select(Application.id, Application.account_id).where(
        Application.class_id == held.id, Application.state == ApplicationState.SUBMITTED
    )
    rows = session.execute(chosen.order_by(Application.id).with_for_update()).all()
    if not rows:
        return 0
    first = _counters(session, [held.id])[held.id].last + 1
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
    account_id: int,
    now: datetime,
    zone: tzinfo,
) -> int:
    """They decline the seat they are offered, which goes to the next one at once; returns how many
    offers were made of it. Declined twice, nothing changes. Raises NoSuchApplication, NoOffer.
    """
    held, candidate = hold_candidate(session, application_id, zone, account_id)
    declined = ApplicationState.DECLINED
    if candidate.state is declined:
        return 0
    if candidate.state is not ApplicationState.OFFERED:
        raise NoOffer(candidate.state)
    return give_up(session, held, candidate, declined, actor=APPLICANT, now=now, zone=zone)


def give_up(
    session: Session,
    held: HeldClass,
    candidate: Candidate,
    to: ApplicationState,
    *,
    actor: str,
    reason: str | None = None,
    now: datetime,
    zone: tzinfo,
) -> int:
    """The application ends as `to`, and a seat that it had goes to the next one at once; returns
    how many offers were made of it. Raises NotPossible, TrainingOver.
    """
    check_not_over(candidate.state, held.wave_state)
    offer = open_offer(session, candidate.id)
    move(session, candidate.id, candidate.state, to, actor=actor, reason=reason, now=now)
    give_back(session, held, candidate, offer, to.value, now)
    return promote(session, held, now=now, zone=zone)


def check_not_over(state: str, wave_state: str) -> None:
    """Raises TrainingOver: what the seat has given them hangs on it."""
    if state == ApplicationState.ADMITTED and wave_state == "finished":
        raise TrainingOver


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


def _of_counters() -> Any:
    seats = Seat.class_id == CourseClass.id
    theirs = Application.class_id == CourseClass.id
    place = func.max(Application.reserve_no)
    free = select(func.count()).where(seats, Seat.application_id.is_(None)).scalar_subquery()
    # The partial index knows those who wait; only where none does are all looked through.
    waits = select(place).where(theirs, WAITS).scalar_subquery()
    waiting = select(func.count()).where(theirs, WAITS).scalar_subquery()
    ever = select(place).where(theirs).scalar_subquery()
    unlined = select(Application.id).where(theirs, CAME).limit(1)
    return select(
        CourseClass.id,
        select(func.count()).where(seats).scalar_subquery().label("laid"),
        free.label("free"),
        func.coalesce(waits, ever, 0).label("last"),
        waiting.label("waiting"),
        unlined.scalar_subquery().label("unlined"),
    ).where(CourseClass.id.in_(bindparam("asked", expanding=True)))


def _to_look_at() -> Any:
    lapsed = select(Offer.class_id).where(
        Offer.state == literal_column("'open'"), Offer.deadline <= bindparam("now")
    )
    free = select(Seat.id).where(
        Seat.class_id == Application.class_id, Seat.application_id.is_(None)
    )
    wanted = (
        select(Application.class_id)
        .join(Wave, Application.wave_id == Wave.id)
        .where(WAITS, free.exists(), ~BEGUN)
        .distinct()
    )
    laid = select(func.count()).where(Seat.class_id == CourseClass.id).scalar_subquery()
    other = (
        select(CourseClass.id)
        .join(Wave, CourseClass.wave_id == Wave.id)
        .where(CourseClass.capacity.is_not(None), CourseClass.capacity > laid, ~BEGUN)
    )
    unlined = (
        select(Application.class_id)
        .join(Wave, Application.wave_id == Wave.id)
        .join(CourseClass, Application.class_id == CourseClass.id)
        .where(
            CAME,
            Wave.mode == FIRST_COME,
            CourseClass.capacity.is_not(None),
            ~BEGUN,
        )
    )
    return union(lapsed, wanted, other, unlined)


NEXT = (
    select(Application.id, Application.account_id)
    .where(Application.class_id == bindparam("asked"), WAITS)
    .order_by(Application.reserve_no)
    .limit(1)
    .with_for_update()
)
COUNTERS = _of_counters()
TO_LOOK_AT = _to_look_at()
