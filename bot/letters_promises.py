"""The letter that asks a graduate whether what is noted of their placement is so."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from bot.context import House
from bot.letters_intake import name_in_family
from bot.screens import Screen
from bot.views.promises import answers, promise_row, state_words
from intake.placement.errors import NoPromise
from intake.placement.promise_rows import placement_of
from intake.placement.promises import KIND
from intake.training.errors import NoTrainee
from notices.sender import Letter, Moot
from storage.models import Application
from texts import Speaker


def placement(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    """What who promised says now; moot where they say something else by then."""
    try:
        view = placement_of(session, letter.facts["application_id"])
    except (NoTrainee, NoPromise):
        raise Moot("they have no seat any more, or nobody promises it") from None
    if view.change_id != letter.facts["change_id"]:
        raise Moot("it was noted anew")
    application = session.get_one(Application, view.trainee.application_id)
    text = t(
        "letter-placement",
        name=name_in_family(session, application),
        provider=view.promise.provider_name,
        programme=view.trainee.programme_title,
        state=state_words(t, view),
    )
    return Screen(text, [*answers(t, view), promise_row(t, application.id)])


OF_PROMISES: dict[str, Callable[[Session, Letter, Speaker, House], Screen]] = {KIND: placement}
"""A part of `bot.letters.LETTERS`."""
