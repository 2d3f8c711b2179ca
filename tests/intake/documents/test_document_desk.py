"""Staff open documents of their own provider's applicants, and each opening is written down."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.errors import NoSuchApplication, NotPossible
from intake.applications.rows import ApplicationView
from intake.documents.desk import (
    ask_again,
    find_for_staff,
    latest_sent,
    open_all,
    open_document,
    papers_by_number,
    papers_for_staff,
)
from intake.documents.errors import NoSuchDocument, NotOfYourProvider, UnknownPaper
from intake.withdrawing import withdraw
from people.accounts import ensure_account
from people.staff import Role, grant, revoke
from storage.models import Application, Document, DocumentOpening, Notice, Programme
from tests.cast import BUDI, NOW, SITI, Stage, apply, set_stage
from tests.intake.documents.papers_wanted import lines, send, want_papers

DAY = timedelta(days=1)


@pytest.fixture
def sent(session: Session, stage: Stage) -> ApplicationView:
    """Siti's application, with her KTP."""
    want_papers(session, stage)
    application = apply(session, SITI, stage.class_id)
    send(session, application.account_id, application.id, "ktp")
    return application


def officer(session: Session, name: str, provider_id: int | None, role: Role = Role.STAFF) -> int:
    account = ensure_account(session, 8000 + len(name), now=NOW)
    session.flush()
    facts = {"provider_id": provider_id, "name": name, "granted_by": "test", "now": NOW}
    grant(session, account.id, role, **facts)  # type: ignore[arg-type]  # as grant takes them
    return account.id


def ktp_of(session: Session) -> int:
    return session.scalars(select(Document.id).where(Document.paper == "ktp")).one()


def openings(session: Session) -> list[tuple[str, str]]:
    rows = session.scalars(select(DocumentOpening).order_by(DocumentOpening.id))
    return [(row.paper, row.actor) for row in rows]


@pytest.mark.parametrize("role", Role)
def test_a_role_of_the_provider_or_for_all_opens(
    session: Session, stage: Stage, sent: ApplicationView, role: Role
) -> None:
    dewi = officer(session, "Dewi", stage.provider_id, role)
    sri = officer(session, "Ibu Sri", None, role)
    for staff in (dewi, sri):
        assert papers_for_staff(session, staff, sent.id, now=NOW).application.id == sent.id
        assert find_for_staff(session, staff, " pbk-2025-3-0001", now=NOW).application.id == sent.id
        assert open_document(session, staff, ktp_of(session), now=NOW).paper == "ktp"
    assert openings(session) == [("ktp", f"staff:Dewi#{dewi}"), ("ktp", f"staff:Ibu Sri#{sri}")]


def test_the_waves_provider_will_do_where_the_programmes_is_another(
    session: Session, stage: Stage, sent: ApplicationView
) -> None:
    other = set_stage(session, name="-2")
    for programme in session.scalars(select(Programme).where(Programme.slug == "las-smaw-a")):
        programme.provider_id = other.provider_id
    session.flush()
    for number, provider_id in enumerate((stage.provider_id, other.provider_id)):
        staff = officer(session, "D" * (number + 1), provider_id)
        assert papers_for_staff(session, staff, sent.id, now=NOW).application.id == sent.id


def test_anybody_else_is_told_that_there_is_none(
    session: Session, stage: Stage, sent: ApplicationView
) -> None:
    joko = officer(session, "Joko", set_stage(session, name="-2").provider_id)
    former = officer(session, "Lama", stage.provider_id)
    revoke(session, former)
    for nobody in (joko, former, sent.account_id):
        for number in (sent.number, "PBK-1999-1-0001"):
            with pytest.raises(NotOfYourProvider):
                find_for_staff(session, nobody, number, now=NOW)
        with pytest.raises(NotOfYourProvider):
            papers_for_staff(session, nobody, sent.id, now=NOW)
        with pytest.raises(NotOfYourProvider):
            open_document(session, nobody, ktp_of(session), now=NOW)
        with pytest.raises(NotOfYourProvider):
            ask_again(session, nobody, sent.id, "ktp", within=None, now=NOW)
        assert latest_sent(session, nobody, most=5) == []
    assert openings(session) == []


