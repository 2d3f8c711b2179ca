"""Settings: each wrong value is one line that names its variable, and the token is never told."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.demo import for_demo
from app.settings import TELEGRAM, Settings, SettingsProblem, read_settings
from tests.simulator import TOKEN


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[pytest.MonkeyPatch]:
    """An environment to fill, in a folder without a .env file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        yield patch


def test_nothing_needs_to_be_set_but_the_token(environment: pytest.MonkeyPatch) -> None:
    settings = read_settings()
    assert settings.api_url == TELEGRAM
    assert settings.zone == ZoneInfo("Asia/Jakarta")
    assert settings.database == f"sqlite:///{Path.cwd() / 'var' / 'jawara.db'}"
    with pytest.raises(SettingsProblem, match="JAWARA_TOKEN is missing: ask @BotFather"):
        settings.checked_token()


def test_the_environment_is_read(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("JAWARA_TOKEN", f" {TOKEN} ")
    environment.setenv("JAWARA_API_URL", "http://127.0.0.1:8081/")
    environment.setenv("JAWARA_BULK_RATE", "12.5")
    environment.setenv("JAWARA_LOG_LEVEL", "debug")
    settings = read_settings()
    assert settings.checked_token() == TOKEN
    assert settings.api_url == "http://127.0.0.1:8081"
    assert (settings.bulk_rate, settings.log_level) == (12.5, "DEBUG")


WRONG = {
    "JAWARA_API_URL": ["telegram.org", "ftp://x", "http://", "http:// x"],
    "JAWARA_CLOCK_URL": ["later"],
    "JAWARA_TIMEZONE": ["WIB", "../../etc/passwd", "Asia", "Asia/Jakarta "],
    "JAWARA_DATABASE_URL": [
        "jawara.db", "mysql://x/y", "postgresql+asyncpg://x/y", "postgresql://u@h:port/y",
    ],
    "JAWARA_BULK_RATE": ["0", "-1", "1001", "many", "nan", "inf"],
    "JAWARA_APPROVE_ABOVE": ["-1", "many", "1.5"],
    "JAWARA_KEEP_DOCUMENTS": ["0", "-1", "3651", "many"],
    "JAWARA_METRICS_PORT": ["-1", "65536", "http"],
    "JAWARA_LOG_LEVEL": ["LOUD", "10"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in WRONG.items() for value in values]
)
def test_a_wrong_value_is_one_line_that_names_the_variable(
    environment: pytest.MonkeyPatch, name: str, value: str
) -> None:
    environment.setenv(name, value)
    with pytest.raises(SettingsProblem) as told:
        read_settings()
    assert str(told.value).startswith(f"{name}: ")
    assert "\n" not in str(told.value)


def test_every_mistake_is_told_at_once(environment: pytest.MonkeyPatch) -> None:
    for name in ("JAWARA_TIMEZONE", "JAWARA_BULK_RATE"):
        environment.setenv(name, "x")
    with pytest.raises(SettingsProblem) as told:
        read_settings()
    assert [line.split(":")[0] for line in str(told.value).split("; ")] == [
        "JAWARA_TIMEZONE",
        "JAWARA_BULK_RATE",
    ]


def test_an_empty_value_is_as_good_as_none(environment: pytest.MonkeyPatch) -> None:
    names = ["TOKEN", "API_URL", "DATABASE_URL", "TIMEZONE", "HOME", "KEY", "BULK_RATE", "ENV_FILE"]
    for name in names:
        environment.setenv(f"JAWARA_{name}", "")
    assert read_settings() == Settings()


def test_a_file_is_read_and_the_environment_goes_before_it(environment: pytest.MonkeyPatch) -> None:
    words = "JAWARA_HUMAN=Bu Dewi – lantai 2\nJAWARA_BULK_RATE=3\nJAWARA_OLD_SETTING=1\n"
    Path(".env").write_text(words, encoding="utf-8")
    environment.setenv("JAWARA_BULK_RATE", "4")
    environment.setenv("JAWARA_HUMAN", "")
    settings = read_settings()
    assert (settings.human, settings.bulk_rate) == ("Bu Dewi – lantai 2", 4)


def test_another_file_can_be_named(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    Path(".env").write_text("JAWARA_HUMAN=nobody")
    (tmp_path / "production.env").write_text("JAWARA_HUMAN=Bu Dewi")
    environment.setenv("JAWARA_ENV_FILE", str(tmp_path / "production.env"))
    assert read_settings().human == "Bu Dewi"
    environment.setenv("JAWARA_ENV_FILE", "elsewhere.env")
    with pytest.raises(SettingsProblem, match=r"JAWARA_ENV_FILE: there is no file elsewhere\.env"):
        read_settings()


@pytest.mark.parametrize(
    "token", ["", " ", "123:abc", "no token", f"{TOKEN} {TOKEN}", f"{TOKEN}/x"]
)
def test_a_token_of_another_form_is_refused_unseen(
    environment: pytest.MonkeyPatch, token: str
) -> None:
    with pytest.raises(SettingsProblem, match=r"^JAWARA_TOKEN ") as told:
        read_settings(token=token).checked_token()
    assert not token.strip() or token not in str(told.value)


def test_secrets_are_in_nothing_that_is_printed(environment: pytest.MonkeyPatch) -> None:
    password = "postgresql+psycopg://jawara:rahasia@db/jawara"
    environment.setenv("JAWARA_TOKEN", TOKEN)
    environment.setenv("JAWARA_KEY", "k" * 44)
    environment.setenv("JAWARA_DATABASE_URL", password)
    settings = read_settings()
    shown: list[Any] = [repr(settings), str(settings), f"{settings}"]
    assert [secret for secret in (TOKEN, "k" * 44, "rahasia") if secret in "".join(shown)] == []
    environment.setenv("JAWARA_BULK_RATE", "many")
    with pytest.raises(SettingsProblem) as told:
        read_settings()
    assert TOKEN not in str(told.value)
    assert told.value.__cause__ is None


def test_a_file_from_windows_begins_with_a_mark_that_is_no_part_of_it(
    environment: pytest.MonkeyPatch,
) -> None:
    Path(".env").write_text(f"JAWARA_TOKEN={TOKEN}\r\n", encoding="utf-8-sig", newline="")
    assert read_settings().checked_token() == TOKEN


def test_an_empty_variable_leads_no_demo_into_the_database_of_the_file(
    environment: pytest.MonkeyPatch,
) -> None:
    Path(".env").write_text("JAWARA_DATABASE_URL=sqlite:///real.db\n")
    environment.setenv("JAWARA_DATABASE_URL", "")
    played = for_demo(read_settings(), 8081)
    assert played.database == f"sqlite:///{Path.cwd() / 'var' / 'demo.db'}"
