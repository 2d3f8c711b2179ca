"""Other words for what was delivered."""

from announcements.broadcast_rows import BroadcastView
from bot.keyboards import button, ways_back
from bot.presses.broadcasts import CorrectBroadcast, OpenBroadcast, SendCorrection
from bot.screens import Screen
from bot.views.broadcast_words import excerpt
from texts import Speaker

LONGEST_EXCERPT = 200


def correction_screen(t: Speaker, view: BroadcastView, sent: int, note: str = "") -> Screen:
    text = t("broadcast-ask-correction", sent=sent, excerpt=excerpt(t, view, LONGEST_EXCERPT))
    back = button(t.plain("broadcast-correction-off"), OpenBroadcast(view.id))
    rows = [[back], ways_back(t, OpenBroadcast(view.id))]
    return Screen(f"{note}\n\n{text}" if note else text, rows)


def correction_sure_screen(t: Speaker, view: BroadcastView, sent: int, note: str = "") -> Screen:
    """The safe choice first."""
    text = t("broadcast-ask-correction-sure", sent=sent)
    rows = [
        [button(t.plain("broadcast-correction-words"), CorrectBroadcast(view.id))],
        [button(t.plain("broadcast-correction-sure"), SendCorrection(view.id))],
        ways_back(t, OpenBroadcast(view.id)),
    ]
    return Screen(f"{note}\n\n{text}" if note else text, rows)
