"""What staff are asked before a wave is moved on."""

import pytest
from sqlalchemy.orm import Session

from bot.views.stages import ask_advance_screen
from intake.waves.timelines import Step, timeline_of
from tests.cast import NOW, WIB
from tests.intake.waves.wave_stage import CONFIRMED, set_wave
from texts import speaker


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("id", "Kursi yang sudah ditawarkan tetap bisa dikonfirmasi sampai batas waktu"),
        ("en", "Seats already offered can still be confirmed until the deadline"),
    ],
)
def test_before_daftar_ulang_is_ended_it_says_that_offers_stay_open(
    session: Session, language: str, said: str
) -> None:
    timeline = timeline_of(session, set_wave(session).wave_id)
    end = Step("reregistration", "ended", CONFIRMED, 0, done=False, recorded=False)
    screen = ask_advance_screen(speaker(language), timeline, end, NOW, WIB)
    assert said in screen.text
