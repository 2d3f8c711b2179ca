"""The tests of this room share a transaction that is rolled back."""

import pytest
from sqlalchemy.orm import Session

from intake.registration.drafts import DraftView, begin_draft
from tests.cast import NOW, Stage
from tests.rolled_back import budi, empty_database, session, siti, stage

__all__ = ["budi", "empty_database", "session", "siti", "stage"]


@pytest.fixture
def draft(session: Session, stage: Stage, siti: int) -> DraftView:
    """Siti's, just begun, in the class that has meetings."""
    return begin_draft(session, siti, stage.class_id, now=NOW)
