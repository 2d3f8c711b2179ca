"""`jawara catalog load` where people have applied: what they were told is not taken from them."""

import asyncio
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from app.commands.catalog import cli
from intake.seats.admitting import admit
from storage.models import CourseClass, StageMove, Wave
from tests.cast import KEY, NOW, SITI, apply, open_database, set_stage
from tests.simulator import Simulator, running_emulator

PLAIN = {"state": "open", "capacity": "2"}
DAY_S = 86_400
WAVE = """\
waves:
  - slug: {slug}
    code: {code}
    provider: uptd
    title: Gelombang 3
    state: {state}
    mode: {mode}
    source: contoh
    classes:
      - {{programme: las-smaw-a, capacity: {capacity}}}
"""


@pytest.fixture
def wave(sqlite_url: str) -> dict[str, str]:
    """A selection with two seats, one of them Siti's; as a file would say it."""
    with closing(open_database(sqlite_url)) as database, database.transaction() as session:
        stage = set_stage(session, capacity=2)
        admit(session, apply(session, SITI, stage.class_id).number, actor="Sri", now=NOW)
        row = session.get_one(Wave, stage.wave_id)
        return {"slug": row.slug, "code": row.code, "mode": row.mode, **PLAIN}


def load(url: str, folder: Path, said: dict[str, str], **more: str) -> tuple[int, str]:
    file = folder / "waves.yaml"
    file.write_text(WAVE.format(**said), encoding="utf-8")
    settings = {
        "JAWARA_HOME": str(folder / "home"),
        "JAWARA_DATABASE_URL": url,
        "JAWARA_KEY": KEY,
    }
    done = CliRunner().invoke(cli, ["load", str(file)], env=settings | more)
    return done.exit_code, done.stdout


def test_a_capacity_is_not_taken_away_from_whoever_holds_a_seat(
    sqlite_url: str, tmp_path: Path, wave: dict[str, str]
) -> None:
    code, said = load(sqlite_url, tmp_path, wave | {"capacity": "null"})
    assert code == 1
    assert said.startswith(
        f"{wave['slug']}/las-smaw-a: capacity kosong, padahal 1 orang sudah memegang kursi."
    )
    assert load(sqlite_url, tmp_path, wave | {"capacity": "1"})[0] == 0
    with closing(open_database(sqlite_url)) as database, database.snapshot() as session:
        assert 1 in session.scalars(select(CourseClass.capacity)).all()


def test_a_selection_that_people_have_applied_to_stays_one(
    sqlite_url: str, tmp_path: Path, wave: dict[str, str]
) -> None:
    assert load(sqlite_url, tmp_path, wave | {"mode": "first_come"}) == (
        1,
        (
            f"{wave['slug']}: mode first_come, padahal sudah ada yang mendaftar dengan mode "
            "selection. Tulis selection; untuk mode lain, buat gelombang baru.\n"
        ),
    )
    assert load(sqlite_url, tmp_path, wave)[0] == 0


async def test_a_load_goes_by_the_clock_that_the_installation_follows(
    sqlite_url: str, tmp_path: Path, wave: dict[str, str]
) -> None:
    """People are told of what was moved by when it was: by another clock they would not be."""
    async with running_emulator() as address, Simulator(address, settles=False) as telegram:
        await telegram.advance(30 * DAY_S)
        follow = {"JAWARA_CLOCK_URL": f"{address}/sim/clock"}
        said = wave | {"state": "running"}
        assert (await asyncio.to_thread(load, sqlite_url, tmp_path, said, **follow))[0] == 0
        now = (await telegram.clock())["now"]
    with closing(open_database(sqlite_url)) as database, database.snapshot() as session:
        [begun] = session.scalars(select(StageMove.at).where(StageMove.kind == "training"))
        assert abs(begun.timestamp() - now) < DAY_S
