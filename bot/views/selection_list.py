"""The staff's desk: the ranked list, moves on it, and a second person's word."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton

from bot.keyboards import button, in_columns, ways_back
from bot.presses.selection import (
    ApproveMove,
    AskMove,
    AskRefuseMove,
    ListMoves,
    ListSelectionClasses,
    ListWaitingMoves,
    OpenMove,
    OpenSelection,
    RefuseMove,
    ShowList,
)
from bot.presses.staff import OpenStaff
from bot.screens import Screen
from bot.views.attendance import LONGEST_CAPTION
from bot.views.paging import desk_page, page_of, turning
from bot.views.seats import points
from bot.views.selection import headed, short_name, state_words
from bot.views.vacancies import short
from intake.applications.rows import ApplicationState
from intake.selection.desk import Clerk, decides, is_asker
from intake.selection.override_rows import MoveState, OverrideView
from intake.selection.overrides import REFUSALS
from intake.selection.rows import ClassView, Page, RankedPerson
from texts import Safe, Speaker

LINES_A_PAGE = 8
OWN = "own"
"""Why a move is refused by whoever asked for it: they take it back."""


def list_screen(t: Speaker, view: ClassView, page: Page[RankedPerson], note: str = "") -> Screen:
    """In order, with points; who was moved, and who did not pass, marked so."""
    id_ = view.desk.id
    back = ways_back(t, OpenSelection(id_))
    if view.list is None:
        return Screen(t("selection-list-gone"), [back])
    text = t(
        "selection-list",
        programme=view.desk.programme_title,
        count=page.count,
        lines=Safe("\n".join(_line(t, line) for line in page.lines)),
    )
    ways = [button(t.plain("selection-see-moves"), ListMoves(id_, 0))]
    if view.list.state == "drawn":
        ways.append(button(t.plain("selection-move"), AskMove(id_)))
    turns = turning(t, page.number, page.count, lambda number: ShowList(id_, number), LINES_A_PAGE)
    return Screen(headed(note, text), [*turns, *in_columns(ways), back])


def moves_screen(t: Speaker, class_id: int, moves: Sequence[OverrideView], page: int) -> Screen:
    back = ways_back(t, ShowList(class_id, 0))
    if not moves:
        return Screen(t("selection-no-moves"), [back])
    size = desk_page(len(moves))
    shown, page = page_of(moves, page, size)
    ways = [_move(t, each) for each in shown]
    turns = turning(t, page, len(moves), lambda number: ListMoves(class_id, number), size)
    return Screen(t("selection-moves"), [*in_columns(ways, 1), *turns, back])


def waiting_screen(t: Speaker, moves: Sequence[OverrideView], page: int) -> Screen:
    """Of all classes."""
    back = ways_back(t, ListSelectionClasses(0))
    if not moves:
        return Screen(t("selection-no-waiting"), [back])
    size = desk_page(len(moves))
    shown, page = page_of(moves, page, size)
    ways = [_move(t, each, each.programme_title) for each in shown]
    turns = turning(t, page, len(moves), ListWaitingMoves, size)
    return Screen(t("selection-waiting"), [*in_columns(ways, 1), *turns, back])


def move_screen(t: Speaker, move: OverrideView, clerk: Clerk, note: str = "") -> Screen:
    """What is asked, why, and, for whoever may decide, yes and no."""
    text = t(
        "selection-move-one",
        number=move.number,
        programme=move.programme_title,
        rank=move.rank,
        to=move.to_rank,
        why=move.reason,
        by=move.asked_by_name,
        state=move.state.value,
        who=move.decided_by_name or "none",
        refusal=_refusal(t, move),
    )
    ways: list[InlineKeyboardButton] = []
    if move.open and decides(move, clerk):
        ways = [
            button(t.plain("selection-approve"), ApproveMove(move.id)),
            button(t.plain("selection-refuse"), AskRefuseMove(move.id)),
        ]
    elif move.open and is_asker(move, clerk):
        ways = [button(t.plain("selection-drop-move"), RefuseMove(move.id, OWN))]
    back = ways_back(t, ListMoves(move.class_id, 0))
    return Screen(headed(note, text), [*in_columns(ways), back])


def why_not_screen(t: Speaker, move: OverrideView) -> Screen:
    """By one tap; whoever asked reads it."""
    whys = [
        button(t.plain(f"selection-refusal-{why}"), RefuseMove(move.id, why)) for why in REFUSALS
    ]
    text = t("selection-ask-refusal", number=move.number, by=move.asked_by_name)
    return Screen(text, [*in_columns(whys, 1), ways_back(t, OpenMove(move.id))])


def decided_letter(t: Speaker, move: OverrideView) -> Screen:
    """To whoever asked for it."""
    text = t(
        "selection-letter-decided",
        number=move.number,
        programme=move.programme_title,
        to=move.to_rank,
        state=move.state.value,
        who=move.decided_by_name or "none",
        refusal=_refusal(t, move),
    )
    see = button(t.plain("selection-see-class"), OpenSelection(move.class_id))
    return Screen(text, [[see], ways_back(t, OpenStaff())])


def held_letter(t: Speaker, view: ClassView, reason: str) -> Screen:
    text = t("selection-letter-held", programme=view.desk.programme_title, reason=reason)
    see = button(t.plain("selection-see-class"), OpenSelection(view.desk.id))
    return Screen(text, [[see], ways_back(t, OpenStaff())])


def _line(t: Speaker, line: RankedPerson) -> Safe:
    left = line.state is not ApplicationState.SUBMITTED
    return t(
        "selection-list-line",
        rank=line.rank,
        number=line.number[-4:],
        name=short_name(line.name),
        points=points(line.total),
        drawn="none" if line.rank == line.drawn_rank else line.drawn_rank,
        passed="yes" if line.passed else "no",
        state=state_words(t, line.state) if left else "none",
    )


def _move(t: Speaker, move: OverrideView, programme: str = "") -> InlineKeyboardButton:
    state = t.plain(f"selection-move-{move.state.value}")
    what = f"{move.number[-4:]} → {move.to_rank}"
    return button(short(f"{what} · {programme or state}", LONGEST_CAPTION), OpenMove(move.id))


def _refusal(t: Speaker, move: OverrideView) -> str:
    if move.state is not MoveState.REFUSED:
        return "none"
    why = move.refusal or ""
    if why in (*REFUSALS, OWN):
        return t.plain(f"selection-refusal-{why}").lower()
    return why or "none"
