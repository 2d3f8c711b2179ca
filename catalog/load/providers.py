"""Sources, places and providers into their tables."""

from catalog.load.desk import Desk
from catalog.schema import PlaceEntry, ProviderEntry, SourceEntry
from storage.models import Place, Provider, Source


def put_source(desk: Desk, entry: SourceEntry) -> None:
    facts = {"outlet": entry.outlet, "published_on": entry.published_on, "note": entry.note}
    desk.put_slugged("sources", Source, entry.slug, facts)


def put_place(desk: Desk, entry: PlaceEntry) -> None:
    facts = entry.model_dump(exclude={"slug", "source"})
    facts["source_id"] = desk.id_of("sources", entry.source)
    desk.put_slugged("places", Place, entry.slug, facts)


def put_provider(desk: Desk, entry: ProviderEntry) -> None:
    facts = entry.model_dump(exclude={"slug", "source", "place"})
    facts["place_id"] = desk.id_or_none("places", entry.place)
    facts["source_id"] = desk.id_of("sources", entry.source)
    desk.put_slugged("providers", Provider, entry.slug, facts)
