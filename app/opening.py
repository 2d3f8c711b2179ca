"""Opens an installation's database: tables up to date, key found or made, key the right one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog
from sqlalchemy import Engine, insert, make_url, select
from sqlalchemy.exc import DBAPIError

from app.holding import finish_broken_restore
from app.settings import Settings, SettingsProblem, read_settings
from storage.database import Database, alone, connect
from storage.migrations import UnknownRevision, current, upgrade
from storage.models import Installation
from storage.vault import Vault, WrongKey, make_key

log = structlog.get_logger(__name__)

CHECK = "jawara"
WHERE = "the key (JAWARA_KEY, or the file `key` in JAWARA_HOME)"


def open_database(settings: Settings | None = None) -> Database:
    """The migrated database with its vault. Raises SettingsProblem in one clear line."""
    settings = settings or read_settings()
    migrate(settings)
    with told_plainly():
        finish_broken_restore(settings.database)
    vault = check_key(settings) or _begin(settings)
    return Database(settings.database, vault=vault)


def migrate(settings: Settings) -> None:
    """Bring the tables up to date; safe to repeat. Raises SettingsProblem."""
    with told_plainly():
        settings.home.mkdir(parents=True, exist_ok=True)
        upgrade(settings.database)


def check_key(settings: Settings) -> Vault | None:
    """The vault, its key checked; None where nothing was sealed yet. Changes nothing.

    Raises SettingsProblem where the key is gone or another one.
    """
    if not_made_yet(settings) is not None:
        return None
    with told_plainly(), connected(settings) as engine:
        if current(engine) is None:
            return None
        with engine.connect() as connection:
            sealed = connection.scalar(select(Installation.sealed_check))
    return None if sealed is None else unlock(settings, sealed)


def not_made_yet(settings: Settings) -> Path | None:
    """The SQLite file that the first start will make; None where there is a database to ask."""
    url = make_url(settings.database)
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    file = Path(url.database)
    folder = file.parent
    home_to_be = folder == settings.home.resolve() and not folder.exists()
    return file if (home_to_be or folder.is_dir()) and not file.exists() else None


@contextmanager
def told_plainly(named_by: str = "JAWARA_HOME or JAWARA_DATABASE_URL") -> Iterator[None]:
    """What a database or a file can't do becomes one line for whoever named it: SettingsProblem."""
    try:
        yield
    except OSError as error:
        raise SettingsProblem(f"{named_by}: {error.filename}: {error.strerror}") from None
    except DBAPIError as error:
        why = str(error.orig).strip().splitlines()[0]
        raise SettingsProblem(f"JAWARA_DATABASE_URL can't be opened: {why}") from None
    except UnknownRevision as error:
        raise SettingsProblem(
            f"JAWARA_DATABASE_URL has tables of another version of Jawara: {error}"
        ) from None


@contextmanager
def connected(settings: Settings) -> Iterator[Engine]:
    """An engine for a look; it is given back at the end."""
    engine = connect(settings.database)
    try:
        yield engine
    finally:
        engine.dispose()


def key_file(settings: Settings) -> Path:
    return settings.home / "key"


def _begin(settings: Settings) -> Vault:
    """The first start: a known text is sealed, by which later ones know the right key."""
    # Whoever starts at the same moment waits here, and then finds the key that was made.
    with told_plainly(), connected(settings) as engine, alone(engine) as connection:
        sealed = connection.scalar(select(Installation.sealed_check))
        if sealed is not None:
            return unlock(settings, sealed)
        found = _find_key(settings)
        vault = _vault(_make_key(settings) if found is None else found)
        row = {"id": 1, "sealed_check": vault.seal(CHECK)}
        connection.execute(insert(Installation).values(row))
    return vault


def unlock(settings: Settings, sealed: bytes) -> Vault:
    """The vault that opens this. Raises SettingsProblem where the key is gone or another one."""
    key = _find_key(settings)
    if key is None:
        raise SettingsProblem(
            f"this database was sealed with a key that is gone: put it back as "
            f"{key_file(settings)}, or set JAWARA_KEY"
        )
    vault = _vault(key)
    try:
        vault.open(sealed)
    except WrongKey as error:
        raise SettingsProblem(f"{WHERE} does not fit this database: {error}") from None
    return vault


def _vault(key: str) -> Vault:
    try:
        return Vault(key)
    except WrongKey as error:
        raise SettingsProblem(f"{WHERE} is none: {error}") from None


def _find_key(settings: Settings) -> str | None:
    if settings.key is not None:
        return settings.key
    path = key_file(settings)
    try:
        return path.read_text(encoding="ascii").strip() if path.exists() else None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsProblem(f"the file {path} can't be read as a key: {error}") from None


def _make_key(settings: Settings) -> str:
    """A first key, on disk before anything is sealed with it."""
    path, key = key_file(settings), make_key()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(key + "\n")
        file.flush()
        os.fsync(file.fileno())
    log.warning(
        "a new key was made: keep a copy, without it names and NIKs can't be read", file=str(path)
    )
    return key
