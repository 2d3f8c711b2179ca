"""What is read together for a trainee's own screens, and whom staff mean by a number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.errors import NoSuchApplication
from intake.applications.rows import ApplicationView
from intake.beds.rows import BedView, bed_of
from intake.documents.errors import NotOfYourProvider
from intake.placement.promise_rows import promise_for
from intake.training.attendance_rows import Tally, tally
from intake.training.certificate_rows import CertificateView, certificates_of
from intake.training.errors import NoTrainee
from intake.training.trainees import application_id_of
from intake.waves.timelines import Timeline, timeline_of
from storage.models import Application, CourseClass, Pupil


@dataclass(frozen=True)
class Training:
    """How often somebody was there, and what has become of their certificates."""

    tally: Tally
    certificates: Sequence[CertificateView]
    pupil: bool
    """Whether a school has sent them: then there is a placement to see."""
    promised: bool
    """Whether a placement in work was promised to them."""


@dataclass(frozen=True)
class Way:
    """What lies about an application: its wave's stages, its training, its bed."""

    timeline: Timeline
    training: Training | None
    """Of who has a seat."""
    bed: BedView | None
    """Of who has a seat, where there is a dormitory."""


def way_of(session: Session, application: ApplicationView, now: datetime, zone: tzinfo) -> Way:
    return Way(
        timeline_of(session, application.wave_id),
        training_of(session, application.id, now, zone),
        bed_of(session, application.id, now),
    )


def training_of(
    session: Session, application_id: int, now: datetime, zone: tzinfo
) -> Training | None:
    """None for whoever has no seat in a class."""
    try:
        counted = tally(session, application_id, now=now, zone=zone)
    except NoTrainee:
        return None
    pupil = session.get(Pupil, application_id) is not None
    programme_id = select(CourseClass.programme_id).join(
        Application, Application.class_id == CourseClass.id
    )
    mine = session.scalars(programme_id.where(Application.id == application_id)).one()
    promised = promise_for(session, mine) is not None
    return Training(counted, certificates_of(session, application_id), pupil, promised)


def application_numbered(session: Session, number: str) -> int:
    """As staff have typed it. Raises NotOfYourProvider."""
    try:
        return application_id_of(session, number)
    except NoSuchApplication:
        raise NotOfYourProvider from None
