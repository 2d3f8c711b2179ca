"""Who lacks a score or a paper, or has not come, counted and listed."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from intake.selection.gaps import Gap, class_and_gaps, people_in
from intake.selection.scores import Mark, record_marks
from people.staff import EVERYWHERE
from storage.models import Application
from tests.cast import BUDI, NOW, RINA, SITI, apply, set_stage


def test_those_who_wait_are_counted_by_what_lacks(session: Session) -> None:
    class_id = set_stage(session).class_id
    siti, budi, rina = (apply(session, who, class_id) for who in (SITI, BUDI, RINA))
    _, gaps = class_and_gaps(session, class_id, EVERYWHERE, now=NOW)
    assert gaps == {Gap.UNSCORED: 3, Gap.LACKING: 0, Gap.ABSENT: 0}
    marks = [
        Mark(siti.number, "test", score=80_00),
        Mark(siti.number, "interview", score=80_00),
        Mark(budi.number, "test", attended=False),
        Mark(rina.number, "test", score=70_00),
    ]
    record_marks(session, marks, actor="Dewi", now=NOW)
    lacking = update(Application).where(Application.number == siti.number)
    session.execute(lacking.values(missing_papers=["ktp"]))
    found = {
        gap: [line.number for line in people_in(
            session, class_id, EVERYWHERE, gap, 0, 4, now=NOW).lines]
        for gap in Gap
    }  # fmt: skip
    assert found == {
        Gap.UNSCORED: [rina.number], Gap.LACKING: [siti.number], Gap.ABSENT: [budi.number],
    }  # fmt: skip
    _, gaps = class_and_gaps(session, class_id, EVERYWHERE, now=NOW)
    assert gaps == dict.fromkeys(Gap, 1)
    session.execute(update(Application).values(state="withdrawn"))
    _, gaps = class_and_gaps(session, class_id, EVERYWHERE, now=NOW)
    assert gaps == dict.fromkeys(Gap, 0)
