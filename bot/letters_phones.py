"""Letters of a take-over: to the new phone, to the one before, and of a refusal.

As in `bot.letters`, each re-reads the truth, and is Moot where there is nothing left to tell. They
are results: nobody can mute them.
"""

from collections.abc import Callable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.context import House
from bot.screens import Screen
from bot.views import phones as views
from intake.applications.rows import my_applications
from intake.takeovers.errors import NoSuchTakeover
from intake.takeovers.rows import TakeoverView, view_takeover
from notices.sender import Letter, Moot
from storage.models import Applicant, TakeoverChange
from texts import Speaker


def person_came(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    takeover = _takeover(session, letter)
    if not _is_here(session, takeover, letter.account_id):
        raise Moot("they have gone to yet another phone")
    applications = my_applications(session, letter.account_id)
    theirs = [each for each in applications if each.applicant_id == takeover.applicant_id]
    return views.came_screen(t, takeover.first_name, theirs)


def person_left(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    takeover = _takeover(session, letter)
    if _is_here(session, takeover, letter.account_id):
        raise Moot("they are back")
    done = _last(session, takeover, "done")
    if done is None:
        raise Moot("it was not carried out")
    return views.left_screen(t, takeover, done.at, house.zone)


def takeover_refused(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    takeover = _takeover(session, letter)
    refused = _last(session, takeover, "refused")
    if refused is None:
        raise Moot("it was not refused")
    key = f"phones-because-{refused.reason}"
    return views.refusal_screen(t, takeover, t.plain(key) if t.knows(key) else refused.reason or "")


def _takeover(session: Session, letter: Letter) -> TakeoverView:
    try:
        return view_takeover(session, letter.facts["takeover_id"])
    except NoSuchTakeover:
        raise Moot("the person was erased") from None


def _is_here(session: Session, takeover: TakeoverView, account_id: int) -> bool:
    return session.get_one(Applicant, takeover.applicant_id).account_id == account_id


def _last(session: Session, takeover: TakeoverView, to: str) -> TakeoverChange | None:
    of_it = TakeoverChange.takeover_id == takeover.id, TakeoverChange.to_state == to
    newest = session.scalar(select(func.max(TakeoverChange.id)).where(*of_it))
    return None if newest is None else session.get(TakeoverChange, newest)


OF_PHONES: dict[str, Callable[[Session, Letter, Speaker, House], Screen]] = {
    "person_came": person_came,
    "person_left": person_left,
    "takeover_refused": takeover_refused,
}
"""A part of `bot.letters.LETTERS`."""
