"""What this room refuses, named for what happened; the face turns it into words."""

from datetime import datetime


class NoSuchBroadcast(Exception):
    """None with this id, or it was discarded meanwhile."""


class NotPossible(Exception):
    """A broadcast in state `state` can't become, or be, `wanted`.

    `wanted` is a state, or what was to be done: `edited`, `corrected`, `recalled`, `repeated`.
    """

    def __init__(self, state: str, wanted: str) -> None:
        super().__init__(state, wanted)
        self.state, self.wanted = state, wanted


class StillInFlight(NotPossible):
    """Some of its messages, `count`, are on their way to Telegram this moment: seconds matter."""

    def __init__(self, state: str, wanted: str, count: int) -> None:
        super().__init__(state, wanted)
        self.count = count


class NotYours(Exception):
    """Only its author may write it."""


class SamePerson(Exception):
    """The author's own yes: a second person's is wanted."""


class NeedsApprover(Exception):
    """A second person has said yes to the words it has: other ones are for an approver who is not
    its author. `names`: who that could be, with commas between; None: nobody so far.
    """

    def __init__(self, names: str | None) -> None:
        super().__init__(names)
        self.names = names


class ChangedSince(Exception):
    """It was taken back and sent in again since this was shown: look once more, then decide."""


class EmptyAudience(Exception):
    """Nobody fits, so there is nobody to tell."""


class EmptyText(Exception):
    """A message with neither words nor a picture or document."""


class TextTooLong(Exception):
    """Telegram's bound is `limit` characters, most emoji counting as two. There are `length`."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(length, limit)
        self.length, self.limit = length, limit


class BadText(Exception):
    """Telegram would not read this formatting. `line` and `column` count from 1.

    `problem`: `unknown` (no tag of Telegram's), `unclosed` (opened, never closed), `unopened`
    (closed, never opened, or not in turn), `broken` (a "<" that begins no tag), `link` (of no
    address that could be opened). `what` is the tag or the address as it stands there.
    """

    def __init__(self, problem: str, what: str, line: int, column: int) -> None:
        super().__init__(problem, what, line, column)
        self.problem, self.what, self.line, self.column = problem, what, line, column


class BadMedia(Exception):
    """Neither a photo nor a document: `kind`."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class BadButton(Exception):
    """A button that could not be shown or would lead nowhere. `given` is what was asked for.

    `problem`: `kind`, `no_caption`, `long_caption`, `link`, `programme`, `vacancy` (there is none
    such), or `too_many`.
    """

    def __init__(self, problem: str, given: str) -> None:
        super().__init__(problem, given)
        self.problem, self.given = problem, given


class NoSuchButton(Exception):
    """The broadcast has no button at this place."""


class BadAudience(Exception):
    """Nobody can be found so. `criterion` is a field of Audience, `given` what stands in it."""

    def __init__(self, criterion: str, given: str) -> None:
        super().__init__(criterion, given)
        self.criterion, self.given = criterion, given


class EndsTooEarly(Exception):
    """It would be of no more use (`expires_at`) when it is to start (`start_at`)."""

    def __init__(self, expires_at: datetime, start_at: datetime) -> None:
        super().__init__(expires_at, start_at)
        self.expires_at, self.start_at = expires_at, start_at
