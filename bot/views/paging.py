"""Long lists in pages: six lines a screen leave room for the ways on and back."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.callbacks import Press
from bot.keyboards import Row, button
from texts import Speaker

A_PAGE = 6

T = TypeVar("T")


def page_of(items: Sequence[T], page: int) -> tuple[Sequence[T], int]:
    """The items of a page, and its number: one past the end of a list grown short is the last."""
    last = max(0, (len(items) - 1) // A_PAGE)
    page = min(max(page, 0), last)
    return items[page * A_PAGE :][:A_PAGE], page


def turning(t: Speaker, page: int, count: int, turn: Callable[[int], Press]) -> list[Row]:
    """The row that leads to the pages before and after; none where all fits on one."""
    row = []
    if page > 0:
        row.append(button(t.plain("common-previous"), turn(page - 1)))
    if (page + 1) * A_PAGE < count:
        row.append(button(t.plain("common-more"), turn(page + 1)))
    return [row] if row else []
