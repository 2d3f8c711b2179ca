"""What is told as a wave moves on: applicants are invited, staff hear what waits for them."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import String, cast, literal, select
from sqlalchemy.orm import Session

from catalog.timeline import EXAMS
from intake.waves.timelines import Step, Timeline
from notices.outbox import Lane, facts_of, post, post_rows
from people.staff import colleagues
from storage.base import UtcDateTime
from storage.models import Application, Assessment

OF_USE = timedelta(days=7)
"""How long it is worth telling staff of work that waits, where no end of it is known."""


def invite_applicants(session: Session, timeline: Timeline, now: datetime) -> int:
    """Whoever waits for the selection is told of its test and interview, and of papers they lack.

    Told in the lane of results: who has muted reminders would not come.
    """
    last = [leg.starts_at for leg in timeline.legs if leg.kind in EXAMS and leg.starts_at][-1]
    absent = select(Assessment.application_id).where(Assessment.attended.is_(False))
    people = select(
        Application.account_id,
        (literal("invited:") + cast(Application.id, String) + literal(":0")).label("key"),
        facts_of(application_id=Application.id).label("facts"),
        literal(now, UtcDateTime()).label("due_at"),
        literal(last, UtcDateTime()).label("expires_at"),
    ).where(
        Application.wave_id == timeline.wave_id,
        Application.state == "submitted",
        Application.id.not_in(absent),
    )
    return post_rows(session, people, kind="invited", lane=Lane.RESULTS, now=now)


def tell_papers_wait(session: Session, timeline: Timeline, step: Step, now: datetime) -> int:
    leg = timeline.leg("papers")
    until = None if leg is None else leg.until
    return _tell_staff(session, timeline, step, "staff_papers", {}, until, now)


def tell_results_are_near(
    session: Session, timeline: Timeline, step: Step, unready: list[int], now: datetime
) -> int:
    """A day before. `unready`: the classes of which no list could go out as things stand."""
    leg = timeline.leg("results")
    until = None if leg is None else leg.starts_at
    facts = {"unready": unready}
    return _tell_staff(session, timeline, step, "staff_results_near", facts, until, now)


def tell_results_are_late(
    session: Session, timeline: Timeline, step: Step, unready: list[int], now: datetime
) -> int:
    """They are due, and these classes' are not out."""
    facts = {"unready": unready}
    return _tell_staff(session, timeline, step, "staff_results_late", facts, None, now)


def tell_certificates_wait(session: Session, timeline: Timeline, step: Step, now: datetime) -> int:
    leg = timeline.leg("certificates")
    until = None if leg is None else leg.ends_at
    return _tell_staff(session, timeline, step, "staff_certificates", {}, until, now)


def _tell_staff(
    session: Session,
    timeline: Timeline,
    step: Step,
    kind: str,
    facts: Mapping[str, Any],
    until: datetime | None,
    now: datetime,
) -> int:
    """All who may act for the wave's provider; what is of no use any more is only put on record."""
    expires_at = until or (step.due_at or now) + OF_USE
    told = 0
    for account_id in colleagues(session, timeline.provider_id):
        told += post(
            session,
            account_id=account_id,
            kind=kind,
            facts={"wave_id": timeline.wave_id, "turn": step.turn, **facts},
            key=f"{kind}:{timeline.wave_id}:{step.turn}:{account_id}",
            lane=Lane.RESULTS,
            due_at=now,
            expires_at=expires_at,
            now=now,
        )
    return told
