"""The AK1 card: its date as people type it, and what follows from it."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from people.accounts import account_of, decline_consent
from people.ak1 import (
    Ak1,
    ask_ak1,
    asked_for_ak1,
    forget_ak1,
    leave_ak1,
    read_ak1_date,
    tell_ak1,
)
from people.errors import Ak1Expired, Ak1InFuture, Ak1NotADate, ConsentMissing
from tests.cast import SITI

TODAY = date(2025, 11, 17)


@pytest.mark.parametrize(
    "text",
    [
        "3/11/2025",
        "03-11-2025",
        "3.11.25",
        "3 11 2025",
        "3 November 2025",
        "3 nov 2025",
        "tanggal 3 bulan 11 tahun 2025",
        "Tgl. 3 Nopember 2025",
        "November 3, 2025",
        "2025-11-03",
        "03112025",
        "  3 / 11 / 2025 ",
    ],
)
def test_a_date_is_read_as_people_type_it(text: str) -> None:
    assert read_ak1_date(text, today=TODAY) == date(2025, 11, 3)


@pytest.mark.parametrize("text", ["hari ini", "Hari ini.", "today", "HARIINI", "sekarang"])
def test_today_is_a_date(text: str) -> None:
    assert read_ak1_date(text, today=TODAY) == TODAY


def test_yesterday_is_one_too() -> None:
    assert read_ak1_date("kemarin", today=TODAY) == date(2025, 11, 16)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "las",
        "?!?",
        "3/11",
        "3/13/2025",
        "31/2/2025",
        "29/2/2025",
        "0/1/2025",
        "1/1/202",
        "3 blah 2025",
        "3673014501990003",
        "jan feb mar",
        "9" * 30,
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Ak1NotADate):
        read_ak1_date(text, today=TODAY)


def test_a_card_from_tomorrow_and_one_that_has_ended_are_refused_with_their_dates() -> None:
    with pytest.raises(Ak1InFuture) as early:
        read_ak1_date("18/11/2025", today=TODAY)
    assert early.value.facts == {"issued_on": date(2025, 11, 18)}
    with pytest.raises(Ak1Expired) as late:
        read_ak1_date("17/11/2023", today=TODAY)
    assert late.value.facts == {"issued_on": date(2023, 11, 17), "ended_on": TODAY}
    assert read_ak1_date("18/11/2023", today=TODAY) == date(2023, 11, 18)


def test_a_card_knows_its_next_report_and_its_end() -> None:
    card = Ak1(date(2025, 8, 31))
    assert card.ends_on == date(2027, 8, 31)
    days = [date(2025, 9, 1), date(2026, 2, 28), date(2026, 3, 1), date(2027, 2, 28)]
    reports = [date(2026, 2, 28), date(2026, 2, 28), date(2026, 8, 31), date(2027, 2, 28)]
    assert [card.next_report(day) for day in days] == reports
    assert card.next_report(date(2027, 3, 1)) is None


def test_the_date_is_asked_for_kept_and_forgotten(session: Session, siti: int) -> None:
    ask_ak1(session, siti)
    assert asked_for_ak1(session) == [SITI.telegram_id]
    with pytest.raises(Ak1NotADate):
        tell_ak1(session, siti, "las", today=TODAY)
    assert asked_for_ak1(session) == [SITI.telegram_id]
    assert tell_ak1(session, siti, "3/11/2025", today=TODAY).ak1_issued_on == date(2025, 11, 3)
    assert asked_for_ak1(session) == []
    ask_ak1(session, siti)
    assert leave_ak1(session, siti).ak1_issued_on == date(2025, 11, 3)
    assert (forget_ak1(session, siti).ak1_issued_on, asked_for_ak1(session)) == (None, [])


def test_without_consent_nothing_is_asked_nor_kept(session: Session, siti: int) -> None:
    decline_consent(session, siti)
    with pytest.raises(ConsentMissing):
        ask_ak1(session, siti)
    with pytest.raises(ConsentMissing):
        tell_ak1(session, siti, "3/11/2025", today=TODAY)
    account = account_of(session, siti)
    assert (account.asked, account.ak1_issued_on) == (None, None)
