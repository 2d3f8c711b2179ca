"""Subscriptions to vacancy alerts: followed by stream, by region, and abroad or not.

No stream chosen means every stream, vacancies of no stream among them; no region chosen means all
of Indonesia. Jobs abroad are told of only on wish, and whatever the regions are.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select
from sqlalchemy.orm import Session

from people.errors import UnknownRegion, UnknownStream
from people.regions import REGIONS
from storage.models import (
    Cluster,
    RegionSubscription,
    StreamSubscription,
    Subscription,
    Vacancy,
    VacancyStream,
)
from storage.upserts import insert_into
from vacancies.places import HOME


@dataclass(frozen=True, slots=True)
class Following:
    """What an account follows: slugs of clusters and codes of regions; none of them means all."""

    streams: tuple[str, ...]
    regions: tuple[str, ...]
    abroad: bool


def following(session: Session, account_id: int) -> Following | None:
    """None where the account gets no alerts at all."""
    subscription = session.get(Subscription, account_id)
    if subscription is None:
        return None
    streams = (
        select(Cluster.slug)
        .join(StreamSubscription, StreamSubscription.cluster_id == Cluster.id)
        .where(StreamSubscription.account_id == account_id)
        .order_by(Cluster.position, Cluster.id)
    )
    regions = (
        select(RegionSubscription.region)
        .where(RegionSubscription.account_id == account_id)
        .order_by(RegionSubscription.region)
    )
    chosen = tuple(session.scalars(streams)), tuple(session.scalars(regions))
    return Following(*chosen, subscription.abroad)


def subscribe(session: Session, account_id: int, *, now: datetime) -> Following:
    """From now on; who is subscribed stays so, with the same choices."""
    _ensure(session, account_id, now)
    return _now_following(session, account_id)


def unsubscribe(session: Session, account_id: int) -> None:
    """No alerts any more, and the choices are forgotten."""
    for table in (StreamSubscription, RegionSubscription, Subscription):
        session.execute(delete(table).where(table.account_id == account_id))
    session.expire_all()


def toggle_stream(session: Session, account_id: int, slug: str, *, now: datetime) -> Following:
    """Follow a cluster, or no longer; subscribes where needed. Raises UnknownStream."""
    cluster_id = session.scalar(select(Cluster.id).where(Cluster.slug == slug))
    if cluster_id is None:
        raise UnknownStream(slug)
    _ensure(session, account_id, now)
    there = session.get(StreamSubscription, (account_id, cluster_id))
    if there is None:
        session.add(StreamSubscription(account_id=account_id, cluster_id=cluster_id))
    else:
        session.delete(there)
    session.flush()
    return _now_following(session, account_id)


def toggle_region(session: Session, account_id: int, region: str, *, now: datetime) -> Following:
    """Follow a region of Banten, or no longer; subscribes where needed. Raises UnknownRegion."""
    if region not in REGIONS:
        raise UnknownRegion
    _ensure(session, account_id, now)
    there = session.get(RegionSubscription, (account_id, region))
    if there is None:
        session.add(RegionSubscription(account_id=account_id, region=region))
    else:
        session.delete(there)
    session.flush()
    return _now_following(session, account_id)


def toggle_abroad(session: Session, account_id: int, *, now: datetime) -> Following:
    """Hear of jobs abroad, or no longer; subscribes where needed."""
    subscription = _ensure(session, account_id, now)
    subscription.abroad = not subscription.abroad
    session.flush()
    return _now_following(session, account_id)


def fits() -> ColumnElement[bool]:
    """That the Vacancy of a row is what its Subscription asks for: both must be in the query."""
    return and_(_stream_fits(), _place_fits())


def _stream_fits() -> ColumnElement[bool]:
    ours = StreamSubscription.account_id == Subscription.account_id
    chosen = select(StreamSubscription.cluster_id).where(ours)
    same_cluster = VacancyStream.cluster_id == StreamSubscription.cluster_id
    shared = chosen.join(VacancyStream, same_cluster).where(VacancyStream.vacancy_id == Vacancy.id)
    return or_(
        ~chosen.correlate_except(StreamSubscription).exists(),
        shared.correlate_except(StreamSubscription, VacancyStream).exists(),
    )


def _place_fits() -> ColumnElement[bool]:
    ours = RegionSubscription.account_id == Subscription.account_id
    chosen = select(RegionSubscription.region).where(ours).correlate_except(RegionSubscription)
    same = chosen.where(RegionSubscription.region == Vacancy.region)
    at_home = and_(Vacancy.country == HOME, or_(~chosen.exists(), same.exists()))
    return or_(at_home, and_(Vacancy.country != HOME, Subscription.abroad.is_(True)))


def _ensure(session: Session, account_id: int, now: datetime) -> Subscription:
    values = {"account_id": account_id, "abroad": False, "created_at": now}
    session.execute(insert_into(session, Subscription).values(values).on_conflict_do_nothing())
    return session.get_one(Subscription, account_id)


def _now_following(session: Session, account_id: int) -> Following:
    found = following(session, account_id)
    assert found is not None
    return found
