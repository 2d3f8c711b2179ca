"""What the database holds already, for entries that point to it."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from catalog.load.desk import POINTED_TO
from catalog.reading import Known
from storage.models import EligibilityRule, Programme, Wave


def holds_catalogue(session: Session) -> bool:
    """False before the first loading."""
    return bool(session.scalar(select(exists().select_from(Programme))))


def known_in(session: Session) -> Known:
    """Every slug that an entry may point to, and the waves' codes."""
    known = Known(codes=dict(session.execute(select(Wave.code, Wave.slug)).all()))
    for noun, model in POINTED_TO.items():
        known.slugs[noun] = set(session.scalars(select(model.slug)))
    pairs = (slug.split(".", 1) for slug in session.scalars(select(EligibilityRule.slug)))
    known.rules = {(rule, programme) for rule, programme in pairs}
    return known
