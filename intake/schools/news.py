"""What is told of a group: to its pupils' phones, and to the teachers who send for the school."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from notices.outbox import Lane, cancel, post
from people.schools import senders_of
from storage.models import Application, Pupil, SchoolGroup
from storage.models.applications import LIVE

TELL_WITHIN = timedelta(days=30)
STARTS = ((7, time(9)), (1, time(18)))
"""So many days before the first one, at that hour: a reminder."""
OF_USE_UNTIL = time(12)
"""On the first day."""


def tell_pupils(session: Session, group: SchoolGroup, kind: str, now: datetime) -> None:
    """All who are in it. Who has no phone yet is told when they tie one to it, if it is of use."""
    for pupil in _accepted(session, group):
        tell_pupil(session, pupil, kind, str(group.revision), now)


def tell_pupil(
    session: Session, application: Application, kind: str, mark: str, now: datetime
) -> None:
    post(
        session,
        account_id=application.account_id,
        kind=kind,
        facts={"application_id": application.id, "mark": mark},
        key=f"{kind}:{application.id}:{mark}",
        lane=Lane.RESULTS,
        due_at=now,
        expires_at=now + TELL_WITHIN,
        now=now,
    )


def tell_senders(
    session: Session,
    group: SchoolGroup,
    kind: str,
    mark: str,
    now: datetime,
    *,
    by: int | None = None,
) -> None:
    """`mark`: what makes it this one; `by`: the account that did it, which needs no letter."""
    for account_id in senders_of(session, group.school_id):
        if account_id == by:
            continue
        post(
            session,
            account_id=account_id,
            kind=f"{kind}_group",
            facts={"group_id": group.id, "mark": mark},
            key=f"{kind}_group:{group.id}:{mark}:{account_id}",
            lane=Lane.RESULTS,
            due_at=now,
            expires_at=now + TELL_WITHIN,
            now=now,
        )


def tell_school(session: Session, application_id: int, now: datetime) -> None:
    """A pupil has withdrawn by their own phone; of whoever is no pupil there is nobody to tell."""
    pupil = session.get(Pupil, application_id)
    if pupil is not None:
        group = session.get_one(SchoolGroup, pupil.group_id)
        tell_senders(session, group, "school_withdrawn", f"own:{application_id}", now)


def tell_start(session: Session, group: SchoolGroup, *, now: datetime, zone: tzinfo) -> None:
    """Reminders of the first day; those of an earlier one are cancelled."""
    ends = _at(group.starts_on, OF_USE_UNTIL, zone)
    for pupil in _accepted(session, group):
        for days, hour in STARTS:
            head = f"school_start:{pupil.id}:{days}:"
            due = _at(group.starts_on - timedelta(days=days), hour, zone)
            key = f"{head}{group.starts_on}"
            cancel(session, key_prefix=head, reason="outdated", now=now)
            if due <= now:
                continue
            post(
                session,
                account_id=pupil.account_id,
                kind="school_start",
                facts={"application_id": pupil.id, "starts_on": group.starts_on.isoformat()},
                key=f"{key}:{group.revision}",
                lane=Lane.REMINDERS,
                due_at=due,
                expires_at=ends,
                now=now,
            )


def _accepted(session: Session, group: SchoolGroup) -> list[Application]:
    theirs = select(Application).join(Pupil, Pupil.application_id == Application.id)
    live = Application.state.in_(LIVE), Application.state != "submitted"
    chosen = theirs.where(Pupil.group_id == group.id, *live).order_by(Application.id)
    return list(session.scalars(chosen))


def _at(day: date, hour: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, hour, zone).astimezone(UTC)
