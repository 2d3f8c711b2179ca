"""What a restored database must not go on with by itself: held before any Jawara works on it.

A backup that is put back brings a mark with it (`storage.backups`), in one step with all its rows.
Whoever opens the database next, the restoring command or a later start, holds and takes the mark
away in one transaction: so a kill in between leaves nothing that goes on unasked.
"""

from datetime import datetime

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import machine_clock
from storage.backups import is_marked, unmark
from storage.database import alone, connect
from storage.migrations import upgrade_engine
from storage.models import Broadcast

log = structlog.get_logger(__name__)

ACTOR = "command:restore"


def finish_restore(url: str) -> list[int]:
    """Returns the broadcasts that were held; nothing to do, and none, where nothing was restored.

    Safe whenever and however often. Brings the tables up to date before.
    """
    engine = connect(url)
    try:
        with engine.connect() as connection:
            if not is_marked(connection):
                return []
        upgrade_engine(engine)
        # Whoever starts at the same moment waits here, and then finds the mark gone.
        with alone(engine) as connection, Session(connection) as session:
            if not is_marked(connection):
                return []
            held = hold_broadcasts(session, machine_clock())
            session.flush()
            unmark(connection)
    finally:
        engine.dispose()
    return held


def finish_broken_restore(url: str) -> None:
    """The same at a start: who restored did not live to tell of it."""
    held = finish_restore(url)
    if held:
        log.warning("broadcasts of a restored database are held: look at them", broadcasts=held)


def hold_broadcasts(session: Session, now: datetime) -> list[int]:
    """What was told after the backup was made, the backup does not know.

    Broadcasts that were running are paused, and those that should have begun meanwhile are drafts
    again, so that nobody gets them twice without somebody's yes. Returns their ids.
    """
    # Hardly ever wanted, and each start would wait for it.
    from announcements.broadcasts import BroadcastState, pause, reopen

    running = Broadcast.state == BroadcastState.RUNNING
    begun = (Broadcast.state == BroadcastState.SCHEDULED) & (Broadcast.start_at <= now)
    query = select(Broadcast.id, Broadcast.state).where(running | begun).order_by(Broadcast.id)
    held = session.execute(query).all()
    for broadcast_id, state in held:
        hold = pause if state == BroadcastState.RUNNING else reopen
        hold(session, broadcast_id, actor=ACTOR, now=now)
    return [broadcast_id for broadcast_id, _state in held]
