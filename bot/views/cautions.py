"""Warnings against brokers, and what the check of an offer has found."""

from collections.abc import Sequence

from bot.keyboards import Row, button, ways_back
from bot.presses.tracks import CheckOffer, ShowCautions
from bot.screens import Screen
from bot.views.courses import source_line
from bot.views.paging import page_of, turning
from bot.views.streams import in_language
from bot.views.vacancies import short
from catalog.tracks import CautionLine
from texts import Safe, Speaker
from vacancies.brokers import Sign

A_PAGE = 2
"""So many are read to the end."""


def cautions_screen(t: Speaker, cautions: Sequence[CautionLine], page: int = 0) -> Screen:
    rows = [[button(t.plain("tracks-check-offer"), CheckOffer())]]
    shown, page = page_of(cautions, page, A_PAGE)
    if not shown:
        return Screen(t("tracks-warning-none"), [*rows, ways_back(t)])
    lines = (t("tracks-warning-line", text=in_language(t, each.text)) for each in shown)
    text = t(
        "tracks-warning",
        lines=Safe("\n".join(lines)),
        sources=Safe("; ".join(dict.fromkeys(source_line(t, each.source) for each in shown))),
        confirmed="yes" if all(each.confirmed for each in shown) else "no",
    )
    turns = turning(t, page, len(cautions), ShowCautions, A_PAGE)
    return Screen(text, [*rows, *turns, ways_back(t)])


def how_to_check_screen(t: Speaker) -> Screen:
    return Screen(t("tracks-how-to-check"), [_warnings(t), ways_back(t)])


def checked_screen(t: Speaker, signs: Sequence[Sign]) -> Screen:
    """Nothing found is said to be no proof."""
    rows = [_warnings(t), ways_back(t)]
    if not signs:
        return Screen(t("tracks-offer-clean"), rows)
    lines = (t(f"tracks-sign-{sign.kind}", said=short(sign.said, 60)) for sign in signs)
    return Screen(t("tracks-offer-signs", signs=Safe("\n".join(lines))), rows)


def _warnings(t: Speaker) -> Row:
    return [button(t.plain("tracks-cautions"), ShowCautions(0))]
