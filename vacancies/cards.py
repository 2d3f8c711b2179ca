"""Vacancies as they are shown: everything about one, and what somebody marked it with."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from storage.models import Cluster, Vacancy, VacancyMark, VacancyStream
from vacancies.postings import Wage


class Mark(StrEnum):
    """What somebody put on a vacancy, for themselves alone."""

    SAVED = "saved"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Stream:
    """A cluster whose graduates are looked for; `title` by language."""

    slug: str
    title: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """All that is shown of a vacancy, in a list or alone. Texts are plain, not escaped."""

    id: int
    title: str
    company: str
    verified_by: str | None
    """Who vouches for the company and how; None: nobody yet."""
    place: str
    region: str | None
    country: str
    wage: Wage
    openings: int | None
    description: str
    url: str | None
    posted_at: datetime
    closes_at: datetime | None
    open: bool
    example: bool
    streams: tuple[Stream, ...]
    mark: Mark | None


def is_open(vacancy: Vacancy, now: datetime) -> bool:
    """Whether one can still apply: neither withdrawn nor past its deadline."""
    on_time = vacancy.closes_at is None or vacancy.closes_at >= now
    return vacancy.withdrawn_at is None and on_time


def open_at(now: datetime) -> ColumnElement[bool]:
    """`is_open`, for the database."""
    on_time = or_(Vacancy.closes_at.is_(None), Vacancy.closes_at >= now)
    return and_(Vacancy.withdrawn_at.is_(None), on_time)


def unhidden_by(account_id: int | InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """That this account has not hidden the vacancy of the row."""
    hidden = select(VacancyMark.vacancy_id).where(
        VacancyMark.account_id == account_id,
        VacancyMark.vacancy_id == Vacancy.id,
        VacancyMark.mark == Mark.HIDDEN.value,
    )
    return ~hidden.correlate_except(VacancyMark).exists()


def to_cards(
    session: Session, vacancies: Sequence[Vacancy], account_id: int | None, now: datetime
) -> list[Card]:
    """Cards in the order given, made with two more queries whatever their number."""
    ids = [vacancy.id for vacancy in vacancies]
    streams, marks = _streams(session, ids), _marks(session, ids, account_id)
    return [
        _card(vacancy, streams.get(vacancy.id, ()), marks.get(vacancy.id), now)
        for vacancy in vacancies
    ]


def _card(vacancy: Vacancy, streams: tuple[Stream, ...], mark: Mark | None, now: datetime) -> Card:
    wage = Wage(vacancy.wage_min, vacancy.wage_max, vacancy.currency, vacancy.wage_unit)
    return Card(
        id=vacancy.id,
        title=vacancy.title,
        company=vacancy.partner.name,
        verified_by=vacancy.partner.verified_by,
        place=vacancy.place,
        region=vacancy.region,
        country=vacancy.country,
        wage=wage,
        openings=vacancy.openings,
        description=vacancy.description,
        url=vacancy.url,
        posted_at=vacancy.posted_at,
        closes_at=vacancy.closes_at,
        open=is_open(vacancy, now),
        example=vacancy.example,
        streams=streams,
        mark=mark,
    )


def _streams(session: Session, ids: Collection[int]) -> dict[int, tuple[Stream, ...]]:
    rows = session.execute(
        select(VacancyStream.vacancy_id, Cluster.slug, Cluster.title)
        .join(Cluster, Cluster.id == VacancyStream.cluster_id)
        .where(VacancyStream.vacancy_id.in_(ids))
        .order_by(Cluster.position, Cluster.id)
    )
    found: dict[int, tuple[Stream, ...]] = {}
    for vacancy_id, slug, title in rows:
        found[vacancy_id] = (*found.get(vacancy_id, ()), Stream(slug, title))
    return found


def _marks(session: Session, ids: Collection[int], account_id: int | None) -> dict[int, Mark]:
    rows = select(VacancyMark.vacancy_id, VacancyMark.mark).where(
        VacancyMark.vacancy_id.in_(ids), VacancyMark.account_id == account_id
    )
    return {vacancy_id: Mark(mark) for vacancy_id, mark in session.execute(rows)}
