"""Sources, places and providers into their tables."""

from catalog.load.desk import Desk
from catalog.schema import DormitoryEntry, PlaceEntry, ProviderEntry, SourceEntry
from storage.models import Dormitory, Place, Provider, Source


def put_source(desk: Desk, entry: SourceEntry) -> None:
    facts = {"outlet": entry.outlet, "published_on": entry.published_on, "note": entry.note}
    desk.put_slugged("sources", Source, entry.slug, facts)


def put_place(desk: Desk, entry: PlaceEntry) -> None:
    facts = entry.model_dump(exclude={"slug", "source"})
    facts["source_id"] = desk.id_of("sources", entry.source)
    desk.put_slugged("places", Place, entry.slug, facts)


def put_provider(desk: Desk, entry: ProviderEntry) -> None:
    facts = entry.model_dump(exclude={"slug", "source", "place", "dormitory"})
    facts["place_id"] = desk.id_or_none("places", entry.place)
    facts["source_id"] = desk.id_of("sources", entry.source)
    provider = desk.put_slugged("providers", Provider, entry.slug, facts)
    if entry.dormitory is not None:
        _put_dormitory(desk, desk.written(provider), entry.dormitory)


def _put_dormitory(desk: Desk, provider_id: int, entry: DormitoryEntry) -> None:
    """One that the file does not tell of any more stays: people may sleep in it."""
    facts = entry.model_dump(exclude={"source"})
    facts["source_id"] = desk.id_of("sources", entry.source)
    row = desk.session.get(Dormitory, provider_id)
    desk.put("dormitories", Dormitory, row, {"provider_id": provider_id}, facts)
