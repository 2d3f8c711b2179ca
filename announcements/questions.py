"""Which question of which broadcast is open for whom: a draft's author, or who corrects one.

One person has one open at a time.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_, select, update
from sqlalchemy.orm import Session

from announcements.broadcast_rows import (
    BROADCASTS,
    VIEWS,
    BroadcastState,
    BroadcastView,
    find,
    held_in,
    rewrite,
    to_view,
)
from announcements.errors import NotPossible, NotYours
from announcements.formatting import check_text
from announcements.four_eyes import check_corrector
from announcements.jobs import AT_REST
from notices.outbox import changed
from storage.models import Account


class Question(StrEnum):
    """What is asked while a broadcast is written, or corrected after it was delivered."""

    TEXT = "text"
    CUT = "cut"
    """Is the text that is kept all of it, or only its first part?"""
    BUTTONS = "buttons"
    LINK = "link"
    PROGRAMME = "programme"
    VACANCY = "vacancy"
    JOIN = "join"
    AUDIENCE = "audience"
    REVIEW = "review"
    CHANGES = "changes"
    """What is to be changed of it?"""
    TIME = "time"
    SURE = "sure"
    """Send it to so many?"""
    DISCARD = "discard"
    """Throw it away?"""
    CORRECTION = "correction"
    CORRECTION_CUT = "correction-cut"
    CORRECTION_SURE = "correction-sure"


OF_A_CORRECTION = frozenset(each for each in Question if each.value.startswith("correction"))
OF_A_DRAFT = frozenset(Question) - OF_A_CORRECTION

IS_DRAFT = BROADCASTS.c.state == BroadcastState.DRAFT.value
IS_OPEN = BROADCASTS.c.step.is_not(None)


def all_open_questions(session: Session) -> dict[int, Question]:
    """Telegram id → the question that is open for them."""
    holder = or_(
        and_(IS_DRAFT, BROADCASTS.c.author_id == Account.id),
        and_(~IS_DRAFT, BROADCASTS.c.editor_id == Account.id),
    )
    found = select(Account.telegram_id, BROADCASTS.c.step).join(BROADCASTS, holder)
    rows = session.execute(found.where(IS_OPEN).order_by(BROADCASTS.c.id))
    return {telegram_id: Question(step) for telegram_id, step in rows}


def open_question(session: Session, account_id: int) -> BroadcastView | None:
    """The broadcast in which a question is open for this account."""
    mine = VIEWS.where(IS_OPEN, _holds(account_id)).order_by(BROADCASTS.c.id.desc())
    row = session.execute(mine.limit(1)).one_or_none()
    return None if row is None else to_view(row)


def last_draft(session: Session, account_id: int) -> BroadcastView | None:
    """What they have begun to write last and not handed in, put aside or not."""
    mine = VIEWS.where(IS_DRAFT, BROADCASTS.c.author_id == account_id)
    row = session.execute(mine.order_by(BROADCASTS.c.id.desc()).limit(1)).one_or_none()
    return None if row is None else to_view(row)


def put_aside(session: Session, account_id: int, *, but: int | None = None) -> int:
    """Leave the open question, if any; what is written stays. Returns how many were left.

    `but`: a broadcast whose question stays open.
    """
    wanted = [IS_OPEN, _holds(account_id)]
    if but is not None:
        wanted.append(BROADCASTS.c.id != but)
    return changed(session, update(BROADCASTS).where(*wanted).values(step=None))


def ask(session: Session, broadcast_id: int, question: Question, *, by: int) -> BroadcastView:
    """This question of the draft is open now, and no other of `by`, its author.

    Raises NoSuchBroadcast, NotPossible (no draft any more) and NotYours.
    """
    row = held_in(session, broadcast_id, (BroadcastState.DRAFT,), "edited")
    if row.author_id != by:
        raise NotYours(broadcast_id)
    put_aside(session, by, but=broadcast_id)
    rewrite(session, broadcast_id, step=question.value)
    return find(session, broadcast_id)


def begin_correction(
    session: Session, broadcast_id: int, *, by: int, actor: str, may_approve: bool = False
) -> BroadcastView:
    """Ask `by`, whose name is `actor`, for other words for what was delivered.

    Raises NotPossible (it is not at rest) and NeedsApprover, as `jobs.correct` would.
    """
    row = held_in(session, broadcast_id, AT_REST, "corrected")
    if row.batch_id is None:
        raise NotPossible(row.state, "corrected")
    check_corrector(session, broadcast_id, by=by, actor=actor, may_approve=may_approve)
    put_aside(session, by, but=broadcast_id)
    asked = Question.CORRECTION.value
    rewrite(session, broadcast_id, step=asked, editor_id=by, correction=None)
    return find(session, broadcast_id)


def word_correction(
    session: Session, broadcast_id: int, html: str, *, by: int, doubtful: bool = False
) -> BroadcastView:
    """Keep the words until they are sent; `doubtful`: they may be the first part only.

    Raises BadText and its like, NotPossible, NotYours: somebody else corrects it by now.
    """
    row = _correcting(session, broadcast_id, by)
    check_text(html, with_media=row.media_kind is not None)
    asked = Question.CORRECTION_CUT if doubtful else Question.CORRECTION_SURE
    rewrite(session, broadcast_id, step=asked.value, correction=html.strip())
    return find(session, broadcast_id)


def doubt_correction(session: Session, broadcast_id: int, *, by: int) -> BroadcastView:
    """Ask whether the words that are kept are all of them. Raises as `word_correction` does."""
    _correcting(session, broadcast_id, by)
    rewrite(session, broadcast_id, step=Question.CORRECTION_CUT.value)
    return find(session, broadcast_id)


def keep_correction(session: Session, broadcast_id: int, *, by: int) -> BroadcastView:
    """They are. Raises NotPossible where there are none (any more), NotYours."""
    row = _correcting(session, broadcast_id, by)
    if row.correction is None:
        raise NotPossible(row.state, "corrected")
    rewrite(session, broadcast_id, step=Question.CORRECTION_SURE.value)
    return find(session, broadcast_id)


def end_correction(session: Session, broadcast_id: int, *, by: int) -> BroadcastView:
    """Take the words that were kept, to be sent, and ask no more.

    Raises NotPossible: there are none of theirs (any more), as for a second tap.
    """
    view = find(session, broadcast_id)
    if view.editor_id != by or view.correction is None:
        raise NotPossible(view.state, "corrected")
    rewrite(session, broadcast_id, step=None, editor_id=None, correction=None)
    return view


def choose_start(
    session: Session, broadcast_id: int, start_at: datetime | None, *, by: int
) -> BroadcastView:
    """When the draft is to start; None: at once."""
    row = held_in(session, broadcast_id, (BroadcastState.DRAFT,), "edited")
    if row.author_id != by:
        raise NotYours(broadcast_id)
    rewrite(session, broadcast_id, start_at=start_at)
    return find(session, broadcast_id)


def _correcting(session: Session, broadcast_id: int, by: int) -> Row[Any]:
    row = held_in(session, broadcast_id, AT_REST, "corrected")
    if row.editor_id != by:
        raise NotYours(broadcast_id)
    return row


def _holds(account_id: int) -> ColumnElement[bool]:
    return or_(
        and_(IS_DRAFT, BROADCASTS.c.author_id == account_id),
        and_(~IS_DRAFT, BROADCASTS.c.editor_id == account_id),
    )
