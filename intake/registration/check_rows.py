"""The row of a check: read with its programme's rules and dates, judged, and written sealed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from catalog.eligibility import Dates, Judgement, judge, open_traits
from catalog.facts import Facts, Trait
from catalog.programmes import Rule, find_programme, rules_of
from intake.registration.draft_rows import UPDATES_KEPT, DraftView, open_facts, seal_facts
from intake.registration.openness import find_way, is_open
from storage.models import Account, EligibilityCheck
from storage.upserts import insert_into
from texts.moments import WIB

_CLOSE = (
    update(EligibilityCheck)
    .where(EligibilityCheck.account_id == bindparam("asked"), EligibilityCheck.trait.is_not(None))
    .values(trait=None)
)
REMEMBERED = timedelta(days=7)
"""How long what was told for a check is taken for true without being asked anew."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is checked: a programme, at the dates of one of its classes."""

    programme_id: int
    programme_title: str
    cluster_id: int
    class_id: int | None
    rules: tuple[Rule, ...]
    dates: Dates
    may_register: bool
    """The class takes registrations in Jawara now."""
    first_come: bool = False


@dataclass(frozen=True, slots=True)
class CheckView:
    """A check, unsealed and judged. `trait`: the question that is open, None once all is told."""

    account_id: int
    subject: Subject
    trait: Trait | None
    facts: Facts
    judgement: Judgement
    for_another: bool
    applicant_id: int | None
    """For whom of several on the phone; None: nobody was chosen."""
    told_at: datetime
    seen_updates: tuple[int, ...] = field(repr=False)

    @property
    def programme_id(self) -> int:
        return self.subject.programme_id

    @property
    def class_id(self) -> int | None:
        return self.subject.class_id

    @property
    def rules(self) -> tuple[Rule, ...]:
        return self.subject.rules

    @property
    def dates(self) -> Dates:
        return self.subject.dates

    @property
    def still_open(self) -> tuple[Trait, ...]:
        """The questions still to come, the one that is open among them."""
        return open_traits(self.judgement, self.facts)


def subject_of_class(session: Session, class_id: int, now: datetime) -> Subject:
    """Raises NoSuchClass."""
    way, today = find_way(session, class_id), now.astimezone(WIB).date()
    return Subject(
        programme_id=way.programme_id,
        programme_title=way.programme_title,
        cluster_id=way.cluster_id,
        class_id=class_id,
        rules=tuple(rules_of(session, way.programme_id, today=today)),
        dates=dates_of(way.starts_on, way.entrance.closes_at, today),
        may_register=is_open(way.entrance, now),
        first_come=way.entrance.first_come,
    )


def subject_of_draft(draft: DraftView, rules: Sequence[Rule], now: datetime) -> Subject:
    """`rules`: the programme's, as of that day."""
    today, entrance = now.astimezone(WIB).date(), draft.entrance
    return Subject(
        programme_id=draft.programme_id,
        programme_title=draft.programme_title,
        cluster_id=draft.cluster_id,
        class_id=draft.class_id,
        rules=tuple(rules),
        dates=dates_of(draft.starts_on, entrance.closes_at, today),
        may_register=is_open(entrance, now),
        first_come=entrance.first_come,
    )


def subject_of_programme(session: Session, programme_id: int, now: datetime) -> Subject:
    """Where no class of it takes registrations: judged as of today. Raises NoSuchProgramme."""
    programme, today = find_programme(session, programme_id), now.astimezone(WIB).date()
    return Subject(
        programme_id=programme.id,
        programme_title=programme.title,
        cluster_id=programme.cluster_id,
        class_id=None,
        rules=tuple(rules_of(session, programme.id, today=today)),
        dates=Dates(today),
        may_register=False,
    )


def dates_of(starts_on: date | None, closes_at: datetime | None, today: date) -> Dates:
    closes_on = None if closes_at is None else closes_at.astimezone(WIB).date()
    return Dates(today, starts_on, closes_on)


def judged(
    account_id: int,
    subject: Subject,
    facts: Facts,
    *,
    for_another: bool,
    applicant_id: int | None = None,
    told_at: datetime,
    seen_updates: Sequence[int] = (),
) -> CheckView:
    """The view of what was told, with the next question open."""
    judgement = judge(subject.rules, facts, subject.dates)
    return CheckView(
        account_id=account_id,
        subject=subject,
        trait=next(iter(open_traits(judgement, facts)), None),
        facts=facts,
        judgement=judgement,
        for_another=for_another,
        applicant_id=applicant_id,
        told_at=told_at,
        seen_updates=tuple(seen_updates),
    )


def find_check(session: Session, account_id: int, now: datetime) -> CheckView | None:
    """The account's latest check, judged by the rules and dates as they are now."""
    row = session.get(EligibilityCheck, account_id, populate_existing=True)
    return None if row is None else _view(session, row, now)


def told_facts(session: Session, account_id: int) -> Facts | None:
    """What was told for the latest check alone, whatever became of its programme."""
    told = select(EligibilityCheck.facts).where(EligibilityCheck.account_id == account_id)
    sealed = session.scalar(told)
    return None if sealed is None else open_facts(session, sealed)


def hold_check(
    session: Session, account_id: int, now: datetime, read: Subject | None = None
) -> CheckView | None:
    """The same, locked until the transaction ends. `read`: a subject that was read just now, which
    is not read again should it be this check's.
    """
    row = session.get(EligibilityCheck, account_id, with_for_update=True, populate_existing=True)
    return None if row is None else _view(session, row, now, read)


def write_check(
    session: Session, check: CheckView, *, update_id: int | None, now: datetime
) -> CheckView:
    """Keep it as the account's only one."""
    seen = (*check.seen_updates, *([] if update_id is None else [update_id]))[-UPDATES_KEPT:]
    values: dict[str, Any] = {
        "programme_id": check.programme_id,
        "class_id": check.class_id,
        "for_another": check.for_another,
        "applicant_id": check.applicant_id,
        "trait": check.trait,
        "facts": seal_facts(session, check.facts),
        "seen_updates": list(seen),
        "told_at": now,
    }
    session.execute(
        insert_into(session, EligibilityCheck)
        .values(account_id=check.account_id, **values)
        .on_conflict_do_update(index_elements=["account_id"], set_=values)
    )
    return check


def close_check(session: Session, account_id: int) -> None:
    """No question of a check is open any more; what was told stays."""
    session.execute(_CLOSE, {"asked": account_id})


def all_open_traits(session: Session) -> dict[int, Trait]:
    """Which question of a check is open to whom, by Telegram id."""
    rows = session.execute(
        select(Account.telegram_id, EligibilityCheck.trait)
        .join(EligibilityCheck, EligibilityCheck.account_id == Account.id)
        .where(EligibilityCheck.trait.is_not(None))
    )
    return {telegram_id: Trait(str(trait)) for telegram_id, trait in rows}


def _view(
    session: Session, row: EligibilityCheck, now: datetime, read: Subject | None = None
) -> CheckView:
    about = row.programme_id, row.class_id
    if read is not None and about == (read.programme_id, read.class_id):
        subject = read
    elif row.class_id is None:
        subject = subject_of_programme(session, row.programme_id, now)
    else:
        subject = subject_of_class(session, row.class_id, now)
    return judged(
        row.account_id,
        subject,
        open_facts(session, row.facts),
        for_another=row.for_another,
        applicant_id=row.applicant_id,
        told_at=row.told_at,
        seen_updates=row.seen_updates,
    )
