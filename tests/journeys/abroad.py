"""Somebody who prepares for work abroad."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.interests import wish_for
from intake.tracks.tracks import confirm_item, follow_track
from people.staff import EVERYWHERE
from storage.models import Programme


def prepare_for_abroad(session: Session, account_id: int, now: datetime) -> None:
    """One who follows a track with something confirmed, and is interested."""
    programme_id = session.scalars(select(Programme.id).where(Programme.slug == "pmi-vokasi")).one()
    wish_for(session, account_id, programme_id, kind="las", destination="JP", now=now)
    view = follow_track(session, account_id, programme_id, now=now)
    assert view.follow_id is not None
    confirm_item(
        session, view.follow_id, "paspor", EVERYWHERE, seen=True, actor="Bu Ratna", now=now
    )
