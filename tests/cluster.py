"""A PostgreSQL server of the tests' own, in a temporary folder, stopped and removed afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from sqlalchemy import URL

# Where packagers put the programs when they aren't in PATH.
FOLDERS = (
    "usr/lib/postgresql/*/bin",
    "usr/pgsql-*/bin",
    "opt/homebrew/opt/postgresql*/bin",
    "usr/local/opt/postgresql*/bin",
    "Applications/Postgres.app/Contents/Versions/*/bin",
)
# Nothing here has to survive a power cut. The socket's folder is closed to other people, a TCP
# port would not be.
SETTINGS = """
listen_addresses = ''
unix_socket_directories = '{home}'
fsync = off
full_page_writes = off
"""
PATIENCE_S = 60


class NoPostgres(Exception):
    """There is no PostgreSQL to test with; the text says what was looked for."""


class Cluster:
    """One server with one superuser, `postgres`, reached through a socket in its own folder.

    A context manager: entering makes and starts it (about a second), leaving removes it.
    """

    def __init__(self) -> None:
        self._programs = find_programs()
        self._account = _unprivileged_account()

    def __enter__(self) -> Self:
        # /tmp, not TMPDIR: a socket's path may have about 100 bytes, and any user must reach it.
        self._home = Path(tempfile.mkdtemp(prefix="jawara-postgres-", dir="/tmp"))
        if self._account:
            os.chown(self._home, self._account.pw_uid, self._account.pw_gid)
        try:
            self._initialise()
            self.start()
        except BaseException:
            shutil.rmtree(self._home)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if (self._data / "postmaster.pid").exists():
            self.stop("immediate")
        shutil.rmtree(self._home)

    @property
    def url(self) -> URL:
        """SQLAlchemy's address of the maintenance database."""
        where = {"host": str(self._home)}
        return URL.create("postgresql+psycopg", "postgres", database="postgres", query=where)

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._run("pg_ctl", "-D", self._data, "-l", self._home / "log", "-w", "start")

    def stop(self, mode: Literal["smart", "fast", "immediate"] = "fast") -> None:
        """Stop it and wait; `immediate` is a crash, from which the next start recovers."""
        self._run("pg_ctl", "-D", self._data, "-m", mode, "-w", "stop")

    @property
    def _data(self) -> Path:
        return self._home / "data"

    def _initialise(self) -> None:
        options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"]
        self._run("initdb", "-D", self._data, "--no-sync", *options)
        with (self._data / "postgresql.conf").open("a") as settings:
            settings.write(SETTINGS.format(home=self._home))

    def _run(self, program: str, *arguments: str | Path) -> None:
        account = self._account
        done = subprocess.run(
            [self._programs / program, *arguments],
            cwd=self._home,
            env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=PATIENCE_S,
            user=account.pw_uid if account else None,
            group=account.pw_gid if account else None,
            extra_groups=[] if account else None,
        )
        if done.returncode != 0:
            raise RuntimeError(f"{program} failed:\n{done.stdout}{self._log()}")

    def _log(self) -> str:
        log = self._home / "log"
        return log.read_text()[-2000:] if log.exists() else ""


def find_programs() -> Path:
    """The folder of `initdb` and `pg_ctl`, the newest version's where there are several."""
    in_path = shutil.which("pg_ctl")
    if in_path:
        return Path(in_path).resolve().parent
    found = [path for pattern in FOLDERS for path in Path("/").glob(f"{pattern}/pg_ctl")]
    if not found:
        raise NoPostgres("no pg_ctl in PATH nor where PostgreSQL is usually installed")
    return max(found, key=_version).parent


def _version(program: Path) -> tuple[int, ...]:
    said = subprocess.run([program, "--version"], stdout=subprocess.PIPE, text=True, check=True)
    number = said.stdout.split()[2]
    return tuple(int(part) for part in number.split(".") if part.isdigit())


def _unprivileged_account() -> pwd.struct_passwd | None:
    """Whom to be when we are root, whom PostgreSQL refuses; None when we are not."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise NoPostgres("PostgreSQL refuses root, and there is neither a postgres nor a nobody")
