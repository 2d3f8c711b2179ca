"""Buttons of tracks abroad: the checklist, what interest is for, and warnings against brokers."""

from bot.callbacks import Press
from intake.tracks.holders import ANYBODY


class OpenTrack(Press, code="j"):
    """The checklist, page by page from 0. `whose`, here and below, as in intake.tracks.holders."""

    programme_id: int
    page: int
    whose: int = ANYBODY


class FollowTrack(Press, code="jf"):
    """Taken up, or given up."""

    programme_id: int
    wanted: bool
    whose: int = ANYBODY


class OpenTrackItem(Press, code="ji"):
    programme_id: int
    item_id: int
    whose: int = ANYBODY


class TellItem(Press, code="jt"):
    """ "I have it", or not any more."""

    programme_id: int
    item_id: int
    has: bool
    whose: int = ANYBODY


class ChooseHolder(Press, code="jp"):
    """For whom of those on this phone; page by page from 0."""

    programme_id: int
    page: int


class AskHolder(Press, code="jq"):
    """Whose it is that was followed before it was known for whom; page by page from 0."""

    programme_id: int
    page: int


class NameHolder(Press, code="jn"):
    """The answer to that: `whose` is never ANYBODY."""

    programme_id: int
    whose: int


OfTrack = OpenTrack | FollowTrack | OpenTrackItem | TellItem | ChooseHolder | AskHolder | NameHolder


class OpenWishes(Press, code="jw"):
    """What the interest in a programme is for."""

    programme_id: int


class SetWishes(Press, code="jws"):
    """As they are from now on; empty: not said, or any."""

    programme_id: int
    kind: str
    destination: str


class ShowCautions(Press, code="jc"):
    """Warnings against brokers, page by page from 0."""

    page: int


class CheckOffer(Press, code="jo"):
    """How an offer is sent here to be looked at."""
