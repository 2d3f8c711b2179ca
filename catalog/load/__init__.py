"""A checked catalogue into the database: added or changed by slug, never taken away.

What people's data may point to (programmes, waves, classes, meetings, partners) stays when it is
gone from the files; the report names such classes and meetings. An item that its track no longer
names is unlisted. A meeting is cancelled by saying
`cancelled: true`. Only what nobody can point to is removed with its file's entry: a stage of a
wave, a rule's hold on one programme.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from catalog.errors import ChangedByHand
from catalog.load.desk import Desk
from catalog.load.known import holds_catalogue, known_in
from catalog.load.partners import put_partner, put_referral
from catalog.load.programmes import put_cluster, put_programme
from catalog.load.promises import put_promise
from catalog.load.providers import put_place, put_provider, put_source
from catalog.load.report import LoadReport
from catalog.load.rules import put_rule
from catalog.load.tracks import put_caution, put_track
from catalog.load.waves import put_wave
from catalog.schema import NOUNS, Catalogue

__all__ = ["LoadReport", "holds_catalogue", "known_in", "load_catalogue"]


def load_catalogue(session: Session, catalogue: Catalogue, *, now: datetime) -> LoadReport:
    """Idempotent: the same catalogue again changes nothing. The caller commits, or none of it is.

    `now` decides the state of waves that leave it to their dates. Raises UnknownReference for a
    slug that is neither in the catalogue nor in the database, ChangedByHand where both the files
    and staff have changed a thing since the last load.
    """
    if session.get_bind().dialect.name == "postgresql":
        # Two loads at once would both add the same slug; SQLite has one writer anyway.
        session.execute(text("LOCK TABLE sources IN SHARE ROW EXCLUSIVE MODE"))
    desk = Desk(session, now)
    for noun in NOUNS:
        for entry in getattr(catalogue, noun):
            _PUT[noun](desk, entry)
    if desk.collisions:
        raise ChangedByHand(desk.collisions)
    session.flush()
    return desk.report


_PUT: dict[str, Callable[[Desk, Any], None]] = {
    "sources": put_source,
    "places": put_place,
    "providers": put_provider,
    "clusters": put_cluster,
    "programmes": put_programme,
    "rules": put_rule,
    "waves": put_wave,
    "partners": put_partner,
    "referrals": put_referral,
    "tracks": put_track,
    "cautions": put_caution,
    "promises": put_promise,
}
