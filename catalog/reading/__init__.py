"""From files to a checked `Catalogue`: every mistake at once, each with its file and line."""

from collections.abc import Sequence
from pathlib import Path

from catalog.errors import Collision
from catalog.reading.documents import read_document
from catalog.reading.entries import take_entries
from catalog.reading.hands import blame_files
from catalog.reading.mistakes import CatalogueMistakes, Mistake
from catalog.reading.references import Known, check_doubles, check_references, known_from
from catalog.reading.stages import check_stages
from catalog.schema import Catalogue

__all__ = ["CatalogueMistakes", "Known", "Mistake", "explain", "known_from", "read_catalogue"]


def read_catalogue(path: Path, known: Known | None = None) -> Catalogue:
    """Read one file, or all `*.yaml` of one folder (not of the folders in it).

    `known`: what the entries may point to besides each other. Raises CatalogueMistakes with all
    that is wrong; OSError (no such file, none in the folder, not allowed) where a file can't be
    read.
    """
    known = known or Known()
    documents = [read_document(file) for file in _files(path)]
    catalogue = Catalogue()
    for document in documents:
        take_entries(document, catalogue)
    check_references(documents, known)
    check_doubles(documents, known)
    check_stages(documents)
    mistakes = {mistake for document in documents for mistake in document.mistakes}
    if mistakes:
        raise CatalogueMistakes(sorted(mistakes))
    return catalogue


def explain(path: Path, collisions: Sequence[Collision]) -> list[Mistake]:
    """By file and line, what of the files that were read there staff have changed by hand."""
    return blame_files(_files(path), collisions)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted([*path.glob("*.yaml"), *path.glob("*.yml")])
    if not files:
        raise FileNotFoundError(2, "no *.yaml file in this folder", str(path))
    return files
