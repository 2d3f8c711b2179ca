"""Entering: those who may apply get their numbers, and seats or places where they come first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from sqlalchemy import bindparam, delete
from sqlalchemy.orm import Session

from intake.applications.applicants import store_applicants
from intake.applications.changes import APPLICANT, APPLICATIONS, change_row, record_all
from intake.applications.doubles import refuse_double
from intake.applications.guardians import store_consent
from intake.applications.numbers import allot_numbers
from intake.applications.rows import ApplicationState, ApplicationView, application_by_id
from intake.registration.check_rows import CheckView
from intake.registration.draft_rows import DRAFTS, DraftView
from intake.registration.verdicts import record_verdicts
from intake.seats.reserve import Counter, open_counters
from intake.seats.seats import hold_classes, must_take_seat
from people.nik import mask_nik
from storage.bulk import Insert, insert_rows


@dataclass(frozen=True, slots=True)
class Ready:
    """A draft that nothing stands against, held, with what becomes of it."""

    draft: DraftView
    applicant: dict[str, Any]
    """The row of `intake.applications.applicants`."""
    check: CheckView
    update_id: int | None
    now: datetime

    @property
    def account_id(self) -> int:
        return self.draft.account_id

    @property
    def wave_id(self) -> int:
        return self.draft.entrance.wave_id


@dataclass(frozen=True, slots=True)
class _Entry:
    """Somebody's number, and what they come to have: a seat, a place on the waiting list
    (`reserve_no`, with so many `ahead`), or neither as yet.
    """

    ready: Ready
    number: str
    state: ApplicationState
    reserve_no: int | None
    ahead: int | None

    def row(self, applicant_id: int) -> dict[str, Any]:
        ready = self.ready
        return {
            "number": self.number,
            "applicant_id": applicant_id,
            "account_id": ready.account_id,
            "class_id": ready.draft.class_id,
            "wave_id": ready.wave_id,
            "nik_print": ready.applicant["nik_print"],
            "state": self.state,
            "reserve_no": self.reserve_no,
            "submitted_at": ready.now,
            "changed_at": ready.now,
            "update_id": ready.update_id,
        }

    def view(self, application_id: int, applicant_id: int) -> ApplicationView:
        """As `application_by_id` would read it, on a phone of one person alone."""
        ready, draft = self.ready, self.ready.draft
        assert draft.answers.name is not None
        assert draft.answers.nik is not None
        return ApplicationView(
            id=application_id,
            number=self.number,
            state=self.state,
            submitted_at=ready.now,
            changed_at=ready.now,
            account_id=ready.account_id,
            applicant_id=applicant_id,
            class_id=draft.class_id,
            wave_id=ready.wave_id,
            programme_slug=draft.programme_slug,
            programme_title=draft.programme_title,
            wave_title=draft.wave_title,
            starts_on=draft.starts_on,
            closes_at=draft.closes_at,
            example=draft.example,
            missing_papers=(),
            papers_due_at=None,
            deadline=None,
            ahead=self.ahead,
            ranked=False,
            name=draft.answers.name,
            nik=mask_nik(draft.answers.nik),
        )


def enter(session: Session, ready: Sequence[Ready], zone: tzinfo) -> dict[int, ApplicationView]:
    """In their order; applications by account. Raises AlreadyApplied where two phones have sent one
    NIK at once: then none is entered.
    """
    # Held before they are numbered: whoever is first here has the lower number and better place.
    held = hold_classes(session, {each.draft.class_id for each in ready}, zone)
    counters = open_counters(session, held.values(), ready[0].now)
    applicants = store_applicants(session, [each.applicant for each in ready])
    numbers = _numbers(session, ready)
    entries = [
        _entry(each, number, counters.get(each.draft.class_id))
        for each, number in zip(ready, numbers, strict=True)
    ]
    ids = _insert(session, entries, applicants)
    for each in entries:
        if each.state is ApplicationState.ADMITTED:
            must_take_seat(session, held[each.ready.draft.class_id], ids[each.ready.account_id])
    _record(session, entries, ids)
    session.connection().execute(FORGET, {"ids": [each.draft.id for each in ready]})
    return {each.ready.account_id: _view(session, each, ids, applicants) for each in entries}


def _view(
    session: Session, entry: _Entry, ids: dict[int, int], applicants: dict[int, int]
) -> ApplicationView:
    account_id = entry.ready.account_id
    if entry.ready.draft.shared:  # what they are called there hangs on the others
        return application_by_id(session, ids[account_id])
    return entry.view(ids[account_id], applicants[account_id])


def _numbers(session: Session, ready: Sequence[Ready]) -> list[str]:
    codes = {each.wave_id: each.draft.wave_code for each in ready}
    of_wave = [each.wave_id for each in ready]
    series = {
        wave_id: iter(allot_numbers(session, wave_id, codes[wave_id], of_wave.count(wave_id)))
        for wave_id in sorted(codes)
    }
    return [next(series[wave_id]) for wave_id in of_wave]


def _entry(ready: Ready, number: str, counter: Counter | None) -> _Entry:
    if counter is None:
        return _Entry(ready, number, ApplicationState.SUBMITTED, None, None)
    ahead, reserve_no = counter.waiting, counter.place_next()
    if reserve_no is None:
        return _Entry(ready, number, ApplicationState.ADMITTED, None, None)
    return _Entry(ready, number, ApplicationState.RESERVE, reserve_no, ahead)


def _insert(
    session: Session, entries: Sequence[_Entry], applicants: dict[int, int]
) -> dict[int, int]:
    """The applications' ids, by account. The index on live applications lets one in."""
    rows = [each.row(applicants[each.ready.account_id]) for each in entries]
    told = (APPLICATIONS.c.account_id, APPLICATIONS.c.id)
    into = insert_rows(session, APPLICATIONS, rows, on_conflict=_unless_there, returning=told)
    entered = {row.account_id: row.id for row in into}
    for each in entries:
        if each.ready.account_id not in entered:
            nik = each.ready.draft.answers.nik
            assert nik is not None
            refuse_double(session, nik, each.ready.wave_id, each.ready.account_id)
            raise AssertionError("what stood in the way of an application is gone")
    return entered


def _unless_there(insert: Insert) -> Insert:
    return insert.on_conflict_do_nothing()


def _record(session: Session, entries: Sequence[_Entry], ids: dict[int, int]) -> None:
    submitted, changes, checks = ApplicationState.SUBMITTED, [], {}
    ways: list[tuple[ApplicationState | None, ApplicationState]]
    for each in entries:
        ready, application_id = each.ready, ids[each.ready.account_id]
        checks[application_id] = ready.check
        ways = [(None, submitted)]
        if each.state is not submitted:
            ways.append((submitted, each.state))
        for before, to in ways:
            changes.append(change_row(application_id, before, to, actor=APPLICANT, now=ready.now))
        if ready.draft.answers.minor:
            store_consent(session, application_id, ready.account_id, ready.draft.answers)
    record_all(session, changes)
    record_verdicts(session, checks)


FORGET = delete(DRAFTS).where(DRAFTS.c.id.in_(bindparam("ids", expanding=True)))
