"""Buttons and rows of them. Captions are verbs first, about 24 characters, from the locales."""

from collections.abc import Iterable, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import Press
from bot.presses.menu import OpenMenu
from texts import Speaker

Row = Sequence[InlineKeyboardButton]


def button(caption: str, press: Press) -> InlineKeyboardButton:
    return InlineKeyboardButton(caption, callback_data=press.pack())


def link(caption: str, url: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(caption, url=url)


def ways_back(t: Speaker, back: Press | None = None) -> Row:
    """The last row of every screen: back where it leads somewhere, and the menu."""
    menu = button(t.plain("common-menu"), OpenMenu())
    return [menu] if back is None else [button(t.plain("common-back"), back), menu]


def in_columns(buttons: Iterable[InlineKeyboardButton], columns: int = 2) -> list[Row]:
    """Rows of so many; fewer in the last."""
    all_of_them = list(buttons)
    return [all_of_them[i : i + columns] for i in range(0, len(all_of_them), columns)]


def markup(rows: Sequence[Row]) -> InlineKeyboardMarkup | None:
    return InlineKeyboardMarkup(rows) if rows else None
