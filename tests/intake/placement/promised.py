"""What the tests of promised placements share: the first class's programme has a promise."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from intake.applications.rows import ApplicationView
from intake.placement.promise_rows import PlacementState, PlacementView
from intake.placement.promises import record_placement
from people.staff import EVERYWHERE, Role, StaffRight
from storage.models import CourseClass, PlacementPromise, Provider, Wave
from tests.cast import NOW, Stage

INTRODUCED, PLACED = PlacementState.INTRODUCED, PlacementState.PLACED
NOT_PLACED, DECLINED = PlacementState.NOT_PLACED, PlacementState.DECLINED


def set_promise(
    session: Session, stage: Stage, within_days: int | None = None, ends_on: date | None = None
) -> frozenset[StaffRight]:
    """By a training institute of its own, whose staff's rights are returned."""
    institute = Provider(
        slug="lpk", name="LPK Contoh", aliases=[], people=[], source_id=stage.source_id,
        about={"id": "Lembaga.", "en": "An institute."},
    )  # fmt: skip
    session.add(institute)
    session.flush()
    session.add(
        PlacementPromise(
            programme_id=session.get_one(CourseClass, stage.class_id).programme_id,
            provider_id=institute.id,
            text={"id": "Setiap peserta bekerja.", "en": "Everybody works."},
            within_days=within_days,
            source_id=stage.source_id,
        )
    )
    session.get_one(Wave, stage.wave_id).ends_on = ends_on
    session.flush()
    return frozenset({StaffRight(Role.STAFF, institute.id)})


def note(
    session: Session,
    application: ApplicationView,
    state: PlacementState,
    rights: frozenset[StaffRight] = EVERYWHERE,
    **more: Any,
) -> PlacementView:
    return record_placement(
        session, application.id, state, rights, actor="Pak Wawan", now=NOW, **more
    )
