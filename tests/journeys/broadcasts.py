"""Broadcasts in each state, for a walk through the desk's screens."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from announcements import broadcasts
from announcements.audiences import Audience
from storage.models import Batch, Broadcast, Notice
from tests.journeys.shared import Seeker
from tests.running import Running


async def broadcasts_in_each_state(village: Running, ratna: Seeker) -> None:
    """To staff alone: being written, waiting, scheduled, and four done, of which one is left
    running, one paused, and of that and another nobody knows whether somebody got it.
    """
    tomorrow = village.clock() + timedelta(days=1)
    kinds = ((None, None), (None, 0), (tomorrow, 9), *[(None, 99)] * 4)
    for start_at, approve_above in kinds:
        with village.database.transaction() as session:
            write_one(session, ratna.account_id(), village.clock(), start_at, approve_above)
    await village.later(1)
    await village.later(6)  # its panel is there by then
    await village.later(60)  # and whatever waited for its turn in a chat
    with village.database.transaction() as session:
        last = broadcasts.list_broadcasts(session, 3)
        for view, state in zip(last, ("running", "paused", "done"), strict=True):
            doubtful = update(Batch).where(Batch.id == view.batch_id)
            session.execute(doubtful.values(sent=Batch.sent - 1, uncertain=1))
            as_it_was = update(Broadcast).where(Broadcast.id == view.id)
            session.execute(as_it_was.values(state=state))
            doubted = update(Notice).where(Notice.batch_id == view.batch_id)
            session.execute(doubted.values(state="uncertain"))
    await ratna.say("/staf")


def write_one(
    session: Session,
    author: int,
    now: datetime,
    start_at: datetime | None,
    approve_above: int | None,
) -> None:
    """`approve_above` None: it stays a draft."""
    view = broadcasts.begin_draft(session, author, actor="Bu Ratna", now=now)
    broadcasts.write_text(session, view.id, html="Untuk petugas saja.")
    broadcasts.choose_audience(session, view.id, Audience(role="staff"))
    broadcasts.ask_step(session, view.id, None)
    if approve_above is not None:
        broadcasts.submit(
            session,
            view.id,
            actor="Bu Ratna",
            start_at=start_at,
            approve_above=approve_above,
            now=now,
        )
