"""What a broadcast is on the wire: the message itself, its correction, its recall; and the letters
that staff get about one.

Staff's words go as they are to everybody; our own follow each person's language.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ParseMode

from announcements.audiences import count_people
from announcements.broadcast_rows import BroadcastState, BroadcastView, find
from announcements.buttons import Button
from announcements.errors import NoSuchBroadcast
from bot.broadcast_reading import names_in
from bot.context import House
from bot.keyboards import button, link
from bot.outgoing import Outgoing
from bot.presses.broadcasts import BroadcastPress
from bot.presses.settings import OpenNewsBelow
from bot.screens import NO_PREVIEW, Screen
from bot.views.broadcast_approval import approval_screen, approved_screen, refused_screen
from notices.sender import Letter, Moot
from people.staff import may_approve, roles_of, staff_name
from storage.memory import reads
from texts import Speaker, speaker

OVER = (BroadcastState.CANCELLED, BroadcastState.RECALLED)


@reads("broadcasts", "broadcast_changes")
def broadcast(session: Session, broadcast_id: int, language: str) -> Outgoing | None:
    view = _found(session, broadcast_id)
    if view is None or view.state in OVER:
        return None
    return message(view, speaker(language))


@reads("broadcasts", "broadcast_changes")
def broadcast_fix(session: Session, broadcast_id: int, language: str) -> Outgoing | None:
    """The same message in its present words; its picture or document stays what it is."""
    view = _found(session, broadcast_id)
    if view is None or view.state is BroadcastState.RECALLED:
        return None
    parameters = dict(message(view, speaker(language)).parameters)
    if view.media_kind is None:
        return Outgoing("editMessageText", parameters)
    del parameters[view.media_kind]
    return Outgoing("editMessageCaption", parameters)


@reads("broadcasts", "broadcast_changes")
def broadcast_recall(session: Session, broadcast_id: int, language: str) -> Outgoing | None:
    return None if _found(session, broadcast_id) is None else Outgoing("deleteMessage", {})


def message(view: BroadcastView, t: Speaker, html: str | None = None) -> Outgoing:
    """As it is sent to whoever reads this language; with other words where `html` is given."""
    words = view.html if html is None else html
    told: dict[str, Any] = {"parse_mode": ParseMode.HTML, "reply_markup": _below(view, t)}
    if view.media_kind is None:
        return Outgoing("sendMessage", {"text": words, **told, "link_preview_options": NO_PREVIEW})
    method = {"photo": "sendPhoto", "document": "sendDocument"}[view.media_kind]
    return Outgoing(method, {view.media_kind: view.media_file, "caption": words, **told})


def _below(view: BroadcastView, t: Speaker) -> InlineKeyboardMarkup:
    """Its buttons, one a row, and the way to get fewer of its kind."""
    rows = [[_button(view.id, place, one, t)] for place, one in enumerate(view.buttons)]
    return InlineKeyboardMarkup([*rows, [button(t.plain("broadcast-fewer"), OpenNewsBelow())]])


def _button(broadcast_id: int, place: int, one: Button, t: Speaker) -> InlineKeyboardButton:
    if one.kind == "link":
        return link(one.caption, one.target)
    ours = one.kind == "join" and one.caption == speaker("id").plain("broadcast-join")
    caption = t.plain("broadcast-join") if ours else one.caption
    return button(caption, BroadcastPress(broadcast_id, place))


def _found(session: Session, broadcast_id: int) -> BroadcastView | None:
    try:
        return find(session, broadcast_id)
    except NoSuchBroadcast:
        return None


# For staff


def to_decide(session: Session, letter: Letter, t: Speaker, house: House) -> Outgoing:
    """What an approver is to decide on, below the question."""
    return message(_waiting(session, letter), t)


def shown(session: Session, letter: Letter, t: Speaker, house: House) -> Outgoing:
    """To one person who has asked for it, as everybody would get it."""
    return message(_of(session, letter), t)


def approval(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    view = _waiting(session, letter)
    if view.people is None:  # handed in at the command line, or it has grown since
        view = replace(view, people=count_people(session, view.audience, house.now()))
    names = names_in(session, view.audience)
    return approval_screen(t, view, names, house.bulk_rate, house.zone)


def approved(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    view = _of(session, letter)
    name = None if view.approved_by is None else staff_name(session, view.approved_by)
    return approved_screen(t, view, name)


def refused(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    view = _of(session, letter)
    if view.state is not BroadcastState.DRAFT:
        raise Moot("it was handed in once more")
    return refused_screen(t, view)


def _waiting(session: Session, letter: Letter) -> BroadcastView:
    if not may_approve(roles_of(session, letter.account_id)):
        raise Moot("they may decide nothing any more")
    view = _of(session, letter)
    if view.state is not BroadcastState.WAITING:
        raise Moot("it waits for nobody any more")
    return view


def _of(session: Session, letter: Letter) -> BroadcastView:
    if not roles_of(session, letter.account_id):
        raise Moot("they are staff no more")
    view = _found(session, letter.facts["broadcast_id"])
    if view is None:
        raise Moot("the broadcast is gone")
    return view


SHARED: Mapping[str, Callable[[Session, int, str], Outgoing | None]] = {
    "broadcast": broadcast,
    "broadcast_fix": broadcast_fix,
    "broadcast_recall": broadcast_recall,
}
TO_STAFF: Mapping[str, Callable[[Session, Letter, Speaker, House], Screen | Outgoing]] = {
    "broadcast_test": shown,
    "broadcast_preview": to_decide,
    "broadcast_approval": approval,
    "broadcast_approved": approved,
    "broadcast_refused": refused,
}
