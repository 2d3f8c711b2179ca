"""Whether a promise of placement is kept, in numbers that hide nothing.

What a graduate has confirmed is counted apart from what the provider alone says, and what is open
without a date to be held against apart from what is overdue.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from intake.placement.outcomes import latest_answers
from intake.placement.promise_rows import PlacementState, PlacementView
from texts.moments import WIB

AT_WORK = ("employed", "self_employed")


@dataclass(frozen=True, slots=True)
class PromiseTally:
    """`promised` are all; the rest but the last two add up to them."""

    promised: int
    confirmed: int
    """Placed, and the graduate says so."""
    told: int
    """Placed, as the provider alone says."""
    contradicted: int
    """Placed, as the provider says and the graduate denies."""
    not_placed: int
    declined: int
    in_time: int
    """Open, and the promise has time left."""
    overdue: int
    undated: int
    """Open, and no date was named: whether it is late nobody can say."""
    open_at_work: int
    """Of the open and not placed ones: those who told elsewhere that they work by now."""
    placed_without: int
    """Of the placed ones not confirmed: those who told elsewhere that they do not work."""

    @property
    def open(self) -> int:
        return self.in_time + self.overdue + self.undated


def count_placements(
    session: Session, views: Sequence[PlacementView], *, now: datetime
) -> PromiseTally:
    today = now.astimezone(WIB).date()
    said = latest_answers(session, [view.trainee.application_id for view in views])
    heaps = [_heap(view, today) for view in views]
    by_themselves = [
        (heap, said.get(view.trainee.application_id))
        for heap, view in zip(heaps, views, strict=True)
    ]
    unplaced = ("in_time", "overdue", "undated", "not_placed")
    return PromiseTally(
        promised=len(views),
        confirmed=heaps.count("confirmed"),
        told=heaps.count("told"),
        contradicted=heaps.count("contradicted"),
        not_placed=heaps.count("not_placed"),
        declined=heaps.count("declined"),
        in_time=heaps.count("in_time"),
        overdue=heaps.count("overdue"),
        undated=heaps.count("undated"),
        open_at_work=sum(h in unplaced and word in AT_WORK for h, word in by_themselves),
        placed_without=sum(
            h in ("told", "contradicted") and word == "not_yet" for h, word in by_themselves
        ),
    )


def _heap(view: PlacementView, today: date) -> str:
    """Each graduate lies on one."""
    if view.state is PlacementState.PLACED:
        if view.answer is None:
            return "told"
        return "contradicted" if view.contradicted else "confirmed"
    if not view.state.open:
        return view.state.value
    if view.due_on is None:
        return "undated"
    return "overdue" if view.overdue(today) else "in_time"
