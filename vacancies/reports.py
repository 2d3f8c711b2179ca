"""Vacancies as partners report them: each reading of a feed brings ours up to date.

A vacancy is known by its partner and reference. What is unchanged is left as it is; one that left
a complete feed is withdrawn, and open again when it comes back. An advertisement of another company
than the feed's own, or one that asks for money, is refused.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from storage.models import Cluster, Partner, Vacancy, VacancyStream
from vacancies.errors import UnknownPartner
from vacancies.postings import Posting
from vacancies.refusals import Refusal, refusals
from vacancies.streams import streams_of


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a report came to, in numbers of vacancies, and what was refused."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    reopened: int = 0
    withdrawn: int = 0
    refused: tuple[Refusal, ...] = ()


def take_in(
    session: Session,
    partner_id: int,
    postings: Sequence[Posting],
    *,
    feed_complete: bool,
    now: datetime,
    feed_id: int | None = None,
    example: bool = False,
    misread: Collection[str] = (),
) -> TakenIn:
    """Bring a partner's vacancies up to date. Raises UnknownPartner.

    `feed_complete`: what the feed of `feed_id` no longer has is withdrawn; other feeds' vacancies
    stay, and so do the references in `misread`, which are there though nobody can read them.
    """
    partner = _partner(session, partner_id)
    refused = tuple(refusals(partner, postings))
    turned_away = {refusal.reference for refusal in refused}
    known = _known(session, partner_id)
    counts = dict.fromkeys(("added", "changed", "unchanged", "reopened"), 0)
    taken = []
    for posting in postings:
        if posting.reference not in turned_away:
            vacancy, outcome = _report(known.get(posting.reference), partner_id, posting, now)
            vacancy.feed_id, vacancy.example = feed_id, example
            counts[outcome] += 1
            taken.append((vacancy, posting))
    session.add_all(vacancy for vacancy, _ in taken)
    session.flush()
    _name_streams(session, partner_id, taken)
    kept = {posting.reference for _, posting in taken} | set(misread)
    gone = [v for v in known.values() if v.feed_id == feed_id and v.reference not in kept]
    leaving = [v for v in gone if feed_complete or v.reference in turned_away]
    return TakenIn(**counts, withdrawn=_withdraw(leaving, now), refused=refused)


def _partner(session: Session, partner_id: int) -> Partner:
    # Locked, so that two readings of the same partner's feeds come one after the other.
    wanted = select(Partner).where(Partner.id == partner_id).options(selectinload(Partner.branches))
    partner = session.scalar(wanted.with_for_update())
    if partner is None:
        raise UnknownPartner(partner_id)
    return partner


def _known(session: Session, partner_id: int) -> dict[str, Vacancy]:
    found = session.scalars(select(Vacancy).where(Vacancy.partner_id == partner_id))
    return {vacancy.reference: vacancy for vacancy in found}


def _report(
    known: Vacancy | None, partner_id: int, posting: Posting, now: datetime
) -> tuple[Vacancy, str]:
    """The vacancy as it is now, and which count it belongs to."""
    values = _values(posting)
    # A date to come, or none, says nothing: then it is the day we first saw it.
    posted = posting.posted_at if posting.posted_at and posting.posted_at <= now else None
    if known is None:
        return _first_seen(partner_id, posting, now, values, posted or now), "added"
    values["posted_at"] = posted or known.posted_at
    reopened = known.withdrawn_at is not None
    if not reopened and all(getattr(known, name) == value for name, value in values.items()):
        return known, "unchanged"
    for name, value in values.items():
        setattr(known, name, value)
    known.withdrawn_at, known.updated_at = None, now
    return known, "reopened" if reopened else "changed"


def _first_seen(
    partner_id: int, posting: Posting, now: datetime, values: dict[str, Any], posted: datetime
) -> Vacancy:
    return Vacancy(
        partner_id=partner_id,
        reference=posting.reference,
        posted_at=posted,
        first_seen_at=now,
        updated_at=now,
        **values,
    )


def _values(posting: Posting) -> dict[str, Any]:
    return {
        "title": posting.title,
        "description": posting.description,
        "place": posting.place,
        "region": posting.region,
        "country": posting.country,
        "wage_min": posting.wage.least,
        "wage_max": posting.wage.most,
        "currency": posting.wage.currency,
        "wage_unit": posting.wage.unit,
        "openings": posting.openings,
        "url": posting.url,
        "closes_at": posting.closes_at,
    }


def _name_streams(
    session: Session, partner_id: int, taken: Sequence[tuple[Vacancy, Posting]]
) -> None:
    """Bring each vacancy's streams in line with its words; clusters we don't have are left out."""
    ids = dict(session.execute(select(Cluster.slug, Cluster.id)).all())
    ours = select(VacancyStream).join(Vacancy).where(Vacancy.partner_id == partner_id)
    there = {(s.vacancy_id, s.cluster_id): s for s in session.scalars(ours)}
    reported = {vacancy.id for vacancy, _ in taken}
    wanted = {
        (vacancy.id, ids[slug])
        for vacancy, posting in taken
        for slug in streams_of(posting.title, posting.description)
        if slug in ids
    }
    for key in sorted(wanted - there.keys()):
        session.add(VacancyStream(vacancy_id=key[0], cluster_id=key[1]))
    for key in there.keys() - wanted:
        if key[0] in reported:
            session.delete(there[key])


def _withdraw(leaving: Iterable[Vacancy], now: datetime) -> int:
    withdrawn = 0
    for vacancy in leaving:
        if vacancy.withdrawn_at is None:
            vacancy.withdrawn_at = now
            withdrawn += 1
    return withdrawn
