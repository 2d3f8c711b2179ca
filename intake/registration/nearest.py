"""The programme that comes nearest to one that can't be joined: open, and with rules that fit."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from catalog.eligibility import Verdict, judge
from catalog.programmes import rules_of_all
from catalog.waves import takes_registrations
from intake.registration.check_rows import CheckView, dates_of
from people.accounts import stream_interests
from storage.models import CourseClass, Programme, Wave
from texts.moments import WIB


@dataclass(frozen=True, slots=True)
class Nearest:
    class_id: int
    title: str
    """Of its programme."""
    closes_at: datetime | None


def find_nearest(session: Session, check: CheckView, *, now: datetime) -> Nearest | None:
    """Of the same stream first, then of those that the account cares for, then any other.

    Within them, one whose rules are all met before one that asks for more.
    """
    classes = [
        each for each in classes_open_here(session, now) if each.programme_id != check.programme_id
    ]
    today = now.astimezone(WIB).date()
    rules = rules_of_all(session, {each.programme_id for each in classes}, today=today)
    cared_for = stream_interests(session, check.account_id)
    ranked = []
    for place, class_ in enumerate(classes):
        wave = class_.wave
        dates = dates_of(wave.starts_on, wave.registration_closes_at, today)
        verdict = judge(rules[class_.programme_id], check.facts, dates).verdict
        if verdict is not Verdict.NO:
            cluster_id = class_.programme.cluster_id
            away = 0 if cluster_id == check.subject.cluster_id else 2 - (cluster_id in cared_for)
            ranked.append((away, verdict.rank, place, class_))
    if not ranked:
        return None
    best = min(ranked, key=lambda one: one[:3])[3]
    return Nearest(best.id, best.programme.title, best.wave.registration_closes_at)


def classes_open_here(session: Session, now: datetime) -> list[CourseClass]:
    """Those that register here, with programme and wave, in the catalogue's order."""
    chosen = (
        select(CourseClass)
        .join(CourseClass.programme)
        .join(CourseClass.wave)
        .options(contains_eager(CourseClass.programme), contains_eager(CourseClass.wave))
        .where(takes_registrations(now), Programme.entry == "jawara")
        .order_by(Programme.position, Wave.registration_closes_at, CourseClass.id)
    )
    return list(session.scalars(chosen))
