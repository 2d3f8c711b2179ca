"""All configuration, read once: from the environment, else from a `.env` file."""

import os
import re
from importlib.util import find_spec
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

TELEGRAM = "https://api.telegram.org"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
DRIVERS = ("sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg")
TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{20,80}")


class SettingsProblem(Exception):
    """A setting is missing or wrong; the text says which, and what to write."""


class Settings(BaseSettings):
    """Every setting is a variable named JAWARA_<NAME>."""

    model_config = SettingsConfigDict(
        env_prefix="JAWARA_", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore"
    )

    token: SecretStr | None = None
    api_url: str = TELEGRAM
    home: Path = Path("var")
    documents: Path | None = None
    """Where the documents lie that people send; `documents` in the home unless another is set."""
    database_url: str = Field("", repr=False)
    timezone: str = "Asia/Jakarta"
    key: SecretStr | None = None
    """The vault's key; without it the file `key` in the home is used."""
    operator: str = "tim Jawara, sebagai uji coba"
    """Who runs this installation and answers for people's data, as the welcome tells it."""
    human: str = "UPTD Pelatihan Kerja, Jl. Kencana I No. 20, Jelupang, Serpong Utara"
    """How to reach a person, as the help tells it."""
    clock_url: str | None = None
    """Where a demo's clock is read: {"offset_s": …}."""
    bulk_rate: float = Field(25.0, gt=0, le=1000)
    approve_above: int = Field(100, ge=0)
    """A broadcast to more people than this wants a second person's approval."""
    metrics_port: int = Field(9463, ge=0, le=65535)
    """Where 127.0.0.1 serves /metrics and /healthz; 0: nowhere."""
    log_level: str = "INFO"

    @field_validator("api_url", "clock_url")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"https?://[^\s/]+(/\S*)?", value):
            raise ValueError(f"{value!r} is no http(s) address, such as {TELEGRAM}")
        return value and value.rstrip("/")

    @field_validator("log_level")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in LEVELS:
            raise ValueError(f"{value!r} is none of {', '.join(LEVELS)}")
        return value.upper()

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError(f"{value!r} is no time zone, such as Asia/Jakarta") from error
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if value:
            _check_database(value)
        return value

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
        token = self.token.get_secret_value().strip()
        if not TOKEN.fullmatch(token):
            raise SettingsProblem(
                "JAWARA_TOKEN has not the form 123456789:AAE…, as @BotFather gives it"
            )
        return token


def read_settings(**given: object) -> Settings:
    """The settings of this process. Raises SettingsProblem with one line a mistake."""
    given.setdefault("_env_file", _env_file())
    try:
        return Settings(**given)  # type: ignore[arg-type]  # pydantic checks what is given
    except ValidationError as error:
        problems = [_told(problem["loc"], problem["msg"]) for problem in error.errors()]
        raise SettingsProblem("; ".join(problems)) from None
    except UnicodeDecodeError as error:
        raise SettingsProblem(f"the settings file is not UTF-8: {error.reason}") from None


def _env_file() -> str:
    named = os.environ.get("JAWARA_ENV_FILE")
    if named and not Path(named).is_file():
        raise SettingsProblem(f"JAWARA_ENV_FILE: there is no file {named}")
    return named or ".env"


def _told(place: tuple[int | str, ...], message: str) -> str:
    name = "_".join(str(part) for part in place).upper()
    return f"JAWARA_{name}: {message.removeprefix('Value error, ')}"


def _check_database(value: str) -> None:
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
