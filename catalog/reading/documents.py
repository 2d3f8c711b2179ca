"""YAML files as plain data in which every value still knows the line it was written on.

PyYAML's own constructor forgets lines, lets the last of two equal keys win, and turns 07:30 into
a number; so the parsed nodes are read here instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from catalog.reading.mistakes import Mistake

Where = tuple[str | int, ...]
"""The way to a value: ("programmes", 3, "summary", "en")."""

_STR = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"
_BOOL = "tag:yaml.org,2002:bool"
_INT = "tag:yaml.org,2002:int"
_FLOAT = "tag:yaml.org,2002:float"
_TIMESTAMP = "tag:yaml.org,2002:timestamp"
_YES_OR_NO = {"true": True, "false": False}


class _WithoutAliases(yaml.SafeLoader):
    """Refuses `*name`: a reader would have to look elsewhere for what is meant."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem="alias", problem_mark=self.get_mark())
        return super().compose_node(parent, index)


@dataclass
class Document:
    """One file: its data, the line of each value in it, and what is wrong with its form."""

    path: Path
    data: Any = None
    lines: dict[Where, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def line_of(self, where: Where) -> int:
        """The line of the nearest thing on the way that is written in the file.

        Parts of the way that the file does not have (a missing key) are passed over.
        """
        known: Where = ()
        for part in where:
            if (*known, part) in self.lines:
                known = (*known, part)
        return self.lines.get(known, 1)

    def blame(self, where: Where, words: str) -> None:
        self.mistakes.append(Mistake(self.path, self.line_of(where), words))


def read_document(path: Path) -> Document:
    """Raises OSError where the file can't be read at all."""
    document = Document(path)
    try:
        node = yaml.compose(path.read_bytes().decode("utf-8-sig"), Loader=_WithoutAliases)
    except UnicodeDecodeError as error:
        # In what was decoded, which a mark of UTF-8 at the head of the file is no part of.
        line = error.object.count(b"\n", 0, error.start) + 1
        words = "bukan teks UTF-8; simpan ulang sebagai UTF-8"
        document.mistakes.append(Mistake(path, line, words))
        return document
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        document.mistakes.append(Mistake(path, line, _explain(error.problem or "")))
        return document
    except RecursionError:
        words = "kurung bertumpuk terlalu dalam; periksa tanda [ dan {"
        document.mistakes.append(Mistake(path, 1, words))
        return document
    except yaml.YAMLError as error:  # a control character: it has no mark
        document.mistakes.append(Mistake(path, 1, f"ada huruf yang tidak diizinkan: {error}"))
        return document
    if node is not None:
        document.data = _read(document, node, ())
    return document


def _explain(problem: str) -> str:
    if "\\t" in problem or "tab" in problem:
        return "ada tab di awal baris; ganti dengan spasi"
    if "mapping values are not allowed" in problem:
        return 'teks memuat titik dua; apit dengan tanda kutip: "..."'
    if "single document" in problem or "another document" in problem:
        return "ada dua dokumen dalam satu berkas; hapus baris ---"
    if problem == "alias":
        return "tanda * menunjuk ke tempat lain; tulis isinya langsung di sini"
    return (
        f"susunan YAML tidak terbaca ({problem}); periksa spasi di awal baris, tanda kutip, kurung"
    )


def _read(document: Document, node: yaml.Node, where: Where) -> Any:
    # A key's value is found on the key's line, which `_read_mapping` has noted already.
    document.lines.setdefault(where, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return dict(_read_pairs(document, node, where))
    if isinstance(node, yaml.SequenceNode):
        return [_read(document, item, (*where, n)) for n, item in enumerate(node.value)]
    return _read_scalar(document, node, where)


def _read_pairs(
    document: Document, node: yaml.MappingNode, where: Where
) -> Iterator[tuple[str, Any]]:
    first: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in first:
            words = f"kunci {key!r} sudah ditulis di baris {first[key]}; hapus salah satu"
            document.mistakes.append(Mistake(document.path, line, words))
            continue
        first[key] = document.lines[(*where, key)] = line
        yield key, _read(document, value_node, (*where, key))


def _read_scalar(document: Document, node: yaml.Node, where: Where) -> Any:
    """Numbers, true, false and null as such; dates stay text for the schema to read."""
    written = str(node.value)
    if node.tag in (_STR, _TIMESTAMP):
        return written
    if node.tag == _NULL:
        return None
    if node.tag == _BOOL and written.lower() in _YES_OR_NO:
        return _YES_OR_NO[written.lower()]
    if node.tag in (_INT, _FLOAT):
        return _number(written)
    if node.tag == _BOOL:  # YAML also takes yes, no, on and off for true and false
        return written
    document.blame(where, f"tanda {node.tag} tidak dipakai di sini; hapus dan tulis nilainya saja")
    return None


def _number(written: str) -> int | float | str:
    """Only plain decimals: 010 is no octal and 07:30 no number of minutes."""
    plain = written.lstrip("+-").replace(".", "", 1)
    if not plain.isdecimal():
        return written
    return float(written) if "." in written else int(written)
