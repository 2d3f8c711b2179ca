"""Promised placements are in the file of one's data, and gone with the account."""

import json

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.placement.promises import answer_placement
from privacy.erasure import erase
from privacy.export import export_json
from storage.models import Placement, PlacementChange
from tests.cast import NOW, SITI, Stage
from tests.intake.placement.promised import PLACED, note, set_promise
from tests.intake.training.trainees import take_in


def placed(session: Session, stage: Stage) -> int:
    """Siti, who has confirmed it; her account."""
    set_promise(session, stage)
    siti = take_in(session, SITI, stage.class_id)
    view = note(session, siti, PLACED, company="PT Contoh", wage=4_900_000)
    assert view.change_id is not None
    answer_placement(session, siti.id, siti.account_id, view.change_id, "yes", now=NOW)
    return siti.account_id


def test_the_file_holds_both_versions(session: Session, stage: Stage) -> None:
    file = json.loads(export_json(session, placed(session, stage), now=NOW))
    [kept] = file["job_placements"]
    assert (kept["company"], kept["wage"], kept["answer"]) == ("PT Contoh", 4_900_000, "yes")
    assert [(each["actor"], each["answer"]) for each in file["job_placement_changes"]] == [
        ("staff:Pak Wawan", None),
        ("graduate", "yes"),
    ]


def test_nothing_of_it_outlives_the_account(session: Session, stage: Stage) -> None:
    siti = placed(session, stage)
    counts = [select(func.count()).select_from(each) for each in (Placement, PlacementChange)]
    assert [session.scalar(count) for count in counts] == [1, 2]
    erase(session, siti, now=NOW)
    assert [session.scalar(count) for count in counts] == [0, 0]
