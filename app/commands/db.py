"""`jawara db`: migrations and backups."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from app.settings import SettingsProblem, read_settings

cli = typer.Typer(help="The database: its tables, its backups.", no_args_is_help=True)


@cli.command()
def upgrade() -> None:
    """Bring the tables up to date; safe to repeat."""
    from app.opening import migrate
    from storage import migrations

    migrate(read_settings())
    print(f"tables are at {migrations.newest()}")


@cli.command()
def check() -> None:
    """Tell whether models and migrations agree, on a fresh SQLite in memory."""
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    from storage import migrations

    engine = create_engine("sqlite://", poolclass=StaticPool)
    migrations.upgrade_engine(engine)
    differences = migrations.differences(engine)
    for difference in differences:
        print(difference, file=sys.stderr)
    if differences:
        raise typer.Exit(1)
    print("models and migrations agree")


@cli.command()
def backup(file: Annotated[Path, typer.Argument(help="A new file.")]) -> None:
    """Copy the whole database into FILE, while Jawara runs. The key is not in it: keep it apart."""
    from app.opening import told_plainly
    from storage.backups import BackupFailed, take_backup

    settings = read_settings()
    try:
        with told_plainly("FILE"):
            take_backup(settings.database, file)
    except BackupFailed as error:
        raise SettingsProblem(str(error)) from None
    print(f"{file}: {file.stat().st_size / 1e6:.1f} MB, read back whole")


@cli.command()
def restore(
    file: Annotated[Path, typer.Argument(help="What `jawara db backup` has written.")],
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Even where the database is not empty.")
    ] = False,
) -> None:
    """Put a backup in the place of the database, while no Jawara runs on it."""
    import asyncio

    from app.restoring import restore as put_back

    held = asyncio.run(put_back(read_settings(), file, overwrite=overwrite))
    print(f"{file} is the database now")
    for broadcast in held:
        print(f"broadcast {broadcast} is held: look at it before it goes on")
