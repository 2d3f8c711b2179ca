"""Several people on one phone, each with a track of their own, and one that had no name yet."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchTrack
from catalog.facts import Trait
from intake.applications.applicants import people_of
from intake.applications.errors import NoSuchApplicant, SeveralKnown
from intake.registration.checks import ask_afresh, check_programme, tell_trait
from intake.tracks.errors import NotFollowed
from intake.tracks.holders import NOT_NAMED, holders_of
from intake.tracks.rows import TrackView, list_followers, my_track
from intake.tracks.tracks import (
    confirm_item,
    follow_track,
    leave_track,
    name_holder,
    tell_item,
)
from intake.training.certificate_rows import CertificateKind, CertificateState
from intake.training.certificates import decide
from people.staff import EVERYWHERE
from privacy.erasure import erase_person
from storage.models import Applicant, TrackChange, TrackFollow, TrackMark
from tests.cast import BUDI, NOW, SARI, SITI, Stage, apply, apply_too, set_rules, welcome
from tests.intake.tracks.abroad import item_id, set_track, states
from tests.intake.training.trainees import END, take_in

HOUR = timedelta(hours=1)
OPEN = {"usia": "open", "keterampilan": "open", "ktp": "open", "paspor": "open"}
KNOWN = OPEN | {"usia": "known"}
"""Of whoever has applied and is of an age to go."""


@pytest.fixture
def abroad(session: Session, stage: Stage) -> int:
    return set_track(session, stage)


@pytest.fixture
def family(session: Session, stage: Stage, abroad: int) -> int:
    """Siti's phone, on which her daughter Sari has registered, too."""
    account_id = apply(session, SITI, stage.class_id).account_id
    apply_too(session, SARI, account_id, stage.other_class_id)
    return account_id


def ids_of(session: Session, account_id: int) -> dict[str, int]:
    return {person.called: person.id for person in people_of(session, account_id)}


def track_of(session: Session, account_id: int, abroad: int, whose: int) -> TrackView:
    return my_track(session, account_id, abroad, whose, now=NOW)


def follow(session: Session, account_id: int, abroad: int, whose: int) -> TrackView:
    return follow_track(session, account_id, abroad, whose, now=NOW)


def tell(session: Session, account_id: int, view: TrackView, slug: str, whose: int) -> TrackView:
    return tell_item(session, account_id, item_id(view, slug), whose, has=True, now=NOW)


def test_each_has_their_own_ticks_and_number(session: Session, abroad: int, family: int) -> None:
    ids = ids_of(session, family)
    siti, sari = (follow(session, family, abroad, ids[name]) for name in ("Siti", "Sari"))
    assert siti.follow_id != sari.follow_id
    assert (siti.called, sari.called) == ("Siti", "Sari")
    tell(session, family, sari, "paspor", ids["Sari"])
    assert states(track_of(session, family, abroad, ids["Siti"])) == KNOWN
    assert states(track_of(session, family, abroad, ids["Sari"])) == KNOWN | {"paspor": "told"}
    left = leave_track(session, family, abroad, ids["Siti"], now=NOW)
    assert (left.left, track_of(session, family, abroad, ids["Sari"]).left) == (True, False)


def test_what_jawara_knows_is_of_one_person(session: Session, stage: Stage, abroad: int) -> None:
    siti = take_in(session, SITI, stage.class_id)
    apply_too(session, SARI, siti.account_id, stage.other_class_id)
    decide(
        session, siti.id, CertificateKind.INTERNAL, CertificateState.ISSUED, EVERYWHERE,
        number="12/2025", actor="Bu Ratna", now=END,
    )  # fmt: skip
    ids = ids_of(session, siti.account_id)
    sari = session.get_one(Applicant, ids["Sari"])
    sari.born_on = NOW.date().replace(year=1980)
    session.flush()
    of_siti, of_sari, of_another = (
        states(track_of(session, siti.account_id, abroad, whose))
        for whose in (ids["Siti"], ids["Sari"], NOT_NAMED)
    )
    assert of_siti == KNOWN | {"keterampilan": "known"}
    assert of_sari == OPEN | {"usia": "failed"}
    assert of_another == OPEN


def test_for_whom_is_asked_where_it_may_be_several(
    session: Session, abroad: int, family: int
) -> None:
    with pytest.raises(SeveralKnown):
        my_track(session, family, abroad, now=NOW)
    with pytest.raises(SeveralKnown):
        follow_track(session, family, abroad, now=NOW)
    holders = holders_of(session, family, abroad)
    assert [each.called for each in holders.all] == ["Sari", "Siti", None]
    assert (holders.number, holders.candidates, holders.unsettled) == (None, (), False)


def test_whoever_is_alone_is_not_asked(session: Session, stage: Stage, abroad: int) -> None:
    siti = apply(session, SITI, stage.class_id)
    view = follow_track(session, siti.account_id, abroad, now=NOW)
    assert (view.applicant_id, view.shared, view.called) == (siti.applicant_id, False, None)
    apply_too(session, SARI, siti.account_id, stage.other_class_id)
    again = track_of(session, siti.account_id, abroad, siti.applicant_id)
    assert (again.follow_id, again.shared, again.called) == (view.follow_id, True, "Siti")
    assert not holders_of(session, siti.account_id, abroad).unsettled


