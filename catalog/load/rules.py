"""Rules into their table, and each change of one into a version that stays."""

from typing import Any

from catalog.load.desk import Desk
from catalog.schema import RuleEntry
from storage.models import EligibilityRule, RuleVersion

JUDGED_BY = ("kind", "parameters", "text", "expires_on", "source_id")
"""What a decision rests on; where a rule stands in a list is none of it."""


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
        version = {"version": _version(desk, slug, facts)}
        desk.put_slugged("rules", EligibilityRule, slug, facts | holder | version)
    shelf = desk.shelf(EligibilityRule)
    for slug in [slug for slug in shelf if slug.startswith(f"{entry.slug}.")]:
        if slug not in wanted:
            desk.session.delete(shelf.pop(slug))
            desk.report.removed["rules"] += 1


def _version(desk: Desk, slug: str, facts: dict[str, Any]) -> int:
    """The number of what it says now: a new one where it has never said that last."""
    versions = desk.shelf(RuleVersion)
    last = versions.get(slug)
    said = {name: facts[name] for name in JUDGED_BY}
    if last is not None and all(getattr(last, name) == fact for name, fact in said.items()):
        return int(last.version)
    number = 1 if last is None else last.version + 1
    versions[slug] = RuleVersion(slug=slug, version=number, recorded_at=desk.now, **said)
    desk.session.add(versions[slug])
    return int(number)
