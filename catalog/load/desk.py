"""Where a catalogue is written from: the session, the report, and the rows behind the slugs."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import Collision, UnknownReference
from catalog.load.report import LoadReport
from storage.base import Base
from storage.models import Cluster, Place, Programme, Provider, Source

R = TypeVar("R", bound=Base)

POINTED_TO: dict[str, Any] = {
    "sources": Source,
    "places": Place,
    "providers": Provider,
    "clusters": Cluster,
    "programmes": Programme,
}
"""The nouns that other entries name by slug."""


class Desk:
    """One loading, inside the caller's transaction. Rows are written together, noun by noun."""

    def __init__(self, session: Session, now: datetime) -> None:
        self.session = session
        self.now = now
        self.report = LoadReport()
        self.collisions: list[Collision] = []
        self._shelves: dict[Any, dict[str, Any]] = {}

    def id_of(self, noun: str, slug: str) -> int:
        """Raises UnknownReference."""
        row = self.shelf(POINTED_TO[noun]).get(slug)
        if row is None:
            raise UnknownReference(noun, slug)
        return self.written(row)

    def id_or_none(self, noun: str, slug: str | None) -> int | None:
        return None if slug is None else self.id_of(noun, slug)

    def written(self, row: Any) -> int:
        """The id of a row, which a new one only has once it is in the database."""
        if row.id is None:
            self.session.flush()
        return int(row.id)

    def shelf(self, model: Any) -> dict[str, Any]:
        """The rows of a table by slug, read once; of several with one slug, the newest."""
        if model not in self._shelves:
            rows = self.session.scalars(select(model).order_by(model.id))
            self._shelves[model] = {row.slug: row for row in rows}
        return self._shelves[model]

    def put(
        self,
        noun: str,
        model: type[R],
        row: R | None,
        key: Mapping[str, Any],
        facts: Mapping[str, Any],
    ) -> R:
        """Add the row where there is none yet, else change what differs; counts it by noun."""
        if row is None:
            row = model(**key, **facts)
            self.session.add(row)
            self.report.added[noun] += 1
        else:
            self.count(noun, changed=_change(row, facts))
        return row

    def put_slugged(self, noun: str, model: Any, slug: str, facts: Mapping[str, Any]) -> Any:
        """`put` for a row that is found by its slug."""
        shelf = self.shelf(model)
        shelf[slug] = self.put(noun, model, shelf.get(slug), {"slug": slug}, facts)
        return shelf[slug]

    def count(self, noun: str, *, changed: bool) -> None:
        (self.report.changed if changed else self.report.unchanged)[noun] += 1


def _change(row: Base, facts: Mapping[str, Any]) -> bool:
    different = {name: fact for name, fact in facts.items() if getattr(row, name) != fact}
    for name, fact in different.items():
        setattr(row, name, fact)
    return bool(different)
