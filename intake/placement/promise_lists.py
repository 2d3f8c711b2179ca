"""A whole class's placements from a list: all of it or nothing, mistakes by row and column."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from intake.applications.errors import ReasonMissing
from intake.applications.numbers import plain_number
from intake.lists.headings import NUMBERS, Headings
from intake.lists.sheets import Line, Mistake, read_date, read_sheet
from intake.placement.errors import CompanyMissing
from intake.placement.promise_rows import PlacementState, class_placements
from intake.placement.promises import record_placement
from people.staff import StaffRight

HEADINGS: Headings = {
    "graduate": NUMBERS,
    "state": ("hasil", "result"),
    "company": ("perusahaan", "company"),
    "since": ("sejak", "since"),
    "wage": ("upah", "wage"),
    "reason": ("alasan", "reason"),
}
NEEDED = ("graduate", "state")
STATES = {
    "dikenalkan": PlacementState.INTRODUCED,
    "introduced": PlacementState.INTRODUCED,
    "bekerja": PlacementState.PLACED,
    "placed": PlacementState.PLACED,
    "belum tersalur": PlacementState.NOT_PLACED,
    "not placed": PlacementState.NOT_PLACED,
    "menolak": PlacementState.DECLINED,
    "declined": PlacementState.DECLINED,
}
LOWEST_WAGE, HIGHEST_WAGE = 100_000, 999_999_999
"""Below it somebody has written thousands or millions."""
_WAGE = re.compile(r"(?:rp\.?)? ?(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)(?:[.,]00|,-)?")


class BadCellOf(Exception):
    """A cell that can't be taken; its message says what is wanted, at the command line."""

    def __init__(self, column: str, wanted: str) -> None:
        super().__init__(wanted)
        self.column = column


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row says."""

    application_id: int
    state: PlacementState
    company: str
    since: date | None
    wage: int | None
    reason: str


def put_placements(
    session: Session,
    class_id: int,
    file: Path,
    rights: frozenset[StaffRight],
    *,
    actor: str,
    now: datetime,
) -> tuple[int, list[Mistake]]:
    """How many rows were taken, and what is wrong: where anything is, the caller keeps nothing.

    A row without a result is left alone. Raises BadSheet, NoPromise, OtherProvider.
    """
    lines = read_sheet(file, HEADINGS, NEEDED)
    views = class_placements(session, class_id, rights)
    ids = {view.trainee.number: view.trainee.application_id for view in views}
    taken, mistakes = 0, list[Mistake]()
    for line in lines:
        if not line.under("state"):
            continue
        try:
            entry = _entry(line, ids)
            _put(session, entry, rights, actor, now)
        except BadCellOf as wrong:
            mistakes.append(Mistake(line.number, wrong.column, wrong))
        except CompanyMissing as error:
            mistakes.append(Mistake(line.number, "company", error))
        except ReasonMissing as error:
            mistakes.append(Mistake(line.number, "reason", error))
        else:
            taken += 1
    return taken, mistakes


def _entry(line: Line, ids: dict[str, int]) -> Entry:
    """Each graduate once. Raises BadCellOf."""
    application_id = ids.pop(plain_number(line.under("graduate")), None)
    if application_id is None:
        raise BadCellOf("graduate", "not in this class, or above already")
    return Entry(
        application_id,
        _state(line.under("state")),
        line.under("company"),
        _since(line.under("since")),
        _wage(line.under("wage")),
        line.under("reason"),
    )


def _put(
    session: Session, entry: Entry, rights: frozenset[StaffRight], actor: str, now: datetime
) -> None:
    record_placement(
        session,
        entry.application_id,
        entry.state,
        rights,
        company=entry.company,
        since=entry.since,
        wage=entry.wage,
        reason=entry.reason,
        actor=actor,
        now=now,
    )


def _state(written: str) -> PlacementState:
    state = STATES.get(" ".join(written.lower().split()))
    if state is None:
        raise BadCellOf("state", f"{written!r}: write bekerja, dikenalkan, belum tersalur, menolak")
    return state


def _since(written: str) -> date | None:
    try:
        return read_date(written) if written else None
    except ValueError:
        raise BadCellOf("since", f"{written!r} is no date; write it as 2026-12-15") from None


def _wage(written: str) -> int | None:
    """Points stand between thousands: 4.9 is no wage, and 4900000.00 not a hundredfold one."""
    if not written:
        return None
    found = _WAGE.fullmatch(written.lower())
    wage = int(re.sub("[.,]", "", found[1])) if found else 0
    if not LOWEST_WAGE <= wage <= HIGHEST_WAGE:
        raise BadCellOf("wage", f"{written!r} is no wage; write rupiah a month, as 4900000")
    return wage
