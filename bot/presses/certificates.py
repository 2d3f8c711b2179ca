"""Buttons of the staff's desk: certificates of a class."""

from dataclasses import dataclass

from bot.callbacks import Press


@dataclass(frozen=True)
class ListCertificateClasses(Press, code="sk"):
    """Classes whose programme gives a certificate, page by page from 0."""

    page: int


@dataclass(frozen=True)
class ListCertificates(Press, code="skl"):
    """Of all trainees of a class; `kind`: `internal` or `bnsp`."""

    class_id: int
    kind: str
    page: int


@dataclass(frozen=True)
class OpenCertificate(Press, code="sko"):
    application_id: int
    kind: str


@dataclass(frozen=True)
class AskCertificate(Press, code="ska"):
    """A decision that is told at once, or takes one back: it asks once more, or why."""

    application_id: int
    kind: str
    state: str


@dataclass(frozen=True)
class DecideCertificate(Press, code="skd"):
    """`why`: a word of `intake.certificates.REASONS`, or empty."""

    application_id: int
    kind: str
    state: str
    why: str
