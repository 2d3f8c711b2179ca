"""Ranked lists: drawn up from the scores by one published rule, the same each time.

By total, the weighted points; between equals whoever has more in the test, then in the interview,
then whoever applied earlier. Whoever missed a part, or is below the pass mark, comes after all
others and is not selected.
"""

import hashlib
from datetime import datetime
from typing import Any, cast

from sqlalchemy import (
    Row,
    Select,
    Table,
    and_,
    case,
    exists,
    func,
    insert,
    literal,
    select,
    true,
    update,
)
from sqlalchemy.orm import Session, aliased

from catalog.selection import PARTS, SelectionRules
from intake.applications.changes import by_staff
from intake.seats.seats import HeldClass
from intake.selection.errors import AlreadyAnnounced, NobodyScored, NobodyToRank, ResultsScheduled
from notices.outbox import changed, facts_of
from storage.models import Application, Assessment, Ranking, RankingChange, RankingLine

LINES = cast(Table, RankingLine.__table__)
PERCENT = 100


def rank_applicants(
    session: Session, held: HeldClass, *, actor: str, by: int | None = None, now: datetime
) -> Ranking:
    """Draw the list up anew; what was moved by hand on an older one is to be moved again.

    `by`: the account of `actor`, if they have one. Raises AlreadyAnnounced, NobodyToRank,
    NobodyScored, and ResultsScheduled: what is about to go out is taken back first
    (`intake.selection.results`).
    """
    who = by_staff(actor, by)
    before = changeable_ranking(session, held.id)
    if before is not None:
        move_ranking(session, before, "replaced", actor=who, now=now)
    ranking = Ranking(
        class_id=held.id,
        state="drawn",
        rules=held.rules.to_json(),
        fingerprint="",
        drawn_at=now,
        drawn_by=who,
    )
    session.add(ranking)
    session.flush()
    session.add(RankingChange(ranking_id=ranking.id, at=now, actor=who, to_state="drawn"))
    lines = _lines(held.id, ranking.id, held.rules)
    written = insert(LINES).from_select(lines.selected_columns.keys(), lines)
    if not changed(session, written):
        raise NobodyToRank
    if not _anybody_scored(session, ranking.id):
        raise NobodyScored
    ranking.fingerprint = _fingerprint(session, ranking.id)
    return ranking


def current_ranking(session: Session, class_id: int) -> Ranking | None:
    """The newest of a class, locked."""
    newest = select(Ranking).where(Ranking.class_id == class_id, Ranking.state != "replaced")
    return session.scalar(newest.with_for_update())


def changeable_ranking(session: Session, class_id: int) -> Ranking | None:
    """The newest, if it may still be changed; None: there is none.

    Raises AlreadyAnnounced, ResultsScheduled: whoever wants it changed takes its minute back first.
    """
    ranking = current_ranking(session, class_id)
    if ranking is not None and ranking.state == "announced":
        raise AlreadyAnnounced(ranking.announced_at)
    if ranking is not None and ranking.state == "scheduled":
        raise ResultsScheduled(ranking.announce_at)
    return ranking


def move_ranking(
    session: Session,
    ranking: Ranking,
    to: str,
    *,
    actor: str,
    announce_at: datetime | None = None,
    reason: str | None = None,
    now: datetime,
) -> None:
    """From state to state, written down."""
    change = RankingChange(
        ranking_id=ranking.id,
        at=now,
        actor=actor,
        from_state=ranking.state,
        to_state=to,
        announce_at=announce_at,
        reason=reason,
    )
    session.add(change)
    ranking.state = to
    session.flush()


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


def _anybody_scored(session: Session, ranking_id: int) -> bool:
    """Points, or an absence: a list without any would tell everybody no."""
    scored = exists().where(
        RankingLine.ranking_id == ranking_id,
        Assessment.application_id == RankingLine.application_id,
    )
    return bool(session.scalar(select(scored)))


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
