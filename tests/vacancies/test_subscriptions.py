"""What people follow."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from people.errors import UnknownRegion, UnknownStream
from storage.database import Database
from storage.models import RegionSubscription, StreamSubscription, Subscription
from tests.cast import NOW, SITI, welcome
from tests.vacancies.partner_stage import PartnerStage
from vacancies.subscriptions import (
    Following,
    following,
    subscribe,
    toggle_abroad,
    toggle_region,
    toggle_stream,
    unsubscribe,
)


def test_what_is_followed_can_be_chosen_and_left(database: Database, stage: PartnerStage) -> None:
    with database.transaction() as session:
        siti = welcome(session, SITI)
        assert following(session, siti) is None
        assert subscribe(session, siti, now=NOW) == Following((), (), False)
        toggle_stream(session, siti, "elektro", now=NOW)
        assert toggle_stream(session, siti, "las", now=NOW).streams == ("las", "elektro")
        toggle_region(session, siti, "3674", now=NOW)
        assert toggle_region(session, siti, "3603", now=NOW).regions == ("3603", "3674")
        everything = Following(("las", "elektro"), ("3603", "3674"), True)
        assert toggle_abroad(session, siti, now=NOW) == everything
    with database.transaction() as session:
        assert subscribe(session, siti, now=NOW + timedelta(days=1)) == everything
        assert session.get_one(Subscription, siti).created_at == NOW
        assert toggle_stream(session, siti, "elektro", now=NOW).streams == ("las",)
        assert toggle_region(session, siti, "3674", now=NOW).regions == ("3603",)
        assert toggle_abroad(session, siti, now=NOW).abroad is False
    with database.transaction() as session:
        for _ in range(2):
            unsubscribe(session, siti)
        assert following(session, siti) is None
        for table in (Subscription, StreamSubscription, RegionSubscription):
            assert session.scalar(select(func.count()).select_from(table)) == 0


def test_choosing_something_subscribes_and_nonsense_does_not(
    database: Database, stage: PartnerStage
) -> None:
    with database.transaction() as session:
        siti = welcome(session, SITI)
        with pytest.raises(UnknownStream):
            toggle_stream(session, siti, "sihir", now=NOW)
        with pytest.raises(UnknownRegion):
            toggle_region(session, siti, "9999", now=NOW)
        assert following(session, siti) is None
        toggle_stream(session, siti, "las", now=NOW)
        assert following(session, siti) == Following(("las",), (), False)
