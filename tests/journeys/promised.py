"""Programmes whose graduates were promised a placement."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.placement.promise_rows import PlacementState
from intake.placement.promises import record_placement
from people.staff import EVERYWHERE
from storage.models import PlacementPromise, Programme, Provider, Source

LPK = "lpk-hjs"


def promise(session: Session, slug: str) -> None:
    """As LPK HJS has promised for its own programme."""
    known = session.scalars(select(PlacementPromise)).first()
    assert known is not None
    programme = session.scalars(select(Programme).where(Programme.slug == slug)).one()
    if session.get(PlacementPromise, programme.id) is None:
        provider = session.scalars(select(Provider.id).where(Provider.slug == LPK)).one()
        source = session.scalars(select(Source.id).where(Source.id == known.source_id)).one()
        facts = {"text": known.text, "within_days": None, "source_id": source}
        session.add(PlacementPromise(programme_id=programme.id, provider_id=provider, **facts))


def say_placed(session: Session, application_id: int, now: datetime) -> None:
    record_placement(
        session,
        application_id,
        PlacementState.PLACED,
        EVERYWHERE,
        company="PT Contoh",
        actor="Pak Wawan",
        now=now,
    )
