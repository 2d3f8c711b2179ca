"""Where somebody stands on an announced list, and how that came about: for their own eyes."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.selection.overrides import reasons_of
from storage.models import Application, Ranking, RankingLine


@dataclass(frozen=True, slots=True)
class Standing:
    rank: int
    of: int
    """How many were on the list: the last rank, whoever has been erased since."""
    seats: int
    """How many there were when it was announced."""
    total: int
    """Hundredths of a point."""
    parts: Mapping[str, int | None]
    """Hundredths of a point by part; None: not there, or not scored."""
    weights: Mapping[str, int]
    """Percent by part."""
    pass_mark: int
    passed: bool
    moved: tuple[str, ...]
    """Why ranks were changed by hand, one reason each, without names."""


def standing_of(session: Session, application_id: int, account_id: int) -> Standing | None:
    """None before the list is announced, and for whoever else's application."""
    row = session.execute(
        select(RankingLine, Ranking)
        .join(Ranking, RankingLine.ranking_id == Ranking.id)
        .join(Application, RankingLine.application_id == Application.id)
        .where(
            RankingLine.application_id == application_id,
            Application.account_id == account_id,
            Ranking.state == "announced",
        )
    ).first()
    if row is None:
        return None
    line, ranking = row.RankingLine, row.Ranking
    lines = select(func.max(RankingLine.rank)).where(RankingLine.ranking_id == ranking.id)
    weights: Mapping[str, int] = ranking.rules["weights"]
    return Standing(
        rank=line.rank,
        of=session.scalar(lines) or 0,
        seats=ranking.seats or 0,
        total=line.total,
        parts={part: line.parts.get(part) for part, weight in weights.items() if weight},
        weights=weights,
        pass_mark=ranking.rules["pass_mark"],
        passed=line.passed,
        moved=tuple(reasons_of(session, ranking.id)),
    )
