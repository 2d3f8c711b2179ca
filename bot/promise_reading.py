"""What the desk's screens of promised placements read together."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from intake.placement.promise_counts import PromiseTally, count_placements
from intake.placement.promise_rows import (
    PlacementView,
    class_placements,
    companies_of,
    placement_for,
)
from people.staff import StaffRight

COMPANIES = 3


def class_in_numbers(
    session: Session, class_id: int, rights: frozenset[StaffRight], now: datetime
) -> tuple[Sequence[PlacementView], PromiseTally]:
    """Raises NoPromise, OtherProvider."""
    views = class_placements(session, class_id, rights)
    return views, count_placements(session, views, now=now)


def where_to(
    session: Session, application_id: int, rights: frozenset[StaffRight]
) -> tuple[PlacementView, Sequence[tuple[int, str]]]:
    """The graduate, and the companies that were named last. Raises as `placement_for`."""
    view = placement_for(session, application_id, rights)
    return view, companies_of(session, view.promise.provider_id, COMPANIES)


def company_like(
    session: Session, application_id: int, rights: frozenset[StaffRight]
) -> str | None:
    """The one named for somebody else they may see; None where it was taken back meanwhile."""
    return placement_for(session, application_id, rights).company
