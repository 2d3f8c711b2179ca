"""Files beside the database: sealed, under names nobody can guess, written once, never changed.

A file is on the disk before the row that names it is committed, and a row is gone before its file
is removed: a kill between the two leaves a file that no row names, and never the other way round.
"""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from storage.vault import Vault, WrongKey

NAME = re.compile(r"[0-9a-f]{64}")
PART = ".part"


class FileGone(Exception):
    """The row is there and its file is not."""


class FileDamaged(Exception):
    """The file is there and can't be opened: another key, another file's bytes, or damage."""


class Shelf:
    """One folder of sealed files, `ab/cdef…` for each: readable for its owner alone."""

    def __init__(self, folder: Path, vault: Vault) -> None:
        self.folder = folder
        self._vault = vault

    def put(self, content: bytes, label: str) -> str:
        """Keep it for good; returns its name, 64 hexadecimal digits. Raises OSError.

        `label` says what it is (whose, which paper): it opens under no other one.
        """
        name = secrets.token_hex(32)
        path = self._path(name)
        self._make_room(path.parent)
        part = path.with_name(path.name + PART)
        _write(part, self._vault.seal_file(content, f"{name}:{label}"))
        part.replace(path)
        _sync(path.parent)
        return name

    def open(self, name: str, label: str) -> bytes:
        """Raises FileGone, FileDamaged."""
        try:
            sealed = self._path(name).read_bytes()
        except FileNotFoundError:
            raise FileGone from None
        try:
            return self._vault.open_file(sealed, f"{name}:{label}")
        except WrongKey as error:
            raise FileDamaged from error

    def has(self, name: str) -> bool:
        return self._path(name).is_file()

    def remove(self, name: str) -> None:
        """Removed twice, nothing happens."""
        self._path(name).unlink(missing_ok=True)

    def names(self, *, before: float) -> Iterator[str]:
        """Of whole files written before that moment (seconds since 1970, by this machine)."""
        for path in self._files(before):
            name = path.parent.name + path.name
            if NAME.fullmatch(name):
                yield name

    def drop_parts(self, *, before: float) -> None:
        """What a kill has left half written."""
        for path in self._files(before):
            if path.name.endswith(PART):
                path.unlink(missing_ok=True)

    def _files(self, before: float) -> Iterator[Path]:
        for path in sorted(self.folder.glob("[0-9a-f][0-9a-f]/*")):
            with suppress(FileNotFoundError):  # removed meanwhile
                if path.stat().st_mtime < before:
                    yield path

    def _path(self, name: str) -> Path:
        if not NAME.fullmatch(name):
            raise FileGone  # no name of ours: it leads nowhere
        return self.folder / name[:2] / name[2:]

    def _make_room(self, folder: Path) -> None:
        """The folder, and those above it, for their owner alone."""
        if folder.is_dir():
            return
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        for each in (self.folder, folder):
            each.mkdir(mode=0o700, exist_ok=True)
            _sync(each.parent)


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make the folder's entries last, too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
