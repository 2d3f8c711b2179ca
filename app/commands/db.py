"""`jawara db`: migrations."""

import sys

import typer

from app.settings import read_settings

cli = typer.Typer(help="The database's tables.", no_args_is_help=True)


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
