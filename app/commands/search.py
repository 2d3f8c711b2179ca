"""`jawara search`: what the search of the chat finds, for a terminal or another program."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

from catalog.search import Hit, Searcher, VocabularyError
from catalog.search.titles import programme_titles

NOTHING = "Tidak ada yang cocok"


def search(
    text: Annotated[str | None, typer.Argument(help="Apa yang dicari, seperti diketik.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Satu daftar JSON.")] = False,
    from_stdin: Annotated[
        bool, typer.Option("--stdin", help="Satu pertanyaan per baris; satu daftar JSON per baris.")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Paling banyak sekian.")] = 5,
) -> None:
    """Cari program pelatihan dengan kata-kata sehari-hari, bagaimanapun ejaannya."""
    if (text is None) is not from_stdin:
        raise typer.BadParameter("Tulis yang dicari, atau pakai --stdin.")
    searcher = _searcher()
    if text is None:
        _answer_lines(searcher, limit)
    elif as_json:
        _write_line(_as_json(searcher.search(text, limit)))
    else:
        for line in _as_words(searcher.search(text, limit)):
            _write_line(line)


def _searcher() -> Searcher:
    try:
        return Searcher.from_data(programme_titles())
    except (OSError, VocabularyError, ValueError) as error:
        typer.echo(f"Pencarian tidak dapat disiapkan: {error}", err=True)
        raise typer.Exit(2) from error


def _answer_lines(searcher: Searcher, limit: int) -> None:
    """Answer each line as soon as it comes, so that a program can talk with this one."""
    for raw in iter(sys.stdin.buffer.readline, b""):
        query = raw.decode("utf-8", errors="replace")
        _write_line(_as_json(searcher.search(query, limit)))


def _as_json(hits: list[Hit]) -> str:
    return json.dumps([asdict(hit) for hit in hits], ensure_ascii=False)


def _as_words(hits: list[Hit]) -> Iterator[str]:
    if not hits:
        yield NOTHING
    for hit in hits:
        yield f"{hit.score:5.1f}  {hit.title} ({hit.slug})"


def _write_line(line: str) -> None:
    # Bytes, since a terminal's own encoding may be anything and programs expect UTF-8.
    sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.flush()
