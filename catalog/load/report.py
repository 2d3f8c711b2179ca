"""What a loading did, counted by noun."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class LoadReport:
    """Counts by noun: `programmes`, `rules`, `waves`, `stages`, `classes`, `meetings`, ….

    `moved_meetings` and `cancelled_meetings` are ids, for whoever tells people of them. `left`
    names the classes and meetings ("pbk-2025-gelombang-2/menjahit/7") that the database has but
    the loaded wave no longer does: they stay, since people's data may hang on them.
    """

    added: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    moved_meetings: list[int] = field(default_factory=list)
    cancelled_meetings: list[int] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    @property
    def changed_anything(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    def by_noun(self) -> Iterator[tuple[str, int, int, int, int]]:
        """(noun, added, changed, removed, unchanged), in the order in which they were loaded."""
        counts = (self.added, self.changed, self.removed, self.unchanged)
        for noun in dict.fromkeys(name for count in counts for name in count):
            yield (
                noun,
                self.added[noun],
                self.changed[noun],
                self.removed[noun],
                self.unchanged[noun],
            )
