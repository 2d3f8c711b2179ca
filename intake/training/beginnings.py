"""Whether a trainee's training has begun: before that there is nothing to be passed.

A wave's by its state, its dates or its first meeting, whichever is first; that of a pupil whom a
school has sent by the dates of their group.
"""

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.seats.seats import BEGUN
from intake.training.errors import TrainingAhead
from storage.models import Application, CourseClass, Meeting, Pupil, SchoolGroup, Wave
from texts.moments import WIB


def check_begun(session: Session, application_id: int, now: datetime) -> None:
    """Raises TrainingAhead. Days are days in WIB."""
    first = select(func.min(Meeting.starts_at)).where(
        Meeting.class_id == CourseClass.id, Meeting.cancelled.is_(False)
    )
    row = session.execute(
        select(SchoolGroup.starts_on, Wave.starts_on, first.scalar_subquery(), BEGUN)
        .join_from(Application, CourseClass, Application.class_id == CourseClass.id)
        .join(Wave, CourseClass.wave_id == Wave.id)
        .outerjoin(Pupil, Pupil.application_id == Application.id)
        .outerjoin(SchoolGroup, Pupil.group_id == SchoolGroup.id)
        .where(Application.id == application_id),
        {"now": now},
    ).one()
    of_group: date | None = row[0]
    of_wave: date | None = row[1]
    meeting: datetime | None = row[2]
    today = now.astimezone(WIB).date()
    if of_group is not None:
        if of_group > today:
            raise TrainingAhead(of_group, "group")
        return
    dated = of_wave is not None and of_wave <= today
    if not (row[3] or dated or (meeting is not None and meeting <= now)):
        raise TrainingAhead(of_wave or (meeting and meeting.astimezone(WIB).date()), "wave")
