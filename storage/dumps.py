"""PostgreSQL's own programs: a dump of a database, and a database made from one."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from sqlalchemy import URL

WHOSE = ("--no-owner", "--no-privileges", "--no-comments")  # the target's own user owns it all
SEALED = ("--data-only", "--table=installation")


class BackupFailed(Exception):
    """The file, the database or the machine is not fit for it; the text says why."""


def dump(target: URL, file: Path) -> None:
    """pg_dump in its custom format, then read back whole. Raises BackupFailed."""
    where, environment = _address(target)
    _run(["pg_dump", "--format=custom", *WHOSE, f"--file={file}", f"--dbname={where}"], environment)
    _run(["pg_restore", f"--file={os.devnull}", str(file)])


def sealed_check_in(file: Path) -> bytes | None:
    """What the table `installation` of a dump holds, which was read whole. Raises BackupFailed."""
    _run(["pg_restore", f"--file={os.devnull}", str(file)])
    lines = iter(_run(["pg_restore", "--file=-", *SEALED, str(file)]).splitlines())
    for line in lines:
        if line.startswith("COPY "):
            columns = line.partition("(")[2].partition(")")[0].split(", ")
            row = dict(zip(columns, next(lines).split("\t"), strict=False))
            written = row.get("sealed_check", "")  # \\x and hexadecimal digits
            return bytes.fromhex(written[3:]) if written.startswith("\\\\x") else None
    raise BackupFailed(f"{file} is no backup of Jawara")


def load(target: URL, file: Path, instead_of: Collection[str], then: str) -> None:
    """Put a dump in the place of these tables and do one thing more, all of it or nothing.

    Raises BackupFailed.
    """
    where, environment = _address(target)
    reading = ["pg_restore", "--file=-", *WHOSE, str(file)]
    writing = ["psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", f"--dbname={where}"]
    writing.append(f"--output={os.devnull}")  # nobody reads it
    with _told(reading) as source, _told(writing, environment) as sink:
        assert source.stdout is not None
        assert sink.stdin is not None
        with suppress(BrokenPipeError), sink.stdin as script:
            script.write(b"BEGIN;\n")
            if instead_of:
                script.write(
                    f"DROP TABLE {', '.join(map(_quoted, instead_of))} CASCADE;\n".encode()
                )
            shutil.copyfileobj(source.stdout, script)
            if source.wait() == 0:  # else psql ends without the word to keep it
                # A dump's script leaves a search path on which nothing can be made.
                script.write(f"RESET search_path;\n{then};\nCOMMIT;\nANALYZE;\n".encode())


def _run(command: list[str], environment: Mapping[str, str] | None = None) -> str:
    """What it printed."""
    with _told(command, environment) as process:
        assert process.stdout is not None
        return process.stdout.read().decode(errors="replace")


@contextmanager
def _told(
    command: list[str], environment: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A program at work, waited for at the end; its own words are the error's."""
    pipe = subprocess.PIPE
    with tempfile.TemporaryFile() as complaint:
        try:
            process = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, stderr=complaint, env=environment
            )
        except FileNotFoundError:
            raise BackupFailed(
                f"{command[0]} is not there: install PostgreSQL's client programs "
                "(Debian: apt install postgresql-client)"
            ) from None
        with process:
            yield process
        if process.returncode != 0:
            raise BackupFailed(f"{command[0]}: {_last_line(complaint)}")


def _last_line(complaint: IO[bytes]) -> str:
    complaint.seek(0)
    lines = complaint.read().decode(errors="replace").strip().splitlines()
    return lines[0] if lines else "failed without a word"


def _address(target: URL) -> tuple[str, dict[str, str]]:
    """For libpq: where, and an environment with the password, which no list of processes shows."""
    from psycopg.conninfo import make_conninfo

    arguments = dict(target.get_dialect()().create_connect_args(target)[1])
    password = arguments.pop("password", None)
    environment = os.environ | ({} if password is None else {"PGPASSWORD": str(password)})
    return make_conninfo(**arguments), environment


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
