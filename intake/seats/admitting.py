"""Admitting: staff give a seat by hand, never more than the class has."""

from datetime import datetime, tzinfo

from sqlalchemy.orm import Session

from intake.applications.changes import by_staff, check_move, move
from intake.applications.rows import (
    ApplicationState,
    ApplicationView,
    application_by_id,
    application_by_number,
)
from intake.seats.counter import confirm_for, tell_admitted
from intake.seats.offers import hold_candidate
from intake.seats.seats import must_take_seat
from texts.moments import WIB


def admit(
    session: Session, number: str, *, actor: str, now: datetime, zone: tzinfo = WIB
) -> ApplicationView:
    """Staff give a seat, never more than the class has, and the person is told.

    A seat that is offered to them already is confirmed by it. `actor` is a name, kept as
    `staff:name`. Raises NoSuchApplication, NotPossible, ClassFull.
    """
    found = application_by_number(session, number)
    held, candidate = hold_candidate(session, found.id, zone)
    admitted = ApplicationState.ADMITTED
    if candidate.state is ApplicationState.OFFERED:
        confirm_for(session, found.id, actor=by_staff(actor), now=now, zone=zone)
    else:
        check_move(candidate.state, admitted)
        must_take_seat(session, held, found.id)
        move(session, found.id, candidate.state, admitted, actor=by_staff(actor), now=now)
        tell_admitted(session, found.id, now)
    return application_by_id(session, found.id)
