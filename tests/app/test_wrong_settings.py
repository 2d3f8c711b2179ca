"""Settings that are wrong: one clear line, exit 2; and the token, which nothing may ever show."""

from pathlib import Path

import pytest

from tests.app.processes import NOBODY, finished, jawara
from tests.simulator import running_emulator

TOKEN = "123456789:AAE-nobody-may-ever-read-this-one"

NOTHING: dict[str, str] = {}
WRONG = {
    "a time zone": ({"timezone": "Mars/Olympus"}, "TIMEZONE: 'Mars/Olympus' is no time zone, such"),
    "a database": ({"database_url": "jawara.db"}, "DATABASE_URL: no SQLAlchemy URL, such"),
    "a token": ({"token": f"bot{TOKEN}!"}, "TOKEN has not the form 123456789:AAE…, as @BotFather"),
    "no token": (NOTHING, "TOKEN is missing: ask @BotFather for a token, then JAWARA_TOKEN=…"),
}


@pytest.mark.parametrize(("settings", "told"), WRONG.values(), ids=WRONG.keys())
async def test_a_wrong_setting_ends_the_run_with_one_line(
    settings: dict[str, str], told: str, tmp_path: Path
) -> None:
    code, stdout, stderr = await finished("run", home=tmp_path / "home", **settings)
    assert (code, stdout) == (2, "")
    assert stderr.startswith(f"jawara: JAWARA_{told}")
    assert stderr.count("\n") == 1
    assert shown_parts(stderr) == []


async def test_a_token_that_the_server_refuses_is_not_shown(tmp_path: Path) -> None:
    async with running_emulator() as address:
        code, stdout, stderr = await finished(
            "run", home=tmp_path / "home", token=TOKEN, api_url=address, log_level="DEBUG"
        )
    assert (code, stdout) == (2, "")
    assert stderr.splitlines()[-1] == (
        "jawara: JAWARA_TOKEN is refused by the server: ask @BotFather for the current one"
    )
    assert "Traceback" not in stderr
    assert shown_parts(stderr) == []


async def test_a_server_that_is_not_there_gets_no_token_into_the_log(tmp_path: Path) -> None:
    address = f"http://{NOBODY}"
    settings = {"token": TOKEN, "api_url": address, "log_level": "DEBUG"}
    async with jawara("run", home=tmp_path / "home", **settings) as running:
        await running.says("the Bot API does not answer yet")
        assert shown_parts(running.stdout + running.stderr) == []


def shown_parts(output: str) -> list[str]:
    """What of the token can be read there: all of it, or its secret half."""
    return [part for part in (TOKEN, TOKEN.partition(":")[2]) if part in output]
