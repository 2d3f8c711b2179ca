"""Migrations, run by alembic from here: no ini file, so that it works wherever Jawara is.

Alembic is imported only where something is to be migrated: a start that finds the tables up to
date is spared its time and memory.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, inspect, make_url, text

from storage.base import Base
from storage.database import alone, connect

if TYPE_CHECKING:
    from alembic.config import Config

HERE = Path(__file__).parent


class UnknownRevision(Exception):
    """The database is at a revision, or is to be brought to one, that this code has not."""


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database at this SQLAlchemy URL to a revision; safe to repeat.

    A file's folder is made where it is not there yet.
    """
    file = make_url(url).database if url.startswith("sqlite") else None
    if file and file != ":memory:":
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    engine = connect(url)
    try:
        upgrade_engine(engine, revision)
    finally:
        engine.dispose()


def upgrade_engine(engine: Engine, revision: str = "head") -> None:
    """The same over an engine that is open already."""
    if revision != "head" or current(engine) != newest():
        _run(engine, "upgrade", revision)


def downgrade(url: str, revision: str = "base") -> None:
    """Take a database back. Data that the older tables can't hold is lost."""
    engine = connect(url)
    try:
        _run(engine, "downgrade", revision)
    finally:
        engine.dispose()


def current(engine: Engine) -> str | None:
    """The revision a database is at; None for an empty one."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if found is None else str(found)


def newest() -> str:
    """The revision this code wants: files are named by it, "0001_first_tables.py" is 0001."""
    return max(path.name.partition("_")[0] for path in (HERE / "versions").glob("[0-9]*.py"))


def differences(engine: Engine) -> list[object]:
    """What the models have and the database lacks, or the other way round; empty when equal."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    import storage.models  # noqa: F401 - fills the metadata

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))


def _run(engine: Engine, action: str, revision: str) -> None:
    from alembic import command
    from alembic.util import CommandError

    config = _config()
    # Two processes may be started at once: the second one waits, and finds nothing left to do.
    with alone(engine) as connection:
        config.attributes["connection"] = connection
        try:
            getattr(command, action)(config, revision)
        except CommandError as error:
            raise UnknownRevision(str(error)) from error


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.set_main_option("path_separator", "os")
    return config
