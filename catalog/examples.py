"""Made-up waves for a demo, dated from the day they are made, and marked as examples everywhere.

A wave that was made once is never moved: people have seen its dates. When it no longer shows what
it was made to show (its registration is over, its lessons are held), a fresh one is made beside it.
"""

from datetime import date, datetime

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session

from catalog.example_waves import ROLES, SOURCE
from catalog.load import LoadReport, load_catalogue
from catalog.schema import Catalogue, SourceEntry, WaveEntry
from storage.models import Wave
from texts.moments import WIB


def load_examples(session: Session, *, now: datetime) -> LoadReport:
    """Make the examples that are not there or no longer show anything; the others stay as they are.

    The bundled catalogue must have been loaded.
    """
    today = now.astimezone(WIB).date()
    wanted = example_catalogue(today)
    wanted.waves = [
        wave
        for wave, role in zip(wanted.waves, ROLES, strict=True)
        if not _serves(session, role, now)
    ]
    return load_catalogue(session, wanted, now=now)


def example_catalogue(today: date) -> Catalogue:
    """One wave of each role, in the order of `ROLES`, as if made on `today`."""
    source = SourceEntry(
        slug=SOURCE,
        outlet="Contoh Jawara",
        published_on=None,
        note="contoh untuk mencoba, bukan pengumuman",
    )
    waves = [WaveEntry.model_validate(_named(role, today)) for role in ROLES]
    return Catalogue(sources=[source], waves=waves)


def _serves(session: Session, role: str, now: datetime) -> bool:
    """Whether an earlier example of this role still shows what it is for."""
    today = now.astimezone(WIB).date()
    shows: dict[str, ColumnElement[bool]] = {
        "berjalan": Wave.ends_on > today,
        "rencana": Wave.state == "planned",
    }
    until_it_closes = or_(Wave.registration_closes_at > now, Wave.registration_closes_at.is_(None))
    is_ours = Wave.slug.startswith(f"contoh-{role}-")
    return bool(session.scalar(select(exists().where(is_ours, shows.get(role, until_it_closes)))))


def _named(role: str, today: date) -> dict[str, object]:
    return ROLES[role](today) | {
        "slug": f"contoh-{role}-{today:%Y%m%d}",
        "code": f"CTH-{role[0].upper()}-{today:%y%m%d}",
    }
