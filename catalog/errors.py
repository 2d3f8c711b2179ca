"""What can go wrong in the catalogue. No wording: the faces choose it."""


class CatalogError(Exception):
    """The root of this room's errors."""


class UnknownReference(CatalogError):
    """An entry to be loaded points to a slug that is neither loaded with it nor there already."""

    def __init__(self, noun: str, slug: str) -> None:
        super().__init__(f"{noun}: {slug}")
        self.noun = noun
        self.slug = slug


class NoSuchProgramme(CatalogError):
    """No programme has this id or slug."""


class NoSuchWave(CatalogError):
    """No wave has this id."""


class NoSuchClass(CatalogError):
    """No class has this id."""


class NoSuchMeeting(CatalogError):
    """No meeting has this id."""


class NoSuchStage(CatalogError):
    """The wave has no stage of this kind."""


class WaveCannotMove(CatalogError):
    """The wave is past the state it was to be put in, or its own dates forbid it."""

    def __init__(self, state: str, wanted: str) -> None:
        super().__init__(f"from {state} to {wanted}")
        self.state = state
        self.wanted = wanted


class MeetingEndsTooEarly(CatalogError):
    """A meeting must end after it starts."""
