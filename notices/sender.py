"""What carries a letter to Telegram: declared here, built by the bot, injected by wiring."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from notices.outbox import Lane


@dataclass(frozen=True, slots=True)
class Letter:
    """One claimed notice, with what is known of its addressee at the moment of claiming."""

    notice_id: int
    account_id: int
    telegram_id: int
    language: str
    lane: Lane
    kind: str
    facts: Mapping[str, Any]
    attempts: int
    """This one included: 1 at the first."""
    due_at: datetime
    expires_at: datetime
    lease_until: datetime
    batch_id: int | None = None
    repeatable: bool = True
    """A second time does less harm than none. Otherwise what nobody knows to have arrived is
    `uncertain` and left alone."""
    along: "tuple[Letter, ...]" = ()
    """Others to the same person that go in the same message."""

    @property
    def notice_ids(self) -> tuple[int, ...]:
        """Of all that is told in this message."""
        return self.notice_id, *(other.notice_id for other in self.along)


@dataclass(frozen=True, slots=True)
class Told:
    """One message for a letter and others along with it, some of which it does not tell of."""

    message_id: int
    moot: frozenset[int]
    """The notice ids of those in which there was nothing left to tell."""


class Sender(Protocol):
    """Chooses the words of a letter, from the truth of this moment, and sends them."""

    async def send(self, letter: Letter) -> int | Told:
        """Returns Telegram's message id, or raises one of the troubles below.

        It is cancelled when it takes longer than `delivery.SEND_TIMEOUT_S`.
        """


class Trouble(Exception):
    """Why a letter did not arrive. Its text is kept with the notice: nothing private in it."""


class Unreachable(Trouble):
    """Nobody is there: `blocked`, `deactivated`, or `never_started` the bot."""


class Throttled(Trouble):
    """Telegram's 429: for one chat only, or for the whole bot."""

    def __init__(self, retry_after_s: float, chat_only: bool = False) -> None:
        super().__init__(f"throttled for {retry_after_s:g} s")
        self.retry_after_s = retry_after_s
        self.chat_only = chat_only


class Passing(Trouble):
    """A server's error or a time-out: another time it may work."""


class Unanswered(Passing):
    """The request went out and no usable answer came: Telegram may have accepted it.

    What is not repeatable is then `uncertain`.
    """


class Rejected(Trouble):
    """Telegram refuses what we wrote: our mistake, and no repetition mends it."""


class Moot(Trouble):
    """The truth, read again, says that this need not be told any more."""
