"""All configuration, read once: from the environment, else from a `.env` file.

Read by hand: a library that does it takes a tenth of a second of every start, and eight megabytes.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from importlib.util import find_spec
from math import inf
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

TELEGRAM = "https://api.telegram.org"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
DRIVERS = ("sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg")
FASTEST = 1000
TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{20,80}")


class SettingsProblem(Exception):
    """A setting is missing or wrong; the text says which, and what to write."""


@dataclass(frozen=True)
class Settings:
    """Every setting is a variable named JAWARA_<NAME>; what is secret is never printed."""

    token: str | None = field(default=None, repr=False)
    api_url: str = TELEGRAM
    home: Path = Path("var")
    documents: Path | None = None
    """Where the documents lie that people send; `documents` in the home unless another is set."""
    database_url: str = field(default="", repr=False)
    timezone: str = "Asia/Jakarta"
    key: str | None = field(default=None, repr=False)
    """The vault's key; without it the file `key` in the home is used."""
    operator: str = ""
    """Who runs this installation and answers for people's data, as the welcome tells it; "": the
    Jawara team, as a trial.
    """
    human: str = "UPTD Pelatihan Kerja, Jl. Kencana I No. 20, Jelupang, Serpong Utara"
    """How to reach a person, as the help tells it."""
    clock_url: str | None = None
    """Where a demo's clock is read: {"offset_s": …}."""
    bulk_rate: float = 25.0
    approve_above: int = 100
    """A broadcast to more people than this wants a second person's approval."""
    keep_documents: int = 90
    """Days for which documents are kept after an application, or its training, has ended."""
    metrics_port: int = 9463
    """Where 127.0.0.1 serves /metrics and /healthz; 0: nowhere."""
    log_level: str = "INFO"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def database(self) -> str:
        """The SQLAlchemy URL, SQLite in the home unless another one is set."""
        return self.database_url or f"sqlite:///{self.home.resolve() / 'jawara.db'}"

    @property
    def documents_folder(self) -> Path:
        return (self.documents or self.home / "documents").resolve()

    def checked_token(self) -> str:
        """Raises SettingsProblem, without ever showing the token."""
        if self.token is None:
            raise SettingsProblem(
                "JAWARA_TOKEN is missing: ask @BotFather for a token, then "
                "JAWARA_TOKEN=… make run (or try make demo, which needs none)"
            )
        token = self.token.strip()
        if not TOKEN.fullmatch(token):
            raise SettingsProblem(
                "JAWARA_TOKEN has not the form 123456789:AAE…, as @BotFather gives it"
            )
        return token


def read_settings(*, _env_file: str | None = "", **given: object) -> Settings:
    """The settings of this process, but for those given. `_env_file`: None: read no file.

    Raises SettingsProblem with one line a mistake.
    """
    file = _told_by_file(_env_file)
    values, problems = dict[str, Any](), list[str]()
    for name in (each.name for each in fields(Settings)):
        variable = f"JAWARA_{name.upper()}"
        value = given.get(name, os.environ.get(variable) or file.get(variable) or None)
        if value is not None:
            try:
                values[name] = CHECKS[name](value) if name in CHECKS else value
            except ValueError as error:
                problems.append(f"{variable}: {error}")
    if problems:
        raise SettingsProblem("; ".join(problems))
    return Settings(**values)


def _told_by_file(named: str | None) -> Mapping[str, str | None]:
    path = Path(named or _env_file()) if named is not None else None
    if path is None or not path.is_file():
        return {}
    from dotenv import dotenv_values  # few have the file, and it need not be there for the others

    try:
        return dotenv_values(path, encoding="utf-8-sig")  # as Windows writes it, too
    except UnicodeDecodeError as error:
        raise SettingsProblem(f"the settings file is not UTF-8: {error.reason}") from None


def _env_file() -> str:
    named = os.environ.get("JAWARA_ENV_FILE")
    if named and not Path(named).is_file():
        raise SettingsProblem(f"JAWARA_ENV_FILE: there is no file {named}")
    return named or ".env"


def _address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", value):
        raise ValueError(f"{value!r} is no http(s) address, such as {TELEGRAM}")
    return value.rstrip("/")


def _level(value: str) -> str:
    if value.upper() not in LEVELS:
        raise ValueError(f"{value!r} is none of {', '.join(LEVELS)}")
    return value.upper()


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{value!r} is no time zone, such as Asia/Jakarta") from error
    return value


def _rate(value: str) -> float:
    try:
        rate = float(value)
    except ValueError:
        rate = 0
    if not 0 < rate <= FASTEST:
        raise ValueError(f"{value!r} is no number above 0 and up to {FASTEST}, such as 25")
    return rate


def _whole(least: int, most: float) -> Callable[[str], int]:
    def check(value: str) -> int:
        try:
            number = int(value)
        except ValueError:
            number = least - 1
        if not least <= number <= most:
            up_to = "" if most == inf else f" to {most}"
            raise ValueError(f"{value!r} is no whole number from {least}{up_to}")
        return number

    return check


def _database(value: str) -> str:
    try:
        url = make_url(value)
    except (ArgumentError, ValueError) as error:
        raise ValueError(
            "no SQLAlchemy URL, such as sqlite:////path/jawara.db or "
            "postgresql+psycopg://user@host/jawara"
        ) from error
    if url.drivername not in DRIVERS:
        raise ValueError(f"{url.drivername} is not supported: use sqlite or postgresql+psycopg")
    if url.get_backend_name() == "postgresql" and find_spec("psycopg") is None:
        raise ValueError("PostgreSQL needs a package more: pip install 'jawara[postgres]'")
    return value


CHECKS: Mapping[str, Callable[[Any], object]] = {
    "api_url": _address,
    "home": Path,
    "documents": Path,
    "database_url": _database,
    "timezone": _zone,
    "clock_url": _address,
    "bulk_rate": _rate,
    "approve_above": _whole(0, inf),
    "keep_documents": _whole(1, 3650),
    "metrics_port": _whole(0, 65535),
    "log_level": _level,
}
"""How what is written is read; the others are taken as they stand. Each raises ValueError."""
