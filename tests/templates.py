"""SQLite databases for tests, as `tests.postgres` has them; and one of either kind, by its name."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage.migrations import upgrade

FILE = "jawara.sqlite3"


class Files:
    """Databases in files, each a copy of one that was migrated once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._templates = {"empty": self._place("empty")}
        upgrade(_url(self._templates["empty"]))

    def fresh(self, folder: Path) -> str:
        """The SQLAlchemy URL of a migrated, empty database in that folder."""
        return self._copied("empty", folder)

    def filled(self, fill: Callable[[str], None], folder: Path) -> str:
        """The same with what `fill` puts into it: done once, and copied from then on."""
        if fill.__name__ not in self._templates:
            fill(self._copied("empty", self._place(fill.__name__).parent))
            self._templates[fill.__name__] = self._place(fill.__name__)
        return self._copied(fill.__name__, folder)

    def _place(self, name: str) -> Path:
        folder = self._folder / name
        folder.mkdir(exist_ok=True)
        return folder / FILE

    def _copied(self, template: str, folder: Path) -> str:
        return _url(shutil.copyfile(self._templates[template], folder / FILE))


@contextmanager
def filled(
    request: pytest.FixtureRequest, system: str, fill: Callable[[str], None], folder: Path
) -> Iterator[str]:
    """The SQLAlchemy URL of a database with what `fill` puts into it, on "sqlite" or "postgres"."""
    if system == "postgres":
        with request.getfixturevalue("_postgres_databases").filled(fill) as url:
            yield url
    else:
        yield request.getfixturevalue("_sqlite_files").filled(fill, folder)


def _url(file: Path) -> str:
    return f"sqlite:///{file}"
