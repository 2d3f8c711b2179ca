"""Clusters and programmes into their tables."""

from catalog.load.desk import Desk
from catalog.schema import ClusterEntry, ProgrammeEntry
from storage.models import Cluster, Programme


def put_cluster(desk: Desk, entry: ClusterEntry) -> None:
    facts = {"title": entry.title.model_dump(), "position": entry.position}
    desk.put_slugged("clusters", Cluster, entry.slug, facts)


def put_programme(desk: Desk, entry: ProgrammeEntry) -> None:
    facts = entry.model_dump(exclude={"slug", "cluster", "provider", "place", "source"})
    facts["cluster_id"] = desk.id_of("clusters", entry.cluster)
    facts["provider_id"] = desk.id_of("providers", entry.provider)
    facts["place_id"] = desk.id_or_none("places", entry.place)
    facts["source_id"] = desk.id_of("sources", entry.source)
    desk.put_slugged("programmes", Programme, entry.slug, facts)
