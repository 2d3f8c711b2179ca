"""What the face has done since the process began, for those who watch over it."""

from dataclasses import dataclass


@dataclass
class Counts:
    """Plain numbers: whoever scrapes them reads them when it likes."""

    updates: int = 0
    """Taken and handled, well or not."""
    errors: int = 0
    """Of them, those answered by an apology or by nothing, for a mistake of ours."""
    polled_at: float | None = None
    """When getUpdates was last answered, on the monotonic clock; None: not in this term."""
