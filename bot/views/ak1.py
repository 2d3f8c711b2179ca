"""The AK1 card: the question for its date, and what is kept of it."""

from datetime import date

from bot.keyboards import button, ways_back
from bot.presses.ak1 import Ak1Today, AskAk1, ForgetAk1
from bot.presses.settings import OpenSettings
from bot.presses.welcome import OpenConsent
from bot.screens import Screen
from people.ak1 import Ak1
from texts import Speaker
from texts.moments import day


def ask_ak1_screen(t: Speaker, hint: str = "") -> Screen:
    """`hint` says why the question is asked again."""
    rows = [[button(t.plain("ak1-today"), Ak1Today())], ways_back(t, OpenSettings())]
    text = t("ak1-ask")
    return Screen(f"{hint}\n\n{text}" if hint else text, rows)


def ak1_screen(t: Speaker, card: Ak1, today: date, *, muted: bool) -> Screen:
    report = card.next_report(today)
    text = t(
        "ak1-kept",
        issued=day(card.issued_on, t.language),
        report="none" if report is None else day(report, t.language),
        ends=day(card.ends_on, t.language),
        ended="yes" if card.ends_on <= today else "no",
        muted="yes" if muted else "no",
    )
    rows = [
        [button(t.plain("ak1-change"), AskAk1()), button(t.plain("ak1-forget"), ForgetAk1())],
        ways_back(t, OpenSettings()),
    ]
    return Screen(text, rows)


def ak1_consent_screen(t: Speaker) -> Screen:
    """It is private: before it, their agreement."""
    read = button(t.plain("ak1-read-consent"), OpenConsent())
    return Screen(t("ak1-consent"), [[read], ways_back(t, OpenSettings())])
