"""Examines a document in a process of its own, which hostile content can bring down alone.

It gets so much memory and time and no more; whatever it does not come back from is a broken file.
Run by `python -m intake.documents.checks`: the file comes in on stdin; a line of JSON goes out on
stdout, and after it the clean copy.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from threading import BoundedSemaphore
from typing import Any

from intake.documents.contents import MOST_BYTES, MOST_MB, PICTURES, Content, examine
from intake.documents.errors import BadDocument, BrokenPdf, BrokenPicture, DocumentTooLarge

MEMORY_BYTES = 1024**3
CPU_S = 15
WAIT_S = 30
AT_ONCE = BoundedSemaphore(2)


def examine_apart(data: bytes) -> Content:
    """As `examine`, and safe with whatever people send. Blocks: to be called in a thread."""
    if len(data) > MOST_BYTES:
        raise DocumentTooLarge(MOST_MB)
    command = [sys.executable, "-m", "intake.documents.checks"]
    with AT_ONCE:
        try:
            done = subprocess.run(
                command,
                input=data,
                capture_output=True,
                timeout=WAIT_S,
                check=True,
                env=surroundings(os.environ),
            )
        except subprocess.SubprocessError:
            raise _broken(data) from None
    head, _, clean = done.stdout.partition(b"\n")
    told = json.loads(head)
    if "refused" in told:
        raise BadDocument.kinds[told["refused"]](*told["facts"])
    return Content(told["media"], told["pages"], clean)


def _broken(data: bytes) -> BadDocument:
    return BrokenPicture() if data.startswith(PICTURES) else BrokenPdf()


def surroundings(ours: Mapping[str, str]) -> dict[str, str]:
    """Without our secrets."""
    return {name: value for name, value in ours.items() if not name.startswith("JAWARA_")}


def _limit() -> None:
    with suppress(ImportError, ValueError, OSError):  # not every system has such limits
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    _limit()
    told: dict[str, Any]
    try:
        content = examine(sys.stdin.buffer.read())
        told, clean = {"media": content.media, "pages": content.pages}, content.data
    except BadDocument as error:
        told, clean = {"refused": type(error).__name__, "facts": error.args}, b""
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + clean)


if __name__ == "__main__":
    main()
