"""Papers that an application lacks: marked, told, recorded, seen."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.errors import DeadlinePast, NoSuchApplication, NotPossible
from intake.applications.rows import ApplicationView, application_by_id
from intake.documents.errors import UnknownPaper
from intake.documents.papers import PAPERS, mark_complete, mark_missing
from intake.withdrawing import withdraw
from storage.models import ApplicationChange, Notice
from tests.cast import NOW, SITI, WIB, Stage, apply

UNTIL = datetime(2025, 12, 1, 23, 59, tzinfo=WIB)
HOUR = timedelta(hours=1)


@pytest.fixture
def sent(session: Session, stage: Stage) -> ApplicationView:
    """Siti's application, number PBK-2025-3-0001."""
    return apply(session, SITI, stage.class_id)


def told(session: Session) -> list[tuple[str, str]]:
    planned = select(Notice.kind, Notice.state).order_by(Notice.id)
    return [(kind, state) for kind, state in session.execute(planned)]


def test_what_is_missing_is_kept_told_and_recorded(session: Session, sent: ApplicationView) -> None:
    marked = mark_missing(
        session, "pbk-2025-3-0001", ["ijazah", "ktp"], until=UNTIL, actor="Dewi", now=NOW
    )
    assert (marked.missing_papers, marked.papers_due_at) == (("ktp", "ijazah"), UNTIL)
    assert (marked.state, marked.changed_at) == (sent.state, sent.changed_at)
    notice = session.scalars(select(Notice)).one()
    assert (notice.kind, notice.lane, notice.due_at) == ("papers_missing", 0, NOW)
    assert (notice.facts, notice.expires_at) == ({"application_id": sent.id}, UNTIL)
    change = session.scalars(select(ApplicationChange).order_by(ApplicationChange.id)).all()[-1]
    assert (change.actor, change.reason) == ("staff:Dewi", "missing: ktp, ijazah")
    assert (change.from_state, change.to_state, change.at) == ("submitted", "submitted", NOW)


def test_marked_anew_the_last_word_counts(session: Session, sent: ApplicationView) -> None:
    mark_missing(session, sent.number, PAPERS, until=UNTIL, actor="Dewi", now=NOW)
    marked = mark_missing(session, sent.number, ["photo"], until=None, actor="Dewi", now=NOW)
    assert (marked.missing_papers, marked.papers_due_at) == (("photo",), None)
    assert told(session) == [("papers_missing", "cancelled"), ("papers_missing", "pending")]


def test_complete_is_told_to_whom_something_was_missing(
    session: Session, sent: ApplicationView
) -> None:
    mark_complete(session, sent.number, actor="Dewi", now=NOW)
    assert told(session) == []
    mark_missing(session, sent.number, ["ktp"], until=UNTIL, actor="Dewi", now=NOW)
    mark_complete(session, sent.number, actor="Dewi", now=NOW + HOUR)
    assert mark_complete(session, sent.number, actor="Dewi", now=NOW + HOUR).missing_papers == ()
    assert told(session) == [("papers_missing", "cancelled"), ("papers_complete", "pending")]
    assert application_by_id(session, sent.id).papers_due_at is None
    reasons = session.scalars(select(ApplicationChange.reason).order_by(ApplicationChange.id))
    assert list(reasons) == [None, "missing: ktp", "papers complete"]


def test_mistakes_are_refused_and_nothing_is_kept(session: Session, sent: ApplicationView) -> None:
    def mark(number: str, papers: list[str], until: datetime | None = UNTIL) -> None:
        mark_missing(session, number, papers, until=until, actor="Dewi", now=NOW)

    with pytest.raises(NoSuchApplication):
        mark("PBK-2025-3-0099", ["ktp"])
    with pytest.raises(UnknownPaper, match="sim, sertifikat"):
        mark(sent.number, ["ktp", "sim", "sertifikat"])
    with pytest.raises(UnknownPaper):
        mark(sent.number, [])
    with pytest.raises(DeadlinePast):
        mark(sent.number, ["ktp"], NOW)
    withdraw(session, sent.id, sent.account_id, reason=None, now=NOW)
    with pytest.raises(NotPossible):
        mark(sent.number, ["ktp"])
    assert (application_by_id(session, sent.id).missing_papers, told(session)) == ((), [])
