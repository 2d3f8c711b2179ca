"""Applicants: a person's answers, kept sealed for this registration and the next.

Several may share one phone. Each is called there by their first name, and a letter or a screen says
it where there is more than one.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, func, select
from sqlalchemy.orm import Session

from intake.applications.errors import NoSuchApplicant
from intake.applications.guardians import last_guardian
from intake.applications.steps import Answers
from storage.bulk import Insert, insert_rows
from storage.models import Applicant
from storage.vault import Vault, vault_of

APPLICANTS = cast(Table, Applicant.__table__)
_MINE = Applicant.account_id == bindparam("asked")
_HOW_MANY = select(func.count()).where(_MINE)
_LAST = (
    select(Applicant)
    .where(_MINE)
    .order_by(Applicant.updated_at.desc(), Applicant.id.desc())
    .limit(1)
)
NEVER_CHANGED = ("id", "account_id", "nik_print", "created_at")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has registered by an account."""

    id: int
    """Of the applicant."""
    called: str = field(repr=False)
    """The first name; with an initial where two on the phone have the same one."""


def applicant_row(vault: Vault, account_id: int, answers: Answers, now: datetime) -> dict[str, Any]:
    """For `store_applicants`. `answers` must be complete."""
    assert answers.name is not None
    assert answers.nik is not None
    assert answers.phone is not None
    return {
        "account_id": account_id,
        "name_sealed": vault.seal(answers.name),
        "nik_sealed": vault.seal(answers.nik),
        "nik_print": vault.fingerprint(answers.nik),
        "phone_sealed": vault.seal(answers.phone),
        "born_on": answers.born_on,
        "sex": answers.sex,
        "education": answers.education,
        "domicile": answers.domicile,
        "created_at": now,
        "updated_at": now,
    }


def store_applicants(session: Session, rows: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    """Made, or brought up to date where the account has one with this NIK; ids by account.

    One row an account.
    """
    told = (APPLICANTS.c.account_id, APPLICANTS.c.id)
    stored = insert_rows(session, APPLICANTS, rows, on_conflict=_bring_up_to_date, returning=told)
    return {row.account_id: row.id for row in stored}


def _bring_up_to_date(insert: Insert) -> Insert:
    told = {each.name: each for each in insert.excluded if each.name not in NEVER_CHANGED}
    return insert.on_conflict_do_update(index_elements=["account_id", "nik_print"], set_=told)


def people_of(session: Session, account_id: int) -> list[Person]:
    """Who is known on this phone, whoever registered last at the head."""
    mine = select(Applicant.id).where(Applicant.account_id == account_id)
    ids = session.scalars(mine.order_by(Applicant.updated_at.desc(), Applicant.id.desc())).all()
    called = names_on(session, [account_id])
    return [Person(id_, called[id_]) for id_ in ids]


def names_on(session: Session, account_ids: Collection[int]) -> dict[int, str]:
    """How each applicant of these accounts is called on their phone, by the applicant's id."""
    columns = Applicant.id, Applicant.account_id, Applicant.name_sealed
    rows = session.execute(select(*columns).where(Applicant.account_id.in_(account_ids))).all()
    vault = vault_of(session)
    names = {row.id: vault.open(row.name_sealed) for row in rows}
    first = Counter((row.account_id, names[row.id].split()[0].casefold()) for row in rows)
    return {
        row.id: _short(names[row.id], first[row.account_id, names[row.id].split()[0].casefold()])
        for row in rows
    }


def called_on_shared(session: Session, account_id: int, applicant_id: int) -> str | None:
    """How they are called where several people share the phone; None where they are alone."""
    if speaks_for_one(session, account_id):
        return None
    return names_on(session, [account_id]).get(applicant_id)


def my_applicant(session: Session, account_id: int, applicant_id: int) -> Applicant:
    """Raises NoSuchApplicant for one of another account, too."""
    applicant = session.get(Applicant, applicant_id)
    if applicant is None or applicant.account_id != account_id:
        raise NoSuchApplicant(applicant_id)
    return applicant


def last_applicant(session: Session, account_id: int) -> Applicant | None:
    """Who has registered last by this account."""
    return session.scalar(_LAST, {"asked": account_id})


def answers_of(session: Session, applicant: Applicant | None, *, today: date) -> Answers:
    """What they answered last; empty where nobody is known.

    Whoever is under 18 has told their guardian before, too; the consent is asked for each time.
    """
    if applicant is None:
        return Answers()
    answers = read_answers(applicant, vault_of(session)).on(today)
    guardian = last_guardian(session, applicant.id) if answers.minor else None
    if guardian is None:
        return answers
    return replace(answers, guardian=guardian.relation, guardian_name=guardian.name)


def speaks_for_one(session: Session, account_id: int) -> bool:
    """False where several people apply through one phone: then a letter says for whom it is."""
    return (session.scalar(_HOW_MANY, {"asked": account_id}) or 0) < 2


def others_on(session: Session, account_id: int, applicant_id: int | None) -> bool:
    """Whether anybody but this one is known on the phone; None: anybody at all."""
    others = select(Applicant.id).where(Applicant.account_id == account_id)
    if applicant_id is not None:
        others = others.where(Applicant.id != applicant_id)
    return session.scalar(others.limit(1)) is not None


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


def _short(name: str, bearers: int) -> str:
    first, *others = name.split()
    return f"{first} {others[-1][0]}." if others and bearers > 1 else first
