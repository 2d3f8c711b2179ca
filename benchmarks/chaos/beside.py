"""Both databases at once, each in a process of its own: most of the time is spent waiting."""

import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress


def run_beside(databases: Sequence[str], arguments: Sequence[str]) -> list[int]:
    """Exit codes of `python -m benchmarks.chaos`, one for each database; their lines come as they
    come. Interrupted, they are interrupted, and waited for: each takes its own children along.
    """
    command = [sys.executable, "-m", "benchmarks.chaos", *arguments, "--bare", "--database"]
    runs = [subprocess.Popen([*command, name], start_new_session=True) for name in databases]
    try:
        return [run.wait() for run in runs]
    except KeyboardInterrupt:
        for run in runs:
            with suppress(ProcessLookupError):
                run.send_signal(signal.SIGINT)
        return [run.wait() for run in runs]
