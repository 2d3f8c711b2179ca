"""Siti's other phone, and how it takes her over."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.takeovers.takeovers import Asked, approve_takeover, ask_takeover
from people.staff import EVERYWHERE
from storage.models import Notice
from tests.cast import NOW, SITI, WIB, Person

NEW = Person(7050, SITI.name, SITI.nik, SITI.phone, SITI.education, SITI.domicile)
"""Siti, with another phone."""
HOUR = timedelta(hours=1)


def asked(session: Session, account_id: int, now: datetime = NOW) -> Asked:
    return ask_takeover(session, account_id, " pbk-2025-3-0001 ", now=now)


def approved(session: Session, takeover_id: int, now: datetime = NOW) -> None:
    approve_takeover(session, takeover_id, EVERYWHERE, actor="Dewi", now=now, zone=WIB)


def taken_over(session: Session, account_id: int, now: datetime = NOW) -> None:
    approved(session, asked(session, account_id, now).takeover.id, now)


def told(session: Session, account_id: int) -> list[tuple[str, str]]:
    """Kind and state, in the order of writing."""
    columns = select(Notice.kind, Notice.state).where(Notice.account_id == account_id)
    return [(kind, state) for kind, state in session.execute(columns.order_by(Notice.id))]
