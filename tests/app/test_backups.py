"""`jawara db backup` and `restore`: the right key, nobody at work, and nothing told twice."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from announcements.broadcasts import (
    BroadcastState,
    begin_draft,
    cancel,
    find,
    resume,
    submit,
    write_text,
)
from app.clock import machine_clock
from app.commands.db import cli
from app.opening import open_database
from app.settings import Settings, SettingsProblem, read_settings
from storage.backups import put_back
from storage.database import connect
from storage.leadership import Post, leadership
from storage.models import Account
from storage.vault import make_key
from tests.app.processes import NOBODY, jawara
from tests.cast import KEY, RINA, SITI, set_stage, welcome
from tests.simulator import TOKEN

HOUR = timedelta(hours=1)


@pytest.fixture
def here(tmp_path: Path, database_url: str) -> Settings:
    """An installation that has been started, and that Siti knows."""
    settings = read_settings(
        home=tmp_path / "home", database_url=database_url, key=KEY, _env_file=None
    )
    with closing(open_database(settings)) as database, database.transaction() as session:
        welcome(session, SITI)
    return settings


@pytest.fixture
def elsewhere(here: Settings, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Settings]:
    """An empty place on the same system, with the same key."""
    if here.database.startswith("sqlite"):
        yield replace(here, database_url=f"sqlite:///{tmp_path}/new/elsewhere.db")
    else:
        with request.getfixturevalue("_postgres_databases").fresh() as url:
            yield replace(here, database_url=url)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "backup"


def db(settings: Settings, *arguments: str | Path, **environment: str) -> str:
    """What `jawara db …` prints. Raises SettingsProblem."""
    own = {
        "JAWARA_HOME": str(settings.home),
        "JAWARA_DATABASE_URL": settings.database,
        "JAWARA_KEY": KEY,
    }
    done = CliRunner().invoke(cli, [str(each) for each in arguments], env=own | environment)
    if done.exception is not None:
        raise done.exception
    return done.stdout


def people(settings: Settings) -> list[int]:
    with closing(open_database(settings)) as database, database.snapshot() as session:
        return list(session.scalars(select(Account.telegram_id).order_by(Account.telegram_id)))


def test_an_installation_moves_to_an_empty_place(
    here: Settings, elsewhere: Settings, file: Path
) -> None:
    assert re.match(rf"{re.escape(str(file))}: \d\.\d MB", db(here, "backup", file))
    assert db(elsewhere, "restore", file) == f"{file} is the database now\n"
    assert people(elsewhere) == [SITI.telegram_id]


def test_what_is_there_is_overwritten_only_when_told(here: Settings, file: Path) -> None:
    db(here, "backup", file)
    with closing(open_database(here)) as database, database.transaction() as session:
        welcome(session, RINA)
    with pytest.raises(SettingsProblem, match="the database is not empty: --overwrite"):
        db(here, "restore", file)
    assert people(here) == [SITI.telegram_id, RINA.telegram_id]
    db(here, "restore", file, "--overwrite")
    assert people(here) == [SITI.telegram_id]


def test_a_key_that_does_not_fit_is_told_before_anything_is_written(
    here: Settings, elsewhere: Settings, file: Path
) -> None:
    db(here, "backup", file)
    with pytest.raises(SettingsProblem, match="does not fit this database"):
        db(elsewhere, "restore", file, JAWARA_KEY=make_key())
    with pytest.raises(SettingsProblem, match="a key that is gone"):
        db(elsewhere, "restore", file, JAWARA_KEY="")
    db(elsewhere, "restore", file)


async def test_nobody_may_be_at_work_on_it(here: Settings, file: Path) -> None:
    await asyncio.to_thread(db, here, "backup", file)
    at_work = leadership(here.database, Post.WORKER)
    assert await at_work.try_to_take()
    with pytest.raises(SettingsProblem, match="Jawara is at work on this database: stop it"):
        await asyncio.to_thread(db, here, "restore", file, "--overwrite")
    await at_work.give_back()
    await asyncio.to_thread(db, here, "restore", file, "--overwrite")


AS_THEY_WERE = [BroadcastState.RUNNING, BroadcastState.SCHEDULED, BroadcastState.SCHEDULED]
HELD = [BroadcastState.PAUSED, BroadcastState.DRAFT, BroadcastState.SCHEDULED]


@pytest.fixture
def broadcasts(here: Settings) -> list[int]:
    """One that runs, one that should have begun, and one for later."""
    with closing(open_database(here)) as database, database.transaction() as session:
        now = machine_clock()
        set_stage(session)
        running, missed, coming = [write(session, now) for _ in range(3)]
        start(session, running, now - 3 * HOUR, now - 2 * HOUR)
        start(session, missed, now - HOUR, now - 2 * HOUR)
        start(session, coming, now + HOUR, now)
    return [running, missed, coming]


def states(settings: Settings, broadcasts: list[int]) -> list[BroadcastState]:
    """As they are stored, by nothing that would make a restored database ready."""
    engine = connect(settings.database)
    with Session(engine) as session:
        found = [find(session, each).state for each in broadcasts]
    engine.dispose()
    return found


def test_what_may_have_been_told_since_is_held(
    here: Settings, file: Path, broadcasts: list[int]
) -> None:
    db(here, "backup", file)
    told = db(here, "restore", file, "--overwrite").splitlines()[1:]
    assert told == [
        f"broadcast {each} is held: look at it before it goes on" for each in broadcasts[:2]
    ]
    assert states(here, broadcasts) == HELD


def test_what_a_restore_left_to_be_held_the_next_start_holds(
    here: Settings, file: Path, broadcasts: list[int]
) -> None:
    """Killed when the backup was in its place and nothing more was done; and holds it once."""
    db(here, "backup", file)
    put_back(here.database, file)
    assert states(here, broadcasts) == AS_THEY_WERE
    open_database(here).close()
    assert states(here, broadcasts) == HELD
    with closing(open_database(here)) as database, database.transaction() as session:
        resume(session, broadcasts[0], actor="dewi", now=machine_clock())
    open_database(here).close()
    assert states(here, broadcasts)[0] == BroadcastState.RUNNING


async def test_a_restore_that_is_killed_leaves_nothing_that_goes_on_by_itself(
    here: Settings, file: Path, broadcasts: list[int]
) -> None:
    """As soon as anything of it can be seen."""
    await asyncio.to_thread(db, here, "backup", file)
    with closing(open_database(here)) as database, database.transaction() as session:
        for each in broadcasts:
            cancel(session, each, actor="dewi", now=machine_clock())
    settings = {"database_url": here.database, "key": KEY}
    restoring = ("db", "restore", str(file), "--overwrite")
    async with jawara(*restoring, home=here.home, **settings) as killed:
        while BroadcastState.CANCELLED in states(here, broadcasts):
            assert killed.process.returncode is None, killed.stderr
            await asyncio.sleep(0)
        killed.process.kill()
        await killed.exit_code()
    open_database(here).close()
    assert states(here, broadcasts) == HELD


async def test_who_stood_by_holds_what_a_killed_restore_left(
    here: Settings, file: Path, broadcasts: list[int]
) -> None:
    """It had opened the database before, and takes over when the restoring process dies."""
    await asyncio.to_thread(db, here, "backup", file)
    restoring = leadership(here.database, Post.WORKER)
    assert await restoring.try_to_take()
    settings = {"database_url": here.database, "key": KEY, "token": TOKEN}
    address = {"api_url": f"http://{NOBODY}"}
    async with jawara("worker", home=here.home, **settings, **address) as standby:
        await standby.says("standing by")
        await asyncio.to_thread(put_back, here.database, file)
        await restoring.give_back()
        await standby.says("does not answer yet")
    assert states(here, broadcasts) == HELD


def test_mistakes_are_told_in_one_line(here: Settings, file: Path) -> None:
    with pytest.raises(SettingsProblem, match=f"FILE: {file}: No such file"):
        db(here, "restore", file, "--overwrite")
    with pytest.raises(SettingsProblem, match="nowhere"):
        db(here, "backup", file / "nowhere")
    file.write_text("hello")
    with pytest.raises(SettingsProblem, match="is no backup of"):
        db(here, "restore", file, "--overwrite")


def test_a_missing_program_is_named(postgres_url: str, tmp_path: Path, file: Path) -> None:
    settings = read_settings(home=tmp_path, database_url=postgres_url, _env_file=None)
    with pytest.raises(SettingsProblem, match="pg_dump is not there: install PostgreSQL's client"):
        db(settings, "backup", file, PATH=str(tmp_path))
    assert not file.exists()


def write(session: Session, now: datetime) -> int:
    draft = begin_draft(session, None, actor="dewi", now=now)
    return write_text(session, draft.id, html="Halo").id


def start(session: Session, broadcast_id: int, at: datetime, now: datetime) -> None:
    submit(session, broadcast_id, actor="dewi", start_at=at, approve_above=9, now=now)
