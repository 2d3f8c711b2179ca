"""Clusters, programmes and rules into their tables."""

from catalog.load.desk import Desk
from catalog.schema import ClusterEntry, ProgrammeEntry, RuleEntry
from storage.models import Cluster, EligibilityRule, Programme


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


def put_rule(desk: Desk, entry: RuleEntry) -> None:
    """One row for each programme, `slug.programme`; programmes that are no longer named lose it."""
    facts = {
        "kind": entry.kind,
        "parameters": entry.parameters.model_dump(exclude_none=True),
        "text": entry.text.model_dump(),
        "position": entry.position,
        "expires_on": entry.expires_on,
        "source_id": desk.id_of("sources", entry.source),
    }
    wanted = {f"{entry.slug}.{programme}": programme for programme in entry.programmes}
    for slug, programme in wanted.items():
        holder = {"programme_id": desk.id_of("programmes", programme)}
        desk.put_slugged("rules", EligibilityRule, slug, facts | holder)
    shelf = desk.shelf(EligibilityRule)
    for slug in [slug for slug in shelf if slug.startswith(f"{entry.slug}.")]:
        if slug not in wanted:
            desk.session.delete(shelf.pop(slug))
            desk.report.removed["rules"] += 1
