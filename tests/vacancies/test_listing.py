"""Lists of vacancies, one in detail, and marks."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from storage.database import Database
from tests.cast import BUDI, NOW, SITI, welcome
from tests.vacancies.partner_stage import PartnerStage, posting, report
from vacancies.cards import Mark, Stream
from vacancies.errors import UnknownVacancy
from vacancies.listing import Filters, list_vacancies, mark_vacancy, show_vacancy

DAY = timedelta(days=1)


def titles(session: Session, filters: Filters | None = None, **how: Any) -> list[str]:
    return [card.title for card in list_vacancies(session, filters, **{"now": NOW, **how}).cards]


def id_of(session: Session, title: str) -> int:
    cards = list_vacancies(session, now=NOW).cards
    return next(card.id for card in cards if card.title == title)


def test_open_vacancies_come_newest_first_and_by_filter(
    database: Database, stage: PartnerStage
) -> None:
    with database.transaction() as session:
        report(
            session,
            stage,
            posting("1", "Welder", posted_at=NOW - 3 * DAY),
            posting("2", "Electrician", posted_at=NOW - DAY, place="Gresik", region=None),
            posting("3", "Welder Tokyo", posted_at=NOW - 2 * DAY, country="JP", region=None),
            posting("4", "Las lama", closes_at=NOW - timedelta(seconds=1)),
            posting("5", "Las hari ini", posted_at=NOW - 4 * DAY, closes_at=NOW),
        )
        newest_first = ["Electrician", "Welder Tokyo", "Welder", "Las hari ini"]
        assert titles(session) == newest_first
        assert titles(session, Filters(stream="elektro")) == ["Electrician"]
        assert titles(session, Filters(stream="garmen")) == []
        assert titles(session, Filters(region="3603")) == ["Welder", "Las hari ini"]
        assert titles(session, Filters(abroad=True)) == ["Welder Tokyo"]
        assert titles(session, Filters(abroad=False, stream="las")) == ["Welder", "Las hari ini"]
        assert titles(session, now=NOW + DAY) == newest_first[:3]
        report(session, stage, posting("1", "Welder", posted_at=NOW - 3 * DAY))
        assert titles(session) == ["Welder"]


def test_a_page_holds_six_and_a_number_out_of_range_is_the_nearest(
    database: Database, stage: PartnerStage
) -> None:
    with database.transaction() as session:
        jobs = [posting(str(n), f"Las {n}", posted_at=NOW - n * DAY) for n in range(8)]
        report(session, stage, *jobs)
        first, last = (list_vacancies(session, page=n, now=NOW) for n in (-3, 99))
        nothing = list_vacancies(session, Filters(abroad=True), now=NOW)
    assert [card.title for card in first.cards] == [f"Las {n}" for n in range(6)]
    assert [card.title for card in last.cards] == ["Las 6", "Las 7"]
    assert [(p.number, p.pages, p.total) for p in (first, last, nothing)] == [
        (0, 2, 8), (1, 2, 8), (0, 1, 0),
    ]  # fmt: skip


def test_one_is_shown_with_everything_known_of_it(database: Database, stage: PartnerStage) -> None:
    closes = NOW + DAY
    with database.transaction() as session:
        told = posting(title="Welder dan Electrician", closes_at=closes, openings=2)
        report(session, stage, told, example=True)
        card = show_vacancy(session, id_of(session, told.title), now=NOW)
        assert not show_vacancy(session, card.id, now=closes + DAY).open
        with pytest.raises(UnknownVacancy):
            show_vacancy(session, card.id + 1, now=NOW)
    assert (card.company, card.verified_by) == ("PT Supra", "MoU dengan UPTD Pelatihan Kerja")
    assert (card.place, card.region, card.country) == (told.place, "3603", "ID")
    assert (card.wage, card.openings, card.closes_at) == (told.wage, 2, closes)
    assert (card.open, card.example, card.mark) == (True, True, None)
    assert card.streams == (
        Stream("las", {"id": "las", "en": "las"}),
        Stream("elektro", {"id": "elektro", "en": "elektro"}),
    )


def test_marks_are_each_persons_own_and_can_be_taken_away(
    database: Database, stage: PartnerStage
) -> None:
    with database.transaction() as session:
        siti, budi = welcome(session, SITI), welcome(session, BUDI)
        report(session, stage, posting("1", "Welder"), posting("2", "Electrician"))
        welder, electrician = id_of(session, "Welder"), id_of(session, "Electrician")
        for _ in range(2):
            mark_vacancy(session, siti, welder, Mark.HIDDEN, now=NOW)
            mark_vacancy(session, siti, electrician, Mark.SAVED, now=NOW)
        assert titles(session, account_id=siti) == ["Electrician"]
        assert titles(session, account_id=budi) == ["Electrician", "Welder"]
        assert titles(session, Filters(saved=True), account_id=siti) == ["Electrician"]
        assert titles(session, Filters(saved=True), account_id=budi) == []
        assert show_vacancy(session, welder, account_id=siti, now=NOW).mark is Mark.HIDDEN
        mark_vacancy(session, siti, welder, Mark.SAVED, now=NOW)
        mark_vacancy(session, siti, electrician, None, now=NOW)
        mark_vacancy(session, siti, electrician, None, now=NOW)
        assert titles(session, Filters(saved=True), account_id=siti) == ["Welder"]
        with pytest.raises(UnknownVacancy):
            mark_vacancy(session, siti, 999, Mark.SAVED, now=NOW)


def test_what_was_saved_is_still_found_after_it_has_closed(
    database: Database, stage: PartnerStage
) -> None:
    with database.transaction() as session:
        siti = welcome(session, SITI)
        report(session, stage, posting("1", "Welder", posted_at=NOW - DAY), posting("2", "Las"))
        for title in ("Welder", "Las"):
            mark_vacancy(session, siti, id_of(session, title), Mark.SAVED, now=NOW)
        report(session, stage, posting("1", "Welder", posted_at=NOW - DAY))
        saved = list_vacancies(session, Filters(saved=True), account_id=siti, now=NOW)
    assert [(card.title, card.open) for card in saved.cards] == [("Welder", True), ("Las", False)]
