"""Buttons of the dormitory: one's own bed, and those of a wave at the staff's desk."""

from bot.callbacks import Press


class OpenBed(Press, code="asr"):
    """What was said about the dormitory, and what became of it."""

    application_id: int


class AskBed(Press, code="asy"):
    application_id: int


class AskNoBed(Press, code="asq"):
    """Give a bed back, which asks once more."""

    application_id: int


class NeedNoBed(Press, code="asn"):
    application_id: int


class ListBeds(Press, code="asl"):
    """Who has a bed in a wave and who waits for one, page by page from 0."""

    wave_id: int
    page: int


class OpenBedOf(Press, code="aso"):
    """One of them, with what can be done."""

    application_id: int


class AskMoveBed(Press, code="asw"):
    """Grant a bed, or take one back: why?"""

    application_id: int
    granted: bool


class MoveBed(Press, code="asm"):
    """Grant a bed, or take one back, for a reason: a word of `intake.beds.beds.REASONS`."""

    application_id: int
    granted: bool
    why: str
