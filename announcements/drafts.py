"""A broadcast while it is written: only a draft can be, and only by its author."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from announcements.audiences import Audience, check_audience
from announcements.broadcast_rows import (
    BROADCASTS,
    VIEWS,
    BroadcastState,
    BroadcastView,
    find,
    held_in,
    record,
    rewrite,
    to_view,
)
from announcements.buttons import MOST, Button, checked
from announcements.errors import BadButton, BadMedia, NotYours
from announcements.formatting import check_text
from storage.models import Account, Broadcast

DRAFT = BroadcastState.DRAFT
FIRST_STEP = "text"
MEDIA = ("photo", "document")


def begin_draft(
    session: Session, author_id: int | None, *, actor: str, now: datetime
) -> BroadcastView:
    """A new one at its first question, or the one that this author has open.

    `author_id` None: written at the command line, by `actor`, and without questions.
    """
    if author_id is not None:
        # Two taps at once wait for each other here.
        session.execute(select(Account.id).where(Account.id == author_id).with_for_update())
        begun = open_draft(session, author_id)
        if begun is not None:
            return begun
    step = None if author_id is None else FIRST_STEP
    draft = Broadcast(
        state=DRAFT.value, step=step, author_id=author_id, buttons=[], audience={}, created_at=now
    )
    session.add(draft)
    session.flush()
    record(session, draft.id, None, DRAFT, actor=actor, now=now)
    return find(session, draft.id)


def open_draft(session: Session, author_id: int) -> BroadcastView | None:
    """The author's draft in which a question is open; the newest, should there be several."""
    mine = VIEWS.where(
        BROADCASTS.c.author_id == author_id,
        BROADCASTS.c.state == DRAFT.value,
        BROADCASTS.c.step.is_not(None),
    )
    row = session.execute(mine.order_by(BROADCASTS.c.id.desc()).limit(1)).one_or_none()
    return None if row is None else to_view(row)


def ask_step(
    session: Session, broadcast_id: int, step: str | None, *, by: int | None = None
) -> BroadcastView:
    """The question that is open now; None: the conversation is over, the draft stays.

    This and the others here: `by` is who writes, None at the command line. They raise
    NoSuchBroadcast, NotPossible (no draft any more) and NotYours.
    """
    return _rewrite(session, broadcast_id, by, step=step)


def write_text(
    session: Session,
    broadcast_id: int,
    *,
    html: str,
    media_kind: str | None = None,
    media_file: str | None = None,
    by: int | None = None,
) -> BroadcastView:
    """The whole message anew: without `media_kind` a picture it had is gone.

    Raises BadText, EmptyText, TextTooLong or BadMedia.
    """
    if media_kind is not None and (media_kind not in MEDIA or not media_file):
        raise BadMedia(media_kind)
    check_text(html, with_media=media_kind is not None)
    file = None if media_kind is None else media_file
    values = {"text": html.strip(), "media_kind": media_kind, "media_file": file}
    return _rewrite(session, broadcast_id, by, **values)


def add_button(
    session: Session, broadcast_id: int, button: Button, *, by: int | None = None
) -> BroadcastView:
    """Below the others, six at most. Raises BadButton."""
    row = _own(session, broadcast_id, by)
    if len(row.buttons) >= MOST:
        raise BadButton("too_many", button.caption)
    buttons = [*row.buttons, checked(session, button).to_json()]
    return _rewrite(session, broadcast_id, by, buttons=buttons)


def drop_buttons(session: Session, broadcast_id: int, *, by: int | None = None) -> BroadcastView:
    return _rewrite(session, broadcast_id, by, buttons=[])


def choose_audience(
    session: Session, broadcast_id: int, audience: Audience, *, by: int | None = None
) -> BroadcastView:
    """Whom it is for; they are counted by `counting.count`, not here. Raises BadAudience."""
    check_audience(session, audience)
    return _rewrite(session, broadcast_id, by, audience=audience.to_json(), people=None)


def choose_end(
    session: Session, broadcast_id: int, expires_at: datetime | None, *, by: int | None = None
) -> BroadcastView:
    """After it nobody is told any more; None: three days after it starts."""
    return _rewrite(session, broadcast_id, by, expires_at=expires_at)


def discard(session: Session, broadcast_id: int, *, by: int | None = None) -> None:
    """Throw a draft away with all its history: nobody was told of it."""
    _own(session, broadcast_id, by)
    session.execute(delete(BROADCASTS).where(BROADCASTS.c.id == broadcast_id))


def _own(session: Session, broadcast_id: int, by: int | None) -> Any:
    row = held_in(session, broadcast_id, (DRAFT,), "edited")
    if by is not None and by != row.author_id:
        raise NotYours(broadcast_id)
    return row


def _rewrite(session: Session, broadcast_id: int, by: int | None, **values: Any) -> BroadcastView:
    _own(session, broadcast_id, by)
    rewrite(session, broadcast_id, **values)
    return find(session, broadcast_id)
