"""The settings' screens, and help."""

from collections.abc import Collection, Sequence
from datetime import time

from telegram import InlineKeyboardButton

from bot.callbacks import Press
from bot.keyboards import button, in_columns, ways_back
from bot.presses.ak1 import OpenAk1
from bot.presses.courses import OpenStreams
from bot.presses.settings import (
    ChooseLanguage,
    MuteBroadcasts,
    MuteReminders,
    OpenDomicile,
    OpenInterests,
    OpenMyData,
    OpenNews,
    OpenQuietHours,
    OpenReminderSettings,
    OpenSettings,
    SetDomicile,
    SetEvening,
    SetHoursBefore,
    SetQuietHours,
    ToggleInterest,
)
from bot.presses.vacancies import OpenAlerts
from bot.presses.welcome import OpenConsent
from bot.screens import Screen
from bot.views.paging import page_of, turning
from bot.views.streams import in_language
from catalog.programmes import ClusterLine
from people.regions import REGIONS, SHORT
from storage.models import Account
from texts import LANGUAGES, Speaker

EVENINGS = (18, 20)
HOURS = (1, 2, 3)
QUIET = ((21, 6), (22, 5), (20, 6))


def settings_screen(t: Speaker, account: Account) -> Screen:
    other = next(language for language in LANGUAGES if language != account.language)
    ways = [
        button(t.plain("settings-reminders"), OpenReminderSettings()),
        button(t.plain("settings-ak1"), OpenAk1()),
        button(t.plain("settings-news"), OpenNews()),
        button(t.plain("settings-domicile"), OpenDomicile()),
        button(t.plain("settings-interests"), OpenInterests(0)),
        button(t.plain("settings-quiet"), OpenQuietHours()),
        button(t.plain("settings-my-data"), OpenMyData()),
        button(t.plain(f"language-name-{other}"), ChooseLanguage(other)),
    ]
    place = REGIONS.get(account.domicile or "", "none")
    return Screen(t("settings-text", domicile=place), [*in_columns(ways), ways_back(t)])


def reminders_screen(t: Speaker, account: Account) -> Screen:
    """What is chosen has a tick; a tap on another choice takes effect at once."""
    if account.reminders_muted:
        on = button(t.plain("settings-unmute"), MuteReminders(muted=False))
        return Screen(t("settings-reminders-muted"), [[on], ways_back(t, OpenSettings())])
    mute = [button(t.plain("settings-mute"), MuteReminders(muted=True))]
    text = t(
        "settings-reminders-text",
        evening="none" if account.evening_hour is None else f"{account.evening_hour}.00",
        hours=account.hours_before or 0,
        quiet=_quiet(t, account),
    )
    rows = [*in_columns(_evenings(t, account)), *in_columns(_hours(t, account)), mute]
    return Screen(text, [*rows, ways_back(t, OpenSettings())])


def _evenings(t: Speaker, account: Account) -> list[InlineKeyboardButton]:
    now = account.evening_hour
    ways = [
        _choice(t.plain("settings-evening", hour=hour), SetEvening(hour), now == hour)
        for hour in EVENINGS
    ]
    return [*ways, _choice(t.plain("settings-no-evening"), SetEvening(0), now is None)]


def _hours(t: Speaker, account: Account) -> list[InlineKeyboardButton]:
    now = account.hours_before
    ways = [
        _choice(t.plain("settings-hours", hours=hours), SetHoursBefore(hours), now == hours)
        for hours in HOURS
    ]
    return [*ways, _choice(t.plain("settings-no-hours"), SetHoursBefore(0), now is None)]


def news_screen(t: Speaker, account: Account) -> Screen:
    """What comes unasked: broadcasts, on or off here, and the ways to the other kinds."""
    muted = account.broadcasts_muted
    caption = t.plain("settings-news-on") if muted else t.plain("settings-news-off")
    rows = [
        [button(caption, MuteBroadcasts(muted=not muted))],
        [button(t.plain("settings-reminders"), OpenReminderSettings())],
        [button(t.plain("settings-alerts"), OpenAlerts())],
        ways_back(t, OpenSettings()),
    ]
    return Screen(t("settings-news-text", broadcasts="off" if muted else "on"), rows)


def quiet_screen(t: Speaker, account: Account) -> Screen:
    ways = [
        _choice(f"{a}.00–{b:02}.00", SetQuietHours(a, b), _is_quiet(account, a, b))
        for a, b in QUIET
    ]
    never = account.quiet_from is None
    ways.append(_choice(t.plain("settings-quiet-never"), SetQuietHours(0, 0), never))
    text = t("settings-quiet-text", quiet="none" if never else _quiet(t, account))
    return Screen(text, [*in_columns(ways), ways_back(t, OpenSettings())])


def domicile_screen(t: Speaker, account: Account) -> Screen:
    ways = [
        _choice(name, SetDomicile(code), account.domicile == code) for code, name in SHORT.items()
    ]
    return Screen(t("settings-domicile-text"), [*in_columns(ways), ways_back(t, OpenSettings())])


def interests_screen(
    t: Speaker, clusters: Sequence[ClusterLine], chosen: Collection[int], page: int
) -> Screen:
    shown, page = page_of(clusters, page)
    ways = [
        _choice(in_language(t, line.title), ToggleInterest(line.id, page), line.id in chosen)
        for line in shown
    ]
    turn = turning(t, page, len(clusters), OpenInterests)
    rows = [*in_columns(ways), *turn, ways_back(t, OpenSettings())]
    return Screen(t("settings-interests-text"), rows)


def help_screen(t: Speaker, human: str) -> Screen:
    ways = [
        button(t.plain("menu-courses"), OpenStreams()),
        button(t.plain("help-consent"), OpenConsent()),
        button(t.plain("settings-my-data"), OpenMyData()),
    ]
    return Screen(t("help-text", human=human), [*in_columns(ways), ways_back(t)])


def _choice(caption: str, press: Press, chosen: bool) -> InlineKeyboardButton:
    return button(f"✓ {caption}" if chosen else caption, press)


def _quiet(t: Speaker, account: Account) -> str:
    if account.quiet_from is None or account.quiet_until is None:
        return t.plain("settings-quiet-never")
    return f"{account.quiet_from:%H.%M}–{account.quiet_until:%H.%M}"


def _is_quiet(account: Account, start: int, end: int) -> bool:
    return (account.quiet_from, account.quiet_until) == (time(start), time(end))
