"""The row of a draft: read with its class, unsealed, and written back sealed."""

import json
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Row, Select, Table, bindparam, exists, func, select, update
from sqlalchemy.orm import Session

from catalog.facts import Facts
from intake.applications.steps import Answers, Step
from intake.registration.errors import NoDraft
from intake.registration.openness import Entrance
from people.accounts import consent_holds
from storage.models import Account, Applicant, CourseClass, Draft, Programme, Wave
from storage.models.waves import FIRST_COME
from storage.upserts import insert_into
from storage.vault import vault_of

UPDATES_KEPT = 8

DRAFTS = cast(Table, Draft.__table__)

# Every answer in a chat runs these. Built once and past the ORM, they cost a fraction of what a
# query built anew does.
_DRAFTS = (
    select(
        *(DRAFTS.c.id, DRAFTS.c.account_id, DRAFTS.c.class_id, DRAFTS.c.step),
        *(DRAFTS.c.answers, DRAFTS.c.facts, DRAFTS.c.parked, DRAFTS.c.seen_updates),
        # The same as `id != applicant_id`, but true where there is none.
        exists()
        .where(
            Applicant.account_id == DRAFTS.c.account_id,
            Applicant.id != func.coalesce(DRAFTS.c.applicant_id, 0),
        )
        .label("shared"),
        Programme.id.label("programme_id"),
        Programme.cluster_id,
        Programme.slug,
        Programme.title,
        Programme.entry,
        Wave.id.label("wave_id"),
        Wave.code.label("wave_code"),
        Wave.title.label("wave_title"),
        Wave.state,
        Wave.starts_on,
        Wave.mode,
        Wave.example,
        Wave.registration_opens_at,
        Wave.registration_closes_at,
        Account.consent_version,
        Account.consented_at,
    )
    .join(Account, DRAFTS.c.account_id == Account.id)
    .join(CourseClass, DRAFTS.c.class_id == CourseClass.id)
    .join(Programme, CourseClass.programme_id == Programme.id)
    .join(Wave, CourseClass.wave_id == Wave.id)
)
_OF_ACCOUNT = _DRAFTS.where(DRAFTS.c.account_id == bindparam("account_id"))
_OF_ACCOUNT_HELD = _OF_ACCOUNT.with_for_update(of=DRAFTS)
_OF_ACCOUNTS_HELD = (
    _DRAFTS.where(DRAFTS.c.account_id.in_(bindparam("account_ids", expanding=True)))
    .order_by(DRAFTS.c.id)
    .with_for_update(of=DRAFTS)
)
_CHANGE = update(DRAFTS).where(DRAFTS.c.id == bindparam("draft_id"))


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft, unsealed, with what a question's screen shows of its class."""

    id: int
    account_id: int
    class_id: int
    step: Step
    """The question that is open."""
    answers: Answers
    parked: bool
    programme_id: int
    cluster_id: int
    programme_slug: str
    programme_title: str
    wave_code: str
    wave_title: str
    starts_on: date | None
    """When the wave's training does."""
    example: bool
    """The wave is made up for the demo."""
    entrance: Entrance
    consented: bool
    """Whether the account agrees to the use of data as it is worded now."""
    seen_updates: tuple[int, ...] = field(repr=False)
    shared: bool = False
    """Others are known on this phone: a screen says for whom this is."""
    facts: Facts = field(default_factory=Facts)
    """What was told for the programme's rules before."""

    @property
    def closes_at(self) -> datetime | None:
        return self.entrance.closes_at

    @property
    def called(self) -> str | None:
        """Their first name, where others are known on this phone; "" while it is not told."""
        if not self.shared:
            return None
        return (self.answers.name or "").partition(" ")[0]

    @property
    def complete(self) -> bool:
        """Everything is answered: a line that is asked now is being corrected."""
        return self.answers.first_open() is Step.REVIEW


def find_draft(session: Session, account_id: int) -> DraftView | None:
    return _read(session, _OF_ACCOUNT, account_id)


