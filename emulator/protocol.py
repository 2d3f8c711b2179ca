"""The Bot API as aiogram models it: the judge of every request and the maker of every update.

Importing aiogram takes seconds, so the server loads this module behind its first answers
(`emulator.judge`); nothing else here imports it.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Union, get_args, get_origin

from aiogram import methods
from aiogram.types import Update
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from emulator import fields
from emulator.errors import Mistyped, SimError

Json = dict[str, Any]

MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "chat_id is empty",
    "text": "message text is empty",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "sticker": "there is no sticker in the request",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "latitude": "latitude is empty",
    "longitude": "longitude is empty",
    "action": "wrong parameter action in request",
    "file_id": "invalid file_id",
    "user_id": "invalid user_id specified",
    "callback_query_id": ("query is too old and response timeout expired or query ID is invalid"),
}
MISSHAPEN = {
    "reply_markup": "object expected as reply markup",
    "link_preview_options": "object expected as link preview options",
    "commands": "expected an Array of BotCommand",
}


@dataclass(frozen=True)
class Method:
    """A method of the Bot API: its name, aiogram's model, the kind of each parameter."""

    name: str
    model: type[BaseModel]
    kinds: dict[str, str]


def find(name: str) -> Method | None:
    """The method of that name, in whatever case it is written."""
    return METHODS.get(name.lower())


def check(method: Method, given: Json, violations: list[str]) -> Json:
    """The parameters as the method's model understands them, nulls and strangers left out.

    Adds to `violations` what Telegram would silently put up with. Raises Mistyped.
    """
    told: Json = {}
    for name, value in given.items():
        if name not in method.kinds:
            violations.append(f"{method.name}: unknown parameter {name}")
            continue
        read = fields.read(name, method.kinds[name], value, violations)
        if read is not fields.ABSENT:
            told[name] = read
    return _validated(method, told, violations)


def made_update(update: Json) -> Json:
    """The update as aiogram's Update model writes it. Raises SimError 400 where it can't be."""
    try:
        return _plain(Update.model_validate(update), "update", [])  # type: ignore[no-any-return] # a model becomes a dict
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise SimError(400, f"not a Bot API Update: {place}: {first['msg']}") from None


def _validated(method: Method, told: Json, violations: list[str]) -> Json:
    try:
        model = method.model.model_validate(told)
    except ValidationError as error:
        raise _refusal(error) from None
    return _plain(model, method.name, violations)  # type: ignore[no-any-return] # a model becomes a dict


def _refusal(error: ValidationError) -> Mistyped:
    # Telegram looks at what is to be said before it looks for the chat.
    errors = sorted(error.errors(include_url=False), key=_is_about_chat)
    first = errors[0]
    name = str(first["loc"][0])
    place = ".".join(str(part) for part in first["loc"])
    if first["type"] == "missing" and len(first["loc"]) == 1:
        text = MISSING.get(name, f'parameter "{name}" is required')
    else:
        text = MISSHAPEN.get(name, fields.unreadable(name))
    return Mistyped(text, f"{place}: {first['msg']}")


def _is_about_chat(error: ErrorDetails) -> bool:
    return error["loc"][0] in ("chat_id", "from_chat_id")


def _plain(value: Any, path: str, strays: list[str]) -> Any:
    """JSON of a model, only what was given, unknown fields noted in `strays` and left out."""
    if isinstance(value, BaseModel):
        return _plain_model(value, path, strays)
    if isinstance(value, list):
        return [_plain(item, path, strays) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item, path, strays) for key, item in value.items()}
    if isinstance(value, datetime):
        return int(value.timestamp())
    return value


def _plain_model(model: BaseModel, path: str, strays: list[str]) -> Json:
    told: Json = {}
    known = type(model).model_fields
    for name, value in model.__dict__.items():
        if value is None or name not in model.model_fields_set:
            continue
        alias = known[name].alias or name
        told[alias] = _plain(value, f"{path}.{alias}", strays)
    strays.extend(f"{path}: unknown field {extra}" for extra in model.model_extra or ())
    return told


def _kind(annotation: Any) -> str:
    """bool, int, float, text or json: what a parameter of this type is read as."""
    leaves = set(_leaves(annotation))
    if bool in leaves:
        return "bool"
    if str in leaves and int in leaves:
        return "id"
    if str in leaves:
        return "text" if not any(_is_structure(leaf) for leaf in leaves) else "json"
    if int in leaves and list not in leaves:
        return "int"
    return "float" if float in leaves else "json"


def _is_structure(leaf: Any) -> bool:
    return leaf in (list, dict) or (isinstance(leaf, type) and issubclass(leaf, BaseModel))


def _leaves(annotation: Any) -> list[Any]:
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        return [leaf for part in get_args(annotation) for leaf in _leaves(part)]
    if origin is Literal:
        return [type(part) for part in get_args(annotation)]
    return [origin or annotation]


def _method(model: Any) -> Method:
    kinds = {
        field.alias or name: _kind(field.annotation) for name, field in model.model_fields.items()
    }
    return Method(model.__api_method__, model, kinds)


def _all_methods() -> dict[str, Method]:
    found = [getattr(methods, name) for name in methods.__all__ if name != "TelegramMethod"]
    made = [_method(model) for model in found if hasattr(model, "__api_method__")]
    return {method.name.lower(): method for method in made}


METHODS = _all_methods()
