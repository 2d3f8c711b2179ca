"""Buttons of promised placements: the graduate's answer, and the desk of who promised."""

from bot.callbacks import Press


class ShowPromise(Press, code="np"):
    """What was promised, what the provider says, and what one says oneself."""

    application_id: int


class AnswerPlacement(Press, code="npy"):
    """`answer`: of `intake.placement.promise_rows.ANSWERS`, to what was said by this change."""

    application_id: int
    change_id: int
    answer: str


class ListPromisedClasses(Press, code="npk"):
    """Page by page from 0."""

    page: int


class ListPlacements(Press, code="npl"):
    """A class in numbers, and its people page by page from 0."""

    class_id: int
    page: int


class OpenGraduate(Press, code="npo"):
    application_id: int


class AskPlacement(Press, code="npa"):
    """At which company, or why not."""

    application_id: int
    state: str


class SetPlacement(Press, code="nps"):
    """At the company that was named for the application `like`, or (0) at none and `why`."""

    application_id: int
    state: str
    like: int
    why: str
