"""What was sent while the database was away is kept, and recorded by the next courier."""

import asyncio

from sqlalchemy import text

from notices.settling import Outcome
from storage.database import Database
from tests.notices.post_office import Postman, SetClock, courier_for, states, write_to


async def test_what_a_courier_could_not_record_at_its_end_the_next_one_records(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 3)
    unrecorded: list[Outcome] = []
    courier = courier_for(database, postman, clock, unrecorded=unrecorded)
    postman.answers.clear()
    running = asyncio.create_task(courier.run())
    await postman.has_accepted(3)
    rename(database, "notices", "away")
    postman.answers.set()
    courier.stop()
    await running
    assert sorted(outcome.letter.telegram_id for outcome in unrecorded) == [1, 2, 3]
    rename(database, "away", "notices")
    assert states(database) == ["sending"] * 3
    await courier_for(database, postman, clock, unrecorded=unrecorded).drain_once()
    assert states(database) == ["sent"] * 3
    assert (len(postman.accepted), unrecorded) == (3, [])


def rename(database: Database, name: str, other: str) -> None:
    with database.transaction() as session:
        session.execute(text(f"ALTER TABLE {name} RENAME TO {other}"))
