"""Reads that one screen needs from several rooms, together in one snapshot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.views.streams import interesting_first
from catalog.classes import OpenClassLine, count_open_classes, find_class, open_class
from catalog.programmes import (
    ClusterLine,
    ProgrammeLine,
    ProviderLine,
    Rule,
    clusters_of,
    find_programme,
    list_clusters,
    list_programmes,
    list_providers,
    programmes_in_cluster,
    programmes_of_provider,
    rules_of,
)
from catalog.referrals import list_referrals
from catalog.tables import CATALOGUE
from intake.applications.rows import applicants_so_far
from people.accounts import stream_interests
from storage.memory import reads
from storage.models import CourseClass, Place, Programme, Referral
from vacancies.cards import Card
from vacancies.search import search_vacancies


@reads(*CATALOGUE)
def programme_card(
    session: Session, which: int | str, now: datetime
) -> tuple[Programme, OpenClassLine | None]:
    """The programme, and its class that takes registrations. Raises NoSuchProgramme."""
    programme = find_programme(session, which)
    return programme, open_class(session, programme.id, now)


@reads(*CATALOGUE)
def programme_rules(
    session: Session, programme_id: int, today: date
) -> tuple[Programme, Sequence[Rule]]:
    """The programme and what it asks of people. Raises NoSuchProgramme."""
    programme = find_programme(session, programme_id)
    return programme, rules_of(session, programme_id, today=today)


@reads(*CATALOGUE)
def ways_to_browse(session: Session, now: datetime) -> tuple[int, Sequence[Referral]]:
    """How many classes are open, and what else people ask for."""
    return count_open_classes(session, now), list_referrals(session)


@reads(*CATALOGUE, "applications")
def class_card(session: Session, class_id: int) -> tuple[CourseClass, int]:
    """The class and its applicants so far. Raises NoSuchClass."""
    return find_class(session, class_id), applicants_so_far(session, [class_id])[class_id]


@reads(*CATALOGUE)
def cluster_page(
    session: Session, cluster_id: int, now: datetime
) -> tuple[ClusterLine, Sequence[ProgrammeLine]] | None:
    line = next((line for line in list_clusters(session) if line.id == cluster_id), None)
    return None if line is None else (line, programmes_in_cluster(session, cluster_id, now))


@reads(*CATALOGUE)
def provider_page(
    session: Session, provider_id: int, now: datetime
) -> tuple[ProviderLine, Sequence[ProgrammeLine]] | None:
    line = next((line for line in list_providers(session) if line.id == provider_id), None)
    return None if line is None else (line, programmes_of_provider(session, provider_id, now))


@reads(*CATALOGUE)
def place_of(session: Session, programme_id: int) -> Place | None:
    programme = session.get(Programme, programme_id)
    if programme is None or programme.place_id is None:
        return None
    return session.get(Place, programme.place_id)


@dataclass(frozen=True)
class Found:
    """What a searched text has brought, best first."""

    programmes: Sequence[ProgrammeLine]
    vacancies: Sequence[Card]


def find(
    session: Session, text: str, slugs: Sequence[str], account_id: int, most: int, now: datetime
) -> Found:
    """The programmes of these slugs, and vacancies for the text and for their trades."""
    programmes = list_programmes(session, slugs, now)
    trades = clusters_of(session, slugs)
    vacancies = search_vacancies(
        session, text, clusters=trades, account_id=account_id, limit=most, now=now
    )
    return Found(programmes, vacancies)


@reads(*CATALOGUE, "stream_interests")
def streams_for(session: Session, account_id: int) -> Sequence[ClusterLine]:
    """All streams, those that the account cares for at the head."""
    return interesting_first(list_clusters(session), stream_interests(session, account_id))
