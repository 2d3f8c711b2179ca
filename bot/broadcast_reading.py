"""Reads that the screens of broadcasts need from several rooms, together in one snapshot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from announcements.audiences import Audience
from announcements.broadcast_rows import BroadcastState, BroadcastView, find
from announcements.presses import presses_of
from announcements.progress import Progress, progress_of
from people.staff import staff_name
from storage.models import Broadcast, Cluster, Programme, Vacancy, Wave

WAVES_SHOWN = 60


@dataclass(frozen=True)
class Names:
    """What an audience's slugs are called: streams by language, programmes by their titles."""

    streams: Mapping[str, Mapping[str, Any]]
    programmes: Mapping[str, str]


@dataclass(frozen=True)
class Standing:
    """A broadcast with all that its panel tells."""

    view: BroadcastView
    names: Names
    progress: Progress
    pressed: int
    """People who have pressed one of its buttons."""
    approver: str | None


@dataclass(frozen=True)
class Choice:
    """One value that a criterion may have; `value` goes into the button."""

    value: str
    title: str
    kept: str
    """As an audience keeps it: a slug, a code."""


def names_in(session: Session, audience: Audience) -> Names:
    streams = select(Cluster.slug, Cluster.title).where(Cluster.slug.in_(audience.streams))
    programmes = select(Programme.slug, Programme.title).where(
        Programme.slug.in_(audience.programmes)
    )
    return Names(
        dict(session.execute(streams).all()) if audience.streams else {},
        dict(session.execute(programmes).all()) if audience.programmes else {},
    )


def standing(session: Session, broadcast_id: int, rate: float, now: datetime) -> Standing:
    """Raises NoSuchBroadcast."""
    view = find(session, broadcast_id)
    approver = None if view.approved_by is None else staff_name(session, view.approved_by)
    return Standing(
        view=view,
        names=names_in(session, view.audience),
        progress=progress_of(session, broadcast_id, rate, now),
        pressed=presses_of(session, broadcast_id).people,
        approver=approver,
    )


def draft_card(session: Session, broadcast_id: int) -> tuple[BroadcastView, Names]:
    """Raises NoSuchBroadcast."""
    view = find(session, broadcast_id)
    return view, names_in(session, view.audience)


def waiting_count(session: Session) -> int:
    """How many wait for a second person's yes."""
    waiting = Broadcast.state == BroadcastState.WAITING.value
    return session.scalar(select(func.count(Broadcast.id)).where(waiting)) or 0


def waves_to_choose(session: Session) -> Sequence[tuple[int, str, str]]:
    """Id, code and state, the newest first."""
    newest = select(Wave.id, Wave.code, Wave.state).order_by(Wave.id.desc()).limit(WAVES_SHOWN)
    return session.execute(newest).all()


def streams_to_choose(session: Session) -> Sequence[tuple[int, str, dict[str, Any]]]:
    """Id, slug and title by language, in their own order."""
    chosen = select(Cluster.id, Cluster.slug, Cluster.title)
    return session.execute(chosen.order_by(Cluster.position, Cluster.slug)).all()


def target_of(session: Session, kind: str, target_id: int) -> tuple[str, str] | None:
    """What a button could open: its title, and its target as it is kept; None where it is gone."""
    if kind == "programme":
        programme = session.get(Programme, target_id)
        return None if programme is None else (programme.title, programme.slug)
    vacancy = session.get(Vacancy, target_id)
    return None if vacancy is None else (vacancy.title, str(vacancy.id))


def programmes_to_choose(session: Session, slugs: Sequence[str]) -> Sequence[Choice]:
    """In the order of `slugs`; those that there are."""
    chosen = select(Programme.id, Programme.slug, Programme.title).where(Programme.slug.in_(slugs))
    found = {slug: Choice(str(id_), title, slug) for id_, slug, title in session.execute(chosen)}
    return [found[slug] for slug in slugs if slug in found]


def kept_value(session: Session, which: str, value: str) -> str | None:
    """What an audience keeps of a button's value; None where it is gone, or none of ours."""
    column, key = {
        "waves": (Wave.code, Wave.id),
        "programmes": (Programme.slug, Programme.id),
        "streams": (Cluster.slug, Cluster.id),
    }.get(which, (None, None))
    if column is None or key is None:
        return value
    return session.scalar(select(column).where(key == int(value))) if value.isdigit() else None
