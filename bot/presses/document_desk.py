"""Buttons of applicants' documents at the staff's desk."""

from bot.callbacks import Press


class OpenDocumentDesk(Press, code="dd"):
    """Asks for a registration number, beside those whose papers came last."""


class OpenApplicantPapers(Press, code="ddl"):
    application_id: int
    page: int


class OpenApplicantPaper(Press, code="ddp"):
    application_id: int
    paper: str


class ShowApplicantDocument(Press, code="ddv"):
    """Opens it, which is written down."""

    document_id: int


class AskPaperAgain(Press, code="dda"):
    """Have the person asked for it, which asks once more: within how many days?"""

    application_id: int
    paper: str


class RequestPaper(Press, code="ddr"):
    """The person is told at once. `days`: how long they have; 0: no deadline."""

    application_id: int
    paper: str
    days: int
