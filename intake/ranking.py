"""Ranked lists: drawn up from the scores by one published rule, the same each time.

By total, the weighted points; between equals whoever has more in the test, then in the interview,
then whoever applied earlier. Whoever missed a part, or is below the pass mark, comes after all
others and is not selected.
"""

import hashlib
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Row, Select, Table, and_, case, func, insert, literal, select, true, update
from sqlalchemy.orm import Session, aliased

from catalog.selection import PARTS, SelectionRules
from intake.changes import by_staff
from intake.seats import HeldClass
from intake.selection_errors import (
    AlreadyAnnounced,
    NobodyToRank,
)
from notices.outbox import changed, facts_of
from storage.models import Application, Assessment, Ranking, RankingLine

LINES = cast(Table, RankingLine.__table__)
PERCENT = 100


def rank_applicants(session: Session, held: HeldClass, *, actor: str, now: datetime) -> Ranking:
    """Draw the list up anew; what was moved by hand on an older one is to be moved again.

    Raises AlreadyAnnounced, NobodyToRank.
    """
    before = current_ranking(session, held.id)
    if before is not None:
        if before.state == "announced":
            raise AlreadyAnnounced(before.announced_at)
        before.state = "replaced"
        session.flush()
    ranking = Ranking(
        class_id=held.id,
        state="drawn",
        rules=held.rules.to_json(),
        fingerprint="",
        drawn_at=now,
        drawn_by=by_staff(actor),
    )
    session.add(ranking)
    session.flush()
    lines = _lines(held.id, ranking.id, held.rules)
    written = insert(LINES).from_select(lines.selected_columns.keys(), lines)
    if not changed(session, written):
        raise NobodyToRank
    ranking.fingerprint = _fingerprint(session, ranking.id)
    return ranking


def current_ranking(session: Session, class_id: int) -> Ranking | None:
    """The newest of a class, locked."""
    newest = select(Ranking).where(Ranking.class_id == class_id, Ranking.state != "replaced")
    return session.scalar(newest.with_for_update())


def ranked(session: Session, ranking_id: int) -> list[Row[Any]]:
    """application_id, number, rank, drawn_rank, total, parts, passed, state: in order."""
    query = (
        select(
            RankingLine.application_id,
            Application.number,
            RankingLine.rank,
            RankingLine.drawn_rank,
            RankingLine.total,
            RankingLine.parts,
            RankingLine.passed,
            Application.state,
        )
        .join(Application, RankingLine.application_id == Application.id)
        .where(RankingLine.ranking_id == ranking_id)
        .order_by(RankingLine.rank, RankingLine.drawn_rank)
    )
    return list(session.execute(query))


def _lines(class_id: int, ranking_id: int, rules: SelectionRules) -> Select[Any]:
    """Everybody who is in the selection, with their rank, in one statement."""
    marks = {part: aliased(Assessment) for part in PARTS}
    scores = {
        part: case((mark.attended, func.coalesce(mark.score, 0)), else_=0)
        for part, mark in marks.items()
    }
    weighted = sum((scores[part] * rules.weights.get(part, 0) for part in PARTS), start=literal(0))
    # Exact: hundredths of a point times percent, divided only to be shown.
    there = [
        and_(func.coalesce(marks[part].attended, False), marks[part].score.is_not(None))
        for part in rules.parts
    ]
    passed = and_(true(), *there, weighted >= rules.pass_mark * PERCENT * PERCENT)
    order = (
        case((passed, 0), else_=1),
        weighted.desc(),
        *(scores[part].desc() for part in PARTS),
        Application.submitted_at,
        Application.id,
    )
    rank = func.row_number().over(order_by=order)
    parts = facts_of(**{part: marks[part].score for part in rules.parts})
    query = select(
        literal(ranking_id).label("ranking_id"),
        Application.id.label("application_id"),
        rank.label("drawn_rank"),
        rank.label("rank"),
        (weighted // PERCENT).label("total"),
        parts.label("parts"),
        passed.label("passed"),
    )
    for part, mark in marks.items():
        joined = and_(mark.application_id == Application.id, mark.part == part)
        query = query.outerjoin(mark, joined)
    return query.where(Application.class_id == class_id, Application.state == "submitted")


def _fingerprint(session: Session, ranking_id: int) -> str:
    """Of application, total and rank of each line: whoever draws it up again can compare."""
    lines = select(LINES.c.application_id, LINES.c.total, LINES.c.drawn_rank)
    query = lines.where(LINES.c.ranking_id == ranking_id).order_by(LINES.c.drawn_rank)
    digest = hashlib.sha256()
    for application_id, total, rank in session.connection().execute(query):
        digest.update(f"{rank}:{application_id}:{total}\n".encode())
    return digest.hexdigest()


def put_in_order(session: Session, ranking_id: int, moves: list[tuple[int, int]]) -> None:
    """Ranks after moves (application id, rank), made one after another on the list as drawn."""
    query = select(LINES.c.application_id).where(LINES.c.ranking_id == ranking_id)
    drawn = query.order_by(LINES.c.drawn_rank)
    order = list(session.scalars(drawn))
    for application_id, rank in moves:
        order.remove(application_id)
        order.insert(rank - 1, application_id)
    for rank, application_id in enumerate(order, start=1):
        line = LINES.c.ranking_id == ranking_id, LINES.c.application_id == application_id
        session.execute(update(LINES).where(*line, LINES.c.rank != rank).values(rank=rank))
