"""What is read together for a trainee's own screens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from sqlalchemy.orm import Session

from intake.attendance_rows import Tally, tally
from intake.certificate_rows import CertificateView, certificates_of
from intake.errors import NoTrainee


@dataclass(frozen=True)
class Training:
    """How often somebody was there, and what has become of their certificates."""

    tally: Tally
    certificates: Sequence[CertificateView]


def training_of(
    session: Session, application_id: int, now: datetime, zone: tzinfo
) -> Training | None:
    """None for whoever has no seat in a class."""
    try:
        counted = tally(session, application_id, now=now, zone=zone)
    except NoTrainee:
        return None
    return Training(counted, certificates_of(session, application_id))
