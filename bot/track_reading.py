"""What the screens of a track read together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.views.courses import TrackWays
from bot.views.tracks import Leads
from catalog.interests import Interest, interest_in
from catalog.programmes import find_programme, list_clusters
from catalog.tables import CATALOGUE
from catalog.tracks import Choices, choices_of, has_track
from intake.applications.applicants import speaks_for_one
from intake.documents.papers import IN_CATALOGUE
from intake.documents.rows import open_papers
from intake.tracks.errors import NoSuchItem
from intake.tracks.interest import InterestLine, list_interest
from intake.tracks.rows import (
    ItemState,
    ItemView,
    TrackView,
    count_followers,
    list_followers,
    my_track,
)
from people.staff import StaffRight
from storage.memory import reads
from storage.models import Programme


@reads(*CATALOGUE)
def track_ways(session: Session, programme_id: int) -> TrackWays:
    choices = choices_of(session, programme_id)
    return TrackWays(has_track(session, programme_id), bool(choices.kinds or choices.destinations))


def item_of_track(
    session: Session, account_id: int, programme_id: int, item_id: int, whose: int, now: datetime
) -> tuple[TrackView, ItemView, Leads]:
    """Raises NoSuchTrack, NoSuchItem, SeveralKnown, NoSuchApplicant."""
    track = my_track(session, account_id, programme_id, whose, now=now)
    view = track.find(item_id)
    if view is None:
        raise NoSuchItem(str(item_id))
    return track, view, _leads(session, track, view, now)


def wishes(
    session: Session, account_id: int, programme_id: int
) -> tuple[Programme, Choices, Interest | None, bool]:
    """At the end, whether nobody else uses the phone. Raises NoSuchProgramme."""
    programme = find_programme(session, programme_id)
    return (
        programme,
        choices_of(session, programme_id),
        interest_in(session, account_id, programme_id),
        speaks_for_one(session, account_id),
    )


@dataclass(frozen=True)
class TrackDesk:
    """A track at the desk: one page of its followers, and how many there are."""

    programme: Programme
    followers: int
    shown: Sequence[TrackView]
    page: int
    interested: Sequence[InterestLine]


def track_desk(
    session: Session,
    programme_id: int,
    page: int,
    size: int,
    rights: frozenset[StaffRight],
    now: datetime,
) -> TrackDesk:
    """A page past the end is the last one. Raises NoSuchTrack, OtherProvider."""
    count = count_followers(session, programme_id)
    page = min(max(page, 0), max(0, (count - 1) // size))
    shown = list_followers(session, programme_id, rights, start=page * size, most=size, now=now)
    interested = list_interest(session, programme_id, rights, now=now)
    return TrackDesk(find_programme(session, programme_id), count, shown, page, interested)


def interested_in(
    session: Session, programme_id: int, rights: frozenset[StaffRight], now: datetime
) -> tuple[Programme, Sequence[InterestLine]]:
    """By name. Raises NoSuchProgramme, OtherProvider."""
    interested = list_interest(session, programme_id, rights, names=True, now=now)
    return find_programme(session, programme_id), interested


def _leads(session: Session, track: TrackView, view: ItemView, now: datetime) -> Leads:
    """Nothing where it is done already, in the eyes of more than its holder."""
    if view.state in (ItemState.KNOWN, ItemState.CONFIRMED):
        return Leads()
    known_by = view.item.known_by
    slugs = known_by.get("clusters", ())
    clusters = [line for line in list_clusters(session) if line.slug in slugs]
    paper = known_by.get("paper")
    return Leads(clusters, _takes(session, track, paper, now) if paper else None)


def _takes(session: Session, track: TrackView, paper: str, now: datetime) -> int | None:
    """An application of theirs for which this paper can be sent now."""
    name = IN_CATALOGUE.get(paper, paper)
    for papers in open_papers(session, track.account_id, now=now):
        application = papers.application
        if application.applicant_id == track.applicant_id and name in papers.to_send:
            return application.id
    return None
