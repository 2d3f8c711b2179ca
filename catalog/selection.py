"""How a wave gives its seats out: weights, pass mark, and how long an offer stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from types import MappingProxyType
from typing import Any

PARTS = ("test", "interview")
"""What a selection may consist of, in the order in which ties are broken."""
EVEN: Mapping[str, int] = MappingProxyType({"test": 50, "interview": 50})


@dataclass(frozen=True, slots=True)
class SelectionRules:
    """What holds where a wave says nothing of its own."""

    weights: Mapping[str, int] = field(default_factory=lambda: EVEN)
    """Percent by part; together 100."""
    pass_mark: int = 0
    """Points of 100 that a total must reach."""
    offer_hours: int = 48
    """How long the first offers stand where the wave has no daftar ulang stage with an end: where
    it has one, that is the deadline.
    """
    reserve_hours: int = 24
    """How long an offer stands that passes a seat on to the reserve, and the least that a first one
    stands whose daftar ulang is nearly over.
    """

    @property
    def offer_stands(self) -> timedelta:
        return timedelta(hours=self.offer_hours)

    @property
    def reserve_stands(self) -> timedelta:
        return timedelta(hours=self.reserve_hours)

    @property
    def parts(self) -> tuple[str, ...]:
        """Those that count, in order."""
        return tuple(part for part in PARTS if self.weights.get(part))

    def to_json(self) -> dict[str, Any]:
        return {
            "weights": dict(self.weights),
            "pass_mark": self.pass_mark,
            "offer_hours": self.offer_hours,
            "reserve_hours": self.reserve_hours,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any] | None) -> "SelectionRules":
        return cls(**stored or {})
