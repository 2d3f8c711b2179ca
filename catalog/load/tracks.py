"""Tracks with their items, and warnings, into their tables."""

from sqlalchemy import select

from catalog.load.desk import Desk
from catalog.schema import CautionEntry, TrackEntry
from catalog.schema.tracks import TrackItemEntry
from storage.models import Caution, Track, TrackItem


def put_track(desk: Desk, entry: TrackEntry) -> None:
    """Its items stand in the order of the file; one that is not named any more is unlisted."""
    programme_id = desk.id_of("programmes", entry.programme)
    for cluster in entry.kinds:
        desk.id_of("clusters", cluster)  # kept by slug, yet it must be there
    facts = {
        "kinds": list(entry.kinds),
        "destinations": list(entry.destinations),
        "source_id": desk.id_of("sources", entry.source),
    }
    row = desk.session.get(Track, programme_id)
    desk.put("tracks", Track, row, {"programme_id": programme_id}, facts)
    desk.session.flush()
    chosen = select(TrackItem).where(TrackItem.programme_id == programme_id)
    there = {item.slug: item for item in desk.session.scalars(chosen)}
    for position, item in enumerate(entry.items, start=1):
        key = {"programme_id": programme_id, "slug": item.slug}
        facts = _item_facts(desk, item) | {"position": position}
        desk.put("items", TrackItem, there.pop(item.slug, None), key, facts)
    for gone in there.values():
        if gone.listed:
            gone.listed = False
            desk.report.removed["items"] += 1


def put_caution(desk: Desk, entry: CautionEntry) -> None:
    facts = entry.model_dump(exclude={"slug", "source"})
    facts["source_id"] = desk.id_of("sources", entry.source)
    desk.put_slugged("cautions", Caution, entry.slug, facts)


def _item_facts(desk: Desk, item: TrackItemEntry) -> dict[str, object]:
    for cluster in item.known_by.clusters:
        desk.id_of("clusters", cluster)
    facts = item.model_dump(exclude={"slug", "source", "known_by"})
    known_by = item.known_by.model_dump(exclude_defaults=True)
    return facts | {
        "known_by": known_by,
        "listed": True,
        "source_id": desk.id_of("sources", item.source),
    }
