"""Buttons of the staff's desk: who follows a track, what they have of it, who is interested."""

from bot.callbacks import Press


class ListTracks(Press, code="jd"):
    """The tracks of their provider."""


class OpenTrackDesk(Press, code="jdt"):
    """Interest in numbers, and the followers page by page from 0."""

    programme_id: int
    page: int


class ListInterested(Press, code="jdn"):
    """By name, page by page from 0."""

    programme_id: int
    page: int


class OpenFollower(Press, code="jdf"):
    """One person's checklist, page by page from 0."""

    follow_id: int
    page: int


class OpenFollowerItem(Press, code="jdi"):
    follow_id: int
    item_id: int


class ConfirmItem(Press, code="jdc"):
    """Staff have seen it."""

    follow_id: int
    item_id: int


class AskUnconfirm(Press, code="jda"):
    """Taking that back: it asks why."""

    follow_id: int
    item_id: int


class UnconfirmItem(Press, code="jdu"):
    """`why`: a word of `intake.training.certificates.REASONS`."""

    follow_id: int
    item_id: int
    why: str
