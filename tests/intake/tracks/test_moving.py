"""Tracks go along with whoever goes to another phone, and nobody else's do."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.applications.applicants import people_of
from intake.applications.errors import NoSuchApplicant
from intake.takeovers.takeovers import approve_takeover, ask_takeover
from intake.tracks.errors import NotFollowed
from intake.tracks.holders import NOT_NAMED, holders_of
from intake.tracks.rows import TrackView, my_track
from intake.tracks.tracks import confirm_item, follow_track, leave_track, name_holder, tell_item
from people.staff import EVERYWHERE
from storage.database import Database
from storage.models import TrackChange, TrackFollow
from tests.cast import (
    NOW,
    SARI,
    SITI,
    WIB,
    Person,
    Stage,
    apply,
    apply_too,
    open_database,
    set_stage,
    welcome,
)
from tests.intake.tracks.abroad import item_id, set_track, states
from tests.side_by_side import begun, waits

NEW = Person(7050, SITI.name, SITI.nik, SITI.phone, SITI.education, SITI.domicile)
"""Siti, with another phone."""
HOUR = timedelta(hours=1)
KNOWN = {"usia": "known", "keterampilan": "open", "ktp": "open", "paspor": "open"}


@pytest.fixture
def abroad(session: Session, stage: Stage) -> int:
    return set_track(session, stage)


@pytest.fixture
def old(session: Session, stage: Stage) -> int:
    """Siti's lost phone; her application is PBK-2025-3-0001."""
    return apply(session, SITI, stage.class_id).account_id


@pytest.fixture
def new(session: Session) -> int:
    return welcome(session, NEW)


def taken_over(session: Session, account_id: int) -> None:
    asked = ask_takeover(session, account_id, "PBK-2025-3-0001", now=NOW)
    approve(session, asked.takeover.id)


def approve(session: Session, takeover_id: int) -> None:
    approve_takeover(session, takeover_id, EVERYWHERE, actor="Dewi", now=NOW + HOUR, zone=WIB)


def siti_on(session: Session, account_id: int) -> int:
    return next(each.id for each in people_of(session, account_id) if each.called == "Siti")


def follow(session: Session, account_id: int, abroad: int, whose: int) -> TrackView:
    return follow_track(session, account_id, abroad, whose, now=NOW)


def tell(session: Session, account_id: int, view: TrackView, slug: str) -> None:
    tell_item(session, account_id, item_id(view, slug), view.whose, has=True, now=NOW)


def numbers(session: Session, account_id: int) -> list[int]:
    mine = select(TrackFollow.id).where(TrackFollow.account_id == account_id)
    return list(session.scalars(mine.order_by(TrackFollow.id)))


def number(view: TrackView) -> int:
    assert view.follow_id is not None
    return view.follow_id


def test_hers_goes_along_and_her_daughters_stays(
    session: Session, stage: Stage, abroad: int, old: int, new: int
) -> None:
    sari = apply_too(session, SARI, old, stage.other_class_id).applicant_id
    follows = [follow(session, old, abroad, who) for who in (siti_on(session, old), sari)]
    follows.append(follow(session, old, abroad, NOT_NAMED))
    tell(session, old, follows[0], "paspor")
    taken_over(session, new)
    assert numbers(session, new) == [number(follows[0])]
    assert numbers(session, old) == [number(each) for each in follows[1:]]
    assert states(my_track(session, new, abroad, now=NOW)) == KNOWN | {"paspor": "told"}
    assert my_track(session, old, abroad, sari, now=NOW).called == "Sari"


def test_what_nobody_was_asked_about_goes_along_with_the_last_one_and_is_asked_there(
    session: Session, stage: Stage, abroad: int, new: int
) -> None:
    old = welcome(session, SITI)
    before = follow_track(session, old, abroad, now=NOW)
    apply(session, SITI, stage.class_id)
    taken_over(session, new)
    assert (numbers(session, old), numbers(session, new)) == ([], [number(before)])
    [siti] = holders_of(session, new, abroad).candidates
    assert name_holder(session, new, abroad, siti.whose, now=NOW).follow_id == before.follow_id


def test_what_is_said_to_be_somebody_elses_stays(
    session: Session, abroad: int, old: int, new: int
) -> None:
    other = follow(session, old, abroad, NOT_NAMED)
    taken_over(session, new)
    assert (numbers(session, old), numbers(session, new)) == ([number(other)], [])


def test_what_the_new_phone_follows_without_a_name_is_asked_about(
    session: Session, abroad: int, old: int, new: int
) -> None:
    hers = follow_track(session, old, abroad, now=NOW)
    there = follow_track(session, new, abroad, now=NOW)
    taken_over(session, new)
    assert numbers(session, new) == [number(hers), number(there)]
    assert my_track(session, new, abroad, NOT_NAMED, now=NOW).follow_id == there.follow_id
    assert holders_of(session, new, abroad).candidates == ()  # she has her own


def test_one_who_followed_it_on_both_phones_has_what_was_said_on_either(
    session: Session, stage: Stage, abroad: int, old: int, new: int
) -> None:
    other_stage = set_stage(session, name="-2")
    apply(session, NEW, other_stage.class_id, now=NOW)
    hers = [follow_track(session, each, abroad, now=NOW) for each in (old, new)]
    tell(session, old, hers[0], "paspor")
    tell(session, old, hers[0], "ktp")
    tell(session, new, hers[1], "ktp")
    for view, slug in zip(hers, ("paspor", "keterampilan"), strict=True):
        confirm_item(
            session, number(view), slug, EVERYWHERE, seen=True, actor="Bu Ratna", now=NOW
        )  # fmt: skip
    leave_track(session, new, abroad, now=NOW)
    changes = session.scalar(select(func.count()).select_from(TrackChange))
    taken_over(session, new)
    one = my_track(session, new, abroad, now=NOW)
    assert (one.follow_id, one.following) == (hers[1].follow_id, True)
    assert states(one) == {
        "usia": "known", "keterampilan": "confirmed", "ktp": "told", "paspor": "confirmed",
    }  # fmt: skip
    assert (numbers(session, old), numbers(session, new)) == ([], [number(one)])
    of_it = select(func.count()).where(TrackChange.follow_id == number(one))
    assert session.scalar(of_it) == changes


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = open_database(database_url)
    yield database
    database.close()


@pytest.mark.parametrize("already", [False, True])
def test_who_taps_on_the_old_phone_meanwhile_finds_her_gone(
    database: Database, already: bool
) -> None:
    """Whether she begins to follow at that moment, or ticks what she follows already."""
    with database.transaction() as session:
        stage = set_stage(session)
        abroad = set_track(session, stage)
        siti = apply(session, SITI, stage.class_id)
        old, who, new = siti.account_id, siti.applicant_id, welcome(session, NEW)
        passport = item_id(my_track(session, old, abroad, now=NOW), "paspor")
        if already:
            follow_track(session, old, abroad, now=NOW)
        takeover_id = ask_takeover(session, new, siti.number, now=NOW).takeover.id

    def taps(session: Session) -> object:
        if already:
            return tell_item(session, old, passport, has=True, now=NOW)
        return follow(session, old, abroad, who)

    with ThreadPoolExecutor(1) as threads:
        with database.transaction() as session:
            approve(session, takeover_id)
            tapping = begun(threads, database, taps)
            waits(database, 1)
        error = tapping.exception()
    assert isinstance(error, NotFollowed if already else NoSuchApplicant)
    with database.snapshot() as session:
        assert (numbers(session, old), len(numbers(session, new))) == ([], int(already))
