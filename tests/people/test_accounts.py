"""Accounts, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import time, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from people.accounts import (
    CONSENT_VERSION,
    Mute,
    account_of,
    choose_domicile,
    choose_language,
    decline_consent,
    ensure_account,
    find_account,
    finish_welcome,
    give_consent,
    has_consented,
    mute,
    set_quiet_hours,
    set_reminders,
    stream_interests,
    toggle_stream_interest,
)
from people.errors import (
    EmptyQuietHours,
    ImpossibleHour,
    NoSuchAccount,
    OutdatedConsent,
    UnknownLanguage,
    UnknownRegion,
    UnknownStream,
)
from storage.models import Account
from tests.cast import NOW, SITI, open_database, set_stage


@pytest.fixture
def siti(session: Session) -> int:
    """Her account, as her first message has made it."""
    return ensure_account(session, SITI.telegram_id, language="id", now=NOW).id


def as_stored(session: Session, account_id: int) -> Account:
    session.flush()
    session.expire_all()
    return account_of(session, account_id)


def test_a_first_message_makes_an_account_and_the_next_finds_it(session: Session) -> None:
    first = ensure_account(session, SITI.telegram_id, language="en-GB", now=NOW)
    again = ensure_account(session, SITI.telegram_id, language="id", now=NOW + timedelta(1))
    assert (again.id, again.language, again.created_at) == (first.id, "en", NOW)
    assert (again.evening_hour, again.hours_before) == (18, 2)
    assert (again.quiet_from, again.quiet_until) == (time(21), time(6))


@pytest.mark.parametrize("code", ["su", "", None, "zh-hans"])
def test_a_language_that_is_not_spoken_begins_in_indonesian(
    session: Session, code: str | None
) -> None:
    assert ensure_account(session, SITI.telegram_id, language=code, now=NOW).language == "id"


def test_first_messages_at_the_same_time_make_one_account(database_url: str) -> None:
    database = open_database(database_url)

    def meet(_turn: int) -> int:
        with database.transaction() as session:
            return ensure_account(session, SITI.telegram_id, now=NOW).id

    with ThreadPoolExecutor(8) as threads:
        ids = set(threads.map(meet, range(16)))
    with database.snapshot() as session:
        assert (len(ids), session.scalar(select(func.count(Account.id)))) == (1, 1)
    database.close()


def test_whoever_writes_again_is_reachable_again(session: Session, siti: int) -> None:
    account = account_of(session, siti)
    account.unreachable_since, account.unreachable_reason = NOW, "blocked"
    session.flush()
    ensure_account(session, SITI.telegram_id, now=NOW)
    account = as_stored(session, siti)
    assert (account.unreachable_since, account.unreachable_reason) == (None, None)


def test_consent_is_given_to_the_present_text_and_can_be_taken_back(
    session: Session, siti: int
) -> None:
    assert not has_consented(account_of(session, siti))
    give_consent(session, siti, CONSENT_VERSION, NOW)
    account = give_consent(session, siti, CONSENT_VERSION, NOW + timedelta(hours=1))
    assert (has_consented(account), account.consented_at) == (True, NOW)
    account = decline_consent(session, siti)
    assert (account.consent_version, has_consented(account)) == (CONSENT_VERSION, False)


def test_consent_to_an_older_text_is_none(session: Session, siti: int) -> None:
    with pytest.raises(OutdatedConsent):
        give_consent(session, siti, "2020-01", NOW)
    account = account_of(session, siti)
    account.consent_version, account.consented_at = "2020-01", NOW
    assert not has_consented(account)


def test_choices_are_kept(session: Session, siti: int) -> None:
    choose_language(session, siti, "en")
    choose_domicile(session, siti, "3673")
    set_reminders(session, siti, evening_hour=19, hours_before=None)
    set_quiet_hours(session, siti, time(22), time(5, 30))
    mute(session, siti, Mute.ALERTS, True)
    finish_welcome(session, siti, NOW)
    finish_welcome(session, siti, NOW + timedelta(1))
    account = as_stored(session, siti)
    assert find_account(session, SITI.telegram_id) is account
    assert (account.language, account.domicile, account.welcomed_at) == ("en", "3673", NOW)
    assert (account.evening_hour, account.hours_before) == (19, None)
    assert (account.quiet_from, account.quiet_until) == (time(22), time(5, 30))
    assert (account.reminders_muted, account.alerts_muted) == (False, True)


def test_muting_and_quiet_hours_can_be_undone(session: Session, siti: int) -> None:
    mute(session, siti, Mute.REMINDERS, True)
    assert account_of(session, siti).reminders_muted
    account = mute(session, siti, Mute.REMINDERS, False)
    assert not account.reminders_muted
    account = set_quiet_hours(session, siti, None, None)
    assert (account.quiet_from, account.quiet_until) == (None, None)


def test_impossible_choices_are_refused_by_name(session: Session, siti: int) -> None:
    with pytest.raises(UnknownLanguage):
        choose_language(session, siti, "fr")
    with pytest.raises(UnknownRegion):
        choose_domicile(session, siti, "3201")
    with pytest.raises(UnknownStream):
        toggle_stream_interest(session, siti, 999)
    with pytest.raises(NoSuchAccount):
        choose_language(session, siti + 1, "id")


@pytest.mark.parametrize(("evening", "ahead"), [(3, 2), (24, 2), (18, 0), (18, 48)])
def test_reminders_have_sensible_hours(
    session: Session, siti: int, evening: int, ahead: int
) -> None:
    with pytest.raises(ImpossibleHour):
        set_reminders(session, siti, evening_hour=evening, hours_before=ahead)


@pytest.mark.parametrize(("begin", "end"), [(time(21), None), (None, time(6)), (time(6), time(6))])
def test_quiet_hours_have_a_begin_and_another_end(
    session: Session, siti: int, begin: time | None, end: time | None
) -> None:
    with pytest.raises(EmptyQuietHours):
        set_quiet_hours(session, siti, begin, end)


def test_interest_in_a_stream_is_turned_on_and_off(session: Session, siti: int) -> None:
    cluster = set_stage(session).cluster_id
    assert toggle_stream_interest(session, siti, cluster)
    assert stream_interests(session, siti) == {cluster}
    assert not toggle_stream_interest(session, siti, cluster)
    assert stream_interests(session, siti) == frozenset()


def test_being_here_is_written_once_a_day(session: Session) -> None:
    account = ensure_account(session, SITI.telegram_id, now=NOW)
    seen = []
    for hours in (0, 23, 24, 47, 48):
        ensure_account(session, SITI.telegram_id, now=NOW + timedelta(hours=hours))
        seen.append(account.last_seen_at)
    day = timedelta(days=1)
    assert seen == [NOW, NOW, NOW + day, NOW + day, NOW + 2 * day]
