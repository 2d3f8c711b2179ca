"""The first start makes a key and tells so; later ones want that key and no other."""

import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import URL, text
from structlog.testing import capture_logs

from app.opening import check_key, key_file, open_database
from app.settings import Settings, SettingsProblem, read_settings
from storage.database import connect
from storage.migrations import differences, downgrade
from storage.models import Installation
from storage.vault import Vault, make_key

Home = Callable[..., Settings]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Settings of one installation in which nothing is yet; a key as wished."""
    return partial(read_settings, home=tmp_path / "home", _env_file=None)


@pytest.fixture
def either_home(tmp_path: Path, database_url: str) -> Home:
    """The same on either database."""
    downgrade(database_url)
    where = {"home": tmp_path / "home", "database_url": database_url}
    return partial(read_settings, **where, _env_file=None)


def start(settings: Settings) -> str:
    """What the vault makes of a text: the same for the same key."""
    with closing(open_database(settings)) as database, database.snapshot() as session:
        vault: Vault = session.info["vault"]
        return vault.fingerprint("Siti")


def test_the_first_start_makes_tables_and_a_key_for_the_owner_alone(either_home: Home) -> None:
    settings = either_home()
    with capture_logs() as logs:
        open_database(settings).close()
    file = key_file(settings)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(file.read_text().strip()) == 44
    assert [(log["log_level"], log["file"]) for log in logs] == [("warning", str(file))]
    assert file.read_text().strip() not in str(logs)
    engine = connect(settings.database)
    assert differences(engine) == []
    engine.dispose()


def test_the_next_start_uses_that_key_and_says_nothing(home: Home) -> None:
    first = start(home())
    with capture_logs() as logs:
        assert start(home()) == first
    assert logs == []


def test_a_lost_key_is_never_replaced(home: Home) -> None:
    open_database(home()).close()
    key_file(home()).unlink()
    with pytest.raises(SettingsProblem, match="sealed with a key that is gone: put it back as"):
        open_database(home())
    assert not key_file(home()).exists()


def test_another_key_is_refused(home: Home) -> None:
    open_database(home()).close()
    with pytest.raises(SettingsProblem, match="does not fit this database"):
        open_database(home(key=make_key()))


@pytest.mark.parametrize("words", ["", "geheim", "A" * 43])
def test_what_is_no_key_is_refused_before_anything_is_sealed(home: Home, words: str) -> None:
    settings = home()
    settings.home.mkdir()
    key_file(settings).write_text(words)
    with pytest.raises(SettingsProblem, match="JAWARA_KEY, or the file `key` in JAWARA_HOME"):
        open_database(settings)
    key_file(settings).write_text(make_key())
    open_database(settings).close()


def test_a_key_from_the_settings_is_used_and_never_written(home: Home) -> None:
    key = make_key()
    with capture_logs() as logs:
        assert start(home(key=key)) == Vault(key).fingerprint("Siti")
    assert logs == []
    assert not key_file(home()).exists()
    assert start(home(key=f" {key}\n")) == Vault(key).fingerprint("Siti")


def test_what_is_sealed_is_one_row(home: Home) -> None:
    for _ in range(3):
        open_database(home()).close()
    with closing(open_database(home())) as database, database.snapshot() as session:
        assert [row.id for row in session.query(Installation)] == [1]


def test_looking_at_the_key_changes_nothing(home: Home) -> None:
    assert check_key(home()) is None
    assert not key_file(home()).exists()
    open_database(home()).close()
    assert check_key(home()) is not None


def test_two_first_starts_at_once_agree(either_home: Home) -> None:
    at_once = Barrier(2)

    def begin() -> str:
        at_once.wait()
        return start(either_home())

    with ThreadPoolExecutor(2) as pool:
        starts = [pool.submit(begin) for _ in range(2)]
        assert len({each.result(timeout=30) for each in starts}) == 1


def test_a_home_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(SettingsProblem, match="JAWARA_HOME"):
        open_database(read_settings(home=tmp_path / "home", _env_file=None))


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "jawara.db").write_bytes(b"no database" * 200)
    with pytest.raises(SettingsProblem) as told:
        open_database(read_settings(home=tmp_path, _env_file=None))
    assert str(told.value) == "JAWARA_DATABASE_URL can't be opened: file is not a database"


def test_a_database_of_a_later_version_is_told(home: Home) -> None:
    settings = home()
    open_database(settings).close()
    engine = connect(settings.database)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(SettingsProblem, match="has tables of another version of Jawara"):
        open_database(settings)


def test_a_server_that_is_away_is_told_without_the_password(tmp_path: Path) -> None:
    url = URL.create(
        "postgresql+psycopg", "u", "rahasia", database="x", query={"host": str(tmp_path)}
    )
    with pytest.raises(SettingsProblem, match=r"^JAWARA_DATABASE_URL can't be opened: ") as told:
        open_database(
            read_settings(
                home=tmp_path,
                database_url=url.render_as_string(hide_password=False),
                _env_file=None,
            )
        )
    assert "rahasia" not in str(told.value)
    assert "\n" not in str(told.value)
