"""What a search has found, or that it has found nothing."""

from bot.keyboards import button, ways_back
from bot.presses.courses import OpenProgramme, OpenStreams
from bot.presses.vacancies import OpenVacancies, OpenVacancy
from bot.reading import Found
from bot.screens import Screen
from bot.views.streams import programme_caption
from bot.views.vacancies import caption
from texts import Speaker

LONGEST = 60
"""Characters of the searched text that are said back."""


def found_screen(t: Speaker, text: str, found: Found) -> Screen:
    said = " ".join(text.split())
    said = said if len(said) <= LONGEST else f"{said[:LONGEST].rstrip()}…"
    rows = [
        [button(f"🎓 {programme_caption(t, line)}", OpenProgramme(line.id))]
        for line in found.programmes
    ]
    rows += [[button(f"💼 {caption(t, card)}", OpenVacancy(card.id))] for card in found.vacancies]
    counts = {"programmes": len(found.programmes), "vacancies": len(found.vacancies)}
    return Screen(t("search-found", text=said, **counts), [*rows, ways_back(t)])


def nothing_screen(t: Speaker) -> Screen:
    ways = [
        [button(t.plain("menu-courses"), OpenStreams())],
        [button(t.plain("menu-vacancies"), OpenVacancies())],
    ]
    return Screen(t("search-nothing"), [*ways, ways_back(t)])
