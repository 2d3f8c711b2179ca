"""What makes each letter of an application's way, and of the AK1 card, come to be written."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from catalog.stages import move_stage
from intake.documents.papers import mark_complete, mark_missing
from intake.reminders.planning import plan_reminders
from people.ak1 import tell_ak1
from storage.models import Wave
from tests.bot.letter_desk import Desk
from tests.cast import NOW, SITI, WIB, Stage, apply, welcome
from tests.intake.reminders.planning import take_in
from tests.intake.reminders.stages import ENDS, INTERVIEW, OPENS, TEST, add_stages

Cause = Callable[[Desk, Stage], None]

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
UNTIL = datetime(2025, 12, 1, 23, 59, tzinfo=WIB)
ASKED = datetime(2026, 1, 31, 10, tzinfo=WIB)
NUMBER = "PBK-2025-3-1-0001"


def _plan(desk: Desk, at: datetime) -> None:
    desk.now = at
    plan_reminders(desk.session, at, WIB, at - HOUR)


def applied(desk: Desk, stage: Stage) -> None:
    add_stages(desk.session, stage)
    apply(desk.session, SITI, stage.class_id)


def _reminded(at: datetime) -> Cause:
    def cause(desk: Desk, stage: Stage) -> None:
        applied(desk, stage)
        _plan(desk, at)

    return cause


def _admitted(at: datetime) -> Cause:
    def cause(desk: Desk, stage: Stage) -> None:
        add_stages(desk.session, stage)
        take_in(desk.session, SITI, stage.other_class_id)
        _plan(desk, at)

    return cause


def told_and_moved(desk: Desk, stage: Stage) -> None:
    applied(desk, stage)
    _plan(desk, TEST - 14 * HOUR)
    desk.notice("test_evening").state = "sent"
    desk.session.flush()
    later = TEST + 26 * HOUR
    move_stage(desk.session, stage.wave_id, "test", starts_at=later, now=TEST - 13 * HOUR)
    desk.session.flush()
    _plan(desk, TEST - 13 * HOUR)


def missing(desk: Desk, stage: Stage) -> None:
    applied(desk, stage)
    mark_missing(desk.session, NUMBER, ["ktp", "photo"], until=UNTIL, actor="Dewi", now=NOW)
    desk.session.expire_all()


def missing_tomorrow(desk: Desk, stage: Stage) -> None:
    missing(desk, stage)
    _plan(desk, datetime(2025, 11, 30, 9, tzinfo=WIB))


def all_there(desk: Desk, stage: Stage) -> None:
    missing(desk, stage)
    mark_complete(desk.session, NUMBER, actor="Dewi", now=NOW)
    desk.session.expire_all()


def _card(issued_on: str, at: datetime) -> Cause:
    def cause(desk: Desk, _stage: Stage) -> None:
        tell_ak1(desk.session, welcome(desk.session, SITI), issued_on, today=date(2025, 11, 17))
        _plan(desk, at)

    return cause


def graduated(desk: Desk, stage: Stage) -> None:
    take_in(desk.session, SITI, stage.class_id)
    desk.session.get_one(Wave, stage.wave_id).ends_on = date(2025, 12, 31)
    desk.session.flush()
    _plan(desk, ASKED)


CAUSES: dict[str, Cause] = {
    "test_evening": _reminded(TEST - 14 * HOUR),
    "test_morning": _reminded(TEST - 2 * HOUR),
    "interview_evening": _reminded(INTERVIEW - 14 * HOUR),
    "interview_morning": _reminded(INTERVIEW - 2 * HOUR),
    "reregistration_open": _admitted(OPENS),
    "reregistration_ends": _admitted(ENDS - DAY),
    "stage_moved": told_and_moved,
    "papers_missing": missing,
    "papers_due": missing_tomorrow,
    "papers_complete": all_there,
    "ak1_week": _card("3/11/2025", datetime(2026, 4, 26, 9, tzinfo=WIB)),
    "ak1_day": _card("3/5/2024", datetime(2026, 5, 3, 9, tzinfo=WIB)),
    "alumni": graduated,
}
