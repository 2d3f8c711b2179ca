"""Accounts: made at the first message, then shaped by what their holders wish."""

from datetime import datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from people.errors import (
    EmptyQuietHours,
    ImpossibleHour,
    NoSuchAccount,
    OutdatedConsent,
    UnknownLanguage,
    UnknownRegion,
    UnknownStream,
)
from people.regions import REGIONS
from storage.memory import reads
from storage.models import Account, Cluster, StreamInterest
from storage.upserts import insert_into
from texts import FALLBACK, LANGUAGES

CONSENT_VERSION = "2026-12"
"""Names the text on the use of data that people are shown now; changes whenever that text does."""

EVENING_HOURS = range(15, 23)
HOURS_BEFORE = range(1, 13)
SEEN_ANEW_AFTER = timedelta(days=1)
"""When somebody was last seen is true to that: written once a day, and not at every tap."""

# Each update from Telegram runs it: built once, it costs half as much.
_BY_TELEGRAM_ID = select(Account).where(Account.telegram_id == bindparam("telegram_id"))


class Mute(StrEnum):
    """What can be silenced as a whole."""

    REMINDERS = "reminders"
    ALERTS = "alerts"
    BROADCASTS = "broadcasts"


def ensure_account(
    session: Session, telegram_id: int, *, language: str | None = None, now: datetime
) -> Account:
    """The account of a Telegram user, made at its first message.

    `language` is Telegram's code ("id", "en-GB") and counts only for a new account. Whoever
    writes is reachable again, whatever became of earlier messages to them.
    """
    account = find_account(session, telegram_id)
    if account is None:
        account = _open_account(session, telegram_id, _spoken(language), now)
    if account.unreachable_since is not None:
        account.unreachable_since = account.unreachable_reason = None
    if not was_seen(account, now):
        account.last_seen_at = now
    return account


def was_seen(account: Account, now: datetime) -> bool:
    """Whether it is written already that they were here within a day of `now`."""
    seen = account.last_seen_at
    return seen is not None and now - seen < SEEN_ANEW_AFTER


@reads("accounts")
def find_account(session: Session, telegram_id: int) -> Account | None:
    return session.scalar(_BY_TELEGRAM_ID, {"telegram_id": telegram_id})


def account_of(session: Session, account_id: int) -> Account:
    """Raises NoSuchAccount."""
    account = session.get(Account, account_id)
    if account is None:
        raise NoSuchAccount(account_id)
    return account


def has_consented(account: Account) -> bool:
    """Whether its holder agreed to the use of data as it is worded now."""
    return consent_holds(account.consent_version, account.consented_at)


def consent_holds(version: str | None, consented_at: datetime | None) -> bool:
    """The same, from the two columns that tell it."""
    return version == CONSENT_VERSION and consented_at is not None


def has_declined(account: Account) -> bool:
    """Whether its holder has read the text on the use of data and said no."""
    return account.consent_version is not None and account.consented_at is None


def give_consent(session: Session, account_id: int, version: str, now: datetime) -> Account:
    """Given twice, the first time counts. Raises OutdatedConsent for an older text's button."""
    if version != CONSENT_VERSION:
        raise OutdatedConsent(version)
    account = account_of(session, account_id)
    if not has_consented(account):
        account.consent_version, account.consented_at = version, now
    return account


def decline_consent(session: Session, account_id: int) -> Account:
    """Read and declined, or taken back: what is stored already goes only by `privacy.erase`."""
    account = account_of(session, account_id)
    account.consent_version, account.consented_at = CONSENT_VERSION, None
    return account


def choose_language(session: Session, account_id: int, language: str) -> Account:
    """Raises UnknownLanguage."""
    if language not in LANGUAGES:
        raise UnknownLanguage(language)
    account = account_of(session, account_id)
    account.language = language
    return account


def choose_domicile(session: Session, account_id: int, region: str | None) -> Account:
    """`region` is a code of people.regions; None forgets it. Raises UnknownRegion."""
    if region is not None and region not in REGIONS:
        raise UnknownRegion
    account = account_of(session, account_id)
    account.domicile = region
    return account


def stream_interests(session: Session, account_id: int) -> frozenset[int]:
    """The ids of the clusters that this account cares for."""
    chosen = select(StreamInterest.cluster_id).where(StreamInterest.account_id == account_id)
    return frozenset(session.scalars(chosen))


def toggle_stream_interest(session: Session, account_id: int, cluster_id: int) -> bool:
    """True: cared for from now on; False: no longer. Raises UnknownStream."""
    if session.get(Cluster, cluster_id) is None:
        raise UnknownStream(cluster_id)
    chosen = delete(StreamInterest).where(
        StreamInterest.account_id == account_id, StreamInterest.cluster_id == cluster_id
    )
    if session.execute(chosen.returning(StreamInterest.cluster_id)).first() is not None:
        return False
    values = {"account_id": account_id, "cluster_id": cluster_id}
    session.execute(insert_into(session, StreamInterest).values(values).on_conflict_do_nothing())
    return True


def finish_welcome(session: Session, account_id: int, now: datetime) -> Account:
    account = account_of(session, account_id)
    account.welcomed_at = account.welcomed_at or now
    return account


def set_reminders(
    session: Session, account_id: int, *, evening_hour: int | None, hours_before: int | None
) -> Account:
    """Local hour of the evening before (15–22) and hours ahead (1–12); None switches one off.

    Raises ImpossibleHour.
    """
    if evening_hour is not None and evening_hour not in EVENING_HOURS:
        raise ImpossibleHour(evening_hour)
    if hours_before is not None and hours_before not in HOURS_BEFORE:
        raise ImpossibleHour(hours_before)
    account = account_of(session, account_id)
    account.evening_hour, account.hours_before = evening_hour, hours_before
    return account


def mute(session: Session, account_id: int, kind: Mute, on: bool) -> Account:
    account = account_of(session, account_id)
    setattr(account, f"{kind.value}_muted", on)
    return account


def set_quiet_hours(
    session: Session, account_id: int, quiet_from: time | None, quiet_until: time | None
) -> Account:
    """Local times, over midnight where `from` is the later one; both None: never quiet.

    Raises EmptyQuietHours.
    """
    if (quiet_from is None) != (quiet_until is None) or (
        quiet_from is not None and quiet_from == quiet_until
    ):
        raise EmptyQuietHours(quiet_from, quiet_until)
    account = account_of(session, account_id)
    account.quiet_from, account.quiet_until = quiet_from, quiet_until
    return account


def _open_account(session: Session, telegram_id: int, language: str, now: datetime) -> Account:
    values = {"telegram_id": telegram_id, "language": language, "created_at": now}
    # Two first messages may arrive at once: whoever comes second finds the row of the other.
    session.execute(insert_into(session, Account).values(values).on_conflict_do_nothing())
    account = find_account(session, telegram_id)
    assert account is not None
    return account


def _spoken(language: str | None) -> str:
    code = (language or FALLBACK).split("-")[0].lower()
    return code if code in LANGUAGES else FALLBACK
