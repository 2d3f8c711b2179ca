"""Buttons of a check: may I join? They lead in at any time, as a registration's do."""

from dataclasses import dataclass

from bot.callbacks import Press


@dataclass(frozen=True)
class CheckClass(Press, code="ec"):
    class_id: int


@dataclass(frozen=True)
class CheckProgramme(Press, code="ecp"):
    programme_id: int


@dataclass(frozen=True)
class CheckAfresh(Press, code="eca"):
    """Ask all of it anew. `class_id` 0: for the programme, where no class of it is open."""

    programme_id: int
    class_id: int


@dataclass(frozen=True)
class TellTrait(Press, code="ect"):
    """`trait` is a value of catalog.facts.Trait, `value` what would be typed."""

    trait: str
    value: str


@dataclass(frozen=True)
class SkipTrait(Press, code="ecs"):
    trait: str
