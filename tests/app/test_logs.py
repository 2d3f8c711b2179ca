"""Logs: JSON outside a terminal, plain in one, and no secret in either."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.logs import hide
from tests.cast import SITI
from tests.simulator import TOKEN

ROOT = Path(__file__).parents[2]
PHONE = SITI.phone
SECRETS = (TOKEN, SITI.nik, PHONE, "0" + PHONE[3:])

SPEAK = f"""
import logging, structlog
from app.logs import set_up_logs
TOKEN, NIK, PHONE = {TOKEN!r}, {SITI.nik!r}, {PHONE!r}
set_up_logs("info")
log = structlog.get_logger("jawara")
log.info("said", words=f"NIK saya {{NIK}}.", url=f"https://x/bot{{TOKEN}}/getMe")
log.info(f"{{TOKEN}} {{NIK}}", given={{"nik": NIK, "all": [PHONE, ("0" + PHONE[3:],)]}})
log.info("objects", error=ValueError(NIK), raw=TOKEN.encode(), count=7, none=None, yes=True)
log.debug("too quiet")
logging.getLogger("library").warning("call of %s with %s", TOKEN, {{"nik": NIK}})
logging.getLogger("aiohttp.access").info("not told")
try:
    raise ValueError(f"{{TOKEN}} and {{NIK}}") from KeyError(NIK)
except ValueError:
    log.exception("failed", phone=PHONE)
    logging.getLogger("library").exception("failed with %s", NIK)
"""


@pytest.fixture(scope="module")
def spoken() -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SPEAK],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == ""
    return done.stderr


@pytest.fixture(scope="module")
def lines(spoken: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in spoken.splitlines()]


def test_outside_a_terminal_each_line_is_one_object(lines: list[dict[str, Any]]) -> None:
    assert [line["event"].split(" ")[0] for line in lines] == [
        "said", "<token>", "objects", "call", "failed", "failed",
    ]  # fmt: skip
    assert [line["level"] for line in lines] == ["info"] * 3 + ["warning"] + ["error"] * 2
    assert all(line["timestamp"].endswith("Z") for line in lines)


def test_no_secret_is_in_any_of_them(spoken: str) -> None:
    assert [secret for secret in SECRETS if secret in spoken] == []


def test_what_remains_is_still_of_use(lines: list[dict[str, Any]]) -> None:
    said, nested, objects, library, failed, _ = lines
    assert (said["words"], said["url"]) == (
        "NIK saya ••••••••••••0003.",
        "https://x/bot<token>/getMe",
    )
    assert nested["given"] == {"nik": "••••••••••••0003", "all": ["••••••••0001", ["••••••••0001"]]}
    assert (objects["error"], objects["raw"]) == ("ValueError('••••••••••••0003')", "b'<token>'")
    assert (objects["count"], objects["none"], objects["yes"]) == (7, None, True)
    assert library["event"] == "call of <token> with {'nik': '••••••••••••0003'}"
    assert failed["exception"].splitlines()[-1] == "ValueError: <token> and ••••••••••••0003"
    assert "KeyError: '••••••••••••0003'" in failed["exception"]


def test_in_a_terminal_they_are_for_people_and_as_discreet() -> None:
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-W", "error", "-c", SPEAK], cwd=ROOT, stderr=theirs, check=True
    )
    os.close(theirs)
    told = b""
    while chunk := _read(ours):
        told += chunk
    os.close(ours)
    text = told.decode()
    assert [secret for secret in SECRETS if secret in text] == []
    assert not text.lstrip().startswith("{")
    assert "ValueError: <token> and ••••••••••••0003" in text


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux tells the end of a terminal
        return b""


@given(st.integers(10**15, 10**16 - 1), st.sampled_from(["", "NIK:", "x", "“"]))
def test_every_nik_is_cut_wherever_it_stands(nik: int, before: str) -> None:
    assert hide(f"{before}{nik}.") == f"{before}••••••••••••{str(nik)[-4:]}."


@pytest.mark.parametrize(
    "harmless",
    ["update 731000042", "2025-11-17T03:00:00.123456Z", "12345678901234567 is no NIK", "0.3 s",
     "http://127.0.0.1:40312/sim/clock", "PBK-2025-3-0001", "{'telegram_id': 5201000001}"],
)  # fmt: skip
def test_what_is_no_secret_stays(harmless: str) -> None:
    assert hide(harmless) == harmless
