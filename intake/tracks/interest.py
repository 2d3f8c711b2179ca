"""Who is interested in a programme: in numbers for its provider's staff, and by name.

Age and name are known of those alone who have applied for something, and have a phone of their own.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchProgramme
from catalog.facts import full_years
from intake.applications.errors import OtherProvider
from people.staff import StaffRight, may_act_for
from storage.models import Account, Applicant, Programme, ProgrammeInterest
from storage.vault import Vault, vault_of
from texts.moments import WIB

AGES = ((0, 14), (15, 17), (18, 24), (25, 29), (30, 39), (40, 199))
"""Full years, both ends included; the plan of the centre for migrants speaks of 15 to 29."""


@dataclass(frozen=True, slots=True)
class InterestLine:
    """`age`: a pair of AGES; None, as elsewhere here: not known."""

    since: datetime
    region: str | None
    age: tuple[int, int] | None
    kind: str | None
    destination: str | None
    name: str | None = field(repr=False)
    phone: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class InterestCounts:
    """Each counts all people once; what is not known is counted under None."""

    people: int
    by_region: Counter[str | None]
    by_age: Counter[tuple[int, int] | None]
    by_kind: Counter[str | None]
    by_destination: Counter[str | None]


def list_interest(
    session: Session,
    programme_id: int,
    rights: frozenset[StaffRight],
    *,
    names: bool = False,
    now: datetime,
) -> list[InterestLine]:
    """The first who left it first; names and phones on wish alone.

    Raises NoSuchProgramme, OtherProvider.
    """
    programme = session.get(Programme, programme_id)
    if programme is None:
        raise NoSuchProgramme(programme_id)
    if not may_act_for(rights, programme.provider_id):
        raise OtherProvider
    today = now.astimezone(WIB).date()
    rows = session.execute(
        select(ProgrammeInterest, Account.domicile)
        .join(Account, ProgrammeInterest.account_id == Account.id)
        .where(ProgrammeInterest.programme_id == programme_id)
        .order_by(ProgrammeInterest.created_at, ProgrammeInterest.account_id)
    )
    known = _known(session, programme_id)
    vault = vault_of(session) if names else None
    return [
        _line(interest, domicile, known.get(interest.account_id), today, vault)
        for interest, domicile in rows
    ]


def count_interest(lines: Sequence[InterestLine]) -> InterestCounts:
    return InterestCounts(
        people=len(lines),
        by_region=Counter(line.region for line in lines),
        by_age=Counter(line.age for line in lines),
        by_kind=Counter(line.kind for line in lines),
        by_destination=Counter(line.destination for line in lines),
    )


def _known(session: Session, programme_id: int) -> dict[int, Applicant | None]:
    """By account who has applied from it; None where several have."""
    rows = session.scalars(
        select(Applicant)
        .join(ProgrammeInterest, ProgrammeInterest.account_id == Applicant.account_id)
        .where(ProgrammeInterest.programme_id == programme_id)
    )
    known: dict[int, Applicant | None] = {}
    for applicant in rows:
        id_ = applicant.account_id
        known[id_] = None if id_ in known else applicant
    return known


def _line(
    interest: ProgrammeInterest,
    domicile: str | None,
    applicant: Applicant | None,
    today: date,
    vault: Vault | None,
) -> InterestLine:
    line = InterestLine(
        since=interest.created_at,
        region=domicile,
        age=None,
        kind=interest.kind,
        destination=interest.destination,
        name=None,
        phone=None,
    )
    if applicant is None:
        return line
    line = replace(
        line,
        region=domicile or applicant.domicile,
        age=_band(full_years(applicant.born_on, today)),
    )
    if vault is None:
        return line
    return replace(
        line, name=vault.open(applicant.name_sealed), phone=vault.open(applicant.phone_sealed)
    )


def _band(years: int) -> tuple[int, int]:
    return next(band for band in AGES if years <= band[1])
