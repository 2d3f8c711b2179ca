"""Button data: typed, self-contained, at most 64 bytes, and readable for ever.

A button holds what it stands for ("open programme 7"), never a position in somebody's session,
so that one pressed a year later can still be understood.
"""

from collections.abc import Callable, Hashable
from functools import cache
from inspect import get_annotations
from typing import Any, ClassVar, TypeVar, cast, dataclass_transform, get_type_hints

P = TypeVar("P", bound="Press")

LIMIT = 64
BIGGEST = 2**31 - 1


@dataclass_transform(frozen_default=True)
class Press:
    """The root of all button data. A subclass names its fields, of str, int and bool.

    `class Open(Press, code="op")` packs as "op:field:field". The code must never be given to
    another class later: old messages keep their buttons. A field that is added later comes last and
    has a default: what the buttons from before it stand for.

    Written and read like a frozen dataclass, and is none: there are hundreds of them, and a
    decorator that writes six methods for each would take a tenth of a second of every start.
    """

    code: ClassVar[str]
    names: ClassVar[tuple[str, ...]] = ()
    """The fields, in their order."""
    kinds: ClassVar[dict[str, type["Press"]]] = {}

    def __init_subclass__(cls, *, code: str) -> None:
        super().__init_subclass__()
        if code in Press.kinds:
            raise ValueError(f"button code {code!r} is taken by {Press.kinds[code].__name__}")
        cls.code = code
        cls.names = tuple(get_annotations(cls))
        Press.kinds[code] = cls

    def __init__(self, *values: object, **named: object) -> None:
        self.__dict__.update(zip(self.names, values, strict=False), **named)
        doubled = len(self.__dict__) < len(values) + len(named)
        if doubled or not all(hasattr(self, name) for name in self.names):
            raise TypeError(f"{type(self).__name__} has {self.names}, not {values}, {named}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Press) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._parts()}"

    def pack(self) -> str:
        """Raises ValueError past 64 bytes, Telegram's limit."""
        data = ":".join(map(_pack, self._parts()))
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
        if len(parts) < _fewest(cast(Hashable, cls)):
            return None
        try:
            return cls(*(_read(kind, part) for kind, part in zip(kinds, parts, strict=False)))
        except ValueError:
            return None

    def _parts(self) -> tuple[object, ...]:
        return (self.code, *(getattr(self, name) for name in self.names))


def read(data: object) -> Press | None:
    """Whichever press this data stands for; None when it is of none, or broken."""
    kind = Press.kinds.get(str(data).partition(":")[0])
    return None if kind is None else kind.parse(data)


def pattern(kind: type[Press]) -> Callable[[object], bool]:
    """For a CallbackQueryHandler: it keeps what its pattern returns, and so the parsed press."""
    return cast(Callable[[object], bool], kind.parse)


@cache
def _kinds(press: Hashable) -> tuple[Any, ...]:
    hints = get_type_hints(press)
    return tuple(hints[name] for name in cast(type[Press], press).names)


@cache
def _fewest(press: Hashable) -> int:
    return sum(not hasattr(press, name) for name in cast(type[Press], press).names)


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
