"""Buttons of a check: may I join? They lead in at any time, as a registration's do."""

from bot.callbacks import Press


class CheckClass(Press, code="ec"):
    class_id: int


class CheckProgramme(Press, code="ecp"):
    """`applicant_id` 0: nobody on the phone was chosen."""

    programme_id: int
    applicant_id: int = 0


class CheckAfresh(Press, code="eca"):
    """Ask all of it anew. `class_id` 0: for the programme, where no class of it is open."""

    programme_id: int
    class_id: int


class TellTrait(Press, code="ect"):
    """`trait` is a value of catalog.facts.Trait, `value` what would be typed."""

    trait: str
    value: str


class SkipTrait(Press, code="ecs"):
    trait: str
