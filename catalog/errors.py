"""What can go wrong in the catalogue. No wording: the faces choose it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any


class CatalogError(Exception):
    """The root of this room's errors."""


class UnknownReference(CatalogError):
    """An entry to be loaded points to a slug that is neither loaded with it nor there already."""

    def __init__(self, noun: str, slug: str) -> None:
        super().__init__(f"{noun}: {slug}")
        self.noun = noun
        self.slug = slug


@dataclass(frozen=True, slots=True)
class Collision:
    """A thing of a wave that a file and staff's hand have both changed, and differently."""

    wave: str
    """Its slug."""
    within: tuple[str | int, ...]
    """The way from the wave's entry to the thing: ("stages", 1)."""
    holds: Mapping[str, Any]
    """What holds now, by its key, where the file says otherwise; `kind` leads a stage that the
    file has no more.
    """


class ChangedByHand(CatalogError):
    """Nothing can be loaded until files and hands agree. `collisions`: where they do not."""

    def __init__(self, collisions: Sequence[Collision]) -> None:
        super().__init__(collisions)
        self.collisions = tuple(collisions)


class NoSuchProgramme(CatalogError):
    """No programme has this id or slug."""


class NoSuchWave(CatalogError):
    """No wave has this id."""


class NoSuchTrack(CatalogError):
    """This programme has no checklist."""


class UnknownWish(CatalogError):
    """A kind or a country that the track does not offer."""


class NoSuchClass(CatalogError):
    """No class has this id."""


class NoSuchMeeting(CatalogError):
    """No meeting has this id."""


class NoSuchStage(CatalogError):
    """The wave has no stage of this kind."""


class StageThere(CatalogError):
    """The wave has a stage of this kind already, and can't have another one."""


class StageOutOfPlace(CatalogError):
    """It would begin before the stage that comes before it, or after the one that follows.

    `kind`: which that is; `starts_at`: when it begins.
    """

    def __init__(self, kind: str, starts_at: datetime) -> None:
        super().__init__(kind, starts_at)
        self.kind = kind
        self.starts_at = starts_at


class StageEndsTooEarly(CatalogError):
    """A stage must end after it starts."""


class OfTheCatalogue(CatalogError):
    """The stage stands in the catalogue's file, where it would come back from."""


class UnknownStage(CatalogError):
    """No wave has stages of this kind. `kind`: what was named."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class WaveCannotMove(CatalogError):
    """The wave is past the state it was to be put in, or its own dates forbid it."""

    def __init__(self, state: str, wanted: str) -> None:
        super().__init__(f"from {state} to {wanted}")
        self.state = state
        self.wanted = wanted


class MeetingEndsTooEarly(CatalogError):
    """A meeting must end after it starts."""
