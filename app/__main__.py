"""The command line: `jawara`, the same as `python -m app`."""

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from app.settings import SettingsProblem
from app.starting import start

YOUNG = 50_000
"""Objects made before the collector looks at them. Imports make many and drop none: at Python's own
700 it would take a sixth of a start."""
SERVING: Mapping[Sequence[str], Callable[[], None]] = {
    ("run",): start,
    ("run", "--no-worker"): partial(start, worker=False),
    ("worker",): partial(start, bot=False),
}
"""What serves for months is started past the libraries of the command line and of colours: they
would take a fifth of a second before the first answer, and a dozen megabytes for good."""


def main() -> None:
    """A setting that is missing or wrong: one line, exit 2, no traceback."""
    gc.set_threshold(YOUNG, 20, 20)
    os.umask(0o077)  # the database, the key and what people send are for this user alone
    serve = SERVING.get(tuple(sys.argv[1:]))
    if serve is not None:
        # As if it were not installed: structlog and httpx would take it in, and never use it here.
        sys.modules["rich"] = None  # type: ignore[assignment]  # which is how one says that
    try:
        (serve or _command)()
    except SettingsProblem as problem:
        print(f"jawara: {problem}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)


def _command() -> None:
    # Only here: see SERVING.
    from app.command_line import command_line
    from app.logs import set_up_logs

    set_up_logs("WARNING")  # a command's output is the command's; `run` and `demo` say more
    command_line(sys.argv[1] if len(sys.argv) > 1 else None)()


if __name__ == "__main__":
    main()
