"""Programmes as they are browsed: by cluster, by provider, and one with all its card shows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Row,
    bindparam,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session, joinedload

from catalog.errors import NoSuchProgramme
from catalog.waves import AT_NOW, takes_registrations
from storage.models import (
    Cluster,
    CourseClass,
    EligibilityRule,
    Programme,
    Provider,
    Source,
    Wave,
)


@dataclass(frozen=True, slots=True)
class ClusterLine:
    """`title` by language; `programmes` counts them."""

    id: int
    slug: str
    title: dict[str, Any]
    programmes: int


@dataclass(frozen=True, slots=True)
class ProviderLine:
    id: int
    slug: str
    name: str
    aliases: list[str]
    programmes: int


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """`is_open`: a class of it takes registrations; `is_planned`: one is to come."""

    id: int
    slug: str
    title: str
    entry: str
    is_open: bool
    is_planned: bool


@dataclass(frozen=True, slots=True)
class Told:
    """Who told it, and when."""

    outlet: str
    published_on: date | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One demand. `expired`: its source vouched for it only until an earlier day."""

    id: int
    slug: str
    version: int
    kind: str
    parameters: dict[str, Any]
    text: dict[str, Any]
    expires_on: date | None
    expired: bool
    source: Told


def list_clusters(session: Session) -> list[ClusterLine]:
    """Clusters that have programmes, in their own order."""
    return [ClusterLine(*row) for row in session.execute(_CLUSTERS)]


def list_providers(session: Session) -> list[ProviderLine]:
    """Providers that have programmes, the one with most first."""
    return [ProviderLine(*row) for row in session.execute(_PROVIDERS)]


def programmes_in_cluster(session: Session, cluster_id: int, now: datetime) -> list[ProgrammeLine]:
    found = session.execute(_IN_CLUSTER, {"wanted": cluster_id, "now": now})
    return [ProgrammeLine(*row) for row in found]


def programmes_of_provider(
    session: Session, provider_id: int, now: datetime
) -> list[ProgrammeLine]:
    """Its own programmes, and those it has opened a class of together with others."""
    found = session.execute(_OF_PROVIDER, {"wanted": provider_id, "now": now})
    return [ProgrammeLine(*row) for row in found]


def list_programmes(session: Session, slugs: Sequence[str], now: datetime) -> list[ProgrammeLine]:
    """In the order of `slugs`; those that no programme has are left out."""
    rows = session.execute(_AMONG, {"wanted": list(slugs), "now": now})
    found = {line.slug: line for line in (ProgrammeLine(*row) for row in rows)}
    return [found[slug] for slug in slugs if slug in found]


def find_programme(session: Session, programme: int | str) -> Programme:
    """By id or slug, with its provider, place and source loaded. Raises NoSuchProgramme."""
    card = _CARD_BY_ID if isinstance(programme, int) else _CARD_BY_SLUG
    row = session.scalar(card, {"wanted": programme})
    if row is None:
        raise NoSuchProgramme(programme)
    return row


def rules_of(session: Session, programme_id: int, *, today: date) -> list[Rule]:
    """All rules of a programme in their order, the expired ones marked."""
    return rules_of_all(session, [programme_id], today=today)[programme_id]


def rules_of_all(
    session: Session, programme_ids: Collection[int], *, today: date
) -> dict[int, list[Rule]]:
    """The same for several programmes at once, by their ids."""
    rules: dict[int, list[Rule]] = {id_: [] for id_ in programme_ids}
    for row in session.execute(_RULES, {"wanted": list(programme_ids)}):
        rules[row.programme_id].append(_rule(row, today))
    return rules


def _rule(row: Row[*tuple[Any, ...]], today: date) -> Rule:
    return Rule(
        id=row.id,
        slug=row.slug,
        version=row.version,
        kind=row.kind,
        parameters=row.parameters,
        text=row.text,
        expires_on=row.expires_on,
        expired=row.expires_on is not None and row.expires_on < today,
        source=Told(row.outlet, row.published_on),
    )


def clusters_of(session: Session, slugs: Sequence[str]) -> set[str]:
    """The slugs of the clusters that these programmes belong to."""
    among = Programme.slug.in_(slugs)
    return set(session.scalars(select(Cluster.slug).join(Programme).where(among)))


def titles(session: Session) -> dict[str, str]:
    """Slug to title of every programme."""
    return dict(session.execute(select(Programme.slug, Programme.title)).all())


def _has_class(in_wave: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(
        CourseClass.programme_id == Programme.id, CourseClass.wave_id == Wave.id, in_wave
    )


def _is_given_by(provider_id: Any) -> ColumnElement[bool]:
    """The programme is the provider's, or a wave of the provider's has a class of it."""
    return or_(Programme.provider_id == provider_id, _has_class(Wave.provider_id == provider_id))


# Built once: building a statement costs as much as running it.
_WANTED: BindParameter[Any] = bindparam("wanted")
_COUNT = func.count(Programme.id)
_CLUSTERS = (
    select(Cluster.id, Cluster.slug, Cluster.title, _COUNT)
    .join(Programme, Programme.cluster_id == Cluster.id)
    .group_by(Cluster.id)
    .order_by(Cluster.position, Cluster.slug)
)
_PROVIDERS = (
    select(Provider.id, Provider.slug, Provider.name, Provider.aliases, _COUNT)
    .join(Programme, _is_given_by(Provider.id))
    .group_by(Provider.id)
    .order_by(_COUNT.desc(), Provider.name)
)
_LINES = select(
    Programme.id,
    Programme.slug,
    Programme.title,
    Programme.entry,
    _has_class(takes_registrations(AT_NOW)),
    _has_class(Wave.state == "planned"),
).order_by(Programme.position, Programme.title)
_IN_CLUSTER = _LINES.where(Programme.cluster_id == _WANTED)
_OF_PROVIDER = _LINES.where(_is_given_by(_WANTED))
_AMONG = _LINES.where(Programme.slug.in_(bindparam("wanted", expanding=True)))
_CARD = select(Programme).options(
    joinedload(Programme.provider),
    joinedload(Programme.place),
    joinedload(Programme.source),
)
_CARD_BY_ID = _CARD.where(Programme.id == _WANTED)
_CARD_BY_SLUG = _CARD.where(Programme.slug == _WANTED)
_RULES = (
    select(EligibilityRule.__table__, Source.outlet, Source.published_on)
    .join(Source, EligibilityRule.source_id == Source.id)
    .where(EligibilityRule.programme_id.in_(bindparam("wanted", expanding=True)))
    .order_by(EligibilityRule.position, EligibilityRule.slug)
)
