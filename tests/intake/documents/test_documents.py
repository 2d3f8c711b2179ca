"""Documents: wanted, sent, replaced, taken back, asked for again, dropped with the person."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from intake.applications.errors import NoSuchApplication
from intake.applications.rows import ApplicationView
from intake.documents.documents import (
    check_sendable,
    discarded,
    forget_discarded,
    kept_by,
    label_of,
    my_document,
    my_papers,
    papers_with,
    take_back,
    unknown_files,
)
from intake.documents.errors import NoSuchDocument, NothingSent, PapersClosed, UnknownPaper
from intake.documents.papers import mark_complete, mark_missing, unreadable_papers, wanted_papers
from intake.documents.questions import (
    Asked,
    ask_paper,
    ask_which,
    leave_question,
    open_question,
    questions_open,
)
from intake.documents.rows import LAST_COMERS, open_papers, papers_of
from intake.registration.drafts import begin_draft
from intake.registration.submissions import submit
from intake.withdrawing import withdraw
from people.accounts import decline_consent
from people.errors import ConsentMissing
from privacy.erasure import erase
from storage.models import Application, Document, EligibilityRule, Wave, WaveStage
from tests.cast import BUDI, CLOSES_AT, NOW, SITI, Stage, add_next_wave, apply
from tests.intake.documents.papers_wanted import discarded_files, lines, send, want_papers

HOUR = timedelta(hours=1)
NOTHING = [("ktp", False, False), ("ijazah", False, False)]
BOTH = [("ktp", True, False), ("ijazah", True, False)]


@pytest.fixture
def sent(session: Session, stage: Stage) -> ApplicationView:
    """Siti's application to a class that wants two papers."""
    want_papers(session, stage)
    return apply(session, SITI, stage.class_id)


def document_id(session: Session, paper: str = "ktp") -> int:
    return session.scalars(select(Document.id).where(Document.paper == paper)).one()


def test_the_list_depends_on_the_programme(session: Session, stage: Stage) -> None:
    assert wanted_papers(session, stage.class_id, now=NOW) == ()
    want_papers(session, stage, "surat-sehat", "foto", "ktp")
    want_papers(session, stage, "ktp", "kk")
    wanted = ("ktp", "photo", "family", "health")
    assert wanted_papers(session, stage.class_id, now=NOW) == wanted
    assert wanted_papers(session, stage.other_class_id, now=NOW) == ()


def test_a_rule_that_was_withdrawn_wants_nothing(session: Session, sent: ApplicationView) -> None:
    session.execute(update(EligibilityRule).values(expires_on=NOW.date() - timedelta(days=1)))
    session.expire_all()
    assert lines(session, sent.id) == []


def test_papers_come_one_after_another(session: Session, sent: ApplicationView) -> None:
    assert lines(session, sent.id) == NOTHING
    after = send(session, sent.account_id, sent.id, "ktp", album="7")
    assert after.to_send == ("ijazah",)
    question = open_question(session, sent.account_id)
    assert question is not None
    assert (question.kind, question.paper, question.album) == (Asked.PAPER, "ijazah", "7")
    assert questions_open(session) == {SITI.telegram_id: Asked.PAPER}
    assert send(session, sent.account_id, sent.id, "ijazah").to_send == ()
    assert (lines(session, sent.id), open_question(session, sent.account_id)) == (BOTH, None)


def test_one_sent_anew_takes_the_place_of_the_other(
    session: Session, sent: ApplicationView
) -> None:
    send(session, sent.account_id, sent.id, "ktp")
    [before] = session.scalars(select(Document.file))
    send(session, sent.account_id, sent.id, "ktp", now=NOW + HOUR)
    [document] = session.scalars(select(Document))
    assert (document.sent_at, document.again) == (NOW + HOUR, False)
    assert discarded_files(session) == [before]
    assert list(discarded(session, 9)) == [before]
    forget_discarded(session, [before])
    assert discarded_files(session) == []
    assert unknown_files(session, [before, document.file]) == {before}


def test_an_update_seen_twice_is_known(session: Session, sent: ApplicationView) -> None:
    send(session, sent.account_id, sent.id, "ktp", update_id=4711)
    assert kept_by(session, sent.account_id, 4711) == (sent.id, "ktp")
    assert kept_by(session, sent.account_id, 4712) is None
    assert kept_by(session, sent.account_id + 1, 4711) is None


