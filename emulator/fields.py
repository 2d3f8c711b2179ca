"""How each parameter of a method arrives: Telegram reads every one of them as text first."""

from __future__ import annotations

import json
import re
from typing import Any

from emulator import jsontext
from emulator.errors import Mistyped

TRUE = frozenset({"true", "yes", "1"})
FALSE = frozenset({"false", "no", "0", ""})

UNREADABLE = {
    "reply_markup": "can't parse reply keyboard markup JSON object",
    "entities": "can't parse entities JSON object",
    "caption_entities": "can't parse entities JSON object",
    "link_preview_options": "can't parse link preview options JSON object",
    "reply_parameters": "can't parse reply parameters JSON object",
    "commands": "can't parse commands JSON object",
    "scope": "can't parse BotCommandScope JSON object",
    "media": "can't parse media JSON object",
    "menu_button": "can't parse MenuButton JSON object",
    "message_ids": "can't parse message identifiers JSON object",
    "allowed_updates": "can't parse allowed updates JSON object",
}

NUMBER = re.compile(r"[+-]?\d{1,19}", re.ASCII)
ABSENT = object()


def unreadable(name: str) -> str:
    return UNREADABLE.get(name, f"can't parse {name.replace('_', ' ')} JSON object")


def read(name: str, kind: str, value: Any, violations: list[str]) -> Any:
    """A parameter's value in its own type, or ABSENT.

    `kind` is bool, int, float, id (a number or a @name), text or json. Raises Mistyped for
    JSON that is none; a number or a flag that is none is read as Telegram reads it (0, false)
    and noted as a violation.
    """
    if value is None:
        return ABSENT
    if kind == "json":
        return _structure(name, value)
    text = _text(value)
    if kind == "text":
        return text
    if text.strip() == "":
        return ABSENT
    if kind == "id":
        return int(text) if NUMBER.fullmatch(text.strip()) else text
    return _scalar(name, kind, text.strip(), violations)


def _scalar(name: str, kind: str, text: str, violations: list[str]) -> Any:
    if kind == "bool":
        if text.lower() not in TRUE | FALSE:
            violations.append(f"{name}: {text!r} is no Boolean")
        return text.lower() in TRUE
    try:
        return int(text) if kind == "int" else float(text)
    except ValueError:
        violations.append(f"{name}: {text!r} is no {'Integer' if kind == 'int' else 'Float'}")
        return 0


def _structure(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if value.strip() == "":
        return ABSENT
    try:
        return jsontext.decode(value)
    except ValueError as error:
        raise Mistyped(unreadable(name), f"{name}: not JSON ({error})") from None


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False)
