"""Buttons of the staff's desk: certificates of a class."""

from bot.callbacks import Press


class ListCertificateClasses(Press, code="sk"):
    """Classes whose programme gives a certificate, page by page from 0."""

    page: int


class ListCertificates(Press, code="skl"):
    """Of all trainees of a class; `kind`: `internal` or `bnsp`."""

    class_id: int
    kind: str
    page: int


class OpenCertificate(Press, code="sko"):
    application_id: int
    kind: str


class AskCertificate(Press, code="ska"):
    """A decision that is told at once, or takes one back: it asks once more, or why."""

    application_id: int
    kind: str
    state: str


class DecideCertificate(Press, code="skd"):
    """`why`: a word of `intake.training.certificates.REASONS`, or empty."""

    application_id: int
    kind: str
    state: str
    why: str
