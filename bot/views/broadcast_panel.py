"""One broadcast that is handed in: where it stands, how far it is, and what can be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardButton

from announcements.broadcast_rows import BroadcastState, BroadcastView
from announcements.progress import JobProgress, Progress
from bot.broadcast_reading import Standing
from bot.callbacks import Press
from bot.keyboards import Row, button, in_columns, ways_back
from bot.presses.broadcasts import (
    ApproveBroadcast,
    AskCancelBroadcast,
    AskRecall,
    AskRefuse,
    CancelBroadcast,
    CorrectBroadcast,
    EditBroadcast,
    ListBroadcasts,
    MoreOfBroadcast,
    OpenBroadcast,
    PauseBroadcast,
    PreviewBroadcast,
    RecallBroadcast,
    ReopenBroadcast,
    ResumeBroadcast,
    SendReport,
    SettleUncertain,
)
from bot.presses.staff import OpenStaff
from bot.screens import Screen
from bot.views.broadcast_approval import reason_words
from bot.views.broadcast_words import audience_words, excerpt, start_words
from bot.views.paging import ROOM, desk_page, page_of, turning
from texts import Fact, Safe, Speaker
from texts.moments import clock, zone_name

LONGEST_CAPTION = 40
WAYS_ON = ROOM - 2
State = BroadcastState
BEFORE = (State.WAITING, State.SCHEDULED)
STARTED = (State.RUNNING, State.PAUSED, State.DONE, State.CANCELLED, State.RECALLED)


def list_screen(t: Speaker, found: Sequence[BroadcastView], page: int) -> Screen:
    size = desk_page(len(found))
    shown, page = page_of(found, page, size)
    rows: list[Row] = [[button(_line(t, view), OpenBroadcast(view.id))] for view in shown]
    text = t("broadcast-list") if found else t("broadcast-list-none")
    turn = turning(t, page, len(found), ListBroadcasts, size)
    return Screen(text, [*rows, *turn, ways_back(t, OpenStaff())])


@dataclass(frozen=True)
class Viewer:
    """Who looks at it: its author, or somebody whose yes can be the second person's."""

    wrote_it: bool = False
    approves: bool = False


AUTHOR = Viewer(wrote_it=True)


def panel_screen(
    t: Speaker,
    standing: Standing,
    viewer: Viewer,
    zone: ZoneInfo,
    note: str = "",
    *,
    live: bool = False,
) -> Screen:
    """`note`: what was just done, or could not be. A `live` one is brought up to date by itself:
    it stays what it is, and so leads nowhere else.
    """
    view = standing.view
    text = t(
        "broadcast-panel",
        id=str(view.id),
        state=state_words(t, view.state),
        excerpt=excerpt(t, view),
        facts=Safe("\n".join(_facts(t, standing, zone))),
    )
    ways = _ways(t, standing, viewer)
    if len(ways) > WAYS_ON:
        more = button(t.plain("broadcast-more"), MoreOfBroadcast(view.id))
        ways = [*ways[: WAYS_ON - 1], more]
    rows = in_columns(ways)
    if not live:
        rows.append(ways_back(t, ListBroadcasts(0)))
    return Screen(f"{note}\n\n{text}" if note else text, rows)


def more_screen(t: Speaker, standing: Standing, viewer: Viewer) -> Screen:
    """What the panel has no room for; of one that has room for all, all of it."""
    view, ways = standing.view, _ways(t, standing, viewer)
    rest = ways[WAYS_ON - 1 :] if len(ways) > WAYS_ON else ways
    text = t("broadcast-more-text", id=str(view.id), state=state_words(t, view.state))
    return Screen(text, [*in_columns(rest), ways_back(t, OpenBroadcast(view.id))])


def ask_cancel_screen(t: Speaker, view: BroadcastView, left: int) -> Screen:
    """`left`: those who will not get it, 0 where it has not begun."""
    text = t("broadcast-ask-cancel", left=left)
    return _really(t, view, text, t.plain("broadcast-cancel-sure"), CancelBroadcast(view.id))


def ask_recall_screen(t: Speaker, view: BroadcastView, sent: int) -> Screen:
    text = t("broadcast-ask-recall", sent=sent)
    return _really(t, view, text, t.plain("broadcast-recall-sure"), RecallBroadcast(view.id))


def state_words(t: Speaker, state: BroadcastState) -> str:
    return t.plain(f"broadcast-in-state-{state.value}")


def _really(t: Speaker, view: BroadcastView, text: Safe, caption: str, press: Press) -> Screen:
    """The safe choice first."""
    stay = button(t.plain("broadcast-stay"), OpenBroadcast(view.id))
    return Screen(text, [[stay], [button(caption, press)], ways_back(t, OpenBroadcast(view.id))])


def _line(t: Speaker, view: BroadcastView) -> str:
    told = t.plain("broadcast-line", id=str(view.id), excerpt=excerpt(t, view, 22))
    return f"{told} · {state_words(t, view.state)}"