def test_what_is_taken_back_is_gone_and_its_file_discarded(
    session: Session, sent: ApplicationView
) -> None:
    send(session, sent.account_id, sent.id, "ktp")
    [file] = session.scalars(select(Document.file))
    found = my_document(session, sent.account_id, document_id(session))
    assert (found.file, found.label) == (file, label_of(sent.id, "ktp"))
    take_back(session, sent.account_id, document_id(session), now=NOW)
    assert (lines(session, sent.id), discarded_files(session)) == (NOTHING, [file])


def test_nobody_gets_at_anothers(session: Session, stage: Stage, sent: ApplicationView) -> None:
    send(session, sent.account_id, sent.id, "ktp")
    budi = apply(session, BUDI, stage.class_id).account_id
    ktp = document_id(session)
    with pytest.raises(NoSuchDocument):
        my_document(session, budi, ktp)
    for use in (take_back, papers_with):
        with pytest.raises(NoSuchDocument):
            use(session, budi, ktp, now=NOW)
    with pytest.raises(NoSuchApplication):
        my_papers(session, budi, sent.id, now=NOW)
    with pytest.raises(NoSuchApplication):
        send(session, budi, sent.id, "ktp")
    assert len(open_papers(session, budi, now=NOW)) == 1


def test_what_cannot_be_sent_is_refused(session: Session, sent: ApplicationView) -> None:
    with pytest.raises(UnknownPaper):
        send(session, sent.account_id, sent.id, "skck")
    decline_consent(session, sent.account_id)
    with pytest.raises(ConsentMissing):
        send(session, sent.account_id, sent.id, "ktp")
    assert lines(session, sent.id) == NOTHING


def closes(session: Session, stage: Stage, kind: str, at: datetime, ends: bool) -> None:
    session.add(
        WaveStage(
            wave_id=stage.wave_id,
            kind=kind,
            starts_at=at - HOUR if ends else at,
            ends_at=at if ends else None,
            source_id=stage.source_id,
        )
    )
    session.flush()


@pytest.mark.parametrize(
    ("kind", "ends"), [("papers", True), ("papers", False), ("test", False), (None, False)]
)
def test_papers_are_taken_until_they_must_have_been_looked_through(
    session: Session, stage: Stage, sent: ApplicationView, kind: str | None, ends: bool
) -> None:
    until = CLOSES_AT + LAST_COMERS
    if kind is not None:
        until = CLOSES_AT + timedelta(days=5)
        closes(session, stage, kind, until, ends)
    assert papers_of(session, sent.id, now=NOW).until == until
    send(session, sent.account_id, sent.id, "ktp", now=until - HOUR)
    with pytest.raises(PapersClosed) as refused:
        send(session, sent.account_id, sent.id, "ijazah", now=until)
    assert refused.value.until == until
    with pytest.raises(PapersClosed):
        take_back(session, sent.account_id, document_id(session), now=until)
    assert open_papers(session, sent.account_id, now=until) == []


def test_without_any_date_the_wave_says_whether_they_are_taken(
    session: Session, stage: Stage, sent: ApplicationView
) -> None:
    wave = session.get_one(Wave, stage.wave_id)
    wave.registration_closes_at = None
    session.flush()
    assert papers_of(session, sent.id, now=NOW).open
    wave.state = "closed"
    session.flush()
    assert not papers_of(session, sent.id, now=NOW).open


def test_what_staff_ask_for_is_taken_after_all(session: Session, sent: ApplicationView) -> None:
    late = CLOSES_AT + timedelta(days=9)
    until = late + timedelta(days=3)
    mark_missing(session, sent.number, ["ijazah"], until=until, actor="Dewi", now=late)
    assert papers_of(session, sent.id, now=late).to_send == ("ijazah",)
    send(session, sent.account_id, sent.id, "ijazah", now=until - HOUR)
    [document] = session.scalars(select(Document))
    assert document.again
    asked = select(Application.missing_papers, Application.papers_due_at)
    assert session.execute(asked).one() == (None, until)
    with pytest.raises(PapersClosed):
        send(session, sent.account_id, sent.id, "ijazah", now=until - HOUR)
    mark_missing(session, sent.number, ["ktp"], until=until, actor="Dewi", now=late)
    with pytest.raises(PapersClosed):
        send(session, sent.account_id, sent.id, "ktp", now=until)


