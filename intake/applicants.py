"""Applicants: a person's answers, kept sealed for this registration and the next."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.guardians import last_guardian
from intake.steps import Answers
from storage.models import Applicant
from storage.vault import Vault, vault_of


def store_applicant(
    session: Session, account_id: int, answers: Answers, *, now: datetime
) -> Applicant:
    """The applicant with this NIK in this account: made, or brought up to date.

    `answers` must be complete.
    """
    vault = vault_of(session)
    assert answers.nik is not None
    nik_print = vault.fingerprint(answers.nik)
    applicant = session.scalar(
        select(Applicant).where(
            Applicant.account_id == account_id, Applicant.nik_print == nik_print
        )
    )
    if applicant is None:
        applicant = Applicant(account_id=account_id, nik_print=nik_print, created_at=now)
        session.add(applicant)
    _write(applicant, answers, vault, now)
    session.flush()
    return applicant


def last_answers(session: Session, account_id: int, *, today: date) -> Answers:
    """What this account's most recent applicant answered; empty where there is none.

    Whoever is under 18 has told their guardian before, too; the consent is asked for each time.
    """
    applicant = session.scalar(
        select(Applicant)
        .where(Applicant.account_id == account_id)
        .order_by(Applicant.updated_at.desc(), Applicant.id.desc())
        .limit(1)
    )
    if applicant is None:
        return Answers()
    answers = read_answers(applicant, vault_of(session)).on(today)
    guardian = last_guardian(session, applicant.id) if answers.minor else None
    if guardian is None:
        return answers
    return replace(answers, guardian=guardian.relation, guardian_name=guardian.name)


def speaks_for_one(session: Session, account_id: int) -> bool:
    """False where several people apply through one phone: then a letter says for whom it is."""
    of_account = select(func.count()).where(Applicant.account_id == account_id)
    return (session.scalar(of_account) or 0) < 2


def read_answers(applicant: Applicant, vault: Vault) -> Answers:
    return Answers(
        name=vault.open(applicant.name_sealed),
        nik=vault.open(applicant.nik_sealed),
        birthday="right",
        phone=vault.open(applicant.phone_sealed),
        education=applicant.education,
        domicile=applicant.domicile,
        born_on=applicant.born_on,
        sex=applicant.sex,
    )


def _write(applicant: Applicant, answers: Answers, vault: Vault, now: datetime) -> None:
    assert answers.name is not None
    assert answers.nik is not None
    assert answers.phone is not None
    assert answers.born_on is not None
    assert answers.sex is not None
    assert answers.education is not None
    assert answers.domicile is not None
    applicant.name_sealed = vault.seal(answers.name)
    applicant.nik_sealed = vault.seal(answers.nik)
    applicant.phone_sealed = vault.seal(answers.phone)
    applicant.born_on, applicant.sex = answers.born_on, answers.sex
    applicant.education, applicant.domicile = answers.education, answers.domicile
    applicant.updated_at = now
