"""What a take-over is made of: begun with a code, carried out or closed, each step recorded."""

from datetime import datetime, timedelta, tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.changes import REASON_LENGTH
from intake.applications.errors import NoSuchApplicant
from intake.takeovers.errors import NoSuchTakeover
from intake.takeovers.moving import move_person
from intake.takeovers.rows import TakeoverView, view_takeover
from notices.outbox import Lane, post
from storage.models import Application, Takeover, TakeoverChange, Wave
from storage.vault import vault_of

TELL_WITHIN = timedelta(days=30)
PHONE, COUNTER = "phone", "counter"
OPEN, DONE, REFUSED, WITHDRAWN = "open", "done", "refused", "withdrawn"
JAWARA = "jawara"


def carry_out(
    session: Session,
    seen: TakeoverView,
    to_account: int,
    actor: str,
    now: datetime,
    zone: tzinfo,
    *,
    tell_new: bool,
) -> TakeoverView:
    """The accounts are held first; only then is it sure that nobody else has done it meanwhile."""
    if seen.from_account_id is None:
        raise NoSuchTakeover
    try:
        move_person(
            session, seen.applicant_id, seen.from_account_id, to_account, now=now, zone=zone
        )
    except NoSuchApplicant:
        raise NoSuchTakeover from None
    takeover = hold_open(session, seen.id, now)
    takeover.account_id, takeover.done_at = to_account, now
    close(session, takeover, DONE, actor, None, now)
    _close_others(session, takeover, now)
    tell(session, takeover, seen.from_account_id, "person_left", now)
    if tell_new:
        tell(session, takeover, to_account, "person_came", now)
    return view_takeover(session, seen.id)


def begin(
    session: Session,
    application: Application,
    code: str,
    begun_at: str,
    expires_at: datetime,
    now: datetime,
) -> Takeover:
    provider_id = session.scalars(
        select(Wave.provider_id).where(Wave.id == application.wave_id)
    ).one()
    takeover = Takeover(
        applicant_id=application.applicant_id,
        application_id=application.id,
        provider_id=provider_id,
        from_account_id=application.account_id,
        begun_at=begun_at,
        state=OPEN,
        code_print=_print(session, code),
        asked_at=now,
        expires_at=expires_at,
    )
    session.add(takeover)
    session.flush()
    return takeover


def open_by_code(session: Session, code: str, now: datetime) -> Takeover | None:
    wanted = Takeover.code_print == _print(session, code), Takeover.state == OPEN
    return session.scalar(select(Takeover).where(*wanted, Takeover.expires_at > now))


def hold_open(session: Session, takeover_id: int, now: datetime) -> Takeover:
    """Raises NoSuchTakeover for one that is not open any more."""
    takeover = session.get(Takeover, takeover_id, populate_existing=True, with_for_update=True)
    if takeover is None or takeover.state != OPEN or takeover.expires_at <= now:
        raise NoSuchTakeover
    return takeover


def close(
    session: Session, takeover: Takeover, to: str, actor: str, reason: str | None, now: datetime
) -> None:
    takeover.state, takeover.code_print = to, None
    record(session, takeover, OPEN, to, actor, reason, now)


def record(
    session: Session,
    takeover: Takeover,
    before: str | None,
    to: str,
    actor: str,
    reason: str | None,
    now: datetime,
) -> None:
    session.add(
        TakeoverChange(
            takeover_id=takeover.id,
            at=now,
            actor=actor,
            from_state=before,
            to_state=to,
            reason=reason[:REASON_LENGTH] if reason else None,
        )
    )
    session.flush()


def tell(session: Session, takeover: Takeover, account_id: int, kind: str, now: datetime) -> None:
    post(
        session,
        account_id=account_id,
        kind=kind,
        facts={"takeover_id": takeover.id},
        key=f"takeover:{takeover.id}:{kind}",
        lane=Lane.RESULTS,
        due_at=now,
        expires_at=now + TELL_WITHIN,
        now=now,
    )


def _close_others(session: Session, done: Takeover, now: datetime) -> None:
    """Other phones that asked for the same person: they would come from where nobody is."""
    others = Takeover.applicant_id == done.applicant_id, Takeover.state == OPEN
    for takeover in session.scalars(select(Takeover).where(*others).with_for_update()):
        close(session, takeover, WITHDRAWN, JAWARA, "gone to another phone", now)


def _print(session: Session, code: str) -> str:
    return vault_of(session).fingerprint(f"takeover:{code}")
