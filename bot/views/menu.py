"""The first screen."""

from bot.keyboards import button, in_columns
from bot.presses.courses import OpenStreams
from bot.presses.menu import OpenHelp
from bot.presses.registration import ResumeDraft
from bot.presses.schedule import OpenSchedule
from bot.presses.settings import OpenSettings
from bot.presses.vacancies import OpenVacancies
from bot.screens import Screen
from intake.registration.drafts import DraftView
from texts import Speaker


def menu_screen(t: Speaker, draft: DraftView | None) -> Screen:
    """Five ways to go, and above them the registration that is still open."""
    ways = [
        button(t.plain("menu-courses"), OpenStreams()),
        button(t.plain("menu-vacancies"), OpenVacancies()),
        button(t.plain("menu-schedule"), OpenSchedule()),
        button(t.plain("menu-settings"), OpenSettings()),
        button(t.plain("menu-help"), OpenHelp()),
    ]
    if draft is None:
        return Screen(t("menu-text"), in_columns(ways))
    resume = button(t.plain("menu-resume"), ResumeDraft())
    text = t("menu-text-draft", programme=draft.programme_title, name=draft.called or "none")
    return Screen(text, [[resume], *in_columns(ways)])
