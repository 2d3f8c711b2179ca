"""Interest in numbers: each person once, the unknown counted apart, names for the provider."""

import pytest
from sqlalchemy.orm import Session

from catalog.errors import NoSuchProgramme, UnknownWish
from catalog.interests import Interest, interest_in, wish_for, withdraw_interest
from intake.applications.errors import OtherProvider
from intake.tracks.interest import count_interest, list_interest
from people.staff import EVERYWHERE
from storage.models import Cluster
from tests.cast import BUDI, NOW, SITI, Stage, apply, welcome
from tests.intake.tracks.abroad import set_track
from tests.intake.training.trainees import ELSEWHERE


def test_a_wish_is_changed_and_goes_with_the_interest(
    session: Session, stage: Stage, siti: int
) -> None:
    abroad, welding = set_track(session, stage), session.get_one(Cluster, stage.cluster_id).slug
    for kind, destination in ((welding, None), (welding, "JP"), (None, "KR")):
        wish_for(session, siti, abroad, kind=kind, destination=destination, now=NOW)
        assert interest_in(session, siti, abroad) == Interest(kind, destination)
    for kind, destination in (("menjahit", None), (None, "XX")):
        with pytest.raises(UnknownWish):
            wish_for(session, siti, abroad, kind=kind, destination=destination, now=NOW)
    withdraw_interest(session, siti, abroad)
    assert interest_in(session, siti, abroad) is None


def test_everybody_is_counted_once(session: Session, stage: Stage) -> None:
    abroad, welding = set_track(session, stage), session.get_one(Cluster, stage.cluster_id).slug
    siti, budi = apply(session, SITI, stage.class_id).account_id, welcome(session, BUDI)
    wish_for(session, siti, abroad, kind=welding, destination="JP", now=NOW)
    wish_for(session, budi, abroad, kind=None, destination=None, now=NOW)
    lines = list_interest(session, abroad, EVERYWHERE, names=True, now=NOW)
    unnamed = list_interest(session, abroad, EVERYWHERE, now=NOW)
    assert [line.name for line in unnamed] == [None, None]
    assert [line.name for line in lines] == [SITI.name, None]
    counts = count_interest(lines)
    assert counts.people == 2
    for count in (counts.by_region, counts.by_age, counts.by_kind, counts.by_destination):
        assert sum(count.values()) == 2
        assert count[None] == 1
    assert (counts.by_kind[welding], counts.by_destination["JP"]) == (1, 1)


def test_it_is_the_providers_own(session: Session, stage: Stage) -> None:
    abroad = set_track(session, stage)
    with pytest.raises(OtherProvider):
        list_interest(session, abroad, ELSEWHERE, now=NOW)
    with pytest.raises(NoSuchProgramme):
        list_interest(session, 999_999, EVERYWHERE, now=NOW)
