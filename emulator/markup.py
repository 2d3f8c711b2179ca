"""Keyboards as the bot sends them, refused in Telegram's own words."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from emulator.errors import Mistyped, bad_request

Json = dict[str, Any]

ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
MAX_BUTTONS = 100
APP_SCHEMES = ("tg", "ton", "tonsite")


def check(markup: Any) -> None:
    """Raise ApiError (shape: Mistyped) if Telegram would refuse this reply_markup."""
    if not isinstance(markup, dict):
        raise Mistyped("object expected as reply markup", "reply_markup: no object")
    if "inline_keyboard" in markup:
        _check_inline(_rows(markup, "inline_keyboard"))
    elif "keyboard" in markup:
        for row in _rows(markup, "keyboard"):
            for button in row:
                _check_reply_button(button)


def is_inline(markup: Json) -> bool:
    return "inline_keyboard" in markup


def shown_inline(markup: Json | None) -> Json | None:
    """The inline keyboard without its empty rows, or None when nothing is left of it."""
    if not markup or not is_inline(markup):
        return None
    rows = [row for row in markup["inline_keyboard"] if row]
    return {"inline_keyboard": rows} if rows else None


def captions(keyboard: Json | None) -> list[str]:
    """The texts of a reply keyboard's buttons, row by row."""
    rows = keyboard["keyboard"] if keyboard else []
    return [button["text"] for row in rows for button in row]


def without_plain_strings(markup: Any) -> Any:
    """Telegram takes a string for a reply keyboard's button; the models want an object."""
    if not isinstance(markup, dict) or "keyboard" not in markup:
        return markup
    rows = [
        [{"text": button} if isinstance(button, str) else button for button in row]
        for row in markup["keyboard"]
    ]
    return {**markup, "keyboard": rows}


def check_url(url: str) -> None:
    """Raise 400 for a link no Telegram client would open."""
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme in APP_SCHEMES:
        return
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or "." not in host.strip("."):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _rows(markup: Json, name: str) -> list[list[Any]]:
    rows = markup[name]
    if not isinstance(rows, list):
        text = f'field "{name}" must be of type Array'
        raise Mistyped(text, f"reply_markup.{name}: no array")
    for row in rows:
        if not isinstance(row, list):
            text = f'field "{name}" must be an Array of Arrays'
            raise Mistyped(text, f"reply_markup.{name}: a row is no array")
    return rows


def _check_inline(rows: list[list[Any]]) -> None:
    for row in rows:
        for button in row:
            _check_inline_button(button)
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")


def _check_inline_button(button: Any) -> None:
    problem = _inline_problem(button)
    if problem:
        raise Mistyped(f"can't parse inline keyboard button: {problem}", f"reply_markup: {problem}")
    if not button["text"].strip():
        raise bad_request("BUTTON_TEXT_EMPTY")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if button.get("url") is not None:
        check_url(button["url"])


def _inline_problem(button: Any) -> str | None:
    if not isinstance(button, dict):
        return "InlineKeyboardButton must be an Object"
    if "text" not in button:
        return 'Can\'t find field "text"'
    for name in ("text", "callback_data", "url"):
        if button.get(name) is not None and not isinstance(button[name], str):
            return f'Field "{name}" must be of type String'
    if not any(button.get(action) is not None for action in ACTIONS):
        return "Text buttons are unallowed in the inline keyboard"
    return None


def _check_reply_button(button: Any) -> None:
    problem = None
    if not isinstance(button, (str, dict)):
        problem = "KeyboardButton must be a String or an Object"
    elif isinstance(button, dict) and not isinstance(button.get("text"), str):
        problem = 'Can\'t find field "text"'
    if problem:
        raise Mistyped(f"can't parse keyboard button: {problem}", f"reply_markup: {problem}")
