"""Ctrl-C and SIGTERM: everything is ended in good order, once, and not in the middle of a birth."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


class Interrupts:
    """From its making on. `came` is true once there was one; further ones change nothing."""

    def __init__(self) -> None:
        self.came = self._held = False
        # Set, too, where a shell has started us with Ctrl-C switched off.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._interrupt)

    @contextmanager
    def held(self) -> Iterator[None]:
        """What is begun in here is finished first."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
        self.check()

    def check(self) -> None:
        """Raises KeyboardInterrupt once there was one: where it struck, it may have been lost, as
        in a finaliser.
        """
        if self.came:
            raise KeyboardInterrupt

    def _interrupt(self, _number: int, _frame: object) -> None:
        before, self.came = self.came, True
        if not before and not self._held:
            raise KeyboardInterrupt
