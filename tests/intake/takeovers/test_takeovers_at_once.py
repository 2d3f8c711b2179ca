"""A take-over while something else happens to the same person: real connections, real threads."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.orm import Session

from intake.applications.changes import APPLICANT
from intake.applications.errors import NoSuchApplication
from intake.applications.rows import ApplicationState, my_applications
from intake.seats.confirming import confirm
from intake.seats.offers import Candidate, make_offer
from intake.seats.seats import count_seats, hold_class
from intake.takeovers.errors import NoSuchTakeover
from intake.takeovers.takeovers import approve_takeover, ask_takeover, make_link, use_link
from intake.tracks.tracks import follow_track
from people.staff import EVERYWHERE
from storage.database import Database
from storage.models import Notice, Takeover, TakeoverChange
from tests.cast import BUDI, NOW, SITI, WIB, Stage, apply, open_database, set_stage, welcome
from tests.intake.seats.test_at_the_same_time import all_at_once
from tests.intake.takeovers.phones import HOUR, NEW
from tests.intake.tracks.abroad import set_track
from tests.side_by_side import begun, held, waits

CHANGES = (
    "applicants", "applications", "notices", "takeovers", "takeover_changes", "track_follows",
)  # fmt: skip


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = open_database(database_url)
    yield database
    database.close()


@pytest.fixture
def stage(database: Database) -> Stage:
    with database.transaction() as session:
        return set_stage(session)


def offered(database: Database, stage: Stage) -> tuple[int, int, int, int]:
    """Siti's phone with an offer on it, the phone that has asked for her; what it has asked. She
    follows a track abroad.
    """
    with database.transaction() as session:
        application = apply(session, SITI, stage.class_id)
        session.flush()
        held_class = hold_class(session, stage.class_id, WIB)
        submitted = Candidate(application.id, application.account_id, ApplicationState.SUBMITTED)
        make_offer(session, held_class, submitted, promoted=False, now=NOW, zone=WIB)
        follow_track(session, application.account_id, set_track(session, stage), now=NOW)
        new = welcome(session, NEW)
        takeover = ask_takeover(session, new, application.number, now=NOW).takeover
    return application.id, application.account_id, new, takeover.id


@pytest.mark.parametrize("turn", range(4))
def test_an_offer_confirmed_on_the_old_phone_meanwhile(
    database: Database, stage: Stage, turn: int
) -> None:
    """Either the seat is confirmed and goes along, or the offer goes along and is confirmed there:
    there is one seat and one application, wherever it is.
    """
    id_, old, new, takeover_id = offered(database, stage)

    def says_yes(session: Session) -> object:
        return confirm(session, id_, account_id=old, actor=APPLICANT, now=NOW + HOUR, zone=WIB)

    def moves(session: Session) -> object:
        return approve(session, takeover_id)

    calls: list[Callable[[Session], object]] = [says_yes, moves]
    calls = calls[:: 1 if turn % 2 else -1]
    results = all_at_once(database, calls)
    said, moved = results if turn % 2 else results[::-1]
    assert not isinstance(moved, Exception)
    assert said is True or isinstance(said, NoSuchApplication)
    with database.transaction() as session:
        if said is not True:
            confirm(session, id_, account_id=new, actor=APPLICANT, now=NOW + HOUR, zone=WIB)
        assert [each.state for each in my_applications(session, new)] == ["admitted"]
        counted = count_seats(session, [stage.class_id])[stage.class_id]
        assert (counted.confirmed, counted.offered, counted.free) == (1, 0, 15)


def test_a_promotion_under_way_is_told_to_the_new_phone(database: Database, stage: Stage) -> None:
    """The class is held by whoever gives out its seats: the move waits, and brings their news."""
    with database.transaction() as session:
        application = apply(session, SITI, stage.class_id)
        new = welcome(session, NEW)
        takeover_id = ask_takeover(session, new, application.number, now=NOW).takeover.id
    old = application.account_id
    with ThreadPoolExecutor(1) as threads:
        with database.transaction() as session:
            held_class = hold_class(session, stage.class_id, WIB)
            moving = begun(threads, database, lambda other: approve(other, takeover_id))
            waits(database, 1)
            waiting = Candidate(application.id, old, ApplicationState.SUBMITTED)
            make_offer(session, held_class, waiting, promoted=True, now=NOW, zone=WIB)
        moving.result()
    with database.snapshot() as session:
        told = select(Notice.account_id).where(Notice.kind.startswith("offer"))
        assert set(session.scalars(told)) == {new}


def test_of_two_phones_with_one_link_one_gets_it(database: Database, stage: Stage) -> None:
    with database.transaction() as session:
        number = apply(session, SITI, stage.class_id).number
        phones = [welcome(session, NEW), welcome(session, BUDI)]
        code = make_link(session, number, EVERYWHERE, actor="Dewi", now=NOW).code

    def uses(who: int) -> Callable[[Session], object]:
        return lambda session: use_link(session, who, code, now=NOW, zone=WIB)

    results = all_at_once(database, [uses(who) for who in phones])
    lost = [each for each in results if isinstance(each, Exception)]
    assert [type(each) for each in lost] == [NoSuchTakeover]
    with database.snapshot() as session:
        owners = [len(my_applications(session, who)) for who in phones]
        assert sorted(owners) == [0, 1]
        done = select(func.count()).where(TakeoverChange.to_state == "done")
        assert session.scalar(done) == 1


def test_two_members_of_staff_approve_at_once(database: Database, stage: Stage) -> None:
    _, _, new, takeover_id = offered(database, stage)
    results = all_at_once(database, [lambda session: approve(session, takeover_id)] * 2)
    assert [type(each) for each in results if isinstance(each, Exception)] == [NoSuchTakeover]
    with database.snapshot() as session:
        assert len(my_applications(session, new)) == 1


def test_broken_off_at_any_statement_nothing_has_moved(database: Database, stage: Stage) -> None:
    """As if it were killed there: before the commit, nothing of it is to be seen."""
    _, old, new, takeover_id = offered(database, stage)
    before = rows(database)
    broken, after = 0, 0
    while True:
        after += 1
        if not broken_off(database, takeover_id, after):
            break
        broken += 1
        assert rows(database) == before
    assert broken > 15
    with database.snapshot() as session:
        assert (len(my_applications(session, old)), len(my_applications(session, new))) == (0, 1)


def test_it_waits_for_whoever_holds_the_class(database: Database, stage: Stage) -> None:
    _, _, _, takeover_id = offered(database, stage)
    with ThreadPoolExecutor(1) as threads:
        with held(database, "SELECT 1 FROM classes FOR UPDATE"):
            moving = begun(threads, database, lambda session: approve(session, takeover_id))
            waits(database, 1)
        moving.result()
    with database.snapshot() as session:
        assert session.scalars(select(Takeover.state)).all() == ["done"]


def approve(session: Session, takeover_id: int) -> object:
    return approve_takeover(
        session, takeover_id, EVERYWHERE, actor="Dewi", now=NOW + HOUR, zone=WIB
    )


class Killed(Exception):
    """Where the test breaks it off."""


def broken_off(database: Database, takeover_id: int, statement: int) -> bool:
    """Run it up to its so manieth statement; False where it was through before."""
    count = 0

    def count_down(*_: object) -> None:
        nonlocal count
        count += 1
        if count == statement:
            raise Killed

    event.listen(database.engine, "before_cursor_execute", count_down)
    try:
        with database.transaction() as session:
            approve(session, takeover_id)
    except Killed:
        return True
    finally:
        event.remove(database.engine, "before_cursor_execute", count_down)
    return False


def rows(database: Database) -> dict[str, list[str]]:
    with database.snapshot() as session:
        return {
            table: sorted(map(repr, session.execute(text(f"SELECT * FROM {table}"))))
            for table in CHANGES
        }