def test_a_document_replaced_meanwhile_is_not_there(
    session: Session, stage: Stage, sent: ApplicationView
) -> None:
    dewi, before = officer(session, "Dewi", stage.provider_id), ktp_of(session)
    open_document(session, dewi, before, now=NOW)
    send(session, sent.account_id, sent.id, "ktp", now=NOW + DAY)
    with pytest.raises(NoSuchDocument):
        open_document(session, dewi, before, now=NOW + DAY)
    [opening] = session.scalars(select(DocumentOpening))
    assert (opening.sent_at, opening.at) == (NOW, NOW)


def test_those_whose_papers_came_last_stand_first(
    session: Session, stage: Stage, sent: ApplicationView
) -> None:
    budi = apply(session, BUDI, stage.class_id)
    dewi = officer(session, "Dewi", stage.provider_id)
    assert [line.number for line in latest_sent(session, dewi, most=5)] == [sent.number]
    send(session, budi.account_id, budi.id, "ktp", now=NOW + DAY)
    found = [line.number for line in latest_sent(session, dewi, most=5)]
    assert found == [budi.number, sent.number]
    assert [line.number for line in latest_sent(session, dewi, most=1)] == [budi.number]
    withdraw(session, budi.id, budi.account_id, reason=None, now=NOW)
    assert [line.number for line in latest_sent(session, dewi, most=5)] == [sent.number]


def test_asked_for_again_it_is_unreadable_and_what_was_asked_before_stays_so(
    session: Session, stage: Stage, sent: ApplicationView
) -> None:
    dewi = officer(session, "Dewi", stage.provider_id)
    ask_again(session, dewi, sent.id, "ijazah", within=3 * DAY, now=NOW)
    papers = ask_again(session, dewi, sent.id, "ktp", within=None, now=NOW)
    assert lines(session, sent.id) == [("ktp", True, True), ("ijazah", False, True)]
    assert [line.unreadable for line in papers.lines] == [True, False]
    assert papers.application.papers_due_at == NOW + 3 * DAY
    ask_again(session, dewi, sent.id, "ijazah", within=7 * DAY, now=NOW)
    again = papers_for_staff(session, dewi, sent.id, now=NOW)
    assert [line.unreadable for line in again.lines] == [True, False]
    assert again.application.papers_due_at == NOW + 7 * DAY
    told = select(Notice.state).where(Notice.kind == "papers_missing").order_by(Notice.id)
    assert list(session.scalars(told)) == ["cancelled", "cancelled", "pending"]


def test_what_cannot_be_asked_for_is_refused(
    session: Session, stage: Stage, sent: ApplicationView
) -> None:
    dewi = officer(session, "Dewi", stage.provider_id)
    with pytest.raises(UnknownPaper):
        ask_again(session, dewi, sent.id, "skck", within=None, now=NOW)
    withdraw(session, sent.id, sent.account_id, reason=None, now=NOW)
    with pytest.raises(NotPossible):
        ask_again(session, dewi, sent.id, "ktp", within=None, now=NOW)


def test_at_a_terminal_all_are_opened_and_written_down(
    session: Session, sent: ApplicationView
) -> None:
    send(session, sent.account_id, sent.id, "ijazah")
    found = open_all(session, sent.number.lower(), actor="sri", now=NOW)
    assert [one.paper for one in found] == ["ktp", "ijazah"]
    assert {one.number for one in found} == {sent.number}
    assert openings(session) == [("ktp", "staff:sri"), ("ijazah", "staff:sri")]
    assert [line.openings for line in papers_by_number(session, sent.number, now=NOW).lines] == [
        1,
        1,
    ]
    with pytest.raises(NoSuchApplication):
        open_all(session, "PBK-1", actor="sri", now=NOW)


def test_openings_go_with_the_application(session: Session, sent: ApplicationView) -> None:
    open_all(session, sent.number, actor="sri", now=NOW)
    session.delete(session.get_one(Application, sent.id))
    session.flush()
    assert openings(session) == []
