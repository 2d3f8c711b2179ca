"""Where a contender that ends by itself leaves what it has measured."""

import json
import resource
import sys
from pathlib import Path

MB = 2**20 if sys.platform == "darwin" else 2**10  # what ru_maxrss counts in


def keep(file: str, **figures: float) -> None:
    """As JSON, and the process's greatest resident memory with them."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MB
    Path(file).write_text(json.dumps({**figures, "memory_mb": most}), encoding="utf-8")


def told_by(file: str) -> dict[str, float]:
    return dict(json.loads(Path(file).read_text(encoding="utf-8")))
