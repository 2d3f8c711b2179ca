"""Dates, times and money as people in Indonesia (or readers of English) write them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_interval
from babel.numbers import format_decimal

from texts import Speaker

WIB = ZoneInfo("Asia/Jakarta")
LOCALES = {"en": "en_GB"}
"""Days before months in English, too."""
ZONE_NAMES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


def day(value: date, language: str) -> str:
    """Senin, 24 November 2025."""
    return str(format_date(value, "EEEE, d MMMM y", locale=language))


def day_of(value: datetime, language: str, zone: ZoneInfo = WIB) -> str:
    """The local day of an aware moment: Senin, 24 November 2025."""
    return day(value.astimezone(zone).date(), language)


def short_day(value: date, language: str) -> str:
    """Sen, 24 Nov: for a button's caption."""
    return str(format_date(value, "EEE, d MMM", locale=language))


def span(first: date, last: date, language: str) -> str:
    """3–13 Des 2026, or 3 Des 2026 for one day: for lists, where a full date is too long."""
    return str(format_interval(first, last, "yMMMd", locale=LOCALES.get(language, language)))


def clock(value: datetime, zone: ZoneInfo = WIB) -> str:
    """07.30, the local hour of an aware moment."""
    return value.astimezone(zone).strftime("%H.%M")


def moment(value: datetime, t: Speaker, zone: ZoneInfo = WIB) -> str:
    """Senin, 24 November 2025, pukul 07.30 WIB."""
    local = value.astimezone(zone).date()
    return t("moment", day=day(local, t.language), clock=clock(value, zone), zone=zone_name(zone))


def near(value: datetime, now: datetime, t: Speaker, zone: ZoneInfo = WIB) -> str:
    """As `moment`, but today and tomorrow as people say them: "besok pagi, 07.30 WIB"."""
    local = value.astimezone(zone)
    away = (local.date() - now.astimezone(zone).date()).days
    if away not in (0, 1):
        return moment(value, t, zone)
    which = ("today", "tomorrow")[away]
    return t(
        f"near-{which}-{_part_of_day(local.hour)}", clock=clock(value, zone), zone=zone_name(zone)
    )


def zone_name(zone: ZoneInfo) -> str:
    """WIB for Asia/Jakarta; elsewhere the zone's own name."""
    return ZONE_NAMES.get(zone.key, zone.key)


def rupiah(amount: int) -> str:
    """Rp 4.900.000."""
    return f"Rp {format_decimal(amount, locale='id')}"


def _part_of_day(hour: int) -> str:
    ends = {"morning": 11, "noon": 15, "afternoon": 18}
    return next((part for part, end in ends.items() if hour < end), "evening")
