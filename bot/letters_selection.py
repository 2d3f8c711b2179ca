"""Letters to staff about a selection: a move that waits for them, what became of theirs, results
that did not go out.

As in `bot.letters`, each re-reads the truth, and is Moot where there is nothing left to tell.
"""

from collections.abc import Callable

from sqlalchemy.orm import Session

from bot.context import House
from bot.screens import Screen
from bot.views.selection_list import decided_letter, held_letter, move_screen
from catalog.errors import NoSuchClass
from intake.applications.errors import OtherProvider
from intake.selection.desk import Clerk, decides, move_for
from intake.selection.errors import NoSuchOverride
from intake.selection.override_rows import MoveState, OverrideView
from intake.selection.rows import class_view
from notices.sender import Letter, Moot
from people.staff import roles_of, staff_name
from texts import Speaker


def move_asked(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    """The question itself, with yes and no."""
    clerk, move = _clerk(session, letter), _move(session, letter)
    if not move.open or not decides(move, clerk):
        raise Moot("it was decided, or is not theirs to decide")
    return move_screen(t, move, clerk, t("selection-letter-asked"))


def move_decided(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    move = _move(session, letter)
    if move.state is MoveState.WAITING:
        raise Moot("it was not decided")
    return decided_letter(t, move)


def results_held(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    clerk = _clerk(session, letter)
    try:
        view = class_view(session, letter.facts["class_id"], clerk.rights)
    except (NoSuchClass, OtherProvider):
        raise Moot("it is no class of theirs") from None
    if view.list is None or view.list.id != letter.facts["ranking_id"]:
        raise Moot("the list was drawn up anew")
    if view.list.state != "drawn":
        raise Moot("another minute is set")
    return held_letter(t, view, letter.facts["reason"])


def _clerk(session: Session, letter: Letter) -> Clerk:
    rights = roles_of(session, letter.account_id)
    name = staff_name(session, letter.account_id)
    if not rights or name is None:
        raise Moot("they are staff no more")
    return Clerk(name, letter.account_id, rights)


def _move(session: Session, letter: Letter) -> OverrideView:
    clerk = _clerk(session, letter)
    try:
        return move_for(session, letter.facts["override_id"], clerk.rights)
    except (NoSuchOverride, NoSuchClass, OtherProvider):
        raise Moot("the move is gone, or of no class of theirs") from None


OF_SELECTION: dict[str, Callable[[Session, Letter, Speaker, House], Screen]] = {
    "move_asked": move_asked,
    "move_approved": move_decided,
    "move_refused": move_decided,
    "results_held": results_held,
}
"""A part of `bot.letters.LETTERS`."""
