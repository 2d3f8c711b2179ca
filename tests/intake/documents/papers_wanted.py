"""A programme that asks for papers, and documents as they come."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.documents.documents import Shelved, keep
from intake.documents.rows import Papers, papers_of
from storage.models import CourseClass, DiscardedFile, EligibilityRule
from tests.cast import NOW, Stage

UPDATES = iter(range(1, 10**6))


def want_papers(session: Session, stage: Stage, *documents: str) -> None:
    """Of those who apply to the first class; KTP and ijazah unless told."""
    rule = EligibilityRule(
        slug=f"papers-{next(UPDATES)}",
        programme_id=session.get_one(CourseClass, stage.class_id).programme_id,
        kind="papers",
        parameters={"documents": list(documents or ("ktp", "ijazah"))},
        text={"id": "Berkas", "en": "Papers"},
        position=1,
        source_id=stage.source_id,
    )
    session.add(rule)
    session.flush()


def shelved(application_id: int, paper: str) -> Shelved:
    """As it would lie on the shelf; there is no file."""
    file = f"{next(UPDATES):064x}"
    return Shelved(application_id, paper, "image/jpeg", 2048, 1, file)


def send(
    session: Session,
    account_id: int,
    application_id: int,
    paper: str,
    *,
    update_id: int | None = None,
    album: str | None = None,
    now: datetime = NOW,
) -> Papers:
    return keep(
        session,
        account_id,
        shelved(application_id, paper),
        update_id=update_id or next(UPDATES),
        album=album,
        now=now,
    )


def lines(
    session: Session, application_id: int, now: datetime = NOW
) -> list[tuple[str, bool, bool]]:
    """Paper, whether it was sent, whether staff ask for it."""
    found = papers_of(session, application_id, now=now).lines
    return [(line.paper, line.document_id is not None, line.asked) for line in found]


def discarded_files(session: Session) -> list[str]:
    return list(session.scalars(select(DiscardedFile.file).order_by(DiscardedFile.file)))
