"""`jawara staff documents`: what applicants have sent in the chat, listed and written out."""

import getpass
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from app.commands.terminal import TIME, present, refuse, say, zone
from app.opening import open_database
from app.settings import read_settings
from app.shelves import open_shelf
from intake.applications.errors import NoSuchApplication
from intake.documents.contents import PDF
from intake.documents.desk import open_all, papers_by_number
from intake.documents.documents import Shelved
from intake.documents.rows import PaperLine, Papers
from storage.database import Database
from storage.shelf import FileDamaged, FileGone, Shelf

OTHERS = 0o077
"""The rights of everybody but the owner."""


def documents(
    number: Annotated[str, typer.Argument(help="PBK-2025-3-0001")],
    save: Annotated[
        Path | None, typer.Option("--save", help="Write them into this folder, readable.")
    ] = None,
    by: Annotated[str, typer.Option("--by", help="Who looks at them.")] = "",
) -> None:
    """List what an applicant has sent; with --save, write it out, which is written down."""
    with _installation() as (database, shelf):
        try:
            with database.snapshot() as session:
                papers = papers_by_number(session, number, now=present())
        except NoSuchApplication:
            refuse(f"there is no application {number}")
        if save is None:
            _list(papers, shelf)
            return
        _prepare(save, papers)
        with database.transaction() as session:
            kept = open_all(session, number, actor=by or getpass.getuser(), now=present())
        _write_out(save, kept, shelf)


def _list(papers: Papers, shelf: Shelf) -> None:
    for line in papers.lines:
        say(f"{line.paper:8}  {_told(line, shelf)}")
    sent = sum(line.document_id is not None for line in papers.lines)
    say(f"{papers.application.number}: {sent} of {len(papers.lines)} sent")


def _told(line: PaperLine, shelf: Shelf) -> str:
    if line.sent_at is None:
        return "asked for" if line.asked else "not sent"
    state = "sent again" if line.again else "sent"
    if not shelf.has(line.file):
        state = "LOST, was sent"
    elif line.asked:
        state = "unreadable, was sent" if line.unreadable else "asked for again, was sent"
    sent = line.sent_at.astimezone(zone()).strftime(TIME)
    what = f"PDF of {line.pages}" if line.media == PDF else "picture"
    size = f"{max(1, line.size // 1024)} KB"
    return f"{state} {sent}  {what}, {size}, opened {line.openings} times"


def _prepare(folder: Path, papers: Papers) -> None:
    """Its owner's alone, and with none of these files in it."""
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True)
        folder.chmod(0o700)  # whatever the shell's mask says
    if not folder.is_dir():
        refuse(f"{folder} is no folder")
    rights = folder.stat().st_mode & 0o777
    if rights & OTHERS:
        refuse(f"others can look into {folder} (mode {rights:o}): chmod 700 {folder}")
    for line in papers.lines:
        file = folder / _name(papers.application.number, line.paper, line.media)
        if line.document_id is not None and file.exists():
            refuse(f"{file} is there already")


def _write_out(folder: Path, kept: Sequence[Shelved], shelf: Shelf) -> None:
    failed = 0
    for one in kept:
        file = folder / _name(one.number, one.paper, one.media)
        try:
            _write(file, shelf.open(one.file, one.label))
        except FileGone:
            failed += 1
            say(f"{one.paper}: its file is lost; ask for it again")
        except FileDamaged:
            failed += 1
            say(f"{one.paper}: its file is damaged, or was sealed with another key")
        else:
            say(f"{file}: readable now, and written down as opened; delete it when you are done")
    say(f"{len(kept) - failed} of {len(kept)} written")
    if failed:
        raise typer.Exit(1)


def _write(file: Path, content: bytes) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(content)


def _name(number: str, paper: str, media: str) -> str:
    return f"{number}-{paper}.{'pdf' if media == PDF else 'jpg'}"


@contextmanager
def _installation() -> Iterator[tuple[Database, Shelf]]:
    settings = read_settings()
    database = open_database(settings)
    try:
        yield database, open_shelf(settings, database)
    finally:
        database.close()
