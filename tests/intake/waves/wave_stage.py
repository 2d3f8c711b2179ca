"""A wave with all its stages, for tests of its timeline; three who apply, and its staff.

Registration closes on Friday, 28 November 2025, 16.00 WIB. Papers are checked from Saturday until
Monday, 16.00; the test is on Wednesday the 3rd of December, the interview on Friday, results on
Monday the 8th at 10.00, daftar ulang from 14.00 until Wednesday, 16.00; the training runs from the
15th to the 31st, and certificates are noted from the 5th of January on.
"""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.waves import advance_waves
from intake.seats.reserve import classes_to_look_at, pass_on
from intake.seats.seats import hold_class
from intake.selection.ranking import rank_applicants
from intake.selection.results import announce, classes_to_announce
from intake.selection.scores import Mark, record_marks
from intake.waves.moves import advance, move_wave
from intake.waves.timelines import Step, waves_to_move
from people.accounts import ensure_account
from people.staff import EVERYWHERE, Role, grant
from storage.models import Application, Notice, StageMove, Wave, WaveStage
from tests.cast import BUDI, NOW, RINA, SITI, WIB, Stage, apply, set_stage

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PAPERS = datetime(2025, 11, 29, 8, tzinfo=WIB)
CHECKED = datetime(2025, 12, 1, 16, tzinfo=WIB)
TEST = datetime(2025, 12, 3, 8, tzinfo=WIB)
INTERVIEW = datetime(2025, 12, 5, 8, tzinfo=WIB)
RESULTS = datetime(2025, 12, 8, 10, tzinfo=WIB)
CONFIRMED = datetime(2025, 12, 10, 16, tzinfo=WIB)
CERTIFICATES = datetime(2026, 1, 5, 8, tzinfo=WIB)
STAGES = (
    ("papers", PAPERS, CHECKED),
    ("test", TEST, TEST + 8 * HOUR),
    ("interview", INTERVIEW, None),
    ("results", RESULTS, None),
    ("reregistration", RESULTS + 4 * HOUR, CONFIRMED),
    ("certificates", CERTIFICATES, None),
)


def by_hand(session: Session, wave: Stage, kind: str | None = None, **more: object) -> Step:
    facts: dict[str, Any] = {
        "rights": EVERYWHERE,
        "actor": "staff:Sri",
        "why": "Hujan",
        "now": NOW,
    } | more
    return advance(session, wave.wave_id, kind, zone=WIB, **facts)


def set_timeline(session: Session, stage: Stage) -> None:
    """The stages, and the wave's own dates."""
    wave = session.get_one(Wave, stage.wave_id)
    wave.starts_on, wave.ends_on = date(2025, 12, 15), date(2025, 12, 31)
    for kind, starts_at, ends_at in STAGES:
        session.add(
            WaveStage(
                wave_id=stage.wave_id,
                kind=kind,
                starts_at=starts_at,
                ends_at=ends_at,
                source_id=stage.source_id,
            )
        )
    session.flush()
    session.expire_all()


def set_wave(session: Session, *, name: str = "", capacity: int = 2) -> Stage:
    """With Siti, Budi and Rina in its first class, and Bu Ratna of its provider alone."""
    stage = set_stage(session, capacity=capacity, name=name)
    set_timeline(session, stage)
    for person in (SITI, BUDI, RINA):
        apply(session, person, stage.class_id)
    add_staff(session, 7101, stage.provider_id)
    return stage


def add_staff(session: Session, telegram_id: int, provider_id: int | None) -> int:
    account = ensure_account(session, telegram_id, now=NOW)
    session.flush()
    grant(
        session, account.id, Role.STAFF,
        provider_id=provider_id, name="Bu Ratna", granted_by="test", now=NOW,
    )  # fmt: skip
    return account.id


def tick(session: Session, now: datetime) -> None:
    """What the clock's ticks do, in their order."""
    advance_waves(session, now)
    for wave_id in waves_to_move(session, now):
        move_wave(session, wave_id, now=now, zone=WIB)
    for class_id in classes_to_announce(session, now):
        announce(session, class_id, now=now, zone=WIB)
    for class_id in classes_to_look_at(session, now):
        pass_on(session, class_id, now=now, zone=WIB)
    session.flush()
    session.expire_all()


def score_all(session: Session, class_id: int, now: datetime) -> None:
    """Everybody in the class, the earlier the better; then the list is drawn up."""
    mine = select(Application.number).where(Application.class_id == class_id)
    for place, number in enumerate(session.scalars(mine.order_by(Application.id)).all()):
        marks = [Mark(number, part, True, 90_00 - place) for part in ("test", "interview")]
        record_marks(session, marks, actor="Sri", now=now)
    rank_applicants(session, hold_class(session, class_id, WIB), actor="Sri", now=now)
    session.flush()


def moves(session: Session, wave_id: int) -> list[tuple[str, str, str]]:
    """Stage, move and actor of all that is on record, in order."""
    rows = select(StageMove.kind, StageMove.move, StageMove.actor)
    found = session.execute(rows.where(StageMove.wave_id == wave_id).order_by(StageMove.id))
    return [(kind, move, actor) for kind, move, actor in found]


def told(session: Session, kind: str) -> list[tuple[int, str]]:
    """Account and state of the notices of a kind."""
    rows = select(Notice.account_id, Notice.state).where(Notice.kind == kind)
    return [(who, state) for who, state in session.execute(rows.order_by(Notice.id))]
