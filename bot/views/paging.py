"""Long lists in pages, which leave room for the ways on and back."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.callbacks import Press
from bot.keyboards import Row, button
from texts import Speaker

A_PAGE = 6
ROOM = 8
"""So many buttons a screen of the staff's desk has at most, its two ways back included."""

T = TypeVar("T")


def desk_page(count: int) -> int:
    """How many of so many stand on a page of the desk: all, or as leave room for turning."""
    return ROOM - 2 if count <= ROOM - 2 else ROOM - 4


def page_of(items: Sequence[T], page: int, size: int = A_PAGE) -> tuple[Sequence[T], int]:
    """The items of a page, and its number: one past the end of a list grown short is the last."""
    last = max(0, (len(items) - 1) // size)
    page = min(max(page, 0), last)
    return items[page * size :][:size], page


def turning(
    t: Speaker, page: int, count: int, turn: Callable[[int], Press], size: int = A_PAGE
) -> list[Row]:
    """The row that leads to the pages before and after; none where all fits on one."""
    row = []
    if page > 0:
        row.append(button(t.plain("common-previous"), turn(page - 1)))
    if (page + 1) * size < count:
        row.append(button(t.plain("common-more"), turn(page + 1)))
    return [row] if row else []
