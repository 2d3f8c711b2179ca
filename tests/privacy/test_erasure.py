"""Whoever asks for it leaves nothing behind, and nobody else loses anything."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.applications.rows import applicants_so_far, my_applications
from people.accounts import find_account
from privacy.erasure import erase
from storage.base import Base
from storage.models import Account, Applicant, ApplicationChange, Draft
from tests.cast import BUDI, NOW, SITI, Stage, apply, open_database, set_stage
from tests.privacy.traces import leave_traces


def rows_of(session: Session, account_id: int) -> dict[str, int]:
    """How many rows there are in each table that can hold something of the account."""
    tables = Base.metadata.sorted_tables
    columns = [Account.__table__.c.id]
    columns += [table.c.account_id for table in tables if "account_id" in table.c]
    return {
        str(column.table): session.scalars(select(func.count()).where(column == account_id)).one()
        for column in columns
    }


def test_no_table_holds_anything_of_an_erased_account(session: Session, stage: Stage) -> None:
    siti = apply(session, SITI, stage.class_id).account_id
    leave_traces(session, siti, stage)
    before = rows_of(session, siti)
    assert [table for table, count in before.items() if count == 0] == []
    assert erase(session, siti, now=NOW)
    assert rows_of(session, siti) == dict.fromkeys(before, 0)
    assert session.scalar(select(func.count(ApplicationChange.id))) == 0
    assert not erase(session, siti, now=NOW)


def test_the_data_of_others_stays_and_the_seat_is_free(session: Session, stage: Stage) -> None:
    siti = apply(session, SITI, stage.class_id).account_id
    budi = apply(session, BUDI, stage.class_id)
    erase(session, siti, now=NOW)
    assert my_applications(session, budi.account_id) == [budi]
    assert applicants_so_far(session, [stage.class_id]) == {stage.class_id: 1}
    assert session.scalar(select(func.count(ApplicationChange.id))) == 1


def test_whoever_comes_back_begins_anew_with_a_number_never_used(
    session: Session, stage: Stage
) -> None:
    first = apply(session, SITI, stage.class_id)
    erase(session, first.account_id, now=NOW)
    assert find_account(session, SITI.telegram_id) is None
    assert apply(session, SITI, stage.class_id).number == "PBK-2025-3-0002"


def test_the_database_file_forgets_the_sealed_bytes_too(sqlite_url: str, tmp_path: Path) -> None:
    with closing(open_database(sqlite_url)) as database:
        with database.transaction() as session:
            stage = set_stage(session)
            siti = apply(session, SITI, stage.class_id).account_id
            leave_traces(session, siti, stage)
        with database.snapshot() as session:
            siti_sealed = session.scalars(select(Applicant)).one()
            known = [
                siti_sealed.name_sealed,
                siti_sealed.nik_sealed,
                siti_sealed.phone_sealed,
                siti_sealed.nik_print.encode(),
                session.scalars(select(Draft.answers)).one(),
            ]
        file = tmp_path / "jawara.sqlite3"
        assert [one in everything_in(file) for one in known] == [True] * 5
        with database.transaction() as session:
            erase(session, siti, now=NOW)
        assert [one in everything_in(file) for one in known] == [False] * 5


def everything_in(file: Path) -> bytes:
    """The bytes of the file, once all that its log still held is written into it."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    log = file.with_name(f"{file.name}-wal")
    return file.read_bytes() + (log.read_bytes() if log.exists() else b"")
