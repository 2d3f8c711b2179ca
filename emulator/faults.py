"""Trouble to order: errors, time-outs, resets and delays on the way to the bot."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from emulator.errors import SimError
from emulator.limits import Limits

KINDS = ("errors", "timeout", "reset", "delay_ms")
HANG_S = 300.0

Json = dict[str, Any]


@dataclass
class Fault:
    """One kind of trouble, for some methods (none named: all but getUpdates).

    It strikes `count` times (None: until it is lifted), each time with `probability`.
    """

    kind: str
    methods: frozenset[str] = frozenset()
    probability: float = 1.0
    count: int | None = None
    status: int = 502
    description: str = ""
    retry_after: int | None = None
    after_accepting: bool = False
    bare: bool = False
    """The error is a gateway's page of HTML, not the Bot API's JSON."""
    ms: float = 0.0
    hang_s: float = HANG_S
    lifted: bool = False

    def strikes(self, method: str, dice: random.Random) -> bool:
        name = method.lower()
        concerned = name in self.methods if self.methods else name != "getupdates"
        if not concerned or self.count == 0 or dice.random() >= self.probability:
            return False
        if self.count is not None:
            self.count -= 1
        return True


@dataclass
class Faults:
    limits: Limits | None = None
    ordered: Json = field(default_factory=dict)
    _faults: list[Fault] = field(default_factory=list)
    _dice: random.Random = field(default_factory=lambda: random.Random(0))

    def order(self, told: Json) -> None:
        """Add the given faults; a kind that was ordered before is replaced. Raises SimError."""
        made = {kind: _made(kind, told[kind]) for kind in told if kind != "rate_limit"}
        limits = _limits(told["rate_limit"]) if "rate_limit" in told else self.limits
        for kind in made:
            self._drop(kind)
        self._faults += [fault for faults in made.values() for fault in faults]
        self.limits = limits
        self.ordered = {**self.ordered, **told}

    def lift(self) -> None:
        """No more trouble; answers that were being withheld break off now."""
        for kind in KINDS:
            self._drop(kind)
        self.limits, self.ordered = None, {}

    def struck(self, kind: str, method: str, *, after_accepting: bool = False) -> Fault | None:
        """The fault of this kind that this call meets, before or after it is carried out, if any;
        it counts as used.
        """
        ours = (fault for fault in self._faults if fault.kind == kind)
        wanted = (fault for fault in ours if fault.after_accepting == after_accepting)
        return next((fault for fault in wanted if fault.strikes(method, self._dice)), None)

    def _drop(self, kind: str) -> None:
        for fault in self._faults:
            fault.lifted = fault.lifted or fault.kind == kind
        self._faults = [fault for fault in self._faults if fault.kind != kind]


def _limits(told: Any) -> Limits | None:
    if not told:
        return None
    try:
        return Limits(**told)
    except TypeError as error:
        raise SimError(400, f"rate_limit: {error}") from None


def _made(kind: str, told: Any) -> list[Fault]:
    if kind not in KINDS:
        raise SimError(400, f"unknown fault {kind!r}; there are rate_limit, {', '.join(KINDS)}")
    if isinstance(told, list):
        return [fault for item in told for fault in _made(kind, item)]
    if isinstance(told, (int, float)) and not isinstance(told, bool):
        told = {"ms": told}
    if not isinstance(told, dict):
        raise SimError(400, f"{kind}: an object is expected")
    methods = frozenset(str(name).lower() for name in told.get("methods") or ())
    try:
        return [Fault(kind, **{**told, "methods": methods})]
    except TypeError as error:
        raise SimError(400, f"{kind}: {error}") from None
