"""How often one person may look a certificate up by its number: numbers could be tried out.

Kept in the process and by Telegram's id, not in the database: it says nothing of what was looked
for, ends with the process, and whoever erases their account does not begin anew.
"""

from collections import deque
from datetime import datetime, timedelta

MOST = 20
WITHIN = timedelta(hours=1)


class Guesses:
    """The times of the look-ups of each within the last hour."""

    def __init__(self) -> None:
        self._of: dict[int, deque[datetime]] = {}
        self._swept_at: datetime | None = None

    def count(self, telegram_id: int, now: datetime) -> datetime | None:
        """None: this one may be made, and counts. Else when the next one may."""
        self._sweep(now)
        times = self._of.setdefault(telegram_id, deque())
        while times and times[0] <= now - WITHIN:
            times.popleft()
        if len(times) >= MOST:
            return times[0] + WITHIN
        times.append(now)
        return None

    def _sweep(self, now: datetime) -> None:
        """Now and then those who have asked nothing lately are forgotten."""
        if self._swept_at is not None and now - self._swept_at < WITHIN:
            return
        self._swept_at = now
        self._of = {who: times for who, times in self._of.items() if times[-1] > now - WITHIN}
