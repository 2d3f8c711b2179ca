import pytest
from sqlalchemy.orm import Session

from tests.cast import Stage
from tests.intake.waves.wave_stage import set_wave


@pytest.fixture
def wave(session: Session) -> Stage:
    return set_wave(session, name="-1")
