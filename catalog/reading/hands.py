"""Where files and staff's hands disagree, worded with the line that has to agree first."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from catalog.errors import Collision
from catalog.reading.documents import Document, read_document
from catalog.reading.mistakes import Mistake
from catalog.reading.stages import NAMES
from texts.moments import WIB


def blame_files(files: Iterable[Path], collisions: Iterable[Collision]) -> list[Mistake]:
    """One for each collision, in order of file and line."""
    documents = [read_document(file) for file in files]
    for collision in collisions:
        for document in documents:
            _blame(document, collision)
    return sorted(mistake for document in documents for mistake in document.mistakes)


def _blame(document: Document, collision: Collision) -> None:
    waves = document.data.get("waves", []) if isinstance(document.data, dict) else []
    for n, wave in enumerate(waves):
        if wave["slug"] == collision.wave:
            where = ("waves", n, *collision.within, next(iter(collision.holds)))
            document.blame(where, _word(collision))


def _word(collision: Collision) -> str:
    gone = collision.holds.get("kind")
    opening = "ini sudah diubah petugas, dan berkas mengubahnya berbeda"
    if gone is not None:
        opening = f"tahap {NAMES[gone]} hilang dari berkas, padahal sudah dipindah petugas"
    return (
        f"{opening}; yang berlaku: {_show(collision.holds)}. Tulis persis itu dan muat; sesudahnya "
        "berkas boleh mengubahnya lagi"
    )


def _show(holds: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}: {_value(value)}" for name, value in holds.items())


def _value(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{value.astimezone(WIB):%Y-%m-%d %H:%M}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value)
