"""Buttons of the welcome."""

from dataclasses import dataclass

from bot.callbacks import Press


@dataclass(frozen=True)
class OpenConsent(Press, code="cons"):
    """The text on the use of data, for those who declined it or want to read it again."""


@dataclass(frozen=True)
class SpeakTo(Press, code="wl"):
    """Greet in another language."""

    language: str


@dataclass(frozen=True)
class Consent(Press, code="wc"):
    """Agree to the use of data as it was worded in this version, or decline."""

    version: str
    agreed: bool


@dataclass(frozen=True)
class LiveIn(Press, code="wd"):
    """A region's code, or empty to skip the question."""

    region: str


@dataclass(frozen=True)
class CareFor(Press, code="wi"):
    """A cluster's id, or 0 to skip the question."""

    cluster_id: int


@dataclass(frozen=True)
class TurnStreams(Press, code="wp"):
    """Another page of the streams to care for."""

    page: int