def test_until_when_something_can_be_sent(session: Session, sent: ApplicationView) -> None:
    until, late = CLOSES_AT + LAST_COMERS, CLOSES_AT + timedelta(days=9)
    assert papers_of(session, sent.id, now=NOW).last == until
    mark_missing(session, sent.number, ["ktp"], until=None, actor="Dewi", now=NOW)
    moments = [papers_of(session, sent.id, now=now).last for now in (NOW, late)]
    assert moments == [until, None]
    due = late + HOUR
    mark_missing(session, sent.number, ["ktp"], until=due, actor="Dewi", now=NOW)
    moments = [papers_of(session, sent.id, now=now).last for now in (NOW, late)]
    assert moments == [due, due]


def test_what_was_asked_for_and_is_taken_back_lacks_again(
    session: Session, sent: ApplicationView
) -> None:
    mark_missing(session, sent.number, ["ktp"], until=None, actor="Dewi", now=NOW)
    send(session, sent.account_id, sent.id, "ktp")
    take_back(session, sent.account_id, document_id(session), now=NOW)
    assert lines(session, sent.id) == [("ktp", False, True), ("ijazah", False, False)]


def test_unreadable_is_told_apart_from_missing(session: Session, sent: ApplicationView) -> None:
    with pytest.raises(NothingSent, match="ktp"):
        mark_missing(
            session, sent.number, [], unreadable=["ktp"], until=None, actor="Dewi", now=NOW
        )
    send(session, sent.account_id, sent.id, "ktp")
    marked = mark_missing(
        session, sent.number, ["photo"], unreadable=["ktp"], until=None, actor="Dewi", now=NOW
    )
    assert marked.missing_papers == ("ktp", "photo")
    assert unreadable_papers(session, sent.id) == ["ktp"]
    assert papers_of(session, sent.id, now=NOW).to_send == ("ktp", "photo", "ijazah")
    send(session, sent.account_id, sent.id, "ktp", now=NOW + HOUR)
    ktp = papers_of(session, sent.id, now=NOW).line("ktp")
    assert ktp is not None
    assert (ktp.again, ktp.asked, ktp.unreadable) == (True, False, False)
    mark_missing(session, sent.number, [], unreadable=["ktp"], until=None, actor="D", now=NOW)
    mark_complete(session, sent.number, actor="Dewi", now=NOW)
    assert unreadable_papers(session, sent.id) == []


def test_a_withdrawn_registration_takes_no_papers(session: Session, sent: ApplicationView) -> None:
    send(session, sent.account_id, sent.id, "ktp")
    withdraw(session, sent.id, sent.account_id, reason=None, now=NOW)
    with pytest.raises(PapersClosed):
        check_sendable(session, sent.account_id, sent.id, "ijazah", now=NOW)


def test_a_question_older_than_another_registration_is_closed(
    session: Session, stage: Stage, sent: ApplicationView
) -> None:
    ask_paper(session, sent.account_id, sent.id, "ktp", now=NOW)
    assert open_question(session, sent.account_id) is not None
    begin_draft(session, sent.account_id, add_next_wave(session, stage), now=NOW)
    submit(session, sent.account_id, update_id=None, now=NOW + HOUR)
    assert open_question(session, sent.account_id) is None
    ask_which(session, sent.account_id, message_id=5, telegram_file="f", now=NOW)
    assert open_question(session, sent.account_id) is not None
    leave_question(session, sent.account_id)
    assert open_question(session, sent.account_id) is None


def test_whoever_is_erased_leaves_files_only_to_be_removed(
    session: Session, stage: Stage, sent: ApplicationView
) -> None:
    budi = apply(session, BUDI, stage.class_id)
    for one in (sent, budi):
        send(session, one.account_id, one.id, "ktp")
    files = list(session.scalars(select(Document.file).order_by(Document.id)))
    erase(session, sent.account_id, now=NOW)
    assert list(session.scalars(select(Document.file))) == files[1:]
    assert discarded_files(session) == files[:1]
