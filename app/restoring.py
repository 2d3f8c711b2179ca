"""Puts a backup in the place of a database, with nobody at work on it and the right key at hand."""

from contextlib import AsyncExitStack
from pathlib import Path

from sqlalchemy import make_url

from app.holding import finish_restore
from app.opening import open_database, told_plainly, unlock
from app.settings import Settings, SettingsProblem
from storage.backups import BackupFailed, is_empty, put_back, sealed_check_of
from storage.leadership import Post, leadership


async def restore(settings: Settings, file: Path, *, overwrite: bool) -> list[int]:
    """Returns the broadcasts that were held (see `app.holding`). Raises SettingsProblem.

    A database that is not empty is left alone unless told to `overwrite` it.
    """
    with told_plainly():
        _make_folders(settings)
    async with AsyncExitStack() as stack:
        for post in Post:
            lead = leadership(settings.database, post)
            stack.push_async_callback(lead.give_back)
            if not await lead.try_to_take():
                raise SettingsProblem(_why_not(lead.answers))
        _put_back(settings, file, overwrite=overwrite)
        with told_plainly():
            held = finish_restore(settings.database)
        open_database(settings).close()
        return held


def _put_back(settings: Settings, file: Path, *, overwrite: bool) -> None:
    try:
        with told_plainly("FILE"):
            sealed = sealed_check_of(settings.database, file)
        if sealed is not None:
            unlock(settings, sealed)
        with told_plainly():
            if not overwrite and not is_empty(settings.database):
                raise SettingsProblem(
                    "the database is not empty: --overwrite puts the backup in its place for good"
                )
            put_back(settings.database, file)
    except BackupFailed as error:
        raise SettingsProblem(str(error)) from None


def _make_folders(settings: Settings) -> None:
    settings.home.mkdir(parents=True, exist_ok=True)
    target = make_url(settings.database)
    if target.get_backend_name() == "sqlite" and target.database:
        Path(target.database).parent.mkdir(parents=True, exist_ok=True)


def _why_not(answers: bool) -> str:
    if answers:
        return "Jawara is at work on this database: stop it first"
    return "JAWARA_DATABASE_URL can't be opened: the database does not answer"