def hold_draft(session: Session, account_id: int) -> DraftView:
    """The same, locked until the transaction ends. Raises NoDraft."""
    draft = _read(session, _OF_ACCOUNT_HELD, account_id)
    if draft is None:
        raise NoDraft(account_id)
    return draft


def hold_drafts(session: Session, account_ids: Collection[int]) -> dict[int, DraftView]:
    """Those of several accounts, locked in one order; whoever has none is left out."""
    session.flush()
    rows = session.connection().execute(_OF_ACCOUNTS_HELD, {"account_ids": list(account_ids)})
    return {row.account_id: _view(session, row) for row in rows}


def insert_draft(
    session: Session,
    account_id: int,
    class_id: int,
    applicant_id: int | None,
    answers: Answers,
    facts: Facts | None,
    now: datetime,
) -> DraftView:
    """A new draft; where two taps made it at once, the one that is there."""
    values: dict[str, Any] = {
        "account_id": account_id,
        "class_id": class_id,
        "applicant_id": applicant_id,
        "step": answers.first_open(),
        "answers": _seal(session, answers),
        "facts": None if facts is None else seal_facts(session, facts),
        "parked": False,
        "seen_updates": [],
        "created_at": now,
        "updated_at": now,
    }
    session.execute(insert_into(session, Draft).values(values).on_conflict_do_nothing())
    return hold_draft(session, account_id)


def write_draft(
    session: Session,
    draft: DraftView,
    step: Step,
    answers: Answers,
    update_id: int | None,
    now: datetime,
) -> DraftView:
    """Keep these answers and the next question; whoever answers has taken it up again."""
    seen = (*draft.seen_updates, *([] if update_id is None else [update_id]))[-UPDATES_KEPT:]
    changes: dict[str, Any] = {"step": step, "parked": False, "seen_updates": list(seen)}
    if answers != draft.answers:
        changes["answers"] = _seal(session, answers)
    _update(session, draft.id, changes, now)
    return replace(draft, step=step, answers=answers, parked=False, seen_updates=seen)


def mark_parked(session: Session, draft: DraftView, parked: bool, now: datetime) -> DraftView:
    _update(session, draft.id, {"parked": parked}, now)
    return replace(draft, parked=parked)


def _read(
    session: Session, statement: Select[*tuple[Any, ...]], account_id: int
) -> DraftView | None:
    session.flush()  # a connection, unlike a query, does not see what is still to be written
    row = session.connection().execute(statement, {"account_id": account_id}).first()
    return None if row is None else _view(session, row)


def _view(session: Session, row: Row[*tuple[Any, ...]]) -> DraftView:
    return DraftView(
        id=row.id,
        account_id=row.account_id,
        class_id=row.class_id,
        step=Step(row.step),
        answers=Answers.from_json(json.loads(vault_of(session).open(row.answers))),
        parked=row.parked,
        programme_id=row.programme_id,
        cluster_id=row.cluster_id,
        programme_slug=row.slug,
        programme_title=row.title,
        wave_code=row.wave_code,
        wave_title=row.wave_title,
        starts_on=row.starts_on,
        example=row.example,
        entrance=Entrance(
            row.wave_id,
            row.state,
            row.registration_opens_at,
            row.registration_closes_at,
            row.entry,
            row.mode == FIRST_COME,
        ),
        consented=consent_holds(row.consent_version, row.consented_at),
        facts=Facts() if row.facts is None else open_facts(session, row.facts),
        seen_updates=tuple(row.seen_updates),
        shared=row.shared,
    )


def seal_facts(session: Session, facts: Facts) -> bytes:
    return vault_of(session).seal(json.dumps(facts.to_json()))


def open_facts(session: Session, sealed: bytes) -> Facts:
    return Facts.from_json(json.loads(vault_of(session).open(sealed)))


def _seal(session: Session, answers: Answers) -> bytes:
    return vault_of(session).seal(json.dumps(answers.to_json()))


def _update(session: Session, draft_id: int, changes: dict[str, Any], now: datetime) -> None:
    session.connection().execute(_CHANGE, {"draft_id": draft_id, "updated_at": now, **changes})
