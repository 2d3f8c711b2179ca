"""Button data: typed, self-contained, at most 64 bytes, and readable for ever.

A button holds what it stands for ("open programme 7"), never a position in somebody's session,
so that one pressed a year later can still be understood.
"""

from collections.abc import Callable, Hashable
from dataclasses import fields
from functools import cache
from typing import Any, ClassVar, TypeVar, cast, get_type_hints

P = TypeVar("P", bound="Press")

LIMIT = 64
BIGGEST = 2**31 - 1


class Press:
    """The root of all button data. A subclass is a frozen dataclass of str, int and bool.

    `class Open(Press, code="op")` packs as "op:field:field". The code must never be given to
    another class later: old messages keep their buttons.
    """

    code: ClassVar[str]
    kinds: ClassVar[dict[str, type["Press"]]] = {}

    def __init_subclass__(cls, *, code: str) -> None:
        super().__init_subclass__()
        if code in Press.kinds:
            raise ValueError(f"button code {code!r} is taken by {Press.kinds[code].__name__}")
        cls.code = code
        Press.kinds[code] = cls

    def pack(self) -> str:
        """Raises ValueError past 64 bytes, Telegram's limit."""
        values = [getattr(self, field.name) for field in fields(self)]  # type: ignore[arg-type]  # every subclass is a dataclass
        data = ":".join([self.code, *map(_pack, values)])
        if len(data.encode()) > LIMIT:
            raise ValueError(f"button data too long: {data}")
        return data

    @classmethod
    def parse(cls: type[P], data: object) -> P | None:
        """The press that this data stands for; None when it is of another class or broken."""
        code, _, rest = str(data).partition(":")
        if code != cls.code:
            return None
        kinds = _kinds(cast(Hashable, cls))
        parts = rest.split(":", len(kinds) - 1) if kinds else []
        if len(parts) != len(kinds):
            return None
        try:
            return cls(*(_read(kind, part) for kind, part in zip(kinds, parts, strict=True)))
        except ValueError:
            return None


def pattern(kind: type[Press]) -> Callable[[object], bool]:
    """For a CallbackQueryHandler: it keeps what its pattern returns, and so the parsed press."""
    return cast(Callable[[object], bool], kind.parse)


@cache
def _kinds(press: Hashable) -> tuple[Any, ...]:
    hints = get_type_hints(press)
    return tuple(hints[field.name] for field in fields(press))  # type: ignore[arg-type]  # as above


def _pack(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)


def _read(kind: Any, part: str) -> object:
    if kind is bool:
        return bool(int(part))
    return _number(part) if kind is int else part


def _number(part: str) -> int:
    """Raises ValueError past what the database's integers hold: such data is none of ours."""
    number = int(part)
    if abs(number) > BIGGEST:
        raise ValueError(number)
    return number
