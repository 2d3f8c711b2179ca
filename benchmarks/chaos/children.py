"""Child processes, each the head of a group of its own, so that nothing of theirs is left over."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]
GRACE_S = 20.0


class Ended(Exception):
    """A process is over that should not be; the text has the end of what it said."""


class Child:
    """`python -m` something, started; what it says is appended to the file `said`.

    A context manager: at the end whatever is left of its group is killed.
    """

    def __init__(self, arguments: list[str], environment: Mapping[str, str], said: Path) -> None:
        self._name, self._said = " ".join(arguments), said
        with said.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", *arguments],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.PIPE,  # closed when we die: who listens to it ends with us
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        assert self._process.stdin is not None
        self._input = self._process.stdin

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    @property
    def is_over(self) -> bool:
        return self._process.poll() is not None

    def check(self) -> None:
        """Raises Ended where it has come to an end by itself."""
        if self.is_over:
            words = self._said.read_text("utf-8", "replace")[-700:]
            raise Ended(f"{self._name} has ended with {self._process.returncode}:\n{words}")

    def kill(self) -> None:
        """SIGKILL, to all of the group, and gone when this returns; stopped ones, too."""
        self._signal(signal.SIGKILL)
        self._process.wait()
        self._input.close()

    def end(self) -> int:
        """SIGTERM, as a service is stopped; the exit code. Killed where it takes too long."""
        self._signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(GRACE_S)
        self.kill()
        return self._process.returncode

    def freeze(self) -> None:
        """SIGSTOP: it sleeps, and does not know."""
        self._signal(signal.SIGSTOP)

    def wake(self) -> None:
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        if self._process.returncode is None:  # its number may be somebody else's otherwise
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, number)
