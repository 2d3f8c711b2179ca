"""Raw data into typed entries, one by one: a mistake in one never hides those of another."""

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel, TypeAdapter, ValidationError

from catalog.reading.documents import Document, Where
from catalog.reading.mistakes import guess, word_error
from catalog.schema import NOUNS, Catalogue

_TYPES: dict[str, Any] = {
    noun: get_args(hint)[0] for noun, hint in get_type_hints(Catalogue, include_extras=True).items()
}
_READERS: dict[str, TypeAdapter[Any]] = {noun: TypeAdapter(_TYPES[noun]) for noun in NOUNS}


def take_entries(document: Document, catalogue: Catalogue) -> None:
    """Adds what is right to the catalogue, and blames the document for the rest."""
    if document.mistakes and document.data is None:
        return  # its form is wrong, which has been told
    if not isinstance(document.data, dict):
        document.blame((), f"berkas harus berisi salah satu dari: {', '.join(NOUNS)}")
        return
    for noun, items in document.data.items():
        if noun not in NOUNS:
            wanted = ", ".join(NOUNS)
            words = f"kunci {noun!r} tidak dikenal; pakai: {wanted}.{guess(noun, NOUNS)}"
            document.blame((noun,), words)
        elif not isinstance(items, list):
            document.blame((noun,), f"{noun} harus daftar; awali setiap isi dengan tanda -")
        else:
            for n, item in enumerate(items):
                _take(document, catalogue, (noun, n), item)


def _take(document: Document, catalogue: Catalogue, where: Where, item: Any) -> None:
    noun = str(where[0])
    try:
        catalogue.add(noun, _READERS[noun].validate_python(item))
    except ValidationError as wrong:
        for error in wrong.errors(include_url=False):
            keys = _keys_beside(_TYPES[noun], error["loc"])
            document.blame((*where, *error["loc"]), word_error(error, keys))


def _keys_beside(entry: Any, where: Where) -> set[str]:
    """The keys an entry may have at the place where an unknown one was found."""
    models = set(_models_in(entry))
    for part in where[:-1]:
        within = [model.model_fields[str(part)] for model in models if part in model.model_fields]
        if within:  # else a place in a list, or the kind that told which model it is
            models = {found for one in within for found in _models_in(one.annotation)}
    return {name for model in models for name in model.model_fields}


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
