"""The one way from state to state: each move is allowed by the table, happens once, is recorded."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, cast

from sqlalchemy import Select, Table, insert, literal, select, update
from sqlalchemy.orm import Session

from intake.applications.errors import NotPossible
from intake.applications.rows import ApplicationState
from storage.base import UtcDateTime
from storage.bulk import insert_rows
from storage.models import Application, ApplicationChange

APPLICATIONS = cast(Table, Application.__table__)
CHANGES = cast(Table, ApplicationChange.__table__)
APPLICANT, JAWARA = "applicant", "jawara"
REASON_LENGTH = 200
ACTOR_LENGTH = 40
S = ApplicationState

TRANSITIONS: Mapping[ApplicationState, frozenset[ApplicationState]] = MappingProxyType(
    {
        S.SUBMITTED: frozenset({S.OFFERED, S.ADMITTED, S.RESERVE, S.NOT_SELECTED, S.WITHDRAWN}),
        S.RESERVE: frozenset({S.OFFERED, S.ADMITTED, S.NOT_SELECTED, S.WITHDRAWN}),
        S.OFFERED: frozenset({S.ADMITTED, S.DECLINED, S.LAPSED, S.WITHDRAWN}),
        S.ADMITTED: frozenset({S.WITHDRAWN}),
        S.NOT_SELECTED: frozenset(),
        S.DECLINED: frozenset(),
        S.LAPSED: frozenset(),
        S.WITHDRAWN: frozenset(),
    }
)
"""Which state may follow which."""


def by_staff(name: str, account_id: int | None = None) -> str:
    """The actor of a change that a member of staff has made: `staff:Bu Ratna#17`; without an
    account at the command line.
    """
    account = "" if account_id is None else f"#{account_id}"
    return f"staff:{name}"[: ACTOR_LENGTH - len(account)] + account


def name_in(actor: str) -> str:
    """Of somebody of staff, as colleagues call them."""
    return re.sub(r"#\d+$", "", actor.removeprefix("staff:"))


def check_move(before: str, to: ApplicationState) -> None:
    """Raises NotPossible where the table does not allow it."""
    if to not in TRANSITIONS[ApplicationState(before)]:
        raise NotPossible(before, to)


def move(
    session: Session,
    application_id: int,
    before: str,
    to: ApplicationState,
    *,
    actor: str,
    reason: str | None = None,
    reserve_no: int | None = None,
    now: datetime,
) -> None:
    """Raises NotPossible where the table does not allow it, or the state is another by now."""
    check_move(before, to)
    values = {"state": to, "changed_at": now}
    if reserve_no is not None:
        values["reserve_no"] = reserve_no
    moved = session.execute(
        update(Application)
        .where(Application.id == application_id, Application.state == before)
        .values(values)
        .returning(Application.id)
    ).first()
    if moved is None:
        raise NotPossible(before, to)
    record(session, application_id, before, to, actor, reason, now)


def record(
    session: Session,
    application_id: int,
    from_state: str | None,
    to_state: str,
    actor: str,
    reason: str | None,
    now: datetime,
) -> None:
    row = change_row(application_id, from_state, to_state, actor=actor, reason=reason, now=now)
    session.add(ApplicationChange(**row))


def change_row(
    application_id: int,
    from_state: str | None,
    to_state: str,
    *,
    actor: str,
    reason: str | None = None,
    now: datetime,
) -> dict[str, Any]:
    """A line of the record, for `record_all`."""
    return {
        "application_id": application_id,
        "at": now,
        "actor": actor,
        "from_state": from_state,
        "to_state": to_state,
        "reason": reason[:REASON_LENGTH] if reason else None,
    }


def record_all(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    insert_rows(session, CHANGES, rows)


def record_many(
    session: Session, which: Select[int], from_state: str, to_state: str, now: datetime
) -> None:
    """The same of many at once, moved by Jawara itself. `which` selects application ids."""
    found = which.subquery("moved").c
    columns = ("application_id", "at", "actor", "from_state", "to_state")
    moment = literal(now, UtcDateTime())
    facts = (moment, literal(JAWARA), literal(from_state), literal(to_state))
    session.execute(insert(CHANGES).from_select(columns, select(found[0], *facts)))
