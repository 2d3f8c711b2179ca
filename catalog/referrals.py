"""What people ask for that is not registered here: information, and where to go."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from storage.models import Referral


def list_referrals(session: Session) -> Sequence[Referral]:
    return session.scalars(select(Referral).order_by(Referral.title)).all()


def find_referral(session: Session, referral_id: int) -> Referral | None:
    """With its source loaded; None when it was taken out of the catalogue."""
    query = select(Referral).options(joinedload(Referral.source))
    return session.scalar(query.where(Referral.id == referral_id))
