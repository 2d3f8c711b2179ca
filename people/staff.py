"""Staff: who may act for the providers, and the links they come in by."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from people.errors import NoSuchAccount
from people.invitations import issue, use_up
from people.names import same_name
from storage.memory import reads
from storage.models import Account, StaffInvitation, StaffRole
from storage.upserts import insert_into


class Role(StrEnum):
    """`STAFF` writes, `APPROVER` gives a second person's yes as well, `ADMIN` may do all of it."""

    STAFF = "staff"
    APPROVER = "approver"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class StaffRight:
    """One role; `provider_id` None: for all providers."""

    role: Role
    provider_id: int | None


EVERYWHERE = frozenset({StaffRight(Role.ADMIN, None)})
"""Of whoever sits at the command line of the installation."""


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One role of one person, as it is listed; `provider_id` None: for all providers."""

    telegram_id: int
    name: str
    role: Role
    provider_id: int | None
    granted_by: str
    granted_at: datetime


@reads("staff_roles")
def roles_of(session: Session, account_id: int) -> frozenset[StaffRight]:
    """Empty: no member of staff."""
    rows = session.execute(
        select(StaffRole.role, StaffRole.provider_id).where(StaffRole.account_id == account_id)
    )
    return frozenset(StaffRight(Role(role), provider_id) for role, provider_id in rows)


def may_approve(rights: frozenset[StaffRight]) -> bool:
    """Whether theirs can be the second person's yes."""
    return any(right.role in (Role.APPROVER, Role.ADMIN) for right in rights)


def may_approve_for(rights: frozenset[StaffRight], provider_id: int) -> bool:
    """The same in what is this provider's own."""
    return may_approve(frozenset(r for r in rights if r.provider_id in (None, provider_id)))


def may_act_for(rights: frozenset[StaffRight], provider_id: int) -> bool:
    """Whether they are staff of this provider, or of all."""
    return any(right.provider_id in (None, provider_id) for right in rights)


def staff_name(session: Session, account_id: int) -> str | None:
    """As colleagues call them; None for nobody of staff."""
    named = select(StaffRole.name).where(StaffRole.account_id == account_id)
    return session.scalar(named.order_by(StaffRole.id.desc()).limit(1))


def approvers(session: Session) -> list[int]:
    """The accounts of all who may approve what a colleague has written."""
    able = StaffRole.role.in_((Role.APPROVER.value, Role.ADMIN.value))
    chosen = select(StaffRole.account_id).where(able).distinct()
    return list(session.scalars(chosen.order_by(StaffRole.account_id)))


def colleagues(session: Session, provider_id: int) -> dict[int, frozenset[StaffRight]]:
    """The accounts of all who may act for this provider, with what they may do there."""
    here = or_(StaffRole.provider_id.is_(None), StaffRole.provider_id == provider_id)
    rows = session.execute(
        select(StaffRole.account_id, StaffRole.role, StaffRole.provider_id).where(here)
    ).all()
    return {
        who: frozenset(StaffRight(Role(role), of) for one, role, of in rows if one == who)
        for who in sorted({row.account_id for row in rows})
    }


def same_person(one: int | None, name: str, other: int | None, others_name: str) -> bool:
    """By their accounts; by name, where one of them has none: at the command line."""
    if one is not None and other is not None:
        return one == other
    return same_name(name, others_name)


def list_staff(session: Session) -> list[StaffLine]:
    """Everybody's roles, by name."""
    rows = session.execute(
        select(
            Account.telegram_id,
            StaffRole.name,
            StaffRole.role,
            StaffRole.provider_id,
            StaffRole.granted_by,
            StaffRole.granted_at,
        )
        .join(Account, StaffRole.account_id == Account.id)
        .order_by(StaffRole.name, StaffRole.id)
    )
    return [
        StaffLine(id_, name, Role(role), provider_id, granted_by, granted_at)
        for id_, name, role, provider_id, granted_by, granted_at in rows
    ]


def grant(
    session: Session,
    account_id: int,
    role: Role,
    *,
    provider_id: int | None,
    name: str,
    granted_by: str,
    now: datetime,
) -> bool:
    """Give a role; False where they have it already. Raises NoSuchAccount."""
    if session.get(Account, account_id) is None:
        raise NoSuchAccount(account_id)
    values = {
        "account_id": account_id,
        "role": role.value,
        "provider_id": provider_id,
        "name": name,
        "granted_by": granted_by,
        "granted_at": now,
    }
    given = insert_into(session, StaffRole).values(values).on_conflict_do_nothing()
    return session.execute(given.returning(StaffRole.id)).first() is not None


def revoke(session: Session, account_id: int) -> int:
    """Take all roles back; returns how many there were."""
    taken = delete(StaffRole).where(StaffRole.account_id == account_id)
    return len(session.execute(taken.returning(StaffRole.id)).all())


def invite(
    session: Session,
    role: Role,
    *,
    provider_id: int | None,
    name: str,
    invited_by: str,
    now: datetime,
) -> str:
    """The code of a link that makes whoever opens it first staff, for three days.

    It is told only now: what is kept of it lets nobody in.
    """
    facts = {"role": role.value, "provider_id": provider_id, "name": name}
    return issue(session, StaffInvitation, invited_by=invited_by, now=now, **facts)


def accept_invitation(session: Session, code: str, account_id: int, *, now: datetime) -> StaffRight:
    """Use the code up. Raises BadInvitation: there is none, it was used, or it is too old."""
    row = use_up(session, StaffInvitation, code, now=now)
    right = StaffRight(Role(row.role), row.provider_id)
    grant(
        session,
        account_id,
        right.role,
        provider_id=right.provider_id,
        name=row.name,
        granted_by=row.invited_by,
        now=now,
    )
    return right
