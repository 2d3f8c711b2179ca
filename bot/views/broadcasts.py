"""The questions while a broadcast is written: text, buttons, time, and whether to send it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardButton

from announcements.broadcast_rows import BroadcastView
from announcements.buttons import MOST
from announcements.questions import Question
from bot.broadcast_reading import Choice, Names
from bot.keyboards import Row, button, in_columns, ways_back
from bot.presses.broadcasts import (
    AddJoin,
    ChooseTarget,
    DiscardBroadcast,
    DropButtons,
    EditBroadcast,
    ParkBroadcast,
    SendBroadcast,
    SetStart,
    TryBroadcast,
)
from bot.presses.staff import OpenStaff
from bot.screens import Screen
from bot.views.broadcast_words import audience_words, lasts, start_words
from bot.views.vacancies import short
from texts import Safe, Speaker

LONGEST_CAPTION = 44
MORNING = 8


def text_screen(t: Speaker, view: BroadcastView, note: str = "") -> Screen:
    """The way back leads to the review where there is something to look at already."""
    discard = button(t.plain("broadcast-discard"), _to(view, Question.DISCARD))
    back = _to(view, Question.REVIEW) if is_written(view) else OpenStaff()
    rows = [[_later(t), discard], ways_back(t, back)]
    return _noted(note, t("broadcast-ask-text"), rows)


def buttons_screen(t: Speaker, view: BroadcastView, note: str = "") -> Screen:
    lines = [
        t("broadcast-button-line", caption=one.caption, kind=one.kind, target=short(one.target, 40))
        for one in view.buttons
    ]
    told = Safe("\n".join(["", *lines])) if lines else "none"
    adds = [
        button(t.plain("broadcast-add-link"), _to(view, Question.LINK)),
        button(t.plain("broadcast-add-programme"), _to(view, Question.PROGRAMME)),
        button(t.plain("broadcast-add-vacancy"), _to(view, Question.VACANCY)),
        button(t.plain("broadcast-add-join"), _to(view, Question.JOIN)),
    ]
    rows: list[Row] = in_columns(adds) if len(view.buttons) < MOST else []
    if view.buttons:
        rows.append([button(t.plain("broadcast-drop-buttons"), DropButtons(view.id))])
    on = "broadcast-next" if view.buttons else "broadcast-without-buttons"
    rows.append([button(t.plain(on), _to(view, after_buttons(view)))])
    back = ways_back(t, _to(view, Question.TEXT))
    return _noted(note, t("broadcast-ask-buttons", buttons=told), [*rows, back])


def link_screen(t: Speaker, view: BroadcastView, note: str = "") -> Screen:
    return _noted(note, t("broadcast-ask-link"), [_to_buttons(t, view)])


def join_screen(t: Speaker, view: BroadcastView, note: str = "") -> Screen:
    ours = button(t.plain("broadcast-join"), AddJoin(view.id))
    return _noted(note, t("broadcast-ask-join"), [[ours], _to_buttons(t, view)])


def target_screen(
    t: Speaker, view: BroadcastView, kind: str, found: Sequence[Choice] | None, note: str = ""
) -> Screen:
    """`kind`: programme or vacancy. `found` None: nothing was searched for yet."""
    if not found:
        missing = t("broadcast-found-none") if found is not None else ""
        text = t(f"broadcast-ask-{kind}")
        return _noted(note or missing, text, [_to_buttons(t, view)])
    ways = [
        button(short(one.title, LONGEST_CAPTION), ChooseTarget(view.id, kind, int(one.value)))
        for one in found
    ]
    return _noted(note, t("broadcast-found"), [*in_columns(ways, 1), _to_buttons(t, view)])


def review_screen(
    t: Speaker,
    view: BroadcastView,
    names: Names,
    *,
    rate: float,
    approve_above: int,
    zone: ZoneInfo,
    note: str = "",
) -> Screen:
    """Below the preview: to whom, how long, when; and what can still be changed."""
    people = view.people or 0
    asks = people > approve_above
    text = t(
        "broadcast-review",
        audience=audience_words(t, view.audience, names),
        people=people,
        lasts=lasts(t, people, rate),
        start=start_words(t, view.start_at, zone),
        approval="yes" if asks else "no",
        limit=approve_above,
    )
    changes = [
        button(t.plain("broadcast-edit"), _to(view, Question.CHANGES)),
        button(t.plain("broadcast-edit-time"), _to(view, Question.TIME)),
        button(t.plain("broadcast-test"), TryBroadcast(view.id)),
        button(t.plain("broadcast-discard"), _to(view, Question.DISCARD)),
    ]
    if asks:
        send = button(t.plain("broadcast-ask-approval"), SendBroadcast(view.id))
    elif view.start_at is None:
        send = button(t.plain("broadcast-send-now"), _to(view, Question.SURE))
    else:
        send = button(t.plain("broadcast-send-then"), _to(view, Question.SURE))
    rows = [*in_columns(changes), [_later(t), send], ways_back(t, _to(view, Question.AUDIENCE))]
    return _noted(note, text, rows)


def changes_screen(t: Speaker, view: BroadcastView, note: str = "") -> Screen:
    ways = [
        button(t.plain("broadcast-edit-text"), _to(view, Question.TEXT)),
        button(t.plain("broadcast-edit-buttons"), _to(view, Question.BUTTONS)),
        button(t.plain("broadcast-edit-audience"), _to(view, Question.AUDIENCE)),
    ]
    back = ways_back(t, _to(view, Question.REVIEW))
    return _noted(note, t("broadcast-ask-changes"), [*in_columns(ways, 1), back])


def time_screen(
    t: Speaker, view: BroadcastView, now: datetime, zone: ZoneInfo, note: str = ""
) -> Screen:
    tomorrow = now.astimezone(zone) + timedelta(days=1)
    morning = tomorrow.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    minutes = int(morning.timestamp()) // 60
    ways = [
        button(t.plain("broadcast-now"), SetStart(view.id, 0)),
        button(t.plain("broadcast-tomorrow"), SetStart(view.id, minutes)),
    ]
    back = ways_back(t, _to(view, Question.REVIEW))
    return _noted(note, t("broadcast-ask-time"), [ways, back])


def sure_screen(t: Speaker, view: BroadcastView, zone: ZoneInfo, note: str = "") -> Screen:
    """Once more, with the number; the safe choice first."""
    start = start_words(t, view.start_at, zone)
    text = t("broadcast-ask-sure", people=view.people or 0, start=start)
    key = "broadcast-sure-now" if view.start_at is None else "broadcast-sure-then"
    not_yet = button(t.plain("broadcast-not-yet"), _to(view, Question.REVIEW))
    rows = [[not_yet], [button(t.plain(key), SendBroadcast(view.id))], ways_back(t)]
    return _noted(note, text, rows)


def discard_screen(t: Speaker, view: BroadcastView, note: str = "") -> Screen:
    keep = _to(view, Question.REVIEW if is_written(view) else Question.TEXT)
    rows = [
        [button(t.plain("broadcast-keep"), keep)],
        [button(t.plain("broadcast-discard-sure"), DiscardBroadcast(view.id))],
        ways_back(t),
    ]
    return _noted(note, t("broadcast-ask-discard"), rows)


def after_buttons(view: BroadcastView) -> Question:
    """Whom it is for, if that was not asked yet: only then nobody has been counted."""
    return Question.AUDIENCE if view.people is None else Question.REVIEW


def is_written(view: BroadcastView) -> bool:
    return bool(view.html) or view.media_kind is not None


def _to(view: BroadcastView, question: Question) -> EditBroadcast:
    return EditBroadcast(view.id, question.value)


def _to_buttons(t: Speaker, view: BroadcastView) -> Row:
    return ways_back(t, _to(view, Question.BUTTONS))


def _later(t: Speaker) -> InlineKeyboardButton:
    return button(t.plain("broadcast-later"), ParkBroadcast())


def _noted(note: str, text: Safe, rows: Sequence[Row]) -> Screen:
    return Screen(f"{note}\n\n{text}" if note else text, rows)
