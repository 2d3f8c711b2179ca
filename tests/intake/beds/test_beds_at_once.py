"""Beds asked for, given back and passed on at the same moment, and a wave moved by two clocks: real
connections, real threads.
"""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.beds.beds import ask_for_bed
from intake.waves.errors import NothingToMove, OutOfOrder
from intake.waves.moves import advance, move_wave
from intake.withdrawing import withdraw
from people.staff import EVERYWHERE
from storage.database import Database
from storage.models import Bed, Notice
from tests.cast import NOW, WIB, open_database
from tests.intake.beds.dormitory import account_of, resident, set_dormitory, sleepers, states
from tests.intake.seats.test_at_the_same_time import all_at_once
from tests.intake.waves.wave_stage import CHECKED, moves, set_wave, tick

BEDS, PEOPLE = 2, 6


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = open_database(database_url)
    yield database
    database.close()


def test_of_many_who_ask_at_once_as_many_have_a_bed_as_there_are(database: Database) -> None:
    with database.transaction() as session:
        stage = set_dormitory(session, beds=BEDS)
        people = [resident(session, stage, number) for number in range(1, PEOPLE + 1)]
        accounts = {each: account_of(session, each) for each in people}
    said = all_at_once(
        database,
        [partial(ask_for_bed, application_id=each, account_id=accounts[each], now=NOW)
         for each in people],
    )  # fmt: skip
    assert sorted(map(str, said)) == ["granted"] * BEDS + ["reserve"] * (PEOPLE - BEDS)

    # Those who have one give their seats up while the others ask once more: each bed is passed on.
    with database.transaction() as session:
        holders = sleepers(session)
    calls: list[Callable[[Session], object]] = [
        partial(withdraw, application_id=each, account_id=accounts[each], reason=None, now=NOW)
        for each in holders
    ]
    calls += [
        partial(ask_for_bed, application_id=each, account_id=accounts[each], now=NOW)
        for each in people
        if each not in holders
    ]
    assert [each for each in all_at_once(database, calls) if isinstance(each, Exception)] == []
    with database.transaction() as session:
        assert len(sleepers(session)) == BEDS
        assert states(session, *holders) == ["gone"] * BEDS
        assert session.scalar(select(func.count(Bed.id))) == BEDS
        told = select(func.count()).where(Notice.kind == "bed_granted")
        assert session.scalar(told) == BEDS


def test_a_wave_that_two_clocks_and_a_hand_move_at_once_is_moved_once(database: Database) -> None:
    with database.transaction() as session:
        wave_id = set_wave(session).wave_id
        tick(session, NOW)
    clock = partial(move_wave, wave_id=wave_id, now=CHECKED, zone=WIB)
    hand = partial(
        advance, wave_id=wave_id, kind="papers", move="began",
        rights=EVERYWHERE, actor="staff:Sri", why="Lengkap", now=CHECKED, zone=WIB,
    )  # fmt: skip
    calls: list[Callable[[Session], object]] = [clock, hand, clock]
    done = all_at_once(database, calls)
    failed = [type(each) for each in done if isinstance(each, Exception)]
    assert set(failed) <= {NothingToMove, OutOfOrder}
    with database.transaction() as session:
        made = [(kind, move) for kind, move, _ in moves(session, wave_id)]
        assert len(made) == len(set(made))
        assert {("papers", "began"), ("papers", "ended"), ("test", "invited")} <= set(made)
        for kind, people in (("staff_papers", 1), ("invited", 3)):
            told = select(func.count()).where(Notice.kind == kind)
            assert session.scalar(told) == people
