"""Withdrawing: the applicant gives it up, and all who wait on that hear of it at once."""

from datetime import datetime, tzinfo

from sqlalchemy.orm import Session

from intake.applications.changes import APPLICANT
from intake.applications.rows import ApplicationState, ApplicationView, application_by_id
from intake.schools.news import tell_school
from intake.seats.offers import hold_candidate
from intake.seats.reserve import give_up
from texts.moments import WIB


def withdraw(
    session: Session,
    application_id: int,
    account_id: int,
    *,
    reason: str | None,
    now: datetime,
    zone: tzinfo = WIB,
) -> ApplicationView:
    """The applicant gives it up, and a seat they had goes to the next of the reserve. Withdrawn
    twice, nothing changes.

    Raises NoSuchApplication for an application of another account, too; NotPossible where it has
    ended otherwise; TrainingOver.
    """
    held, candidate = hold_candidate(session, application_id, zone, account_id)
    withdrawn = ApplicationState.WITHDRAWN
    if candidate.state is not withdrawn:
        give_up(
            session, held, candidate, withdrawn,
            actor=APPLICANT, reason=reason, now=now, zone=zone,
        )  # fmt: skip
        tell_school(session, application_id, now)
    return application_by_id(session, application_id)
