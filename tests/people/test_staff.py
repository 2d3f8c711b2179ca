"""Staff: roles, and the links that give them once."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from people.errors import BadInvitation, NoSuchAccount
from people.staff import (
    Role,
    StaffLine,
    StaffRight,
    accept_invitation,
    approvers,
    grant,
    invite,
    list_staff,
    may_approve,
    revoke,
    roles_of,
    staff_name,
)
from storage.models import StaffInvitation
from tests.cast import BUDI, NOW, SITI, Stage

HOUR = timedelta(hours=1)


def invited(
    session: Session,
    role: Role = Role.STAFF,
    *,
    provider_id: int | None = None,
    name: str = "Bu Ratna",
) -> str:
    return invite(
        session, role, provider_id=provider_id, name=name, invited_by="command:sri", now=NOW
    )


def granted(session: Session, account_id: int, role: Role, provider_id: int | None = None) -> bool:
    return grant(
        session,
        account_id,
        role,
        provider_id=provider_id,
        name="Bu Ratna",
        granted_by="command:sri",
        now=NOW,
    )


def test_whoever_opens_the_link_first_is_staff(session: Session, stage: Stage, siti: int) -> None:
    code = invited(session, Role.APPROVER, provider_id=stage.provider_id)
    right = StaffRight(Role.APPROVER, stage.provider_id)
    assert accept_invitation(session, code, siti, now=NOW + HOUR) == right
    assert roles_of(session, siti) == {right}
    assert staff_name(session, siti) == "Bu Ratna"


def test_a_link_is_of_use_once(session: Session, siti: int, budi: int) -> None:
    code = invited(session)
    accept_invitation(session, code, siti, now=NOW)
    with pytest.raises(BadInvitation):
        accept_invitation(session, code, budi, now=NOW)
    assert roles_of(session, budi) == frozenset()


def test_a_link_is_of_use_for_three_days(session: Session, siti: int) -> None:
    code, other = invited(session), invited(session)
    accept_invitation(session, other, siti, now=NOW + 72 * HOUR - timedelta(seconds=1))
    with pytest.raises(BadInvitation):
        accept_invitation(session, code, siti, now=NOW + 72 * HOUR)


def test_what_is_kept_of_a_link_lets_nobody_in(session: Session, siti: int) -> None:
    code = invited(session)
    kept = session.scalars(select(StaffInvitation.code_print)).one()
    assert code not in kept
    for guess in ("", kept, code[:-1], code.swapcase()):
        with pytest.raises(BadInvitation):
            accept_invitation(session, guess, siti, now=NOW)


def test_links_that_are_too_old_are_forgotten_with_the_next_one(session: Session) -> None:
    invited(session, name="Bu Ratna")
    invite(
        session,
        Role.STAFF,
        provider_id=None,
        name="Pak Dedi",
        invited_by="command:sri",
        now=NOW + 72 * HOUR,
    )
    assert session.scalars(select(StaffInvitation.name)).all() == ["Pak Dedi"]


def test_a_role_is_given_once_and_all_are_taken_at_once(
    session: Session, stage: Stage, siti: int
) -> None:
    given = [
        granted(session, siti, Role.STAFF),
        granted(session, siti, Role.STAFF),
        granted(session, siti, Role.STAFF, stage.provider_id),
        granted(session, siti, Role.STAFF, stage.provider_id),
    ]
    assert given == [True, False, True, False]
    assert [revoke(session, siti), revoke(session, siti)] == [2, 0]
    assert (roles_of(session, siti), staff_name(session, siti)) == (frozenset(), None)


def test_nobody_gets_a_role_without_an_account(session: Session, siti: int) -> None:
    with pytest.raises(NoSuchAccount):
        granted(session, siti + 1, Role.STAFF)


def test_the_second_yes_is_an_approvers_or_an_admins(
    session: Session, siti: int, budi: int
) -> None:
    granted(session, siti, Role.STAFF)
    assert approvers(session) == []
    assert not may_approve(roles_of(session, siti))
    granted(session, siti, Role.ADMIN)
    granted(session, budi, Role.APPROVER)
    assert approvers(session) == [siti, budi]
    assert may_approve(roles_of(session, siti))
    assert may_approve(roles_of(session, budi))


def test_staff_are_listed_by_name(session: Session, stage: Stage, siti: int, budi: int) -> None:
    granted(session, siti, Role.STAFF)
    accept_invitation(session, invited(session, Role.ADMIN, name="Andi"), budi, now=NOW + HOUR)
    assert list_staff(session) == [
        StaffLine(BUDI.telegram_id, "Andi", Role.ADMIN, None, "command:sri", NOW + HOUR),
        StaffLine(SITI.telegram_id, "Bu Ratna", Role.STAFF, None, "command:sri", NOW),
    ]
