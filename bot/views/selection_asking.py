"""The staff's desk: what is asked of them, and the last look before results go out."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.keyboards import button, ways_back
from bot.presses.selection import (
    AnnounceResults,
    AskMinute,
    ChooseNow,
    OpenSelection,
    ShowList,
)
from bot.screens import Screen
from bot.views.selection import headed
from intake.selection.results import Forecast
from intake.selection.rows import DeskClass
from intake.selection.score_files import Mistake
from texts import Safe, Speaker
from texts.moments import moment

MISTAKES_TOLD = 4
LONGEST_FOUND = 24


def scores_screen(t: Speaker, desk: DeskClass, note: str = "") -> Screen:
    text = t("selection-ask-scores", programme=desk.programme_title)
    return Screen(headed(note, text), [ways_back(t, OpenSelection(desk.id))])


def move_asking_screen(t: Speaker, desk: DeskClass, note: str = "") -> Screen:
    text = t("selection-ask-move", programme=desk.programme_title)
    return Screen(headed(note, text), [ways_back(t, ShowList(desk.id, 0))])


def minute_screen(t: Speaker, desk: DeskClass, note: str = "") -> Screen:
    text = t("selection-ask-minute", programme=desk.programme_title)
    now = button(t.plain("selection-now"), ChooseNow(desk.id))
    return Screen(headed(note, text), [[now], ways_back(t, OpenSelection(desk.id))])


def sure_screen(
    t: Speaker, desk: DeskClass, told: Forecast, at: datetime | None, zone: ZoneInfo
) -> Screen:
    """Who is told what; `at` None: at once. The safe choice first."""
    text = t(
        "selection-ask-sure",
        programme=desk.programme_title,
        offered=told.offered,
        reserve=told.reserve,
        rest=told.not_selected,
        at="none" if at is None else moment(at, t, zone),
    )
    sure = AnnounceResults(desk.id, told.ranking_id, _minute(at), _minute(told.announce_at))
    rows = [
        [button(t.plain("selection-look-again"), ShowList(desk.id, 0))],
        [button(t.plain("selection-sure"), sure)],
        [button(t.plain("selection-other-minute"), AskMinute(desk.id))],
    ]
    return Screen(text, [*rows, ways_back(t, OpenSelection(desk.id))])


def mistakes_words(t: Speaker, mistakes: Sequence[Mistake]) -> Safe:
    """The first ones by row and column, and how many more there are."""
    lines = Safe("\n".join(_mistake(t, each) for each in mistakes[:MISTAKES_TOLD]))
    more = max(0, len(mistakes) - MISTAKES_TOLD)
    return t("selection-bad-file", lines=lines, more=more)


def _mistake(t: Speaker, mistake: Mistake) -> Safe:
    kind = mistake.kind.replace("_", "-")
    what = t(f"selection-mistake-{kind}", found=mistake.found[:LONGEST_FOUND])
    if not mistake.column:
        return what
    return t("selection-mistake", row=mistake.row, column=mistake.column, what=what)


def _minute(at: datetime | None) -> int:
    """Since 1970; 0: none."""
    return 0 if at is None else int(at.timestamp()) // 60
