"""Promises of a placement into their table."""

from catalog.load.desk import Desk
from catalog.schema import PromiseEntry
from storage.models import PlacementPromise


def put_promise(desk: Desk, entry: PromiseEntry) -> None:
    key = {"programme_id": desk.id_of("programmes", entry.programme)}
    facts = {
        "provider_id": desk.id_of("providers", entry.provider),
        "text": entry.text.model_dump(),
        "within_days": entry.within_days,
        "source_id": desk.id_of("sources", entry.source),
    }
    row = desk.session.get(PlacementPromise, key["programme_id"])
    desk.put("promises", PlacementPromise, row, key, facts)
