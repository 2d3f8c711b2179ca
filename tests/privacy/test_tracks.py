"""Tracks abroad are in the file of one's data, and gone with the account."""

import json

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from catalog.interests import wish_for
from intake.tracks.holders import NOT_NAMED
from intake.tracks.tracks import confirm_item, follow_track, tell_item
from people.staff import EVERYWHERE
from privacy.erasure import erase
from privacy.export import export_json
from privacy.people import person_data
from storage.models import ProgrammeInterest, TrackChange, TrackFollow, TrackMark
from tests.cast import NOW, SARI, SITI, Stage, apply, apply_too
from tests.intake.tracks.abroad import item_id, set_track

TABLES = (ProgrammeInterest, TrackFollow, TrackMark, TrackChange)


def prepared(session: Session, stage: Stage, account_id: int) -> None:
    """A passport, told and confirmed, and the wish for Japan."""
    abroad = set_track(session, stage)
    view = follow_track(session, account_id, abroad, now=NOW)
    tell_item(session, account_id, item_id(view, "paspor"), has=True, now=NOW)
    assert view.follow_id is not None
    confirm_item(
        session, view.follow_id, "paspor", EVERYWHERE, seen=True, actor="Bu Ratna", now=NOW
    )
    wish_for(session, account_id, abroad, kind=None, destination="JP", now=NOW)


def test_the_file_holds_all_of_it(session: Session, stage: Stage, siti: int) -> None:
    prepared(session, stage, siti)
    file = json.loads(export_json(session, siti, now=NOW))
    assert [(one["programme"], one["left_at"]) for one in file["tracks"]] == [("las-gmaw", None)]
    [mark], [wish] = file["track_marks"], file["interest_wishes"]
    assert (mark["item"], mark["confirmed_by"]) == ("paspor", "Bu Ratna")
    assert (wish["programme"], wish["destination"]) == ("las-gmaw", "JP")
    assert [(each["item"], each["to_state"]) for each in file["track_changes"]] == [
        (None, "following"),
        ("paspor", "told"),
        ("paspor", "confirmed"),
    ]


def test_nothing_of_it_outlives_the_account(session: Session, stage: Stage, siti: int) -> None:
    prepared(session, stage, siti)
    counts = [select(func.count()).select_from(table) for table in TABLES]
    assert [session.scalar(count) for count in counts] == [1, 1, 1, 3]
    erase(session, siti, now=NOW)
    assert [session.scalar(count) for count in counts] == [0, 0, 0, 0]


def test_it_is_said_whose_each_is(session: Session, stage: Stage) -> None:
    siti = apply(session, SITI, stage.class_id)
    sari = apply_too(session, SARI, siti.account_id, stage.other_class_id)
    abroad = set_track(session, stage)
    for whose in (sari.applicant_id, NOT_NAMED):
        follow_track(session, siti.account_id, abroad, whose, now=NOW)
    file = json.loads(export_json(session, siti.account_id, now=NOW))
    assert [one["person"] for one in file["tracks"]] == ["Sari", None]
    people = (siti.applicant_id, sari.applicant_id)
    assert [person_data(session, siti.account_id, who).tracks for who in people] == [0, 1]
