"""Guardians: who they are, and the consent that somebody under 18 needs of them."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from intake.applications.errors import UnknownRelation
from intake.applications.steps import Answers
from storage.models import Application, GuardianConsent
from storage.vault import vault_of

VERSION = "2025-11"
"""Of the words a guardian agrees to; another one, whenever these change in substance."""

RELATIONS = ("mother", "father", "guardian")
_WORDS = {
    "mother": "mother|mom|mum|ibu|ibunda|mama|mamah|emak|mak|bunda|umi|ummi|indung",
    "father": "father|dad|ayah|ayahanda|bapak|bapa|bpk|papa|abah|abi|babeh",
    "guardian": (
        "guardian|wali|kakak|kakek|nenek|paman|bibi|om|tante|uwa|grandmother|grandfather|"
        "uncle|aunt|brother|sister"
    ),
}


@dataclass(frozen=True, slots=True)
class Guardian:
    """Whose consent an application has. `relation`: one of RELATIONS."""

    application_id: int
    relation: str
    version: str
    given_at: datetime
    name: str = field(repr=False)


def parse_relation(text: str) -> str:
    """One of RELATIONS. Raises UnknownRelation."""
    words = set(re.findall(r"[a-z]+", text.lower()))
    named = [name for name, known in _WORDS.items() if words & set(known.split("|"))]
    if not named:
        raise UnknownRelation
    return named[-1]  # "kakak ibu" is neither of the parents


def store_consent(session: Session, application_id: int, account_id: int, answers: Answers) -> None:
    """`answers` must be complete, and of somebody under 18."""
    assert answers.guardian is not None
    assert answers.guardian_name is not None
    assert answers.guardian_consent is not None
    session.add(
        GuardianConsent(
            application_id=application_id,
            account_id=account_id,
            name_sealed=vault_of(session).seal(answers.guardian_name),
            relation=answers.guardian,
            version=VERSION,
            given_at=datetime.fromisoformat(answers.guardian_consent),
        )
    )


def guardians_of(session: Session, application_ids: Collection[int]) -> dict[int, Guardian]:
    """By application; those of adults have none."""
    chosen = select(GuardianConsent).where(GuardianConsent.application_id.in_(application_ids))
    return {one.application_id: one for one in _read(session, chosen)}


def guardians_in(session: Session, account_id: int) -> list[Guardian]:
    """All of an account, by application."""
    chosen = select(GuardianConsent).where(GuardianConsent.account_id == account_id)
    return _read(session, chosen.order_by(GuardianConsent.application_id))


def last_guardian(session: Session, applicant_id: int) -> Guardian | None:
    """Who agreed to the latest of an applicant's applications that had a guardian."""
    chosen = (
        select(GuardianConsent)
        .join(Application, GuardianConsent.application_id == Application.id)
        .where(Application.applicant_id == applicant_id)
        .order_by(GuardianConsent.application_id.desc())
        .limit(1)
    )
    return next(iter(_read(session, chosen)), None)


def _read(session: Session, chosen: Select[GuardianConsent]) -> list[Guardian]:
    vault = vault_of(session)
    return [
        Guardian(
            application_id=row.application_id,
            relation=row.relation,
            version=row.version,
            given_at=row.given_at,
            name=vault.open(row.name_sealed),
        )
        for row in session.scalars(chosen)
    ]
