"""Siti has lost her phone, and has another."""

import pytest
from sqlalchemy.orm import Session

from intake.seats.admitting import admit
from tests.cast import NOW, SITI, Stage, apply, welcome
from tests.intake.takeovers.phones import NEW


@pytest.fixture
def old(session: Session, stage: Stage) -> int:
    """Siti's lost phone; she is admitted, as PBK-2025-3-0001."""
    application = apply(session, SITI, stage.class_id)
    admit(session, application.number, actor="Dewi", now=NOW)
    return application.account_id


@pytest.fixture
def new(session: Session) -> int:
    return welcome(session, NEW)
