"""`jawara catalog check` and `jawara catalog load`: the files that staff edit."""

from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from catalog.data import HERE
from catalog.errors import ChangedByHand
from catalog.load import LoadReport, holds_catalogue, known_in, load_catalogue
from catalog.reading import CatalogueMistakes, Known, Mistake, explain, known_from, read_catalogue
from catalog.schema import Catalogue
from intake.beds.houses import overfull_beds
from intake.seats.seats import modes_in_use, overfull
from storage.models import CourseClass, Provider

MISTAKES, UNREADABLE = 1, 2

cli = typer.Typer(help="Check and load the catalogue's files.", no_args_is_help=True)
Target = Annotated[Path, typer.Argument(help="One YAML file, or a folder of them.")]


@cli.command()
def check(path: Target = HERE) -> None:
    """Name every mistake with its file and line; needs no database and changes nothing.

    What a file points to may be in the file itself or in the bundled catalogue.
    """
    catalogue = _read(path, known_from(read_catalogue(HERE)) if path != HERE else Known())
    entries = sum(len(items) for items in vars(catalogue).values())
    typer.echo(f"{path}: {entries} isi diperiksa, tidak ada kesalahan.")


@cli.command()
def load(path: Target = HERE) -> None:
    """Check, then load in one transaction; what is there already is left or changed, never lost.

    What a file points to may be in the file itself or in the database. A database without a
    catalogue gets the bundled one first.
    """
    # Only here: a check needs neither settings nor a key.
    from app.commands.terminal import present
    from app.opening import open_database

    now = present()
    with closing(open_database()) as database, database.transaction() as session:
        if path != HERE and not holds_catalogue(session):
            load_catalogue(session, read_catalogue(HERE), now=now)
        modes, crowded = modes_in_use(session), set(overfull(session))
        full = set(overfull_beds(session))
        report = _load(session, path, now)
        _refuse_other_modes(modes, modes_in_use(session))
        _refuse_overfull(session, [each for each in overfull(session) if each not in crowded])
        _refuse_few_beds(session, [each for each in overfull_beds(session) if each not in full])
    _tell(report)


def _load(session: Session, path: Path, now: datetime) -> LoadReport:
    catalogue = _read(path, known_in(session))
    try:
        return load_catalogue(session, catalogue, now=now)
    except ChangedByHand as both:
        raise _refuse(explain(path, both.collisions)) from None


def _refuse_other_modes(before: dict[str, str], after: dict[str, str]) -> None:
    """Who applied to be selected would wait in vain, overtaken, once the first to come win."""
    changed = [(slug, mode, after[slug]) for slug, mode in before.items() if after[slug] != mode]
    if not changed:
        return
    for slug, mode, other in changed:
        typer.echo(
            f"{slug}: mode {other}, padahal sudah ada yang mendaftar dengan mode {mode}. Tulis "
            f"{mode}; untuk mode lain, buat gelombang baru."
        )
    raise typer.Exit(MISTAKES)


def _refuse_overfull(session: Session, crowded: list[tuple[int, int | None, int]]) -> None:
    """Nobody's seat is taken away by a file."""
    if not crowded:
        return
    for class_id, capacity, holders in crowded:
        class_ = session.get_one(CourseClass, class_id)
        typer.echo(
            f"{class_.wave.slug}/{class_.programme.slug}: capacity {capacity or 'kosong'}, padahal "
            f"{holders} orang sudah memegang kursi. Isi paling sedikit sebanyak itu, atau lepaskan "
            "kursinya dulu (jawara staff let-go)."
        )
    raise typer.Exit(MISTAKES)  # which takes the whole load back


def _refuse_few_beds(session: Session, crowded: list[tuple[int, str, int, int]]) -> None:
    """Nor their bed."""
    if not crowded:
        return
    for provider_id, side, beds, holders in crowded:
        slug = session.get_one(Provider, provider_id).slug
        typer.echo(
            f"{slug}: asrama ({side}) {beds} tempat, padahal {holders} sudah diberikan. Isi paling "
            "sedikit sebanyak itu, atau lepaskan dulu (jawara staff beds --let-go)."
        )
    raise typer.Exit(MISTAKES)


def _read(path: Path, known: Known) -> Catalogue:
    try:
        return read_catalogue(path, known)
    except CatalogueMistakes as wrong:
        raise _refuse(wrong.mistakes) from None
    except FileNotFoundError:
        typer.echo(f"{path}: tidak ada berkas YAML di sini; periksa namanya.", err=True)
    except OSError as error:
        typer.echo(f"{error.filename or path}: tidak terbaca: {error.strerror}", err=True)
    raise typer.Exit(UNREADABLE)


def _refuse(mistakes: list[Mistake]) -> typer.Exit:
    for mistake in mistakes:
        typer.echo(str(mistake))
    typer.echo(f"{len(mistakes)} kesalahan.")
    return typer.Exit(MISTAKES)


def _tell(report: LoadReport) -> None:
    for noun, added, changed, removed, unchanged in report.by_noun():
        words = f"{noun}: {added} baru, {changed} berubah, {unchanged} tetap"
        typer.echo(f"{words}, {removed} dihapus" if removed else words)
    if report.moved_meetings or report.cancelled_meetings:
        moved, cancelled = len(report.moved_meetings), len(report.cancelled_meetings)
        typer.echo(f"Pertemuan: {moved} pindah, {cancelled} batal; peserta akan dikabari.")
    for name in report.left:
        typer.echo(f"{name} tidak ada lagi di berkas, tetapi tetap ada di basis data.")
