"""What several people, or two taps, do at the same moment: real connections, real threads."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.applications.errors import AlreadyApplied
from intake.applications.rows import my_applications
from intake.applications.steps import Step
from intake.registration.drafts import all_open_steps, begin_draft
from intake.registration.submissions import submit
from intake.seats.admitting import admit
from intake.seats.errors import ClassFull
from intake.withdrawing import withdraw
from storage.database import Database
from storage.models import Application, ApplicationChange, Draft, NumberSeries
from tests.cast import BUDI, NOW, SITI, Person, apply, fill_in, open_database, set_stage, welcome

T = TypeVar("T")

AT_ONCE = 6


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = open_database(database_url)
    yield database
    database.close()


def crowd(count: int) -> list[Person]:
    """People with NIKs of their own."""
    return [
        Person(8000 + n, "Siti Aminah", f"367301450199{n:04d}", SITI.phone, "smk", "3673")
        for n in range(1, count + 1)
    ]


def all_at_once(database: Database, calls: list[Callable[[Session], T]]) -> list[T | Exception]:
    """Each call in a transaction and a thread of its own, begun together; errors are results."""
    ready = Barrier(len(calls))

    def run(call: Callable[[Session], T]) -> T | Exception:
        ready.wait()
        try:
            with database.transaction() as session:
                return call(session)
        except Exception as error:
            return error

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(run, calls))


def test_a_draft_sent_twice_at_once_becomes_one_application(database: Database) -> None:
    with database.transaction() as session:
        account_id = welcome(session, SITI)
        fill_in(session, SITI, account_id, set_stage(session).class_id)

    def send(update_id: int) -> Callable[[Session], object]:
        return lambda session: submit(session, account_id, update_id=update_id, now=NOW)

    sent = all_at_once(database, [send(1), send(1), send(2), send(3)])
    with database.snapshot() as session:
        assert sent == my_applications(session, account_id) * 4
        assert session.scalar(select(func.count(ApplicationChange.id))) == 1
        assert session.scalar(select(NumberSeries.last)) == 1


def test_one_nik_sent_from_two_accounts_at_once_is_taken_once(database: Database) -> None:
    with database.transaction() as session:
        stage = set_stage(session)
        accounts = [welcome(session, SITI), welcome(session, BUDI)]
        for account_id, class_id in zip(
            accounts, (stage.class_id, stage.other_class_id), strict=True
        ):
            fill_in(session, SITI, account_id, class_id)

    def send(account_id: int) -> Callable[[Session], object]:
        return lambda session: submit(session, account_id, update_id=account_id, now=NOW)

    sent = all_at_once(database, [send(account_id) for account_id in accounts])
    refused = [one for one in sent if isinstance(one, Exception)]
    assert [(type(one), one.args) for one in refused] == [(AlreadyApplied, (None,))]
    with database.snapshot() as session:
        assert session.scalar(select(func.count(Application.id))) == 1
        assert session.scalar(select(func.count(Draft.id))) == 1
        assert session.scalar(select(NumberSeries.last)) == 1


def test_numbers_given_at_once_are_all_different_and_leave_no_gap(database: Database) -> None:
    people = crowd(AT_ONCE)
    with database.transaction() as session:
        class_id = set_stage(session).class_id
        accounts = [welcome(session, person) for person in people]
        for account_id, person in zip(accounts, people, strict=True):
            fill_in(session, person, account_id, class_id)

    def send(account_id: int) -> Callable[[Session], str]:
        return lambda session: submit(session, account_id, update_id=None, now=NOW).number

    numbers = all_at_once(database, [send(account_id) for account_id in accounts])
    assert sorted(map(str, numbers)) == [f"PBK-2025-3-{n:04d}" for n in range(1, AT_ONCE + 1)]


def test_no_seat_is_given_twice(database: Database) -> None:
    with database.transaction() as session:
        class_id = set_stage(session, capacity=2).class_id
        numbers = [apply(session, person, class_id).number for person in crowd(AT_ONCE)]

    def seat(number: str) -> Callable[[Session], object]:
        return lambda session: admit(session, number, actor="Ibu Sri", now=NOW)

    results = all_at_once(database, [seat(number) for number in numbers])
    refused = [one for one in results if isinstance(one, Exception)]
    assert [(type(one), one.args) for one in refused] == [(ClassFull, (2,))] * (AT_ONCE - 2)
    with database.snapshot() as session:
        states = session.scalars(select(Application.state).order_by(Application.state)).all()
    assert states == ["admitted"] * 2 + ["submitted"] * (AT_ONCE - 2)


def test_an_application_withdrawn_while_it_is_admitted_ends_withdrawn_or_is_not_admitted(
    database: Database,
) -> None:
    with database.transaction() as session:
        sent = apply(session, SITI, set_stage(session).class_id)
    all_at_once(
        database,
        [
            lambda session: admit(session, sent.number, actor="Ibu Sri", now=NOW),
            lambda session: withdraw(session, sent.id, sent.account_id, reason=None, now=NOW),
        ],
    )
    with database.snapshot() as session:
        assert my_applications(session, sent.account_id)[0].state == "withdrawn"


def test_two_taps_on_register_open_one_draft(database: Database) -> None:
    with database.transaction() as session:
        class_id = set_stage(session).class_id
        account_id = welcome(session, SITI)

    def begin(session: Session) -> object:
        return begin_draft(session, account_id, class_id, now=NOW)

    begun = all_at_once(database, [begin] * 4)
    assert begun == [begun[0]] * 4
    with database.snapshot() as session:
        assert all_open_steps(session) == {SITI.telegram_id: Step.NAME}
