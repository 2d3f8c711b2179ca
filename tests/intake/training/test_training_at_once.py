"""A card scanned, renewed or asked for by two at the same moment; one number given to two."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.applications.rows import ApplicationView
from intake.training.attendance import Scan
from intake.training.cards import issue_card, renew_card
from intake.training.certificate_rows import CertificateKind, CertificateState
from intake.training.certificates import decide
from intake.training.errors import CertificateNumberTaken
from people.staff import EVERYWHERE
from storage.database import Database
from storage.models import AttendanceChange, Card, CertificateChange, Notice
from tests.cast import BUDI, FIRST_MEETING, NOW, SITI, open_database, set_stage
from tests.intake.seats.test_at_the_same_time import all_at_once
from tests.intake.training.trainees import END, scan, take_in, token_of


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = open_database(database_url)
    yield database
    database.close()


@pytest.fixture
def two(database: Database) -> list[ApplicationView]:
    """Siti and Budi, in one class."""
    with database.transaction() as session:
        stage = set_stage(session)
        return [take_in(session, one, stage.class_id) for one in (SITI, BUDI)]


def count(database: Database, table: type[Card | AttendanceChange | CertificateChange]) -> int:
    with database.snapshot() as session:
        return session.scalar(select(func.count(table.id))) or 0


def test_a_card_scanned_by_four_at_once_is_taken_once(
    database: Database, two: list[ApplicationView]
) -> None:
    with database.transaction() as session:
        token = token_of(session, two[0])
    scans = all_at_once(database, [lambda session: scan(session, token, FIRST_MEETING)] * 4)
    already = [each.already for each in scans if isinstance(each, Scan)]
    assert sorted(already) == [False, True, True, True]
    assert count(database, AttendanceChange) == 1


def test_a_card_asked_for_and_renewed_by_two_taps_at_once_is_one(
    database: Database, two: list[ApplicationView]
) -> None:
    id_, who = two[0].id, two[0].account_id
    first, *others = all_at_once(
        database, [lambda session: issue_card(session, id_, who, now=NOW)] * 3
    )
    assert not isinstance(first, Exception)
    assert others == [first] * 2
    fresh, again = all_at_once(
        database,
        [lambda session: renew_card(session, id_, who, replaces=first.id, now=NOW)] * 2,
    )
    assert fresh == again
    assert count(database, Card) == 2


def test_one_number_given_to_two_at_once_is_ones(
    database: Database, two: list[ApplicationView]
) -> None:
    def issue(application: ApplicationView) -> Callable[[Session], object]:
        return lambda session: decide(
            session, application.id, CertificateKind.BNSP, CertificateState.ISSUED, EVERYWHERE,
            number="12/2025", actor="Bu Ratna", now=END,
        )  # fmt: skip

    results = all_at_once(database, [issue(one) for one in two])
    errors = [type(each) for each in results if isinstance(each, Exception)]
    assert errors == [CertificateNumberTaken]
    assert count(database, CertificateChange) == 1
    with database.snapshot() as session:
        told = session.scalars(select(Notice.kind).where(Notice.kind == "certificate")).all()
    assert len(told) == 1
