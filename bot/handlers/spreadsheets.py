"""A spreadsheet that nothing waits for: it is no paper, but a list that belongs somewhere."""

from telegram import Update

from bot.context import Turn
from bot.keyboards import Row, button, ways_back
from bot.presses.menu import OpenHelp
from bot.presses.schools import OpenGroups
from bot.presses.selection import ListSelectionClasses
from bot.rights import rights_of
from bot.school_rights import schools_for
from bot.screens import Screen, show
from texts import Speaker


async def unasked(update: Update, turn: Turn) -> None:
    """Staff and teachers are led to where it is taken; to others a paper is a photo or a PDF."""
    scores, pupils = bool(await rights_of(turn)), bool(await schools_for(turn))
    await show(update, turn, _screen(turn.t, scores=scores, pupils=pupils))


def _screen(t: Speaker, *, scores: bool, pupils: bool) -> Screen:
    if not scores and not pupils:
        help_ = button(t.plain("menu-help"), OpenHelp())
        return Screen(t("other-spreadsheet"), [[help_], ways_back(t)])
    rows: list[Row] = []
    if scores:
        rows.append([button(t.plain("staff-selection"), ListSelectionClasses(0))])
    if pupils:
        rows.append([button(t.plain("schools-open"), OpenGroups(0))])
    text = t("other-list", scores="yes" if scores else "no", pupils="yes" if pupils else "no")
    return Screen(text, [*rows, ways_back(t)])
