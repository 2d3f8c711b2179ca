"""Drawing up a ranked list of 1,000, 10,000 and 100,000 applicants, scored at random.

One class, two parts, many equal totals; the whole of `rank_applicants`, its commit and fingerprint
too. Drawn up again it must be the same list.
"""

import statistics
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast
from zoneinfo import ZoneInfo

from sqlalchemy import Integer, String, Table, literal, select, text
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import Session

from app.stocking import stock_demo
from benchmarks.school import register
from benchmarks.stores import Fresh, durability, opened, stores
from benchmarks.town import fill, settle
from intake.seats.seats import hold_class
from intake.selection.ranking import rank_applicants
from storage.database import Database
from storage.models import Applicant, Application, Assessment, CourseClass

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 3
WIB = ZoneInfo("Asia/Jakarta")
APPLICANTS, APPLICATIONS, ASSESSMENTS = (
    cast(Table, model.__table__) for model in (Applicant, Application, Assessment)
)


def run(full: bool = False) -> dict[str, Any]:
    """Seconds by system and number of applicants; 100,000 in 2 s is the goal."""
    figures: dict[str, Any] = {"rounds": ROUNDS}
    with stores() as systems:
        for name, fresh in systems.items():
            sizes = {str(size): measure(fresh, size, ROUNDS * (2 if full else 1)) for size in SIZES}
            with fresh() as url:
                figures[name] = {"durability": durability(url), **sizes}
    return figures


def measure(fresh: Fresh, applicants: int, rounds: int = ROUNDS) -> dict[str, Any]:
    with opened(fresh) as (_url, database):
        class_id = _prepare(database, applicants)
        drawn = [_draw(database, class_id) for _ in range(rounds)]
    return {
        "seconds (goal 2)": statistics.median(seconds for seconds, _ in drawn),
        "slowest_s": max(seconds for seconds, _ in drawn),
        "the_same_each_time": len({fingerprint for _, fingerprint in drawn}) == 1,
    }


def _draw(database: Database, class_id: int) -> tuple[float, str]:
    began = time.perf_counter()
    with database.transaction() as session:
        held = hold_class(session, class_id, WIB)
        drawn = rank_applicants(session, held, actor="bench", now=datetime.now(UTC))
        fingerprint = drawn.fingerprint
    return time.perf_counter() - began, fingerprint


def _prepare(database: Database, applicants: int) -> int:
    now = datetime.now(UTC)
    with TemporaryDirectory() as home:
        stock_demo(database, Path(home), now, WIB)
    with database.transaction() as session:
        settle(session, applicants, now)
        register(session, now)
        class_ = session.scalars(select(CourseClass).order_by(CourseClass.id)).first()
        assert class_ is not None
        _apply(session, class_, now)
        for part, step in (("test", 7_919), ("interview", 6_133)):
            _score(session, part, step, now)
        session.execute(text("ANALYZE"))
        return class_.id


def _apply(session: Session, class_: CourseClass, now: datetime) -> None:
    fill(
        session,
        APPLICATIONS,
        select(APPLICANTS),
        number=literal("BENCH-", String()) + sql_cast(APPLICANTS.c.id, String()),
        applicant_id=APPLICANTS.c.id,
        account_id=APPLICANTS.c.account_id,
        class_id=class_.id,
        wave_id=class_.wave_id,
        nik_print=APPLICANTS.c.nik_print,
        state="submitted",
        submitted_at=now,
        changed_at=now,
    )


def _score(session: Session, part: str, step: int, now: datetime) -> None:
    """Whole and half points, spread by a step that has no divisor in common with them."""
    halves = sql_cast(APPLICATIONS.c.id * step % 201, Integer()) * 50
    fill(
        session,
        ASSESSMENTS,
        select(APPLICATIONS),
        application_id=APPLICATIONS.c.id,
        part=part,
        attended=True,
        score=halves,
        recorded_at=now,
        recorded_by="bench",
    )
