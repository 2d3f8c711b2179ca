"""Telegram's silences: while no usable answer comes, little is tried, so that little is in doubt.

Without this an hour of gateway's errors would make a whole broadcast uncertain, and put everything
else off by its longest back-off.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from notices.sender import Passing, Rejected, Throttled, Trouble, Unreachable

NO_REST, FIRST_REST, LONGEST_REST = timedelta(), timedelta(seconds=1), timedelta(seconds=30)
ANSWERS = (Unreachable, Throttled, Rejected)


class Silence:
    """One answer, a refusal too, ends it; until then one letter is tried at a time, with rests
    between that double. `clock` gives the aware present, and may jump.
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._since: datetime | None = None
        self._rest = NO_REST

    def note(self, trouble: Trouble | None) -> None:
        """What a sending came to; None: it arrived."""
        if trouble is None or isinstance(trouble, ANSWERS):
            self._since, self._rest = None, NO_REST
        elif isinstance(trouble, Passing) and not self._rests():
            # What was under way together with the first that failed tells no more than that one.
            self._since = self._clock()
            self._rest = min(LONGEST_REST, 2 * self._rest or FIRST_REST)

    def most(self, usual: int) -> int:
        """How many letters may be under way now."""
        if self._since is None:
            return usual
        return 0 if self._rests() else 1

    def _rests(self) -> bool:
        return self._since is not None and (self._since <= self._clock() < self._since + self._rest)
