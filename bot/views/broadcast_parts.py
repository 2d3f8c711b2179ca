"""Whether a text that may have been cut is all of it: how it ends, and what can be done."""

from announcements.broadcast_rows import BroadcastView
from announcements.formatting import plain
from announcements.questions import Question
from bot.callbacks import Press
from bot.keyboards import button, ways_back
from bot.presses.broadcasts import CorrectBroadcast, EditBroadcast, KeepCorrection
from bot.screens import Screen
from texts import Speaker

ENDING = 60


def cut_screen(t: Speaker, view: BroadcastView, note: str = "") -> Screen:
    again = EditBroadcast(view.id, Question.TEXT.value)
    counted = view.people is not None
    on = Question.REVIEW if counted else Question.BUTTONS
    return _cut(t, view.html, again, EditBroadcast(view.id, on.value), note)


def cut_correction_screen(t: Speaker, view: BroadcastView, note: str = "") -> Screen:
    again = CorrectBroadcast(view.id)
    return _cut(t, view.correction or "", again, KeepCorrection(view.id), note)


def _cut(t: Speaker, html: str, again: Press, keep: Press, note: str) -> Screen:
    """The safe choice first."""
    words = plain(html)
    length = len(words.encode("utf-16-le")) // 2
    text = t("broadcast-ask-cut", length=length, ending=words[-ENDING:].strip())
    rows = [
        [button(t.plain("broadcast-correction-words"), again)],
        [button(t.plain("broadcast-cut-keep"), keep)],
        ways_back(t, again),
    ]
    return Screen(f"{note}\n\n{text}" if note else text, rows)
