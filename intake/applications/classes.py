"""Classes as staff name them: by programme, and by wave where several fit."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.waves import is_called
from storage.models import CourseClass, Programme, Wave


def find_class(
    session: Session, programme_slug: str, *, wave: str | None = None
) -> list[tuple[str, int]]:
    """(wave's code, class id): of waves still to begin, else of those that run; or of the one that
    is named (`is_called`).
    """
    query = (
        select(Wave.code, Wave.state, CourseClass.id)
        .join_from(CourseClass, Wave, CourseClass.wave_id == Wave.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .where(Programme.slug == programme_slug)
        .order_by(Wave.code)
    )
    narrowed = Wave.state != "finished" if wave is None else is_called(wave)
    rows = session.execute(query.where(narrowed)).all()
    ahead = [row for row in rows if row.state != "running"]
    return [(row.code, row.id) for row in ahead or rows]
