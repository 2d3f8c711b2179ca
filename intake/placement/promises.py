"""How a promise of placement is kept: told by who promised, and answered by the graduate.

Both are kept as they were said. What the provider says anew is asked about anew.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.changes import by_staff
from intake.applications.errors import OtherProvider, ReasonMissing
from intake.placement.errors import CompanyMissing, PlacementChanged, UnknownPlacementAnswer
from intake.placement.promise_rows import (
    ANSWERS,
    PlacementState,
    PlacementView,
    may_write,
    my_placement,
    placement_of,
)
from notices.outbox import Lane, post
from people.staff import StaffRight
from storage.models import Application, Placement, PlacementChange

PROMISED, INTRODUCED, PLACED, NOT_PLACED, DECLINED = PlacementState
KIND = "placement"
TELL_WITHIN = timedelta(days=30)
REASON_LENGTH, COMPANY_LENGTH = 200, 160
GRADUATE = "graduate"
WHY_NOT = {
    NOT_PLACED: ("no_opening", "not_chosen", "ended", "slip"),
    DECLINED: ("far", "wage", "other_job", "study"),
}
"""Reasons as they can be tapped, each with words in `promises-why-…`."""


@dataclass(frozen=True, slots=True)
class _Said:
    """One word of who has promised."""

    state: PlacementState
    company: str | None
    since: date | None
    wage: int | None
    reason: str | None


def record_placement(
    session: Session,
    application_id: int,
    state: PlacementState,
    rights: frozenset[StaffRight],
    *,
    company: str | None = None,
    since: date | None = None,
    wage: int | None = None,
    reason: str | None = None,
    actor: str,
    by: int | None = None,
    now: datetime,
) -> PlacementView:
    """What who promised says of one graduate; they are told, and asked whether it is so.

    Said once more, nothing changes. `since` and `wage` are for PLACED. Raises NoTrainee, NoPromise,
    OtherProvider, CompanyMissing, ReasonMissing (not placed, declined, or no longer there).
    """
    _hold(session, application_id)
    before = placement_of(session, application_id)
    if not may_write(before, rights):
        raise OtherProvider
    said = _tidied(_Said(state, company, since, wage, reason))
    if _is_known(before, said):
        return before
    _check(before, said)
    change_id = _record(session, before, said, by_staff(actor, by), now)
    _write(session, application_id, said, change_id, now)
    _tell(session, before, change_id, now)
    return placement_of(session, application_id)


def answer_placement(
    session: Session,
    application_id: int,
    account_id: int,
    change_id: int,
    answer: str,
    *,
    now: datetime,
) -> PlacementView:
    """The graduate's word to what was said by that change; told again, the last one counts.

    Raises NoSuchApplication, NoTrainee, NoPromise, UnknownPlacementAnswer, PlacementChanged.
    """
    if answer not in ANSWERS:
        raise UnknownPlacementAnswer
    _hold(session, application_id)
    view = my_placement(session, application_id, account_id)
    if view.change_id != change_id:
        raise PlacementChanged
    if view.answer == answer:
        return view
    row = session.get_one(Placement, application_id)
    row.answer, row.answered_at = answer, now
    session.add(
        PlacementChange(
            application_id=application_id,
            at=now,
            actor=GRADUATE,
            from_state=row.state,
            to_state=row.state,
            company=row.company,
            since=row.since,
            wage=row.wage,
            answer=answer,
        )
    )
    session.flush()
    return placement_of(session, application_id)


def _hold(session: Session, application_id: int) -> None:
    """Nobody else says anything of them until the transaction ends."""
    held = select(Application.id).where(Application.id == application_id).with_for_update()
    session.execute(held)


def _tidied(said: _Said) -> _Said:
    """What does not belong to its state is left out."""
    named = said.state in (INTRODUCED, PLACED)
    works = said.state is PLACED
    return _Said(
        said.state,
        _line(said.company, COMPANY_LENGTH) if named else None,
        said.since if works else None,
        said.wage if works else None,
        _line(said.reason, REASON_LENGTH),
    )


def _is_known(before: PlacementView, said: _Said) -> bool:
    known = _Said(before.state, before.company, before.since, before.wage, before.reason)
    return said in (known, replace(known, reason=None))


def _check(before: PlacementView, said: _Said) -> None:
    if said.state is PROMISED or (said.state in (INTRODUCED, PLACED) and said.company is None):
        raise CompanyMissing
    leaves = before.state is PLACED and (said.state, said.company) != (PLACED, before.company)
    if said.reason is None and (leaves or said.state in WHY_NOT):
        raise ReasonMissing


def _record(session: Session, before: PlacementView, said: _Said, actor: str, now: datetime) -> int:
    change = PlacementChange(
        application_id=before.trainee.application_id,
        at=now,
        actor=actor,
        from_state=None if before.state is PROMISED else before.state.value,
        to_state=said.state.value,
        company=said.company,
        since=said.since,
        wage=said.wage,
        reason=said.reason,
    )
    session.add(change)
    session.flush()
    return change.id


def _write(
    session: Session, application_id: int, said: _Said, change_id: int, now: datetime
) -> None:
    row = session.get(Placement, application_id) or Placement(application_id=application_id)
    row.state, row.company, row.since = said.state.value, said.company, said.since
    row.wage, row.reason = said.wage, said.reason
    row.changed_at, row.change_id = now, change_id
    row.answer = row.answered_at = None
    session.add(row)
    session.flush()


def _tell(session: Session, before: PlacementView, change_id: int, now: datetime) -> None:
    trainee = before.trainee
    post(
        session,
        account_id=trainee.account_id,
        kind=KIND,
        facts={"application_id": trainee.application_id, "change_id": change_id},
        key=f"{KIND}:{trainee.application_id}:{change_id}",
        lane=Lane.RESULTS,
        due_at=now,
        expires_at=now + TELL_WITHIN,
        now=now,
    )


def _line(text: str | None, longest: int) -> str | None:
    return " ".join((text or "").split())[:longest] or None
