"""A school, and a teacher who sends for it."""

import pytest
from sqlalchemy.orm import Session

from people.schools import accept_sender, invite_sender
from tests.cast import BUDI, NOW, Stage, welcome
from tests.intake.schools.school import Ground, set_ground


@pytest.fixture
def ground(session: Session, stage: Stage) -> Ground:
    return set_ground(session, stage)


@pytest.fixture
def wati(session: Session, ground: Ground) -> int:
    """A teacher's account."""
    account_id = welcome(session, BUDI)
    code = invite_sender(session, ground.school.id, name="Bu Wati", invited_by="test", now=NOW)
    accept_sender(session, code, account_id, now=NOW)
    return account_id
