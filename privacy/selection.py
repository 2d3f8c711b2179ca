"""What is kept of a person's selections: scores, ranks, offers, and moves made on their rank."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from storage.models import (
    Application,
    AssessmentChange,
    Offer,
    Ranking,
    RankingLine,
    RankOverride,
)


@dataclass(frozen=True, slots=True)
class ScoreView:
    number: str
    """Of the application, here and below."""
    part: str
    attended: bool
    score: int | None
    """Hundredths of a point."""
    at: datetime
    actor: str


@dataclass(frozen=True, slots=True)
class RankView:
    number: str
    drawn_at: datetime
    rank: int
    drawn_rank: int
    total: int
    parts: Mapping[str, Any]
    passed: bool


@dataclass(frozen=True, slots=True)
class MoveView:
    number: str
    to_rank: int
    reason: str
    asked_at: datetime
    approved_at: datetime | None
    refused_at: datetime | None
    refusal: str | None
    """Why it was refused: a word of the desk's buttons, or other words."""


@dataclass(frozen=True, slots=True)
class OfferView:
    number: str
    state: str
    made_at: datetime
    deadline: datetime
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class SelectionData:
    scores: tuple[ScoreView, ...]
    ranks: tuple[RankView, ...]
    moves: tuple[MoveView, ...]
    offers: tuple[OfferView, ...]


def selections_of(session: Session, account_id: int) -> SelectionData:
    def mine(table: Any, *columns: Any) -> Select[Any]:
        query = select(Application.number, *columns).join_from(
            table, Application, table.application_id == Application.id
        )
        return query.where(Application.account_id == account_id).order_by(Application.id)

    change, line, move = AssessmentChange, RankingLine, RankOverride
    scores = mine(change, change.part, change.attended, change.score, change.at, change.actor)
    ranks = mine(
        *(line, Ranking.drawn_at, line.rank, line.drawn_rank, line.total, line.parts, line.passed)
    ).join(Ranking, line.ranking_id == Ranking.id)
    asked = mine(move, move.to_rank, move.reason, move.asked_at, move.approved_at)
    moves = asked.add_columns(move.refused_at, move.refusal)
    offers = mine(Offer, Offer.state, Offer.made_at, Offer.deadline, Offer.settled_at)
    return SelectionData(
        tuple(ScoreView(*row) for row in session.execute(scores.order_by(change.id))),
        tuple(RankView(*row) for row in session.execute(ranks.order_by(line.ranking_id))),
        tuple(MoveView(*row) for row in session.execute(moves.order_by(move.id))),
        tuple(OfferView(*row) for row in session.execute(offers.order_by(Offer.id))),
    )
