"""Documents come at the moment in which others come, or in which their sender is erased."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from sqlalchemy import func, select

from intake.applications.errors import NoSuchApplication
from privacy.erasure import erase
from storage.database import Database
from storage.models import Account, DiscardedFile, Document
from tests.cast import NOW, SITI, apply, open_database, set_stage
from tests.intake.documents.papers_wanted import send, want_papers
from tests.side_by_side import begun, held, waits

AT_ONCE = 4


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    with closing(open_database(database_url)) as opened:
        yield opened


@pytest.fixture
def ids(database: Database) -> tuple[int, int]:
    """Siti's account and application."""
    with database.transaction() as session:
        stage = set_stage(session)
        want_papers(session, stage)
        sent = apply(session, SITI, stage.class_id)
        return sent.account_id, sent.id


def counts(database: Database) -> tuple[int, int]:
    """Documents, and files to be removed."""
    with database.snapshot() as session:
        kinds = (Document, DiscardedFile)
        documents, files = (session.scalar(select(func.count()).select_from(one)) for one in kinds)
    return documents or 0, files or 0


def test_of_many_sent_at_once_one_stays_and_no_file_is_forgotten(
    database: Database, ids: tuple[int, int]
) -> None:
    account_id, application_id = ids
    with ThreadPoolExecutor(AT_ONCE) as threads:
        with held(database, "SELECT 1 FROM accounts FOR UPDATE"):
            calls = [
                begun(threads, database, lambda s: send(s, account_id, application_id, "ktp"))
                for _ in range(AT_ONCE)
            ]
            waits(database, AT_ONCE)
        papers = [call.result() for call in calls]
    assert {each.to_send for each in papers} == {("ijazah",)}
    assert counts(database) == (1, AT_ONCE - 1)


def test_erased_while_a_document_comes_nothing_of_it_stays(
    database: Database, ids: tuple[int, int]
) -> None:
    account_id, application_id = ids
    with database.transaction() as session:
        send(session, account_id, application_id, "ktp")
    with ThreadPoolExecutor(2) as threads:
        with held(database, "SELECT 1 FROM accounts FOR UPDATE"):
            erased = begun(threads, database, lambda s: erase(s, account_id, now=NOW))
            waits(database, 1)
            came = begun(threads, database, lambda s: send(s, account_id, application_id, "ijazah"))
            waits(database, 2)
        assert erased.result() is True
        came_too_late = isinstance(came.exception(), NoSuchApplication)
    documents, files = counts(database)
    assert documents == 0
    assert files == (1 if came_too_late else 2)
    with database.snapshot() as session:
        assert session.scalar(select(func.count(Account.id))) == 0
