"""Somebody is erased at the moment in which others write to what is theirs: real connections."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from announcements.broadcasts import find
from notices.batches import progress
from notices.claiming import claim
from notices.outbox import Lane
from notices.sender import Letter, Unreachable
from notices.settling import Outcome, settle
from privacy.erasure import erase
from storage.database import Database
from storage.models import Account, Notice
from tests.announcements.crowd import add_people, fill, start
from tests.cast import open_database
from tests.notices.crowds import tell
from tests.notices.post_office import NOON, WIB, write
from tests.side_by_side import begun, held, waits


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    with closing(open_database(database_url)) as opened:
        yield opened


def leased(database: Database, but: tuple[int, str] = (0, "")) -> dict[int, list[Letter]]:
    """What is on its way, by account; `but` one's notice of that kind."""
    with database.transaction() as session:
        letters = claim(session, 64, now=NOON, zone=WIB).letters
        here = (Notice.account_id, Notice.kind)
        still = update(Notice).where(
            *(column == value for column, value in zip(here, but, strict=True))
        )
        session.execute(still.values(state="pending", lease_until=None))
    letters = tuple(one for one in letters if (one.account_id, one.kind) != but)
    every = [each for one in letters for each in (one, *one.along)]
    return {one.account_id: [each for each in every if each.account_id == one.account_id]
            for one in every}  # fmt: skip


def settling(*outcomes: Outcome) -> Callable[[Session], None]:
    return lambda session: settle(session, outcomes, now=NOON, chance=lambda: 0.5)


def counts(database: Database) -> tuple[int, int]:
    """People, and notices."""
    with database.snapshot() as session:
        kinds = (Account, Notice)
        people, notices = (session.scalar(select(func.count(one.id))) for one in kinds)
    return people or 0, notices or 0


def test_whose_letter_is_refused_at_that_moment(database: Database) -> None:
    """It was recorded first and the account marked then; erasing goes the other way round."""
    with database.transaction() as session:
        siti, budi = add_people(session, 2)
        for each in (siti, budi):
            write(session, each, "offer", lane=Lane.RESULTS)
            write(session, each, "reminder", due_at=NOON + timedelta(hours=1))
    letters = leased(database)
    refused = [Outcome(letters[budi][0], trouble=Unreachable("deactivated"))]
    refused.append(Outcome(letters[siti][0], trouble=Unreachable("blocked")))
    with ThreadPoolExecutor(2) as threads:
        # Held in the middle: it has one account's rows by now, and is still to have the other's.
        with held(database, f"SELECT id FROM accounts WHERE id = {budi} FOR UPDATE"):
            recorded = begun(threads, database, settling(*refused))
            waits(database, 1)
            erased = begun(threads, database, lambda session: erase(session, siti, now=NOON))
            waits(database, 2)
        recorded.result()
        assert erased.result()
    assert counts(database) == (1, 2)


def test_who_is_counted_in_a_batch_while_another_message_is_recorded(database: Database) -> None:
    """Recording has the message and wants the batch; erasing had the batch, and wants it."""
    with database.transaction() as session:
        siti, budi = add_people(session, 2)
        write(session, siti, "reminder")
        batch_id = tell(session)
    letters = leased(database, but=(siti, "broadcast"))
    done = [Outcome(each[0], message_id=7) for each in letters.values()]
    with ThreadPoolExecutor(2) as threads:
        with held(database, f"SELECT id FROM batches WHERE id = {batch_id} FOR UPDATE"):
            erased = begun(threads, database, lambda session: erase(session, siti, now=NOON))
            waits(database, 1)
            recorded = begun(threads, database, settling(*done))
            waits(database, 2)
        recorded.result()
        assert erased.result()
    assert counts(database) == (1, 1)
    with database.snapshot() as session:
        found = progress(session, batch_id)
        assert (found.sent, found.cancelled, found.left) == (1, 1, 0)
        assert session.scalar(select(Account.id)) == budi


def test_whose_broadcast_is_just_being_filled(database: Database) -> None:
    """It is held, and waits for its author's account, who loses their name in it."""
    with database.transaction() as session:
        siti, *_others = add_people(session, 3)
        tell(session)
        broadcast_id = start(session, author_id=siti)
    with ThreadPoolExecutor(2) as threads:
        with held(database, f"SELECT id FROM notices WHERE account_id = {siti} FOR UPDATE"):
            erased = begun(threads, database, lambda session: erase(session, siti, now=NOON))
            waits(database, 1)
            filled = begun(threads, database, lambda session: fill(session, broadcast_id))
            waits(database, 2)
        filled.result()
        assert erased.result()
    with database.snapshot() as session:
        view = find(session, broadcast_id)
        assert (view.author_id, view.filled_at is None) == (None, False)
