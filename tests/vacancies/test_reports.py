"""What partners report, and what becomes of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.database import Database
from storage.models import Cluster, Feed, Vacancy, VacancyStream
from tests.cast import NOW
from tests.vacancies.partner_stage import PartnerStage, posting, report
from vacancies.errors import UnknownPartner
from vacancies.postings import Wage
from vacancies.refusals import Refusal
from vacancies.reports import TakenIn, take_in

LATER = NOW + timedelta(hours=1)


def one(session: Session, reference: str = "L-1") -> Vacancy:
    return session.scalars(select(Vacancy).where(Vacancy.reference == reference)).one()


def streams(session: Session, reference: str = "L-1") -> set[str]:
    slugs = select(Cluster.slug).join(VacancyStream).join(Vacancy)
    return set(session.scalars(slugs.where(Vacancy.reference == reference)))


def test_a_first_report_becomes_vacancies(database: Database, stage: PartnerStage) -> None:
    posted, closes = NOW - timedelta(days=2), NOW + timedelta(days=9)
    first = posting(posted_at=posted, closes_at=closes, url="https://x/1", openings=3)
    with database.transaction() as session:
        taken = report(
            session, stage, first, posting("L-2", "Sopir", description="Mengemudi."), example=True
        )
    assert taken == TakenIn(added=2)
    with database.snapshot() as session:
        vacancy = one(session)
        assert (vacancy.title, vacancy.place, vacancy.region) == (
            first.title, first.place, first.region,
        )  # fmt: skip
        assert (vacancy.wage_min, vacancy.wage_max) == (5_000_000, 6_000_000)
        assert (vacancy.currency, vacancy.wage_unit) == ("IDR", "MONTH")
        assert (vacancy.posted_at, vacancy.closes_at) == (posted, closes)
        assert (vacancy.first_seen_at, vacancy.updated_at) == (NOW, NOW)
        assert (vacancy.example, vacancy.announced_at, vacancy.openings) == (True, None, 3)
        assert (streams(session), streams(session, "L-2")) == ({"las"}, set())


def test_what_is_unchanged_stays_so(database: Database, stage: PartnerStage) -> None:
    with database.transaction() as session:
        report(session, stage, posting())
    with database.transaction() as session:
        assert report(session, stage, posting(), now=LATER) == TakenIn(unchanged=1)
    with database.snapshot() as session:
        assert one(session).updated_at == NOW


def test_what_has_changed_is_brought_up_to_date(database: Database, stage: PartnerStage) -> None:
    reports = [
        posting(title="Juru Las GMAW"),
        posting(description="Lain."),
        posting(place="Gresik", region=None),
        posting(wage=Wage(5_500_000, 6_000_000, "IDR", "MONTH")),
        posting(closes_at=LATER),
        posting(posted_at=NOW - timedelta(days=1)),
    ]
    with database.transaction() as session:
        report(session, stage, posting())
    for hours, changed in enumerate(reports, 1):
        now = NOW + timedelta(hours=hours)
        with database.transaction() as session:
            assert report(session, stage, changed, now=now) == TakenIn(changed=1)
            vacancy = one(session)
            assert (vacancy.updated_at, vacancy.first_seen_at) == (now, NOW)
            assert (vacancy.title, vacancy.place) == (changed.title, changed.place)


def test_another_trade_brings_other_streams(database: Database, stage: PartnerStage) -> None:
    with database.transaction() as session:
        report(session, stage, posting(), posting("L-2", "Welder"))
    with database.transaction() as session:
        report(session, stage, posting(title="Electrician"), posting("L-2", "Welder"))
        assert (streams(session), streams(session, "L-2")) == ({"elektro"}, {"las"})


def test_a_vacancy_that_left_a_complete_feed_is_withdrawn_until_it_comes_back(
    database: Database, stage: PartnerStage
) -> None:
    with database.transaction() as session:
        report(session, stage, posting(), posting("L-2"))
    with database.transaction() as session:
        taken = report(session, stage, posting(), now=LATER)
        assert taken == TakenIn(unchanged=1, withdrawn=1)
        assert one(session, "L-2").withdrawn_at == LATER
    with database.transaction() as session:
        assert report(session, stage, posting(), now=LATER) == TakenIn(unchanged=1)
    with database.transaction() as session:
        taken = report(session, stage, posting(), posting("L-2"), now=LATER)
        assert taken == TakenIn(unchanged=1, reopened=1)
        assert one(session, "L-2").withdrawn_at is None


def test_nothing_is_withdrawn_by_an_incomplete_feed_nor_what_was_misread(
    database: Database, stage: PartnerStage
) -> None:
    with database.transaction() as session:
        report(session, stage, posting(), posting("L-2"))
    with database.transaction() as session:
        assert report(session, stage, feed_complete=False).withdrawn == 0
        assert report(session, stage, misread={"L-1", "L-2"}).withdrawn == 0
        assert report(session, stage).withdrawn == 2


def test_a_feed_speaks_only_for_its_own_vacancies(database: Database, stage: PartnerStage) -> None:
    with database.transaction() as session:
        feeds = [Feed(partner_id=stage.partner_id, location=name) for name in ("a", "b")]
        session.add_all(feeds)
        session.flush()
        report(session, stage, posting("A"), feed_id=feeds[0].id)
        report(session, stage, posting("B"), feed_id=feeds[1].id)
        assert report(session, stage, feed_id=feeds[0].id) == TakenIn(withdrawn=1)
        assert (one(session, "A").withdrawn_at, one(session, "B").withdrawn_at) == (NOW, None)


def test_two_partners_may_use_the_same_reference(database: Database, stage: PartnerStage) -> None:
    with database.transaction() as session:
        report(session, stage, posting())
        mine = replace(posting(), company="PT. Lain, Tbk.")
        other = take_in(session, stage.other_id, [mine], feed_complete=True, now=NOW)
        assert other == TakenIn(added=1)
        assert {v.withdrawn_at for v in session.scalars(select(Vacancy))} == {None}


def test_who_asks_for_money_is_refused_and_taken_down(
    database: Database, stage: PartnerStage
) -> None:
    with database.transaction() as session:
        report(session, stage, posting())
    with database.transaction() as session:
        fraud = posting(description="Cukup transfer uang jaminan.")
        taken = report(session, stage, fraud, feed_complete=False, now=LATER)
        assert taken.refused == (
            Refusal("L-1", "Juru Las SMAW", 'asks for money: "transfer uang"'),
        )
        assert (taken.withdrawn, one(session).withdrawn_at) == (1, LATER)
        assert one(session).description == "Mengelas rangka."


def test_a_date_to_come_does_not_put_a_vacancy_on_top(
    database: Database, stage: PartnerStage
) -> None:
    future = posting(posted_at=NOW + timedelta(days=400))
    with database.transaction() as session:
        report(session, stage, future)
        assert one(session).posted_at == NOW
        assert report(session, stage, future, now=LATER) == TakenIn(unchanged=1)


def test_a_partner_must_be_known(database: Database, stage: PartnerStage) -> None:
    with database.transaction() as session, pytest.raises(UnknownPartner):
        take_in(session, 999, [], feed_complete=True, now=NOW)
