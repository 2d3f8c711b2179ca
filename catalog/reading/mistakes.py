"""Mistakes in the catalogue's files, worded for the staff member who will mend them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic_core import ErrorDetails
from rapidfuzz import process

from catalog.errors import CatalogError

SHORTEST_GUESS = 3


@dataclass(frozen=True, order=True)
class Mistake:
    """Printed as `file:line: what is wrong; what to write instead`."""

    path: Path
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.words}"


class CatalogueMistakes(CatalogError):
    """Files were read and are wrong; `mistakes` are in order of file and line."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = list(mistakes)


def guess(written: str, known: Iterable[str]) -> str:
    """A " Maksud Anda …?" where one of `known` is near to what was written, else nothing.

    What is as short as `m` is in half of all words, and nobody means what they have written.
    """
    near = sorted(each for each in known if len(each) >= SHORTEST_GUESS and each != written)
    found = process.extractOne(written, near, score_cutoff=56)
    return f" Maksud Anda {found[0]!r}?" if found else ""


_WORDS = {
    "missing": "{field} belum ada; tambahkan",
    "string_type": "{field} harus teks, bukan {input!r}; apit dengan tanda kutip",
    "int_type": "{field} harus bilangan bulat, bukan {input!r}",
    "float_type": "{field} harus bilangan, bukan {input!r}",
    "bool_type": "{field} harus true atau false, bukan {input!r}",
    "list_type": "{field} harus daftar, satu isi satu baris diawali tanda -",
    "dict_type": "{field} harus berisi pasangan kunci: nilai",
    "model_type": "{field} harus berisi pasangan kunci: nilai",
    "string_too_long": "{field} terlalu panjang; paling banyak {max_length} huruf",
    "string_too_short": "{field} kosong; isi",
    "too_short": "{field} kosong; isi paling sedikit {min_length}",
    "greater_than": "{field} harus lebih dari {gt:g}, bukan {input!r}",
    "greater_than_equal": "{field} paling sedikit {ge:g}, bukan {input!r}",
    "less_than_equal": "{field} paling banyak {le:g}, bukan {input!r}",
}
"""Wording by pydantic's kind of error; the rest is worded below."""

_SHAPES = {
    "slug": "pakai huruf kecil, angka, dan tanda hubung, misalnya las-smaw-a",
    "code": "pakai huruf besar, angka, dan tanda hubung, misalnya PBK-2025-2",
}


def word_error(error: ErrorDetails, known_keys: Iterable[str]) -> str:
    """`known_keys`: what may be written beside a key that is not known."""
    kind, written, facts = error["type"], error["input"], error.get("ctx", {})
    field = _name(error["loc"])
    if kind == "value_error":
        return str(facts["error"])
    if kind == "missing" and error["loc"][-1] in ("id", "en"):
        return f"terjemahan {field} belum ada; tambahkan"
    if kind == "extra_forbidden":
        return f"kunci {field} tidak dikenal; hapus.{guess(str(error['loc'][-1]), known_keys)}"
    if kind == "string_pattern_mismatch":
        return _word_shape(field, written)
    if kind in ("literal_error", "union_tag_invalid", "union_tag_not_found"):
        return _word_choice(field, kind, written, facts)
    words = _WORDS.get(kind, "{field} salah: {message}")
    return words.format(field=field, input=written, message=error["msg"], **facts)


def _word_shape(field: str, written: object) -> str:
    if not str(written).strip():
        return f"{field} kosong; isi"
    if str(written) != str(written).strip() or "\n" in str(written):
        return f"{field} harus satu baris tanpa spasi di awal atau akhir"
    shape = _SHAPES["code" if field == "code" else "slug"]
    return f"{field} {str(written)!r} salah bentuk; {shape}"


def _word_choice(field: str, kind: str, written: Any, facts: dict[str, Any]) -> str:
    if kind == "union_tag_not_found":
        return "kind belum ada; tambahkan"
    if kind == "union_tag_invalid":
        field, written, facts = "kind", facts["tag"], {"expected": facts["expected_tags"]}
    choices = [choice.strip("' ") for choice in facts["expected"].replace(" or ", ",").split(",")]
    wanted = ", ".join(choices)
    return f"{field} {written!r} tidak dikenal; pilih: {wanted}.{guess(str(written), choices)}"


def _name(where: tuple[str | int, ...]) -> str:
    """`programme`, or `summary.en` where the last name alone says too little."""
    names = [part for part in where if isinstance(part, str)]
    if not names:
        return f"isi ke-{int(where[-1]) + 1}" if where else "isi ini"
    if names[-1] in ("id", "en", "min", "max") and len(names) > 1:
        return f"{names[-2]}.{names[-1]}"
    return names[-1]
