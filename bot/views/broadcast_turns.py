"""The screens at which the writing of a broadcast ends: handed in, put aside, thrown away."""

from zoneinfo import ZoneInfo

from announcements.broadcast_rows import BroadcastState, BroadcastView
from bot.keyboards import Row, button, ways_back
from bot.presses.broadcasts import NewBroadcast, OpenBroadcast
from bot.presses.staff import OpenStaff
from bot.screens import Screen
from bot.views.broadcast_words import start_words
from texts import Speaker


def handed_in_screen(t: Speaker, view: BroadcastView, asked: int, zone: ZoneInfo) -> Screen:
    """`asked`: approvers who have been told, where it waits for one."""
    if view.state is BroadcastState.WAITING:
        return Screen(t("broadcast-waiting", asked=asked), _follow(t, view.id))
    if view.state is BroadcastState.SCHEDULED:
        start = start_words(t, view.start_at, zone)
        text = t("broadcast-scheduled", start=start, people=view.people or 0)
        return Screen(text, _follow(t, view.id))
    return Screen(t("broadcast-started"), [ways_back(t, OpenStaff())])


def parked_screen(t: Speaker) -> Screen:
    on = button(t.plain("staff-open"), OpenStaff())
    return Screen(t("broadcast-parked"), [[on], ways_back(t)])


def discarded_screen(t: Speaker) -> Screen:
    new = button(t.plain("staff-new"), NewBroadcast())
    return Screen(t("broadcast-discarded"), [[new], ways_back(t, OpenStaff())])


def correcting_screen(t: Speaker, broadcast_id: int) -> Screen:
    return Screen(t("broadcast-correcting"), _follow(t, broadcast_id))


def _follow(t: Speaker, broadcast_id: int) -> list[Row]:
    see = button(t.plain("broadcast-follow"), OpenBroadcast(broadcast_id))
    return [[see], ways_back(t, OpenStaff())]
