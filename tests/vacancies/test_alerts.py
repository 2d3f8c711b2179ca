"""Alerts: who hears of which vacancies, when, and never more than once a day."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, time, timedelta
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from notices.outbox import Lane, State
from people.accounts import Mute, decline_consent, ensure_account, mute, set_quiet_hours
from storage.database import Database
from storage.models import Notice, Vacancy
from tests.cast import BUDI, NOW, RINA, SITI, WIB, welcome
from tests.vacancies.partner_stage import PartnerStage, posting, report
from vacancies.alerts import KIND, announce_vacancies, vacancies_of_alert
from vacancies.cards import Mark
from vacancies.listing import mark_vacancy
from vacancies.postings import Posting
from vacancies.subscriptions import (
    subscribe,
    toggle_abroad,
    toggle_region,
    toggle_stream,
    unsubscribe,
)

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
TOMORROW_8 = datetime(2025, 11, 18, 8, tzinfo=WIB)
"""NOW is Monday, 17 November 2025, 10.00 WIB."""


DEWI = replace(SITI, telegram_id=7004, name="Dewi Lestari", nik="3674025203990004")


class Desk:
    """Siti, subscribed to everything in Indonesia, and a partner who adds a vacancy at a time."""

    def __init__(self, session: Session, stage: PartnerStage) -> None:
        self.session, self.stage = session, stage
        self.siti = welcome(session, SITI, now=NOW - DAY)
        subscribe(session, self.siti, now=NOW - DAY)
        self._postings: list[Posting] = []

    def publish(self, title: str, *, at: datetime = NOW, **changes: Any) -> int:
        """One more vacancy, announced at once; returns how many alerts were written."""
        self._postings.append(posting(title, title, **changes))
        report(self.session, self.stage, *self._postings, now=at)
        return announce_vacancies(self.session, at)

    def id_of(self, title: str) -> int:
        return self.session.scalars(select(Vacancy.id).where(Vacancy.title == title)).one()

    def alerts(self, account_id: int | None = None) -> list[Notice]:
        of = account_id or self.siti
        ours = select(Notice).where(Notice.account_id == of).order_by(Notice.id)
        return list(self.session.scalars(ours.execution_options(populate_existing=True)))

    def told(self, notice: Notice, *, at: datetime | None = None) -> list[str]:
        now = at or notice.due_at
        cards = vacancies_of_alert(self.session, notice.account_id, notice.facts, now=now)
        return [card.title for card in cards]

    def settle(self, notice: Notice, state: State = State.SENT) -> None:
        self.session.execute(update(Notice).where(Notice.id == notice.id).values(state=state.value))


@pytest.fixture
def desk(database: Database, stage: PartnerStage) -> Iterator[Desk]:
    with database.transaction() as session:
        yield Desk(session, stage)


def test_an_alert_goes_out_at_once_and_holds_no_vacancies_but_a_moment(desk: Desk) -> None:
    assert desk.publish("Welder") == 1
    (alert,) = desk.alerts()
    assert (alert.kind, alert.key, alert.lane) == (
        "vacancies", f"vacancies:{desk.siti}:2025-11-17", Lane.ALERTS,
    )  # fmt: skip
    assert (alert.due_at, alert.expires_at) == (NOW, NOW + 7 * DAY)
    assert alert.facts == {"until": "2025-11-17T03:00:00.000000+00:00"}
    assert desk.told(alert) == ["Welder"]


def test_what_follows_on_that_day_comes_together_the_next_morning(desk: Desk) -> None:
    desk.publish("Welder")
    desk.settle(desk.alerts()[0])
    assert desk.publish("Electrician", at=NOW + HOUR) == 1
    assert desk.publish("Penjahit", at=NOW + 2 * HOUR) == 0
    assert desk.publish("Barista", at=TOMORROW_8 - MINUTE) == 0
    first, second = desk.alerts()
    assert (second.key, second.due_at) == (f"vacancies:{desk.siti}:2025-11-18", TOMORROW_8)
    assert desk.told(first) == ["Welder"]
    assert desk.told(second) == ["Barista", "Penjahit", "Electrician"]
    desk.settle(second)
    assert desk.publish("Sopir", at=TOMORROW_8 + HOUR) == 1
    third = desk.alerts()[-1]
    assert (third.due_at, desk.told(third)) == (TOMORROW_8 + DAY, ["Sopir"])


def test_after_a_day_of_silence_an_alert_is_at_once_again(desk: Desk) -> None:
    desk.publish("Welder")
    desk.settle(desk.alerts()[0])
    desk.publish("Electrician", at=NOW + DAY)
    assert [alert.due_at for alert in desk.alerts()] == [NOW, NOW + DAY]
    assert desk.told(desk.alerts()[1]) == ["Electrician"]


def test_what_comes_in_quiet_hours_is_gathered_until_they_end(desk: Desk) -> None:
    night = datetime(2025, 11, 17, 22, tzinfo=WIB)
    morning = datetime(2025, 11, 18, 6, tzinfo=WIB)
    assert desk.publish("Welder", at=night) == 1
    assert desk.publish("Electrician", at=night + 3 * HOUR) == 0
    (alert,) = desk.alerts()
    assert (alert.due_at, alert.key) == (morning, f"vacancies:{desk.siti}:2025-11-18")
    assert desk.told(alert) == ["Electrician", "Welder"]
    desk.settle(alert)
    desk.publish("Penjahit", at=morning + HOUR)
    assert desk.alerts()[1].due_at == TOMORROW_8 + DAY


def test_each_habit_of_quiet_hours_has_its_own_moments(desk: Desk) -> None:
    by_day, never = (welcome(desk.session, person) for person in (BUDI, RINA))
    for account in (by_day, never):
        subscribe(desk.session, account, now=NOW - DAY)
    set_quiet_hours(desk.session, by_day, time(7), time(15))
    set_quiet_hours(desk.session, never, None, None)
    assert desk.publish("Welder") == 3
    afternoon = datetime(2025, 11, 17, 15, tzinfo=WIB)
    due = [desk.alerts(account)[0].due_at for account in (desk.siti, by_day, never)]
    assert due == [NOW, afternoon, NOW]
    assert desk.publish("Electrician", at=afternoon + HOUR) == 3
    due = [desk.alerts(account)[1].due_at for account in (desk.siti, by_day, never)]
    assert due == [TOMORROW_8, afternoon + DAY, TOMORROW_8]


def test_an_alert_comes_where_stream_and_region_fit(desk: Desk) -> None:
    welder, tangerang, abroad = (welcome(desk.session, person) for person in (BUDI, RINA, DEWI))
    toggle_stream(desk.session, welder, "las", now=NOW - DAY)
    toggle_stream(desk.session, welder, "elektro", now=NOW - DAY)
    toggle_region(desk.session, tangerang, "3603", now=NOW - DAY)
    toggle_region(desk.session, abroad, "3674", now=NOW - DAY)
    toggle_abroad(desk.session, abroad, now=NOW - DAY)
    everyone = {"all": desk.siti, "welder": welder, "tangerang": tangerang, "abroad": abroad}
    gresik = {"place": "Gresik", "region": None}
    tokyo = {"place": "Tokyo", "region": None, "country": "JP"}
    jobs: list[tuple[str, dict[str, Any], set[str]]] = [
        ("Welder", {}, {"all", "welder", "tangerang"}),
        ("Welder Gresik", gresik, {"all", "welder"}),
        ("Sopir", {"description": "Mengemudi."}, {"all", "tangerang"}),
        ("Welder Tokyo", tokyo, {"abroad"}),
        ("Penjahit Cikupa", {"region": "3674"}, {"all", "abroad"}),
    ]
    for day, (title, changes, hearers) in enumerate(jobs):
        at = NOW + day * DAY
        assert desk.publish(title, at=at, **changes) == len(hearers)
        for name, account in everyone.items():
            told = [desk.told(a) for a in desk.alerts(account) if a.due_at == at]
            assert told == ([[title]] if name in hearers else []), (title, name)
            for alert in desk.alerts(account):
                desk.settle(alert)


def test_nobody_is_told_who_does_not_want_it_or_can_not_be_reached(desk: Desk) -> None:
    desk.publish("Electrician")
    session, later = desk.session, NOW + 2 * DAY
    desk.settle(desk.alerts()[0])
    mute(session, desk.siti, Mute.ALERTS, True)
    assert desk.publish("Satu", at=later) == 0
    mute(session, desk.siti, Mute.ALERTS, False)
    account = ensure_account(session, SITI.telegram_id, now=later)
    account.unreachable_since = later
    session.flush()
    assert desk.publish("Dua", at=later + MINUTE) == 0
    account.unreachable_since = None
    decline_consent(session, desk.siti)
    session.flush()
    assert desk.publish("Tiga", at=later + 2 * MINUTE) == 0
    welcome(session, SITI)
    unsubscribe(session, desk.siti)
    assert desk.publish("Empat", at=later + 3 * MINUTE) == 0
    assert len(desk.alerts()) == 1


def test_a_vacancy_is_announced_once_whatever_becomes_of_it(desk: Desk) -> None:
    desk.publish("Welder")
    desk.settle(desk.alerts()[0])
    report(desk.session, desk.stage, posting("Welder", "Welder GMAW"), now=NOW + DAY)
    assert announce_vacancies(desk.session, NOW + DAY) == 0
    report(desk.session, desk.stage, now=NOW + 2 * DAY)
    report(desk.session, desk.stage, posting("Welder", "Welder GMAW"), now=NOW + 3 * DAY)
    assert announce_vacancies(desk.session, NOW + 3 * DAY) == 0


def test_a_vacancy_that_has_closed_before_is_not_announced(desk: Desk) -> None:
    assert desk.publish("Welder", closes_at=NOW - MINUTE) == 0


def test_the_truth_is_read_again_when_an_alert_is_sent(desk: Desk) -> None:
    session = desk.session
    report(session, desk.stage, *(posting(t, t) for t in ("Welder", "Fitter", "Electrician")))
    announce_vacancies(session, NOW)
    (alert,) = desk.alerts()
    assert desk.told(alert) == ["Electrician", "Fitter", "Welder"]
    mark_vacancy(session, desk.siti, desk.id_of("Fitter"), Mark.HIDDEN, now=NOW)
    assert desk.told(alert) == ["Electrician", "Welder"]
    toggle_stream(session, desk.siti, "las", now=NOW)
    assert desk.told(alert) == ["Welder"]
    report(session, desk.stage, now=NOW + MINUTE)
    assert desk.told(alert) == []
    unsubscribe(session, desk.siti)
    assert desk.told(alert) == []


def test_what_was_announced_before_somebody_subscribed_is_no_news_to_them(desk: Desk) -> None:
    desk.publish("Welder")
    budi = welcome(desk.session, BUDI)
    subscribe(desk.session, budi, now=NOW + MINUTE)
    desk.publish("Electrician", at=NOW + HOUR)
    (alert,) = desk.alerts(budi)
    assert (alert.due_at, desk.told(alert)) == (NOW + HOUR, ["Electrician"])


def test_after_days_without_sending_one_message_tells_of_all(desk: Desk) -> None:
    for day, title in enumerate(("Welder", "Electrician", "Penjahit")):
        desk.publish(title, at=NOW + day * DAY)
    alerts, back = desk.alerts(), NOW + 2 * DAY + HOUR
    assert [desk.told(alert, at=back) for alert in alerts] == [
        [], [], ["Penjahit", "Electrician", "Welder"],
    ]  # fmt: skip


def test_what_a_lost_alert_would_have_told_comes_with_the_next(desk: Desk) -> None:
    for day, state in enumerate((State.SENT, State.FAILED, State.EXPIRED, State.CANCELLED)):
        desk.publish(f"Las {day}", at=NOW + day * DAY)
        desk.settle(desk.alerts()[-1], state)
    desk.publish("Las 4", at=NOW + 4 * DAY)
    assert desk.told(desk.alerts()[-1]) == ["Las 4", "Las 3", "Las 2", "Las 1"]
    assert desk.told(desk.alerts()[-1], at=NOW + 5 * DAY) == ["Las 4", "Las 3", "Las 2", "Las 1"]


def test_two_who_announce_at_once_write_one_alert(database: Database, stage: PartnerStage) -> None:
    with database.transaction() as session:
        desk = Desk(session, stage)
        report(session, stage, posting())
    start = Barrier(2)

    def announce(microseconds: int) -> int:
        start.wait(timeout=60)
        with database.transaction() as session:
            return announce_vacancies(session, NOW + timedelta(microseconds=microseconds))

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(announce, (0, 1))) == [0, 1]
    with database.snapshot() as session:
        kinds = session.scalars(select(Notice.kind).where(Notice.account_id == desk.siti)).all()
    assert kinds == [KIND]
