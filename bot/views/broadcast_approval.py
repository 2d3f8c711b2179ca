"""A second person's yes or no: what is asked, and what the author hears."""

from zoneinfo import ZoneInfo

from announcements.broadcast_rows import BroadcastView
from bot.broadcast_reading import Names
from bot.keyboards import button, in_columns, ways_back
from bot.presses.broadcasts import (
    ApproveBroadcast,
    AskRefuse,
    EditBroadcast,
    OpenBroadcast,
    PreviewBroadcast,
    RefuseBroadcast,
)
from bot.presses.staff import OpenStaff
from bot.screens import Screen
from bot.views.broadcast_words import audience_words, excerpt, lasts, start_words
from texts import Speaker

REASONS = ("text", "audience", "time", "other")


def approval_screen(
    t: Speaker, view: BroadcastView, names: Names, rate: float, zone: ZoneInfo
) -> Screen:
    text = t(
        "broadcast-letter-approval",
        author=view.author,
        people=view.people or 0,
        lasts=lasts(t, view.people or 0, rate),
        audience=audience_words(t, view.audience, names),
        start=start_words(t, view.start_at, zone),
    )
    ways = [
        button(t.plain("broadcast-preview"), PreviewBroadcast(view.id)),
        button(t.plain("broadcast-approve"), ApproveBroadcast(view.id, view.submission)),
        button(t.plain("broadcast-refuse"), AskRefuse(view.id, view.submission)),
    ]
    return Screen(text, [[ways[0]], ways[1:], ways_back(t, OpenStaff())])


def why_screen(t: Speaker, broadcast_id: int, submission: int) -> Screen:
    ways = [
        button(t.plain(f"broadcast-why-{why}"), RefuseBroadcast(broadcast_id, submission, why))
        for why in REASONS
    ]
    return Screen(
        t("broadcast-ask-why"), [*in_columns(ways, 1), ways_back(t, OpenBroadcast(broadcast_id))]
    )


def decided_screen(t: Speaker, view: BroadcastView, *, approved: bool) -> Screen:
    key = "broadcast-you-approved" if approved else "broadcast-you-refused"
    see = button(t.plain("broadcast-follow"), OpenBroadcast(view.id))
    return Screen(t(key, id=str(view.id), author=view.author), [[see], ways_back(t, OpenStaff())])


def approved_screen(t: Speaker, view: BroadcastView, name: str | None) -> Screen:
    text = t("broadcast-letter-approved", name=name or "", excerpt=excerpt(t, view))
    see = button(t.plain("broadcast-follow"), OpenBroadcast(view.id))
    return Screen(text, [[see], ways_back(t, OpenStaff())])


def refused_screen(t: Speaker, view: BroadcastView) -> Screen:
    text = t("broadcast-letter-refused", why=reason_words(t, view), excerpt=excerpt(t, view))
    change = button(t.plain("broadcast-write-on"), EditBroadcast(view.id, "review"))
    return Screen(text, [[change], ways_back(t, OpenStaff())])


def reason_words(t: Speaker, view: BroadcastView) -> str:
    """Reasons are kept as they were chosen; one from the command line is in words already."""
    why = view.reason or REASONS[-1]
    return t.plain(f"broadcast-why-{why}") if why in REASONS else why
