"""How long what somebody sent is kept once it has served its purpose, and its removal.

It has when the application has ended, or the wave of whoever has a seat. Certificates, attendance,
states and their counts stay.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from sqlalchemy import ColumnElement, and_, delete, insert, literal, or_, select, update
from sqlalchemy.orm import Session

from intake.applications.rows import ApplicationState
from storage.models import (
    Account,
    Application,
    ApplicationVerdict,
    DiscardedFile,
    Document,
    DocumentRemoval,
    Pupil,
    SchoolGroup,
    Wave,
)
from storage.models.applications import LIVE

KEPT_DAYS = 90
"""So long documents are kept, unless the installation says otherwise."""
VERDICTS_KEPT = timedelta(days=365)
"""By which rules somebody was judged: so long they may ask."""
AT_ONCE = 100


def documents_to_remove(
    session: Session, *, kept_days: int, now: datetime, zone: tzinfo
) -> Sequence[int]:
    """Applications that have any, and whose time is up; some of them, the longest ended first."""
    has_any = select(Document.id).where(Document.application_id == Application.id).exists()
    chosen = select(Application.id).join(Wave, Application.wave_id == Wave.id)
    due = chosen.where(has_any, _ended(timedelta(days=kept_days), now, zone))
    return session.scalars(due.order_by(Application.changed_at).limit(AT_ONCE)).all()


def remove_documents(
    session: Session, application_id: int, *, kept_days: int, now: datetime, zone: tzinfo
) -> int:
    """All that it has, its files noted for the tick that removes them; recorded. Returns how many:
    none where it is not, or no longer, due.
    """
    _hold(session, application_id)
    due = select(Application.id).join(Wave, Application.wave_id == Wave.id)
    ended = _ended(timedelta(days=kept_days), now, zone)
    if session.scalar(due.where(Application.id == application_id, ended)) is None:
        return 0
    theirs = Document.application_id == application_id
    files = select(Document.file, literal(now, DiscardedFile.since.type)).where(theirs)
    session.execute(insert(DiscardedFile).from_select(["file", "since"], files))
    gone = session.execute(delete(Document).where(theirs).returning(Document.id)).all()
    if gone:
        nothing_lacks = {"missing_papers": None, "papers_due_at": None}
        ours = update(Application).where(Application.id == application_id)
        session.execute(ours.values(nothing_lacks))
        session.add(
            DocumentRemoval(
                application_id=application_id, at=now, documents=len(gone), kept_days=kept_days
            )
        )
        session.flush()
    return len(gone)


def verdicts_to_remove(session: Session, *, now: datetime, zone: tzinfo) -> Sequence[int]:
    """Applications of which it is still known by which rules they were judged, a year after they
    have ended; some of them.
    """
    chosen = select(Application.id).join(Wave, Application.wave_id == Wave.id)
    judged = chosen.join(ApplicationVerdict, ApplicationVerdict.application_id == Application.id)
    return session.scalars(judged.where(_ended(VERDICTS_KEPT, now, zone)).limit(AT_ONCE)).all()


def remove_verdicts(session: Session, application_ids: Sequence[int]) -> int:
    """How many there were."""
    due = delete(ApplicationVerdict).where(ApplicationVerdict.application_id.in_(application_ids))
    return len(session.execute(due.returning(ApplicationVerdict.application_id)).all())


def pupils_to_forget(
    session: Session, *, kept_days: int, now: datetime, zone: tzinfo
) -> Sequence[int]:
    """The accounts of those whom a school has sent, who never tied a phone to it, and who were
    withdrawn or not accepted so long ago: nobody else could ask for it. Who was accepted stays, for
    the certificate. Some of them.
    """
    ended = now - timedelta(days=kept_days)
    over = SchoolGroup.ends_on < ended.astimezone(zone).date()
    left = Application.state.not_in(LIVE) & (Application.changed_at <= ended)
    waited = (Application.state == ApplicationState.SUBMITTED.value) & over
    chosen = (
        select(Application.account_id)
        .join(Pupil, Pupil.application_id == Application.id)
        .join(SchoolGroup, Pupil.group_id == SchoolGroup.id)
        .join(Account, Application.account_id == Account.id)
        .where(Account.telegram_id < 0, or_(left, waited))
    )
    return session.scalars(chosen.limit(AT_ONCE)).all()


def _ended(kept: timedelta, now: datetime, zone: tzinfo) -> ColumnElement[bool]:
    """Whether an application, beside its wave, has ended so long ago."""
    ended, live = now - kept, Application.state.in_(LIVE)
    last_day = ended.astimezone(zone).date()
    finished = Wave.state == "finished"
    return or_(
        and_(~live, Application.changed_at <= ended),
        and_(live, Wave.ends_on < last_day),
        # Nobody has told its last day: it is over, and nothing has become of them since.
        and_(live, Wave.ends_on.is_(None), finished, Application.changed_at <= ended),
    )


def _hold(session: Session, application_id: int) -> None:
    """As whoever sends a document does: the account, then the application."""
    account_id = select(Application.account_id).where(Application.id == application_id)
    account = select(Account.id).where(Account.id == account_id.scalar_subquery())
    session.execute(account.with_for_update(key_share=True))
    held = select(Application.id).where(Application.id == application_id).with_for_update()
    session.execute(held)
