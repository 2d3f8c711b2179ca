"""What graduates say has become of them, some months after their training.

Whoever does not answer is `unknown`, which is not "out of work": many have opened something of
their own and never tell. So it is counted apart, and what is known comes as a range.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, func, literal, select
from sqlalchemy.orm import Session

from intake.applications.errors import NoSuchApplication
from intake.placement.errors import UnknownOutcome
from intake.reminders.kinds import QUESTIONS
from intake.reminders.plans import key_of
from notices.outbox import State
from storage.models import Application, CourseClass, Notice, Outcome, Programme, Wave
from storage.upserts import insert_into

ANSWERS = ("employed", "self_employed", "studying", "not_yet")
KIND = "alumni"


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """An answer, and what it is about; None where it was not given yet."""

    application_id: int
    months: int
    programme_title: str
    answer: str | None


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers to one question. `people` are all for whom it has come due."""

    months: int
    people: int
    employed: int
    self_employed: int
    studying: int
    not_yet: int
    unreached: int
    """Of the unknown ones: those to whom the question could not be sent, or not yet."""

    @property
    def unknown(self) -> int:
        known = self.employed + self.self_employed + self.studying + self.not_yet
        return self.people - known

    @property
    def working(self) -> tuple[float, float]:
        """The least and the greatest part that may be working: all unknown ones do not, or do."""
        known = self.employed + self.self_employed
        return known / self.people, (known + self.unknown) / self.people


def tell_outcome(
    session: Session,
    application_id: int,
    account_id: int,
    months: int,
    answer: str,
    *,
    now: datetime,
) -> OutcomeView:
    """Told again, the last answer counts.

    Raises UnknownOutcome, and NoSuchApplication where it is not this account's, or no graduate's.
    """
    if answer not in ANSWERS or months not in QUESTIONS:
        raise UnknownOutcome
    view = find_outcome(session, application_id, account_id, months)
    told = insert_into(session, Outcome).values(
        application_id=application_id, months=months, answer=answer, answered_at=now
    )
    changed = {"answer": answer, "answered_at": now}
    key = ["application_id", "months"]
    session.execute(told.on_conflict_do_update(index_elements=key, set_=changed))
    return OutcomeView(application_id, months, view.programme_title, answer)


def find_outcome(
    session: Session, application_id: int, account_id: int, months: int
) -> OutcomeView:
    """Raises NoSuchApplication where it is not this account's, or no graduate's."""
    given = (Outcome.application_id == Application.id) & (Outcome.months == months)
    row = session.execute(
        select(Application.id, literal(months), Programme.title, Outcome.answer)
        .join_from(Application, CourseClass, CourseClass.id == Application.class_id)
        .join(Programme, Programme.id == CourseClass.programme_id)
        .outerjoin(Outcome, given)
        .where(Application.id == application_id, Application.account_id == account_id)
        .where(Application.state == "admitted")
    ).first()
    if row is None:
        raise NoSuchApplication
    return OutcomeView(*row)


def latest_answers(session: Session, application_ids: Sequence[int]) -> dict[int, str]:
    """The last thing that each of these graduates has said; who said nothing is left out."""
    rows = session.execute(
        select(Outcome.application_id, Outcome.answer)
        .where(Outcome.application_id.in_(application_ids))
        .order_by(Outcome.months)
    )
    return dict(rows.all())


def tallies(
    session: Session, *, wave_code: str | None = None, programme_slug: str | None = None
) -> Sequence[Tally]:
    """By question, those that have come due for somebody: of all, of a wave, of a programme."""
    return [
        tally
        for months in QUESTIONS
        if (tally := _tally(session, months, wave_code, programme_slug)).people
    ]


def _tally(
    session: Session, months: int, wave_code: str | None, programme_slug: str | None
) -> Tally:
    given = (Outcome.application_id == Application.id) & (Outcome.months == months)
    unreached = Outcome.answer.is_(None) & (Notice.state != State.SENT.value)
    counted = (
        select(
            func.count(),
            *(_count(Outcome.answer == answer) for answer in ANSWERS),
            _count(unreached),
        )
        .join_from(Application, Notice, Notice.key == key_of(KIND, months, Application.id))
        .join(CourseClass, CourseClass.id == Application.class_id)
        .outerjoin(Outcome, given)
        .where(Application.state == "admitted")
    )
    if wave_code is not None:
        counted = counted.join(Wave, Wave.id == CourseClass.wave_id).where(Wave.code == wave_code)
    if programme_slug is not None:
        counted = counted.join(Programme, Programme.id == CourseClass.programme_id)
        counted = counted.where(Programme.slug == programme_slug)
    people, *given_by, left_out = session.execute(counted).one()
    return Tally(months, people, **dict(zip(ANSWERS, given_by, strict=True)), unreached=left_out)


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