def _facts(t: Speaker, standing: Standing, zone: ZoneInfo) -> list[Safe]:
    view = standing.view
    if view.state in STARTED and view.batch_id is not None:
        return _progress(t, standing, zone)
    who = audience_words(t, view.audience, standing.names)
    people: Fact = "none" if view.people is None else view.people
    facts = [
        t("broadcast-by", author=view.author, audience=who),
        t("broadcast-people", people=people),
    ]
    if view.start_at is not None and view.state is not State.CANCELLED:
        facts.append(t("broadcast-starts", start=start_words(t, view.start_at, zone)))
    if standing.approver is not None:
        facts.append(t("broadcast-approved-by", name=standing.approver))
    if view.state is State.DRAFT and view.submission and view.reason:
        facts.append(t("broadcast-refused-why", why=reason_words(t, view)))
    return facts


def _progress(t: Speaker, standing: Standing, zone: ZoneInfo) -> list[Safe]:
    """A line a fact; what is nought is left out, but for the first."""
    done = standing.progress
    filled = "yes" if done.filled else "no"
    facts = [t("broadcast-sent", sent=done.sent, recipients=done.recipients, filled=filled)]
    if done.blocked or done.failed or done.expired:
        missed = {"blocked": done.blocked, "failed": done.failed, "expired": done.expired}
        facts.append(t("broadcast-not-sent", **missed))
    if done.uncertain:
        facts.append(t("broadcast-uncertain", uncertain=done.uncertain))
    if done.cancelled:
        facts.append(t("broadcast-cancelled", cancelled=done.cancelled))
    if done.left and standing.view.state in (State.RUNNING, State.PAUSED):
        facts.append(_left(t, done, standing.view, zone))
    if standing.pressed:
        facts.append(t("broadcast-pressed", people=standing.pressed))
    if done.job is not None:
        facts.append(_job(t, done.job))
    return facts


def _job(t: Speaker, job: JobProgress) -> Safe:
    """A correction or recall: its messages are looked up before anything is changed."""
    if job.finished_at is None and not job.recipients:
        return t("broadcast-job-begins")
    told = {"sent": job.sent, "recipients": job.recipients, "failed": job.failed}
    return t(f"broadcast-job-{job.kind}", **told)


def _left(t: Speaker, done: Progress, view: BroadcastView, zone: ZoneInfo) -> Safe:
    if view.state is State.PAUSED:
        return t("broadcast-left-resting", left=done.left)
    if not done.per_second:
        return t("broadcast-left-still", left=done.left)
    ends = "none"
    if done.ends_at is not None:
        ends = f"{clock(done.ends_at, zone)} {zone_name(zone)}"
    speed = round(done.per_second, 1) if done.per_second < 10 else round(done.per_second)
    return t("broadcast-left", left=done.left, speed=speed, ends=ends)


def _ways(t: Speaker, standing: Standing, viewer: Viewer) -> list[InlineKeyboardButton]:
    view, done = standing.view, standing.progress
    ways = list(WAYS[view.state])
    if view.state in (State.CANCELLED, State.RECALLED) and view.batch_id is None:
        ways = [PreviewBroadcast]  # nobody has ever got it
    if viewer.wrote_it and view.state in BEFORE:
        ways.insert(0, ReopenBroadcast)
    made = [button(t.plain(CAPTIONS[way]), way(view.id)) for way in ways]
    if viewer.wrote_it and view.state is State.DRAFT:
        made.insert(0, button(t.plain("broadcast-write-on"), EditBroadcast(view.id, "review")))
    if viewer.approves and not viewer.wrote_it and view.state is State.WAITING:
        made[:0] = [
            button(t.plain("broadcast-approve"), ApproveBroadcast(view.id, view.submission)),
            button(t.plain("broadcast-refuse"), AskRefuse(view.id, view.submission)),
        ]
    if done.undecided and view.state in (State.RUNNING, State.PAUSED, State.DONE):
        made[:0] = [  # that comes first: it waits for somebody to decide
            button(t.plain("broadcast-again"), SettleUncertain(view.id, again=True)),
            button(t.plain("broadcast-leave"), SettleUncertain(view.id, again=False)),
        ]
    return made


CAPTIONS: dict[type[Press], str] = {
    OpenBroadcast: "broadcast-refresh",
    PreviewBroadcast: "broadcast-preview",
    ReopenBroadcast: "broadcast-reopen",
    PauseBroadcast: "broadcast-pause",
    ResumeBroadcast: "broadcast-resume",
    AskCancelBroadcast: "broadcast-cancel",
    CorrectBroadcast: "broadcast-correct",
    AskRecall: "broadcast-recall",
    SendReport: "broadcast-report",
}
WAYS: dict[BroadcastState, Sequence[type]] = {
    State.DRAFT: (PreviewBroadcast,),
    State.WAITING: (PreviewBroadcast, AskCancelBroadcast),
    State.SCHEDULED: (PreviewBroadcast, AskCancelBroadcast),
    State.RUNNING: (PauseBroadcast, AskCancelBroadcast, PreviewBroadcast, OpenBroadcast),
    State.PAUSED: (
        ResumeBroadcast, AskCancelBroadcast, CorrectBroadcast, AskRecall, PreviewBroadcast,
        SendReport,
    ),
    State.DONE: (CorrectBroadcast, AskRecall, SendReport, PreviewBroadcast, OpenBroadcast),
    State.CANCELLED: (CorrectBroadcast, AskRecall, SendReport, PreviewBroadcast),
    State.RECALLED: (SendReport, PreviewBroadcast, OpenBroadcast),
}  # fmt: skip
