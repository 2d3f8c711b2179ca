"""What the tests of cards, attendance and certificates share: a class with trainees in it.

Its meetings are on 1, 2 and 3 December 2025, 07.30 to 15.15 WIB.
"""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from intake.applications.rows import ApplicationView
from intake.seats.admitting import admit
from intake.training.attendance import Scan, mark, scan_card
from intake.training.attendance_rows import AttendanceState, Record, Tally, tally
from intake.training.cards import issue_card
from people.staff import EVERYWHERE, Role, StaffRight
from storage.models import Provider
from tests.cast import FIRST_MEETING, NOW, WIB, Person, Stage, apply

ELSEWHERE = frozenset({StaffRight(Role.STAFF, 999_999)})
"""Staff of a provider that gives none of these classes."""
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
END = FIRST_MEETING + timedelta(hours=7, minutes=45)


def take_in(
    session: Session, person: Person, class_id: int, now: datetime = NOW
) -> ApplicationView:
    application = apply(session, person, class_id, now=NOW)
    return admit(session, application.number, actor="Dewi", now=now)


def token_of(session: Session, application: ApplicationView) -> str:
    return issue_card(session, application.id, application.account_id, now=NOW).token


def scan(session: Session, token: str, now: datetime) -> Scan:
    return scan_card(session, token, EVERYWHERE, actor="Bu Ratna", now=now, zone=WIB)


def note(
    session: Session,
    application: ApplicationView,
    meeting_id: int,
    state: AttendanceState,
    now: datetime,
    reason: str | None = None,
) -> Record:
    return mark(
        session, application.id, meeting_id, state, EVERYWHERE,
        reason=reason, actor="Bu Ratna", now=now, zone=WIB,
    )  # fmt: skip


def counted(session: Session, application: ApplicationView, now: datetime) -> Tally:
    return tally(session, application.id, now=now, zone=WIB)


def allow(session: Session, stage: Stage, absences: int | None) -> None:
    """So many absences, as the provider has it."""
    session.get_one(Provider, stage.provider_id).absences_allowed = absences
    session.flush()
