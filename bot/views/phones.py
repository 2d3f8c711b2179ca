"""Somebody changes phones: asking on the new one, and what both phones are told."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.keyboards import Row, button, ways_back
from bot.presses.phones import AskPhone, NotMe, OpenPhones, UsePhoneLink, WithdrawPhone
from bot.presses.schedule import OpenApplication, OpenScheduleBelow
from bot.presses.settings import OpenMyData
from bot.presses.welcome import OpenConsent
from bot.screens import Screen
from bot.views.vacancies import short
from intake.applications.rows import ApplicationView
from intake.takeovers.rows import TakeoverView
from texts import Safe, Speaker
from texts.moments import moment

LONGEST_NAME = 24
MOST_APPLICATIONS = 3


def ask_number_screen(t: Speaker, hint: str = "") -> Screen:
    """Which registration? The question is open: what is typed answers it."""
    text = t("phones-ask")
    return Screen(f"{hint}\n\n{text}" if hint else text, [ways_back(t, OpenMyData())])


def waiting_screen(t: Speaker, asked: TakeoverView, zone: ZoneInfo) -> Screen:
    """Asked already: the code itself is told once, and kept by nobody."""
    text = t("phones-waiting", number=asked.number, until=_when(asked.expires_at, t, zone))
    rows = [
        [button(t.plain("phones-new-code"), AskPhone(asked.application_id))],
        [button(t.plain("phones-withdraw"), WithdrawPhone(asked.id))],
        ways_back(t, OpenMyData()),
    ]
    return Screen(text, rows)


def code_screen(t: Speaker, asked: TakeoverView, code: str, zone: ZoneInfo) -> Screen:
    """To be shown at the counter: in a message of its own."""
    text = t(
        "phones-code",
        code=f"{code[:4]} {code[4:]}",
        number=asked.number,
        provider=short(asked.provider_name, 60),
        until=_when(asked.expires_at, t, zone),
    )
    withdraw = button(t.plain("phones-withdraw"), WithdrawPhone(asked.id))
    return Screen(text, [[withdraw], ways_back(t)])


def consent_screen(t: Speaker) -> Screen:
    """Somebody's data is to come here: first they know what becomes of it."""
    read = button(t.plain("registration-read-consent"), OpenConsent())
    on = button(t.plain("phones-go-on"), OpenPhones())
    return Screen(t("phones-consent"), [[read], [on], ways_back(t)])


def withdrawn_screen(t: Speaker) -> Screen:
    return Screen(t("phones-withdrawn"), [ways_back(t, OpenMyData())])


def link_screen(t: Speaker, seen: TakeoverView, code: str) -> Screen:
    """Opened on a phone: is it the right one?"""
    text = t("phones-link", name=short(seen.first_name, LONGEST_NAME), number=seen.number)
    here = button(t.plain("phones-link-yes"), UsePhoneLink(code))
    return Screen(text, [[here], ways_back(t)])


def link_consent_screen(t: Speaker, code: str) -> Screen:
    read = button(t.plain("registration-read-consent"), OpenConsent())
    on = button(t.plain("phones-link-yes"), UsePhoneLink(code))
    return Screen(t("phones-consent"), [[read], [on], ways_back(t)])


def refused_screen(t: Speaker, words: str) -> Screen:
    return Screen(words, [ways_back(t, OpenMyData())])


def came_screen(t: Speaker, name: str, applications: Sequence[ApplicationView]) -> Screen:
    """On the new phone: whatever is theirs is here. An offer is answered from its registration."""
    shown = applications[:MOST_APPLICATIONS]
    lines = [_line(t, each) for each in shown]
    text = t("phones-came", name=short(name, LONGEST_NAME), lines=Safe("\n".join(lines)))
    rows: list[Row] = [
        [button(t.plain("schedule-see-number", number=each.number), OpenApplication(each.id))]
        for each in shown
    ]
    schedule = button(t.plain("letter-see-schedule"), OpenScheduleBelow())
    return Screen(text, [*rows, [schedule], ways_back(t)])


def left_screen(t: Speaker, takeover: TakeoverView, when: datetime, zone: ZoneInfo) -> Screen:
    """On the old phone: plainly, and how to object."""
    text = t(
        "phones-left",
        name=short(takeover.first_name, LONGEST_NAME),
        number=takeover.number,
        provider=short(takeover.provider_name, 60),
        when=_when(when, t, zone),
    )
    return Screen(text, [[button(t.plain("phones-not-me"), NotMe(takeover.id))], ways_back(t)])


def not_me_screen(t: Speaker, takeover: TakeoverView) -> Screen:
    text = t(
        "phones-object",
        name=short(takeover.first_name, LONGEST_NAME),
        number=takeover.number,
        provider=short(takeover.provider_name, 60),
    )
    back = button(t.plain("phones-want-back"), AskPhone(takeover.application_id))
    return Screen(text, [[back], ways_back(t)])


def refusal_screen(t: Speaker, takeover: TakeoverView, why: str) -> Screen:
    text = t("phones-refused", number=takeover.number, why=why)
    again = button(t.plain("phones-new-code"), AskPhone(takeover.application_id))
    return Screen(text, [[again], ways_back(t)])


def _line(t: Speaker, application: ApplicationView) -> Safe:
    return t(
        "schedule-line",
        number=application.number,
        name=application.called or "none",
        programme=application.programme_title,
        state=t(f"schedule-state-{application.state.value}"),
    )


def _when(value: datetime, t: Speaker, zone: ZoneInfo) -> Safe:
    return Safe(moment(value, t, zone))
