"""Files and rows agree whatever is killed when; what nobody needs is removed by ticks."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.opening import open_database as open_installation
from app.schedule import Ticks
from app.settings import read_settings
from app.shelves import lost_files, open_shelf, remove_discarded, remove_orphans
from intake.documents.documents import label_of, take_back
from intake.withdrawing import withdraw
from privacy.erasure import erase
from storage.database import Database
from storage.models import DiscardedFile, Document, DocumentRemoval
from storage.shelf import Shelf
from storage.vault import Vault
from tests.cast import KEY, NOW, SITI, WIB, apply, open_database, set_stage
from tests.intake.documents.papers_wanted import shelved, want_papers
from tests.notices.post_office import SetClock

TWO_DAYS_S = 2 * 86400
ROOT = Path(__file__).parents[2]


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    with closing(open_database(database_url)) as opened:
        yield opened


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "documents", Vault(KEY))


def applied(database: Database) -> tuple[int, int]:
    """Account and application of Siti's."""
    with database.transaction() as session:
        stage = set_stage(session)
        want_papers(session, stage)
        sent = apply(session, SITI, stage.class_id)
        return sent.account_id, sent.id


def grow_old(shelf: Shelf) -> None:
    for path in shelf.folder.rglob("*"):
        if path.is_file():
            stamp = path.stat().st_mtime - TWO_DAYS_S
            os.utime(path, (stamp, stamp))


def add(database: Database, shelf: Shelf, application_id: int, paper: str) -> str:
    """A document and its file."""
    file = shelf.put(paper.encode(), label_of(application_id, paper))
    kept = shelved(application_id, paper)
    with database.transaction() as session:
        session.add(
            Document(
                application_id=application_id, paper=paper, file=file, media=kept.media,
                size=kept.size, pages=1, again=False, sent_at=NOW,
            )
        )  # fmt: skip
    return file


async def test_what_was_discarded_is_removed_at_the_next_tick(
    database: Database, shelf: Shelf
) -> None:
    account_id, application_id = applied(database)
    ktp, ijazah = (add(database, shelf, application_id, paper) for paper in ("ktp", "ijazah"))
    with database.transaction() as session:
        document_id = session.scalars(select(Document.id).where(Document.file == ktp)).one()
        take_back(session, account_id, document_id, now=NOW)
    assert shelf.has(ktp)
    assert await remove_discarded(database, shelf) == 1
    assert [shelf.has(ktp), shelf.has(ijazah)] == [False, True]
    assert await remove_discarded(database, shelf) == 0


async def test_what_was_kept_long_enough_goes_from_database_and_shelf_by_ticks(
    database: Database, shelf: Shelf
) -> None:
    account_id, application_id = applied(database)
    ktp = add(database, shelf, application_id, "ktp")
    with database.transaction() as session:
        withdraw(session, application_id, account_id, reason=None, now=NOW, zone=WIB)
    clock = SetClock(NOW + timedelta(days=10) - timedelta(seconds=1))
    ticks = Ticks(database, clock, WIB, lambda: None, keep_documents=10, shelf=shelf)
    await ticks.once()
    assert shelf.has(ktp)
    clock.move(seconds=1)
    await ticks.once()
    await ticks.once()
    assert not shelf.has(ktp)
    with database.snapshot() as session:
        assert session.scalar(select(DocumentRemoval.documents)) == 1


async def test_killed_between_erasing_and_removing_the_files_go_all_the_same(
    database: Database, shelf: Shelf
) -> None:
    account_id, application_id = applied(database)
    files = [add(database, shelf, application_id, paper) for paper in ("ktp", "ijazah")]
    await database.write(erase, account_id, now=NOW)
    assert [shelf.has(file) for file in files] == [True, True]
    ticks = Ticks(database, SetClock(NOW), WIB, lambda: None, shelf=shelf)  # another process
    await ticks.once()
    assert [shelf.has(file) for file in files] == [False, False]
    with database.snapshot() as session:
        assert session.scalars(select(DiscardedFile)).all() == []


async def test_killed_between_removing_and_noting_it_nothing_is_left_to_do(
    database: Database, shelf: Shelf
) -> None:
    account_id, application_id = applied(database)
    file = add(database, shelf, application_id, "ktp")
    await database.write(erase, account_id, now=NOW)
    shelf.remove(file)
    assert await remove_discarded(database, shelf) == 1
    assert await remove_discarded(database, shelf) == 0


async def test_a_file_without_a_row_is_removed_after_a_day(
    database: Database, shelf: Shelf
) -> None:
    _, application_id = applied(database)
    kept = add(database, shelf, application_id, "ktp")
    orphan = shelf.put(b"its process was killed before the row", label_of(application_id, "ktp"))
    assert await remove_orphans(database, shelf) == 0
    assert shelf.has(orphan)
    grow_old(shelf)
    young = shelf.put(b"its row is about to be written", label_of(application_id, "ijazah"))
    assert await remove_orphans(database, shelf) == 1
    assert [shelf.has(name) for name in (kept, orphan, young)] == [True, False, True]


def test_rows_without_a_file_are_counted(database: Database, shelf: Shelf) -> None:
    _, application_id = applied(database)
    ktp, _ = (add(database, shelf, application_id, paper) for paper in ("ktp", "ijazah"))
    assert lost_files(database, shelf) == (2, 0)
    shelf.remove(ktp)
    assert lost_files(database, shelf) == (2, 1)


@pytest.mark.parametrize("confirmations", [1, 4, 9])
def test_a_kill_at_any_moment_loses_nothing_that_was_confirmed(
    database_url: str, database: Database, shelf: Shelf, confirmations: int
) -> None:
    account_id, application_id = applied(database)
    sender = [
        sys.executable, "-m", "tests.app.document_sender", database_url, str(shelf.folder),
        str(account_id), str(application_id),
    ]  # fmt: skip
    with subprocess.Popen(sender, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        confirmed = [process.stdout.readline().split() for _ in range(confirmations)]
        process.kill()
        confirmed += [line.split() for line in process.stdout if len(line.split()) == 2]
    last = int(confirmed[-1][1])
    with database.snapshot() as session:
        [document] = session.scalars(select(Document))
    assert document.update_id in (last, last + 1)  # committed, and killed before it was told
    content = shelf.open(document.file, label_of(application_id, "ktp"))
    assert content == f"document {document.update_id}".encode() * 4000
    asyncio.run(remove_discarded(database, shelf))
    grow_old(shelf)
    assert asyncio.run(remove_orphans(database, shelf)) <= 1
    assert list(shelf.names(before=2**40)) == [document.file]


def test_two_databases_in_one_home_have_folders_of_their_own(tmp_path: Path) -> None:
    folders = set()
    for name in ("jawara.db", "demo.db"):
        settings = read_settings(
            home=tmp_path, database_url=f"sqlite:///{tmp_path / name}", _env_file=None
        )
        for _ in range(2):  # the same at each start
            with closing(open_installation(settings)) as database:
                folders.add(open_shelf(settings, database).folder)
    assert len(folders) == 2
    assert {folder.parent for folder in folders} == {tmp_path / "documents"}


def test_the_folder_can_be_another_one(tmp_path: Path) -> None:
    settings = read_settings(home=tmp_path, documents=tmp_path / "share", _env_file=None)
    with closing(open_installation(settings)) as database:
        assert open_shelf(settings, database).folder.parent == tmp_path / "share"
