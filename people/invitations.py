"""Invitations: links that make whoever opens them first somebody, once and within three days."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete
from sqlalchemy.orm import Session

from people.codes import print_of
from people.errors import BadInvitation
from storage.models import SchoolInvitation, StaffInvitation

INVITED_FOR = timedelta(hours=72)
CODE_BYTES = 24

Invitation = type[SchoolInvitation] | type[StaffInvitation]


def issue(session: Session, kind: Invitation, *, now: datetime, **facts: Any) -> str:
    """The code of the link. `facts`: what it makes of whom.

    It is told only now: what is kept of it lets nobody in.
    """
    session.execute(delete(kind).where(kind.expires_at <= now))
    code = secrets.token_urlsafe(CODE_BYTES)
    session.add(kind(code_print=print_of(code), expires_at=now + INVITED_FOR, **facts))
    session.flush()
    return code


def use_up(session: Session, kind: Invitation, code: str, *, now: datetime) -> Row[Any]:
    """What it held. Raises BadInvitation: there is none, it was used, or it is too old."""
    valid = kind.code_print == print_of(code), kind.expires_at > now
    used = delete(kind).where(*valid).returning(*kind.__table__.columns)
    row = session.execute(used).first()
    if row is None:
        raise BadInvitation
    return row
