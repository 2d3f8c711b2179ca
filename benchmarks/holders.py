"""Waves whose seats are all offered, with as many people on the reserve behind them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from sqlalchemy import Table, bindparam, func, select, text, update
from sqlalchemy.orm import Session

from benchmarks.counter import CLASSES, SEATS, answers_of, open_classes, open_wave
from benchmarks.town import settle
from catalog.data import HERE
from catalog.load import load_catalogue
from catalog.reading import read_catalogue
from intake.applications.applicants import applicant_row, store_applicants
from intake.applications.changes import APPLICATIONS, change_row, record_all
from intake.seats.offers import OFFERS
from intake.seats.reserve import classes_to_look_at, pass_on
from storage.bulk import insert_rows
from storage.database import Database
from storage.models import Application, Seat
from storage.vault import Vault, make_key

SEAT_ROWS = cast(Table, Seat.__table__)
WIB = ZoneInfo("Asia/Jakarta")
DAY = timedelta(days=1)
LAPSES_WITHIN = timedelta(seconds=1)


def seat_holders(database: Database, waves: int) -> tuple[str, list[int]]:
    """The key of the vault, and the applications with an offer."""
    now, key = datetime.now(UTC), make_key()
    vault, a_wave = Vault(key), 2 * CLASSES * SEATS
    with database.transaction() as session:
        load_catalogue(session, read_catalogue(HERE), now=now)
        settle(session, waves * a_wave, now)
        ids: list[int] = []
        for which in range(waves):
            people = range(which * a_wave + 1, (which + 1) * a_wave + 1)
            ids += _seat_a_wave(session, vault, f"W{which}", people, now)
        session.execute(text("ANALYZE"))
    return key, ids


def draw_near(database: Database, ids: Sequence[int], start_at: datetime) -> None:
    """Every fourth deadline passes in the first second, one after the other."""
    of_one = OFFERS.c.application_id == bindparam("asked")
    soon = [
        {"asked": each, "at": start_at + which * LAPSES_WITHIN / len(ids)}
        for which, each in enumerate(ids)
        if which % 4 == 0
    ]
    with database.transaction() as session:
        change = update(OFFERS).where(of_one).values(deadline=bindparam("at"))
        session.connection().execute(change, soon)


def pass_on_all(database: Database, now: datetime) -> None:
    """What the clock would still do."""
    with database.transaction() as session:
        for class_id in classes_to_look_at(session, now):
            pass_on(session, class_id, now=now, zone=WIB)


def fates(session: Session, ids: Sequence[int]) -> tuple[int, dict[int, str]]:
    """How many seats have a holder, and what became of these applications."""
    wanted = set(ids)
    states = session.execute(select(Application.id, Application.state))
    held = session.scalar(select(func.count(Seat.application_id))) or 0
    return held, {id_: state for id_, state in states if id_ in wanted}


def _seat_a_wave(
    session: Session, vault: Vault, code: str, people: range, now: datetime
) -> list[int]:
    """Half of them are offered a seat, the other half wait behind them."""
    wave = open_wave(session, code, "closed", now)
    wave.mode = "selection"
    class_ids = open_classes(session, wave, CLASSES)
    applicants = [applicant_row(vault, each, answers_of(each), now) for each in people]
    applicant_ids = store_applicants(session, applicants)
    rows: list[dict[str, Any]] = []
    for place, row in enumerate(applicants):
        class_id, line = class_ids[place % CLASSES], place // CLASSES
        rows.append(
            {
                "number": f"{code}-{row['account_id']:05d}",
                "applicant_id": applicant_ids[row["account_id"]],
                "account_id": row["account_id"],
                "class_id": class_id,
                "wave_id": wave.id,
                "nik_print": row["nik_print"],
                "state": "offered" if line < SEATS else "reserve",
                "reserve_no": None if line < SEATS else line,
                "submitted_at": now,
                "changed_at": now,
            }
        )
    told = (APPLICATIONS.c.id, APPLICATIONS.c.class_id, APPLICATIONS.c.state)
    entered = insert_rows(session, APPLICATIONS, rows, returning=told)
    record_all(
        session, [change_row(each.id, None, each.state, actor="demo", now=now) for each in entered]
    )
    offered = [each for each in entered if each.state == "offered"]
    _offer(session, [(each.id, each.class_id) for each in offered], now)
    return [each.id for each in offered]


def _offer(session: Session, holders: Sequence[tuple[int, int]], now: datetime) -> None:
    numbers: dict[int, int] = {}
    seats, offers = [], []
    for application_id, class_id in holders:
        numbers[class_id] = numbers.get(class_id, 0) + 1
        seats.append(
            {"class_id": class_id, "number": numbers[class_id], "application_id": application_id}
        )
        offers.append(
            {
                "application_id": application_id,
                "class_id": class_id,
                "state": "open",
                "promoted": False,
                "made_at": now - DAY,
                "deadline": now + DAY,
            }
        )
    insert_rows(session, SEAT_ROWS, seats)
    insert_rows(session, OFFERS, offers)
