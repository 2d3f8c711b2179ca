"""Where somebody stands on an announced list."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.selection.standings import standing_of
from storage.models import Account, Application, Ranking, RankingLine
from tests.cast import BUDI, NOW, SITI, Stage, apply


def test_an_erased_neighbour_puts_nobody_beyond_the_end_of_the_list(
    session: Session, stage: Stage
) -> None:
    ids = [apply(session, each, stage.class_id).id for each in (BUDI, SITI)]
    ranking = Ranking(
        class_id=stage.class_id,
        state="announced",
        rules={"weights": {}, "pass_mark": 0},
        fingerprint="",
        drawn_at=NOW,
        drawn_by="staff:Sri",
    )
    session.add(ranking)
    session.flush()
    for rank, application_id in enumerate(ids, start=1):
        line = {"application_id": application_id, "drawn_rank": rank, "rank": rank}
        facts = {"total": 0, "parts": {}, "passed": True}
        session.add(RankingLine(ranking_id=ranking.id, **line, **facts))
    session.flush()
    budi = session.get_one(Application, ids[0]).account_id
    session.delete(session.get_one(Account, budi))
    session.flush()
    session.expire_all()
    siti = session.scalars(select(Application)).one()
    standing = standing_of(session, siti.id, siti.account_id)
    assert standing is not None
    assert (standing.rank, standing.of) == (2, 2)
