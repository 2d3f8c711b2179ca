"""Tracks abroad: what ticks itself, what is told, what staff confirm, and that all is recorded."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from catalog.errors import NoSuchTrack
from intake.applications.errors import OtherProvider, ReasonMissing
from intake.tracks.errors import ItemConfirmed, NoSuchItem, NotFollowed
from intake.tracks.rows import (
    TrackView,
    count_followers,
    list_followers,
    track_by_number,
    tracks_for,
)
from intake.tracks.tracks import confirm_item, follow_track, leave_track, tell_item
from intake.training.certificate_rows import CertificateKind, CertificateState
from intake.training.certificates import decide
from people.staff import EVERYWHERE
from storage.models import Applicant, Document, TrackChange, TrackItem, TrackMark
from tests.cast import BUDI, NOW, SITI, Stage, apply, welcome
from tests.intake.tracks.abroad import SLUGS, item_id, set_track, states, track
from tests.intake.training.trainees import ELSEWHERE, END, take_in

OPEN = dict.fromkeys(SLUGS, "open")


@pytest.fixture
def abroad(session: Session, stage: Stage) -> int:
    return set_track(session, stage)


def tell(session: Session, account_id: int, view: TrackView, slug: str, has: bool) -> TrackView:
    return tell_item(session, account_id, item_id(view, slug), has=has, now=NOW)


def confirm(session: Session, view: TrackView, slug: str, seen: bool, why: str = "") -> TrackView:
    assert view.follow_id is not None
    return confirm_item(
        session, view.follow_id, slug, EVERYWHERE,
        seen=seen, reason=why, actor="Bu Ratna", now=NOW,
    )  # fmt: skip


def changes(session: Session) -> list[tuple[str, str | None, str | None, str | None]]:
    rows = session.scalars(select(TrackChange).order_by(TrackChange.id))
    return [(each.actor, each.from_state, each.to_state, each.reason) for each in rows]


def test_it_can_be_looked_at_before_it_is_followed(
    session: Session, siti: int, abroad: int
) -> None:
    view = track(session, siti, abroad)
    assert (states(view), view.following, view.done) == (OPEN, False, 0)
    with pytest.raises(NotFollowed):
        tell(session, siti, view, "paspor", True)


def test_a_programme_without_a_checklist_has_no_track(session: Session, siti: int) -> None:
    with pytest.raises(NoSuchTrack):
        follow_track(session, siti, 999_999, now=NOW)


def test_it_is_followed_once_and_given_up_once_and_its_marks_wait(
    session: Session, siti: int, abroad: int
) -> None:
    first = follow_track(session, siti, abroad, now=NOW)
    assert follow_track(session, siti, abroad, now=NOW).follow_id == first.follow_id
    tell(session, siti, first, "paspor", True)
    for _ in range(2):
        assert not leave_track(session, siti, abroad, now=NOW).following
    again = follow_track(session, siti, abroad, now=NOW)
    assert (again.following, states(again)["paspor"]) == (True, "told")
    assert changes(session) == [
        ("follower", None, "following", None),
        ("follower", None, "told", None),
        ("follower", "following", "left", None),
        ("follower", "left", "following", None),
    ]


def test_what_one_says_is_taken_back_by_a_tap(session: Session, siti: int, abroad: int) -> None:
    view = follow_track(session, siti, abroad, now=NOW)
    tell(session, siti, view, "paspor", True)
    told = tell(session, siti, view, "paspor", True)
    assert told.next is not None
    assert (told.done, told.next.item.slug) == (1, "usia")
    assert tell(session, siti, view, "paspor", False).done == 0
    assert session.scalars(select(TrackMark)).all() == []
    assert [each[1:3] for each in changes(session)][1:] == [(None, "told"), ("told", None)]


def test_age_certificate_and_paper_tick_themselves(
    session: Session, stage: Stage, abroad: int
) -> None:
    siti = take_in(session, SITI, stage.class_id)
    assert states(track(session, siti.account_id, abroad)) == OPEN | {"usia": "known"}
    decide(
        session, siti.id, CertificateKind.INTERNAL, CertificateState.ISSUED, EVERYWHERE,
        number="12/2025", actor="Bu Ratna", now=END,
    )  # fmt: skip
    send_ktp(session, siti.id)
    view = track(session, siti.account_id, abroad)
    assert states(view) == OPEN | dict.fromkeys(("usia", "keterampilan", "ktp"), "known")
    assert [each.proof for each in view.items] == [None, "Las SMAW A", "PBK-2025-3-0001", None]
    session.execute(update(Document).values(unreadable=True))
    assert states(track(session, siti.account_id, abroad))["ktp"] == "open"


def test_one_kind_of_certificate_may_be_wanted(session: Session, stage: Stage, abroad: int) -> None:
    siti = take_in(session, SITI, stage.class_id)
    skill = session.scalars(select(TrackItem).where(TrackItem.slug == "keterampilan")).one()
    skill.known_by = skill.known_by | {"certificate": "bnsp"}
    for kind, state in ((CertificateKind.INTERNAL, "open"), (CertificateKind.BNSP, "known")):
        decide(
            session, siti.id, kind, CertificateState.ISSUED, EVERYWHERE,
            number="12/2025", actor="Bu Ratna", now=END,
        )  # fmt: skip
        assert states(track(session, siti.account_id, abroad))["keterampilan"] == state


def test_what_a_rule_denies_can_not_be_the_next_thing(
    session: Session, stage: Stage, abroad: int
) -> None:
    siti = apply(session, SITI, stage.class_id)
    session.execute(update(Applicant).values(born_on=NOW.date().replace(year=1980)))
    view = follow_track(session, siti.account_id, abroad, now=NOW)
    tell(session, siti.account_id, view, "usia", True)
    view = track(session, siti.account_id, abroad)
    assert (states(view)["usia"], view.done) == ("failed", 0)
    assert view.next is not None
    assert view.next.item.slug == "keterampilan"


def test_staff_confirm_what_they_have_seen(session: Session, siti: int, abroad: int) -> None:
    view = follow_track(session, siti, abroad, now=NOW)
    tell(session, siti, view, "paspor", True)
    confirm(session, view, "paspor", True)
    seen = confirm(session, view, "paspor", True)
    assert states(seen)["paspor"] == "confirmed"
    assert [each.by for each in seen.items] == [None, None, None, "Bu Ratna"]
    with pytest.raises(ItemConfirmed):
        tell(session, siti, view, "paspor", False)
    with pytest.raises(ReasonMissing):
        confirm(session, view, "paspor", False, "  ")
    assert states(confirm(session, view, "paspor", False, "slip"))["paspor"] == "told"
    assert changes(session)[1:] == [
        ("follower", None, "told", None),
        ("staff:Bu Ratna", "told", "confirmed", None),
        ("staff:Bu Ratna", "confirmed", "told", "slip"),
    ]


def test_only_the_providers_staff_see_and_confirm(session: Session, siti: int, abroad: int) -> None:
    view = follow_track(session, siti, abroad, now=NOW)
    assert view.follow_id is not None
    assert [line.followers for line in tracks_for(session, EVERYWHERE)] == [1]
    assert tracks_for(session, ELSEWHERE) == []
    with pytest.raises(OtherProvider):
        list_followers(session, abroad, ELSEWHERE, now=NOW)
    with pytest.raises(OtherProvider):
        confirm_item(session, view.follow_id, "paspor", ELSEWHERE, seen=True, actor="", now=NOW)
    with pytest.raises(NotFollowed):
        track_by_number(session, 999_999, EVERYWHERE, now=NOW)
    with pytest.raises(NoSuchItem):
        confirm(session, view, "visa", True)
    leave_track(session, siti, abroad, now=NOW)
    assert list_followers(session, abroad, EVERYWHERE, now=NOW) == []


def test_an_item_that_the_catalogue_drops_is_not_counted(
    session: Session, siti: int, abroad: int
) -> None:
    view = follow_track(session, siti, abroad, now=NOW)
    tell(session, siti, view, "paspor", True)
    session.execute(update(TrackItem).where(TrackItem.slug == "paspor").values(listed=False))
    assert len(track(session, siti, abroad).items) == 3
    with pytest.raises(NoSuchItem):
        tell(session, siti, view, "paspor", False)


def send_ktp(session: Session, application_id: int) -> None:
    session.add(
        Document(
            application_id=application_id,
            paper="ktp",
            file=f"{application_id:064x}",
            media="image/jpeg",
            size=1024,
            pages=1,
            again=False,
            sent_at=NOW,
        )
    )
    session.flush()


def test_names_are_of_those_who_had_applied(session: Session, stage: Stage, abroad: int) -> None:
    siti, budi = apply(session, SITI, stage.class_id).account_id, welcome(session, BUDI)
    for account_id in (siti, budi):
        follow_track(session, account_id, abroad, now=NOW)
    found = list_followers(session, abroad, EVERYWHERE, now=NOW)
    assert [each.name for each in found] == [SITI.name, None]
    [second] = list_followers(session, abroad, EVERYWHERE, start=1, most=1, now=NOW)
    assert (second.follow_id, count_followers(session, abroad)) == (found[1].follow_id, 2)
