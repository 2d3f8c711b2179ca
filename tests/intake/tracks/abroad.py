"""What the tests of tracks abroad share: a programme with a checklist of four things.

Its age rule is 18 to 29, counted today; welding is the skill, the identity card the paper; the
passport is known to nobody but its holder.
"""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from intake.tracks.rows import TrackView, my_track
from storage.models import Cluster, CourseClass, Track, TrackItem
from tests.cast import NOW, Stage, set_rules

SLUGS = ["usia", "keterampilan", "ktp", "paspor"]


def set_track(session: Session, stage: Stage) -> int:
    """The programme's id: that of the other class."""
    programme_id = session.get_one(CourseClass, stage.other_class_id).programme_id
    welding = session.get_one(Cluster, stage.cluster_id).slug
    set_rules(session, stage.other_class_id, ("age", {"min": 18, "max": 29}))
    session.add(
        Track(
            programme_id=programme_id,
            kinds=[welding],
            destinations=["JP", "KR"],
            source_id=stage.source_id,
        )
    )
    session.flush()
    known: list[tuple[str, dict[str, Any]]] = [
        ("self", {"rules": ["aturan-1"]}),
        ("skill", {"clusters": [welding]}),
        ("document", {"paper": "ktp"}),
        ("document", {}),
    ]
    for position, (slug, (kind, known_by)) in enumerate(zip(SLUGS, known, strict=True), 1):
        add_item(session, programme_id, stage.source_id, slug, kind, known_by, position)
    return programme_id


def add_item(
    session: Session,
    programme_id: int,
    source_id: int,
    slug: str,
    kind: str,
    known_by: dict[str, Any],
    position: int,
    expires_on: date | None = None,
) -> int:
    item = TrackItem(
        programme_id=programme_id,
        slug=slug,
        kind=kind,
        title={"id": slug.capitalize(), "en": slug.capitalize()},
        about={"id": "Di kantornya.", "en": "At its office."},
        known_by=known_by,
        confirmed=True,
        position=position,
        listed=True,
        expires_on=expires_on,
        source_id=source_id,
    )
    session.add(item)
    session.flush()
    return item.id


def track(session: Session, account_id: int, programme_id: int) -> TrackView:
    return my_track(session, account_id, programme_id, now=NOW)


def states(view: TrackView) -> dict[str, str]:
    return {each.item.slug: each.state.value for each in view.items}


def item_id(view: TrackView, slug: str) -> int:
    return next(each.item.id for each in view.items if each.item.slug == slug)
