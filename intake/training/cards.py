"""Participant cards: each trainee's code, which staff scan, and a new one for a lost card.

The code is chance alone: it tells nothing of its holder, and opens nothing to whoever is no staff.
"""

import base64
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.training.errors import CardReplaced, NoSuchCard, NoTrainee
from intake.training.trainees import Trainee, find_trainee
from storage.models import Application, Card

TOKEN_BYTES = 15


@dataclass(frozen=True, slots=True)
class CardView:
    id: int
    token: str
    trainee: Trainee


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose card a code is; `replaced_at`: since when it is no longer valid."""

    application_id: int
    account_id: int
    replaced_at: datetime | None


def issue_card(
    session: Session, application_id: int, account_id: int, *, now: datetime
) -> CardView:
    """The valid card, made at the first time. Raises NoTrainee where it is not this account's."""
    trainee = _hold(session, application_id, account_id)
    card = _valid(session, application_id)
    return _view(card or _make(session, application_id, now), trainee)


def renew_card(
    session: Session, application_id: int, account_id: int, *, replaces: int, now: datetime
) -> CardView:
    """Another card in the place of that one; asked twice, it is renewed once.

    Raises NoTrainee where it is not this account's.
    """
    trainee = _hold(session, application_id, account_id)
    card = _valid(session, application_id)
    if card is None or card.id != replaces:
        return _view(card or _make(session, application_id, now), trainee)
    card.replaced_at = now
    session.flush()
    return _view(_make(session, application_id, now), trainee)


def find_holder(session: Session, token: str) -> Holder | None:
    """Whose card it is, be it valid or not. None: no card of ours."""
    row = session.execute(
        select(Application.id, Application.account_id, Card.replaced_at)
        .join(Card, Card.application_id == Application.id)
        .where(Card.token == token)
    ).first()
    return None if row is None else Holder(*row)


def check_card(session: Session, token: str) -> int:
    """The application of a valid card. Raises NoSuchCard, CardReplaced."""
    holder = find_holder(session, token)
    if holder is None:
        raise NoSuchCard
    if holder.replaced_at is not None:
        raise CardReplaced(holder.replaced_at)
    return holder.application_id


def make_token() -> str:
    """24 small letters and digits from 120 random bits, which a link takes as they are."""
    return base64.b32encode(secrets.token_bytes(TOKEN_BYTES)).decode().lower()


def _hold(session: Session, application_id: int, account_id: int) -> Trainee:
    mine = Application.id == application_id, Application.account_id == account_id
    if session.scalar(select(Application.id).where(*mine).with_for_update()) is None:
        raise NoTrainee
    return find_trainee(session, application_id)


def _valid(session: Session, application_id: int) -> Card | None:
    valid = Card.application_id == application_id, Card.replaced_at.is_(None)
    return session.scalar(select(Card).where(*valid))


def _make(session: Session, application_id: int, now: datetime) -> Card:
    card = Card(application_id=application_id, token=make_token(), issued_at=now)
    session.add(card)
    session.flush()
    return card


def _view(card: Card, trainee: Trainee) -> CardView:
    return CardView(card.id, card.token, trainee)
