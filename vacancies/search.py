"""Vacancies for a searched text: by the words of their title, company and place, and by trade."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from storage.models import Vacancy
from vacancies.cards import Card, open_at, to_cards, unhidden_by
from vacancies.listing import PAGE, in_streams
from vacancies.phrases import data_of, words

ALIKE = 84.0
"""RapidFuzz's ratio from which two words are taken for one: "wleder" is "welder"."""
SHARE = 0.5
"""So much of what was said must be found again, or the vacancy is not what was meant."""
OF_THE_TRADE = 0.4
"""What a vacancy of a stream that was meant is worth, whatever its words are."""


@dataclass(frozen=True, slots=True)
class _Hit:
    score: float
    vacancy: Vacancy


def search_vacancies(
    session: Session,
    text: str,
    *,
    clusters: Collection[str] = (),
    account_id: int | None = None,
    limit: int = PAGE,
    now: datetime,
) -> list[Card]:
    """Open vacancies for a text, best first; empty where none fits.

    `clusters`: slugs of the clusters whose programmes the text was found to mean.
    """
    said = _telling_words(text)
    wanted = select(Vacancy).where(open_at(now)).options(joinedload(Vacancy.partner))
    if account_id is not None:
        wanted = wanted.where(unhidden_by(account_id))
    of_the_trade = set(session.scalars(wanted.where(in_streams(clusters)))) if clusters else set()
    hits = [
        _Hit(_share_found(said, vacancy) + OF_THE_TRADE * (vacancy in of_the_trade), vacancy)
        for vacancy in session.scalars(wanted)
    ]
    fitting = [hit for hit in hits if hit.score >= SHARE or hit.vacancy in of_the_trade]
    fitting.sort(key=lambda hit: (hit.score, hit.vacancy.posted_at, hit.vacancy.id), reverse=True)
    return to_cards(session, [hit.vacancy for hit in fitting[:limit]], account_id, now)


def _telling_words(text: str) -> list[str]:
    return [word for word in words(text[:500]) if len(word) > 1 and word not in _untelling()]


def _share_found(said: Sequence[str], vacancy: Vacancy) -> float:
    """0 to 1: how much of what was said stands in the vacancy, by length of the words."""
    total = sum(map(len, said))
    if not total:
        return 0.0
    there = words(f"{vacancy.title} {vacancy.partner.name} {vacancy.place}")
    return sum(len(word) for word in said if _is_among(word, there)) / total


def _is_among(word: str, there: Sequence[str]) -> bool:
    if len(word) < 5:  # in a short word one letter makes another one: "las" and "lab"
        return word in there
    from rapidfuzz import fuzz, process  # 3 MB for words spelt otherwise than we know

    return process.extractOne(word, there, scorer=fuzz.ratio, score_cutoff=ALIKE) is not None


@cache
def _untelling() -> frozenset[str]:
    return frozenset(data_of("search")["untelling"])
