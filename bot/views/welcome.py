"""The welcome's three screens: who we are and consent, domicile, what one cares for."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton

from bot.keyboards import button, in_columns, ways_back
from bot.presses.menu import OpenHelp
from bot.presses.welcome import CareFor, Consent, LiveIn, SpeakTo, TurnStreams
from bot.screens import Screen
from bot.views.menu import menu_screen
from bot.views.streams import in_language
from catalog.programmes import ClusterLine
from intake.registration.drafts import DraftView
from people.accounts import CONSENT_VERSION, has_consented
from people.regions import SHORT
from storage.models import Account
from texts import LANGUAGES, Safe, Speaker

STREAMS_A_PAGE = 7


def consent_screen(t: Speaker, account: Account, operator: str, hint: str = "") -> Screen:
    """The first thing Jawara ever says; both answers are as easy as each other.

    Whoever reads it again later is not made to answer.
    """
    if has_consented(account):
        return _agreed_screen(t, operator, hint)
    agree = button(t.plain("welcome-agree"), Consent(CONSENT_VERSION, agreed=True))
    decline = button(t.plain("welcome-decline"), Consent(CONSENT_VERSION, agreed=False))
    out = [] if account.welcomed_at is None else [ways_back(t, OpenHelp())]
    return Screen(
        _asked(_explained(t, operator), hint),
        [[agree], [decline], _languages(t), *out],
    )


def domicile_screen(t: Speaker, hint: str = "") -> Screen:
    """`hint` says why the question is asked again."""
    regions = [button(name, LiveIn(code)) for code, name in SHORT.items()]
    skip = button(t.plain("welcome-skip"), LiveIn(""))
    return Screen(_asked(t("welcome-domicile"), hint), [*in_columns(regions), [skip]])


def choose_region_screen(t: Speaker, codes: Sequence[str]) -> Screen:
    """A name that several regions share: which one?"""
    regions = [button(SHORT[code], LiveIn(code)) for code in codes]
    skip = button(t.plain("welcome-skip"), LiveIn(""))
    return Screen(t("welcome-which-region"), [*in_columns(regions), [skip]])


def interests_screen(
    t: Speaker, clusters: Sequence[ClusterLine], page: int = 0, hint: str = ""
) -> Screen:
    """Seven streams a page; one tap ends the question, more can be chosen in the settings."""
    pages = max(1, -(-len(clusters) // STREAMS_A_PAGE))
    page %= pages
    shown = clusters[page * STREAMS_A_PAGE :][:STREAMS_A_PAGE]
    ways = [button(in_language(t, c.title), CareFor(c.id)) for c in shown]
    if pages > 1:
        ways.append(button(t.plain("welcome-other-streams"), TurnStreams((page + 1) % pages)))
    skip = button(t.plain("welcome-skip"), CareFor(0))
    return Screen(_asked(t("welcome-interests"), hint), [*in_columns(ways), [skip]])


def done_screen(
    t: Speaker, account: Account, draft: DraftView | None, *, withdrawn: bool = False
) -> Screen:
    """The menu, below a word on what was agreed, declined or taken back."""
    menu = menu_screen(t, draft)
    refused = "withdrawn" if withdrawn else "declined"
    word = t(f"welcome-done-{'agreed' if has_consented(account) else refused}")
    return Screen(f"{word}\n\n{menu.text}", menu.rows)


def _agreed_screen(t: Speaker, operator: str, hint: str) -> Screen:
    withdraw = button(t.plain("welcome-withdraw"), Consent(CONSENT_VERSION, agreed=False))
    text = _asked(f"{_explained(t, operator)}\n\n{t('welcome-agreed-already')}", hint)
    return Screen(text, [[withdraw], _languages(t), ways_back(t, OpenHelp())])


def _explained(t: Speaker, operator: str) -> Safe:
    return t("welcome-consent", operator=operator or t.plain("welcome-trial"))


def _languages(t: Speaker) -> list[InlineKeyboardButton]:
    others = [language for language in LANGUAGES if language != t.language]
    return [button(t.plain(f"language-name-{each}"), SpeakTo(each)) for each in others]


def _asked(question: str, hint: str) -> str:
    return f"{hint}\n\n{question}" if hint else question
