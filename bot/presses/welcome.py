"""Buttons of the welcome."""

from bot.callbacks import Press


class OpenConsent(Press, code="cons"):
    """The text on the use of data, for those who declined it or want to read it again."""


class SpeakTo(Press, code="wl"):
    """Greet in another language."""

    language: str


class Consent(Press, code="wc"):
    """Agree to the use of data as it was worded in this version, or decline."""

    version: str
    agreed: bool


class LiveIn(Press, code="wd"):
    """A region's code, or empty to skip the question."""

    region: str


class CareFor(Press, code="wi"):
    """A cluster's id, or 0 to skip the question."""

    cluster_id: int


class TurnStreams(Press, code="wp"):
    """Another page of the streams to care for."""

    page: int