def test_what_was_followed_before_applying_is_asked_about_once(
    session: Session, stage: Stage, abroad: int
) -> None:
    phone = welcome(session, SITI)
    before = follow_track(session, phone, abroad, now=NOW)
    tell_item(session, phone, item_id(before, "paspor"), has=True, now=NOW)
    apply(session, SITI, stage.class_id)
    with pytest.raises(SeveralKnown):
        my_track(session, phone, abroad, now=NOW)
    holders = holders_of(session, phone, abroad)
    assert (holders.unsettled, holders.number) == (True, before.follow_id)
    [siti] = holders.candidates
    named = name_holder(session, phone, abroad, siti.whose, now=NOW)
    assert (named.follow_id, states(named)) == (before.follow_id, KNOWN | {"paspor": "told"})
    assert name_holder(session, phone, abroad, siti.whose, now=NOW) == named
    assert my_track(session, phone, abroad, now=NOW) == named
    assert not holders_of(session, phone, abroad).unsettled
    steps = session.scalars(select(TrackChange.to_state).order_by(TrackChange.id)).all()
    assert steps == ["following", "told", "named"]


def test_it_may_be_of_somebody_else_and_is_asked_again_when_that_one_applies(
    session: Session, stage: Stage, abroad: int
) -> None:
    phone = welcome(session, SITI)
    before = follow_track(session, phone, abroad, now=NOW)
    apply(session, SITI, stage.class_id)
    other = name_holder(session, phone, abroad, NOT_NAMED, now=NOW)
    assert (other.follow_id, other.shared, states(other)) == (before.follow_id, True, OPEN)
    assert not holders_of(session, phone, abroad).unsettled
    [siti] = people_of(session, phone)
    own = follow(session, phone, abroad, siti.id)
    assert own.follow_id != before.follow_id
    apply_too(session, SARI, phone, stage.other_class_id, now=NOW + HOUR)
    holders = holders_of(session, phone, abroad)
    assert (holders.unsettled, [each.called for each in holders.candidates]) == (True, ["Sari"])
    sari = holders.candidates[0].whose
    assert name_holder(session, phone, abroad, sari, now=NOW + HOUR).follow_id == before.follow_id


def test_somebody_who_has_a_track_of_their_own_keeps_it(
    session: Session, stage: Stage, abroad: int
) -> None:
    siti = apply(session, SITI, stage.class_id)
    own = follow_track(session, siti.account_id, abroad, now=NOW)
    other = follow(session, siti.account_id, abroad, NOT_NAMED)
    named = name_holder(session, siti.account_id, abroad, siti.applicant_id, now=NOW)
    assert (named.follow_id, named.shared) == (own.follow_id, True)
    assert track_of(session, siti.account_id, abroad, NOT_NAMED).follow_id == other.follow_id


def test_a_strangers_id_is_nobody_here(
    session: Session, stage: Stage, abroad: int, family: int
) -> None:
    stranger = apply(session, BUDI, stage.class_id).applicant_id
    for done in (my_track, follow_track, leave_track, name_holder):
        with pytest.raises(NoSuchApplicant):
            done(session, family, abroad, stranger, now=NOW)
    with pytest.raises(NotFollowed):
        name_holder(session, family, abroad, NOT_NAMED, now=NOW)
    with pytest.raises(NoSuchTrack):
        holders_of(session, family, 999_999)


def test_staff_see_each_by_name(session: Session, abroad: int, family: int) -> None:
    ids = ids_of(session, family)
    for whose in (ids["Siti"], ids["Sari"], NOT_NAMED):
        follow(session, family, abroad, whose)
    found = list_followers(session, abroad, EVERYWHERE, now=NOW)
    assert [each.name for each in found] == [SITI.name, SARI.name, None]


def test_a_check_of_the_rules_counts_for_whomever_it_was(
    session: Session, stage: Stage, abroad: int, family: int
) -> None:
    set_rules(session, stage.other_class_id, ("height", {"min_cm": 150}))
    ids = ids_of(session, family)
    check = check_programme(session, family, abroad, now=NOW, applicant_id=ids["Sari"])
    assert check.trait is Trait.HEIGHT
    tell_trait(session, family, Trait.HEIGHT, "155", now=NOW)
    assert states(track_of(session, family, abroad, ids["Sari"]))["usia"] == "known"
    assert states(track_of(session, family, abroad, ids["Siti"]))["usia"] == "open"
    afresh = ask_afresh(session, family, abroad, check.class_id, now=NOW)
    assert afresh.applicant_id == ids["Sari"]


def test_a_persons_track_is_gone_with_their_data_and_nobody_elses(
    session: Session, abroad: int, family: int
) -> None:
    ids = ids_of(session, family)
    kept = follow(session, family, abroad, ids["Siti"])
    gone = follow(session, family, abroad, ids["Sari"])
    for view in (kept, gone):
        assert view.follow_id is not None
        confirm_item(
            session, view.follow_id, "paspor", EVERYWHERE, seen=True, actor="Bu Ratna", now=NOW
        )
    erase_person(session, family, ids["Sari"], now=NOW)
    assert session.scalars(select(TrackFollow.id)).all() == [kept.follow_id]
    assert session.scalars(select(TrackMark.follow_id)).all() == [kept.follow_id]
    assert my_track(session, family, abroad, now=NOW).follow_id == kept.follow_id
