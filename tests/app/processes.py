"""`jawara` as a process of its own, with a home and nothing of this machine's settings."""

import asyncio
import os
import random
import signal
import socket
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE_S = 240
BELOW_THOSE_GIVEN_OUT = range(20_000, 32_000)
NOBODY = "127.0.0.1:9"
"""A port at which nobody answers, here or elsewhere."""


class Jawara:
    """One command at work; what it writes goes to files in the folder `said`."""

    def __init__(self, process: asyncio.subprocess.Process, said: Path) -> None:
        self.process = process
        self._said = said

    @property
    def stdout(self) -> str:
        return (self._said / "stdout").read_text(encoding="utf-8")

    @property
    def stderr(self) -> str:
        return (self._said / "stderr").read_text(encoding="utf-8")

    async def says(self, words: str) -> None:
        """Wait until it has said that. Raises TimeoutError, AssertionError where it ends before."""
        async with asyncio.timeout(PATIENCE_S):
            while words not in self.stdout + self.stderr:
                assert self.process.returncode is None, self.stdout + self.stderr
                await asyncio.sleep(0.05)

    async def end(self, number: signal.Signals) -> int:
        """The exit code after that signal."""
        self.process.send_signal(number)
        return await self.exit_code()

    async def exit_code(self) -> int:
        return await asyncio.wait_for(self.process.wait(), PATIENCE_S)


@asynccontextmanager
async def jawara(*arguments: str, home: Path, **settings: str) -> AsyncIterator[Jawara]:
    """`settings` are variables without their JAWARA_; whatever still runs at the end is killed."""
    said = Path(tempfile.mkdtemp(prefix=f"{home.name}-said-", dir=home.parent))
    with (said / "stdout").open("wb") as stdout, (said / "stderr").open("wb") as stderr:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "app", *arguments),
            cwd=ROOT,
            env=_environment(home, said, settings),
            stdout=stdout,
            stderr=stderr,
        )
    try:
        yield Jawara(process, said)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def finished(*arguments: str, home: Path, **settings: str) -> tuple[int, str, str]:
    """A command that ends by itself: exit code, stdout, stderr."""
    async with jawara(*arguments, home=home, **settings) as command:
        return await command.exit_code(), command.stdout, command.stderr


async def processes_about(home: Path) -> list[str]:
    """The command lines of all processes that name this folder."""
    ps = await asyncio.create_subprocess_exec(
        "ps", "-A", "-ww", "-o", "args=", stdout=asyncio.subprocess.PIPE
    )
    written, _ = await ps.communicate()
    return [line for line in written.decode().splitlines() if str(home) in line]


async def none_left(home: Path) -> None:
    """Wait until no process names this folder. Raises TimeoutError."""
    async with asyncio.timeout(PATIENCE_S):
        while await processes_about(home):  # noqa: ASYNC110  # of others, who tell us nothing
            await asyncio.sleep(0.05)


def free_port() -> int:
    """One that nobody has now, and that no system gives to somebody else until it is served at."""
    for port in random.sample(BELOW_THOSE_GIVEN_OUT, len(BELOW_THOSE_GIVEN_OUT)):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise LookupError("every port is taken")


def _environment(home: Path, said: Path, settings: dict[str, str]) -> dict[str, str]:
    empty = said / "no-settings"
    empty.touch()
    ours = {name: value for name, value in os.environ.items() if not name.startswith("JAWARA_")}
    settings = {"metrics_port": "0", **settings}  # tests run side by side
    given = {f"JAWARA_{name.upper()}": value for name, value in settings.items()}
    return {**ours, "JAWARA_HOME": str(home), "JAWARA_ENV_FILE": str(empty), **given}
