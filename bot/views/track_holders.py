"""For whom a track is, on a phone that several people use; and whose one is that has no name."""

from collections.abc import Callable, Sequence

from telegram import InlineKeyboardButton

from bot.callbacks import Press
from bot.keyboards import button, in_columns, ways_back
from bot.presses.courses import OpenProgramme
from bot.presses.tracks import AskHolder, ChooseHolder, NameHolder, OpenTrack
from bot.screens import Screen
from bot.views.paging import page_of, turning
from bot.views.vacancies import short
from intake.tracks.holders import NOT_NAMED, Holder, Holders
from texts import Speaker

A_PAGE = 4
LONGEST_NAME = 24


def choice_screen(t: Speaker, holders: Holders, page: int = 0) -> Screen:
    id_ = holders.programme_id
    ways = [
        button(_caption(t, each), OpenTrack(id_, 0, each.whose)) for each in holders.all
    ]  # fmt: skip
    text = t("tracks-whose", title=holders.programme_title)
    return _screen(
        t, text, ways, page, lambda number: ChooseHolder(id_, number), OpenProgramme(id_)
    )


def question_screen(t: Speaker, holders: Holders, page: int = 0) -> Screen:
    """Whose it is that was followed before it was known for whom."""
    id_ = holders.programme_id
    ways = [
        button(_name(t, each), NameHolder(id_, each.whose)) for each in holders.candidates
    ]  # fmt: skip
    ways.append(button(t.plain("tracks-somebody-else-way"), NameHolder(id_, NOT_NAMED)))
    text = t("tracks-ask", title=holders.programme_title, number=str(holders.number))
    back = OpenTrack(id_, 0, NOT_NAMED) if holders.asked_before else OpenProgramme(id_)
    return _screen(t, text, ways, page, lambda number: AskHolder(id_, number), back)


def _screen(
    t: Speaker,
    text: str,
    ways: Sequence[InlineKeyboardButton],
    page: int,
    turn_to: Callable[[int], Press],
    back: Press,
) -> Screen:
    shown, page = page_of(ways, page, A_PAGE)
    rows = [*in_columns(shown, 1), *turning(t, page, len(ways), turn_to, A_PAGE)]
    return Screen(text, [*rows, ways_back(t, back)])


def _name(t: Speaker, holder: Holder) -> str:
    if holder.called is None:
        return t.plain("tracks-somebody-else-way")
    return short(holder.called, LONGEST_NAME)


def _caption(t: Speaker, holder: Holder) -> str:
    key = "tracks-holder-following" if holder.following else "tracks-holder"
    return t.plain(key, name=_name(t, holder))
