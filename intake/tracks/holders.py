"""Whose a track is: each person on a phone has their own, and so may somebody who has not applied.

What is followed before anybody has applied is of nobody by name. Once somebody has, it is asked
whose it is, not guessed: a mother who registers on her daughter's phone would have her ticks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchTrack
from catalog.programmes import find_programme
from intake.applications.applicants import Person, my_applicant, people_of
from intake.applications.errors import SeveralKnown
from storage.models import Applicant, Track, TrackFollow

ANYBODY = -1
"""In place of an applicant's id: whoever it can be meant for."""
NOT_NAMED = 0
"""Likewise: somebody who has not applied from this phone."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody on a phone who may have a track of their own; `called` None: not named."""

    whose: int
    called: str | None = field(repr=False)
    following: bool


@dataclass(frozen=True, slots=True)
class Holders:
    programme_id: int
    programme_title: str
    all: tuple[Holder, ...]
    """Whoever registered last at the head, somebody who has not at the end."""
    number: int | None
    """Of the track that is of nobody by name, where it may be one of these."""
    candidates: tuple[Holder, ...]
    asked_before: bool
    """It was said to be of none of them."""

    @property
    def unsettled(self) -> bool:
        return bool(self.candidates) and not self.asked_before


def holders_of(session: Session, account_id: int, programme_id: int) -> Holders:
    """Raises NoSuchTrack."""
    if session.get(Track, programme_id) is None:
        raise NoSuchTrack(programme_id)
    people = people_of(session, account_id)
    follows = _follows(session, account_id, programme_id)
    unnamed = follows.get(None)
    candidates = [] if unnamed is None else [each for each in people if each.id not in follows]
    newest = _newest(session, candidates)
    return Holders(
        programme_id,
        find_programme(session, programme_id).title,
        (*(_holder(each, follows) for each in people), _nobody(unnamed)),
        number=None if unnamed is None else unnamed.id,
        candidates=tuple(_holder(each, follows) for each in candidates),
        asked_before=unnamed is not None
        and unnamed.others_at is not None
        and (newest is None or newest <= unnamed.others_at),
    )


def holder_meant(session: Session, account_id: int, programme_id: int, whose: int) -> int | None:
    """The applicant's id; None: somebody who has not applied.

    Raises NoSuchApplicant for one of another account, SeveralKnown where ANYBODY is several.
    """
    if whose == NOT_NAMED:
        return None
    if whose != ANYBODY:
        return my_applicant(session, account_id, whose).id
    possible = possible_holders(session, account_id, programme_id)
    if len(possible) > 1:
        raise SeveralKnown(people_of(session, account_id))
    return possible[0]


def possible_holders(session: Session, account_id: int, programme_id: int) -> list[int | None]:
    """Who of a phone may be meant: all who are known there, and who follows without a name."""
    known = select(Applicant.id).where(Applicant.account_id == account_id)
    ids: list[int | None] = [*session.scalars(known.order_by(Applicant.id))]
    unnamed = select(TrackFollow.id).where(
        TrackFollow.account_id == account_id,
        TrackFollow.programme_id == programme_id,
        TrackFollow.applicant_id.is_(None),
    )
    if not ids or session.scalar(unnamed) is not None:
        ids.append(None)
    return ids


def _follows(session: Session, account_id: int, programme_id: int) -> dict[int | None, TrackFollow]:
    """By applicant; given up or not."""
    rows = session.scalars(
        select(TrackFollow).where(
            TrackFollow.account_id == account_id, TrackFollow.programme_id == programme_id
        )
    )
    return {each.applicant_id: each for each in rows}


def _newest(session: Session, people: Sequence[Person]) -> datetime | None:
    """When the last of them became known."""
    known = select(Applicant.created_at).where(Applicant.id.in_([each.id for each in people]))
    return session.scalar(known.order_by(Applicant.created_at.desc()).limit(1))


def _holder(person: Person, follows: dict[int | None, TrackFollow]) -> Holder:
    return Holder(person.id, person.called, _followed(follows.get(person.id)))


def _nobody(follow: TrackFollow | None) -> Holder:
    return Holder(NOT_NAMED, None, _followed(follow))


def _followed(follow: TrackFollow | None) -> bool:
    return follow is not None and follow.left_at is None
