"""Buttons of a wave's timeline: an applicant's own, and those of the staff's desk."""

from bot.callbacks import Press


class ShowTimeline(Press, code="gt"):
    """The stages of the wave of one's application, and which it is in."""

    application_id: int


class ListWaves(Press, code="gl"):
    """Waves of the provider, page by page from 0."""

    page: int


class OpenWave(Press, code="go"):
    wave_id: int


class AskAdvance(Press, code="ga"):
    """Make the wave's next move now, which asks once more, and why: this one, so that a button
    pressed late asks about no other. Those from before have no `kind`: whichever is next.
    """

    wave_id: int
    kind: str = ""
    move: str = ""


class AdvanceWave(Press, code="gaa"):
    """On screens of before a reason was asked: asks now."""

    wave_id: int
    kind: str
    move: str


class AdvanceBecause(Press, code="gaw"):
    """That very move: pressed once more, it makes no other one. `why`: of
    `intake.waves.moves.REASONS`.
    """

    wave_id: int
    kind: str
    move: str
    why: str
