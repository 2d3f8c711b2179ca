"""Vacancies as people see them: lists by filter, one in detail, and what they marked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, joinedload

from storage.models import Cluster, Vacancy, VacancyMark, VacancyStream
from vacancies.cards import Card, Mark, open_at, to_cards, unhidden_by
from vacancies.errors import UnknownVacancy
from vacancies.places import HOME

PAGE = 6
"""So many a page."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What of all open vacancies is wanted; None and False mean that it does not matter."""

    stream: str | None = None
    """The slug of a cluster."""
    region: str | None = None
    abroad: bool | None = None
    """True: only abroad; False: only in Indonesia."""
    saved: bool = False
    """What the account saved, closed ones too: they are shown as such, at the end."""


@dataclass(frozen=True, slots=True)
class Page:
    """`number` counts from 0 and is brought within `pages`, which is at least 1."""

    cards: tuple[Card, ...]
    number: int
    pages: int
    total: int


def list_vacancies(
    session: Session,
    filters: Filters | None = None,
    *,
    account_id: int | None = None,
    page: int = 0,
    now: datetime,
) -> Page:
    """Open vacancies, newest first, without those the account has hidden."""
    wanted = _wanted(filters or Filters(), account_id, now)
    total = session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
    pages = max(1, -(-total // PAGE))
    number = min(max(page, 0), pages - 1)
    newest = (open_at(now).desc(), Vacancy.posted_at.desc(), Vacancy.id.desc())
    rows = session.scalars(wanted.order_by(*newest).limit(PAGE).offset(number * PAGE))
    return Page(tuple(to_cards(session, rows.all(), account_id, now)), number, pages, total)


def show_vacancy(
    session: Session, vacancy_id: int, *, account_id: int | None = None, now: datetime
) -> Card:
    """One vacancy, open or not. Raises UnknownVacancy."""
    vacancy = session.get(Vacancy, vacancy_id, options=[joinedload(Vacancy.partner)])
    if vacancy is None:
        raise UnknownVacancy(vacancy_id)
    return to_cards(session, [vacancy], account_id, now)[0]


def mark_vacancy(
    session: Session, account_id: int, vacancy_id: int, mark: Mark | None, *, now: datetime
) -> None:
    """Save, hide, or (None) take the mark away. Raises UnknownVacancy."""
    if session.get(Vacancy, vacancy_id) is None:
        raise UnknownVacancy(vacancy_id)
    there = session.get(VacancyMark, (account_id, vacancy_id))
    if mark is None:
        if there is not None:
            session.delete(there)
    elif there is None:
        values = {"account_id": account_id, "vacancy_id": vacancy_id, "created_at": now}
        session.add(VacancyMark(**values, mark=mark.value))
    elif there.mark != mark:
        there.mark, there.created_at = mark.value, now
    session.flush()


def _wanted(filters: Filters, account_id: int | None, now: datetime) -> Select[Any]:
    wanted = select(Vacancy).options(joinedload(Vacancy.partner))
    if filters.saved:
        saved = (VacancyMark.account_id == account_id, VacancyMark.mark == Mark.SAVED.value)
        wanted = wanted.join(VacancyMark, VacancyMark.vacancy_id == Vacancy.id).where(*saved)
    else:
        wanted = wanted.where(open_at(now))
        if account_id is not None:
            wanted = wanted.where(unhidden_by(account_id))
    if filters.stream is not None:
        wanted = wanted.where(in_streams([filters.stream]))
    if filters.region is not None:
        wanted = wanted.where(Vacancy.region == filters.region)
    if filters.abroad is not None:
        wanted = wanted.where((Vacancy.country != HOME) == filters.abroad)
    return wanted


def in_streams(slugs: Collection[str]) -> ColumnElement[bool]:
    """That the vacancy of the row is for one of these clusters."""
    named = select(VacancyStream.vacancy_id).join(Cluster, Cluster.id == VacancyStream.cluster_id)
    return Vacancy.id.in_(named.where(Cluster.slug.in_(slugs)))
