"""Moves on a ranked list as they are shown: who asked for which, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from intake.applications.changes import name_in
from intake.selection.errors import NoSuchOverride
from people.staff import StaffRight
from storage.models import (
    Application,
    CourseClass,
    Programme,
    Ranking,
    RankingLine,
    RankOverride,
    Wave,
)


class MoveState(StrEnum):
    WAITING = "waiting"
    """For a second person; it changes nothing yet."""
    APPROVED = "approved"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class OverrideView:
    id: int
    class_id: int
    provider_id: int
    programme_title: str
    number: str
    rank: int
    """Where the list has them now."""
    to_rank: int
    reason: str
    asked_by: str
    """`staff:` and their name, and their account where they have one."""
    asked_by_id: int | None
    asked_at: datetime
    approved_by: str | None
    refused_by: str | None
    refusal: str | None
    list_state: str
    """Of the ranked list: `drawn`, `scheduled`, `announced`, or `replaced` by a newer one."""

    @property
    def asked_by_name(self) -> str:
        """As colleagues call them."""
        return name_in(self.asked_by)

    @property
    def decided_by_name(self) -> str | None:
        decided_by = self.approved_by or self.refused_by
        return None if decided_by is None else name_in(decided_by)

    @property
    def open(self) -> bool:
        """It waits, and its list can still be changed."""
        return self.state is MoveState.WAITING and self.list_state == "drawn"

    @property
    def state(self) -> MoveState:
        if self.approved_by is not None:
            return MoveState.APPROVED
        return MoveState.WAITING if self.refused_by is None else MoveState.REFUSED


def view_of(session: Session, override_id: int) -> OverrideView:
    """Raises NoSuchOverride."""
    row = session.execute(_selection().where(RankOverride.id == override_id)).first()
    if row is None:
        raise NoSuchOverride(override_id)
    return _view(row)


def overrides_of(session: Session, ranking_id: int) -> list[OverrideView]:
    """In the order in which they were asked for, those that nobody has decided as well."""
    chosen = _selection().where(RankOverride.ranking_id == ranking_id)
    return [_view(row) for row in session.execute(chosen.order_by(RankOverride.id))]


def overrides_waiting(session: Session, rights: frozenset[StaffRight]) -> list[OverrideView]:
    """For a second person, on the lists of the providers they may act for; the oldest first."""
    chosen = _selection().where(_is_waiting(), Ranking.state.in_(("drawn", "scheduled")))
    if not any(right.provider_id is None for right in rights):
        chosen = chosen.where(Wave.provider_id.in_({right.provider_id for right in rights}))
    return [_view(row) for row in session.execute(chosen.order_by(RankOverride.id))]


def count_waiting(session: Session, ranking_id: int) -> int:
    of_it = select(func.count()).where(RankOverride.ranking_id == ranking_id, _is_waiting())
    return session.scalar(of_it) or 0


def count_dropped(session: Session, ranking_id: int) -> int:
    """Moves that were asked for or approved on the list before this one, and went with it."""
    this = select(Ranking.class_id).where(Ranking.id == ranking_id).scalar_subquery()
    before = select(func.max(Ranking.id)).where(Ranking.class_id == this, Ranking.id < ranking_id)
    on_it = RankOverride.ranking_id == before.scalar_subquery()
    dropped = select(func.count()).where(on_it, RankOverride.refused_at.is_(None))
    return session.scalar(dropped) or 0


def _is_waiting() -> Any:
    return RankOverride.approved_at.is_(None) & RankOverride.refused_at.is_(None)


def _selection() -> Select[*tuple[Any, ...]]:
    on_it = (RankingLine.ranking_id == RankOverride.ranking_id) & (
        RankingLine.application_id == RankOverride.application_id
    )
    return (
        select(
            RankOverride.id,
            Application.class_id,
            Wave.provider_id,
            Programme.title.label("programme_title"),
            Application.number,
            RankingLine.rank,
            RankOverride.to_rank,
            RankOverride.reason,
            RankOverride.asked_by,
            RankOverride.asked_by_id,
            RankOverride.asked_at,
            RankOverride.approved_by,
            RankOverride.refused_by,
            RankOverride.refusal,
            Ranking.state.label("list_state"),
        )
        .join(Ranking, RankOverride.ranking_id == Ranking.id)
        .join(Application, RankOverride.application_id == Application.id)
        .join(RankingLine, on_it)
        .join(CourseClass, Application.class_id == CourseClass.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .join(Wave, CourseClass.wave_id == Wave.id)
    )


def _view(row: Row[*tuple[Any, ...]]) -> OverrideView:
    return OverrideView(**row._mapping)
