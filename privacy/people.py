"""Those who have registered by a phone, for the eyes of whoever holds it."""

from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.applications.applicants import my_applicant, names_on, read_answers
from intake.applications.rows import ApplicationView, my_applications
from intake.applications.steps import Answers
from storage.models import Applicant, Application, Document, GuardianConsent, TrackFollow
from storage.vault import vault_of


@dataclass(frozen=True, slots=True)
class ApplicantData:
    """NIK and phone are whole in `answers`: mask them where others may look."""

    answers: Answers = field(repr=False)
    invite_again: bool
    """Whether they are invited to the next wave of what they got no seat in."""


@dataclass(frozen=True, slots=True)
class PersonData:
    """NIK and phone are whole in `answers`: mask them where others may look."""

    applicant_id: int
    called: str = field(repr=False)
    answers: Answers = field(repr=False)
    applications: tuple[ApplicationView, ...]
    """The newest first."""
    documents: int
    guardians: int
    tracks: int
    """Checklists for work abroad that are theirs."""
    invited: bool
    """Whether they are invited to the next wave of what they got no seat in."""


def applicants_about(session: Session, account_id: int) -> tuple[ApplicantData, ...]:
    """Who registered first at the head."""
    chosen = select(Applicant).where(Applicant.account_id == account_id).order_by(Applicant.id)
    vault = vault_of(session)
    return tuple(
        ApplicantData(read_answers(applicant, vault), applicant.invite_again)
        for applicant in session.scalars(chosen)
    )


def person_data(session: Session, account_id: int, applicant_id: int) -> PersonData:
    """Raises NoSuchApplicant for one of another account, too."""
    applicant = my_applicant(session, account_id, applicant_id)
    mine = select(Application.id).where(Application.applicant_id == applicant_id)
    sent = select(func.count()).where(Document.application_id.in_(mine))
    allowed = select(func.count()).where(GuardianConsent.application_id.in_(mine))
    tracks = select(func.count()).where(TrackFollow.applicant_id == applicant_id)
    return PersonData(
        applicant_id=applicant_id,
        called=names_on(session, [account_id])[applicant_id],
        answers=read_answers(applicant, vault_of(session)),
        applications=tuple(
            each
            for each in my_applications(session, account_id)
            if each.applicant_id == applicant_id
        ),
        documents=session.scalar(sent) or 0,
        guardians=session.scalar(allowed) or 0,
        tracks=session.scalar(tracks) or 0,
        invited=applicant.invite_again,
    )
