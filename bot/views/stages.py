"""A wave's timeline: in words for those in it, and with its next move for staff."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.keyboards import Row, button, in_columns, ways_back
from bot.presses.beds import ListBeds
from bot.presses.schedule import OpenApplication
from bot.presses.staff import OpenStaffMore
from bot.presses.stages import AdvanceBecause, AskAdvance, ListWaves, OpenWave, ShowTimeline
from bot.screens import Screen
from bot.views.classes import wave_caption
from bot.views.paging import desk_page, page_of, turning
from bot.views.vacancies import short
from catalog.timeline import Leg
from intake.applications.rows import ApplicationView
from intake.waves.moves import REASONS
from intake.waves.tallies import Tally
from intake.waves.timelines import Step, Timeline
from storage.models import Wave
from texts import Safe, Speaker
from texts.moments import moment, span

LONGEST_TITLE = 80
A_MOMENT = timedelta(microseconds=1)


def here_line(t: Speaker, timeline: Timeline, zone: ZoneInfo) -> Safe:
    """Which stage one's wave is in, and which is next; for the application's own screen."""
    here, following = timeline.here, timeline.following
    return t(
        "stages-here",
        here="none" if here is None else stage_name(t, here.kind),
        next="none" if following is None else stage_name(t, following.kind),
        dates="none" if following is None else _dates(t, following, zone),
    )


def timeline_row(t: Speaker, application_id: int) -> Row:
    return [button(t.plain("stages-see"), ShowTimeline(application_id))]


def timeline_screen(
    t: Speaker, application: ApplicationView, timeline: Timeline, zone: ZoneInfo
) -> Screen:
    text = t(
        "stages-mine",
        programme=application.programme_title,
        wave=short(application.wave_title, LONGEST_TITLE),
        lines=_lines(t, timeline, zone),
        here=here_line(t, timeline, zone),
    )
    return Screen(text, [ways_back(t, OpenApplication(application.id))])


def waves_screen(t: Speaker, waves: Sequence[Wave], page: int) -> Screen:
    if not waves:
        return Screen(t("stages-no-waves"), [ways_back(t, OpenStaffMore())])
    size = desk_page(len(waves))
    shown, page = page_of(waves, page, size)
    ways = [button(_caption(t, wave), OpenWave(wave.id)) for wave in shown]
    turns = turning(t, page, len(waves), ListWaves, size)
    return Screen(t("stages-waves"), [*in_columns(ways, 1), *turns, ways_back(t, OpenStaffMore())])


def wave_screen(
    t: Speaker, timeline: Timeline, tally: Tally, zone: ZoneInfo, note: str = ""
) -> Screen:
    step = timeline.next
    text = t(
        "stages-wave",
        code=timeline.code,
        title=short(timeline.title, LONGEST_TITLE),
        lines=_lines(t, timeline, zone),
        submitted=tally.submitted,
        lacking=tally.lacking,
        admitted=tally.admitted,
        next="none" if step is None else move_name(t, step),
        due="none" if step is None or step.due_at is None else moment(step.due_at, t, zone),
    )
    rows: list[Row] = []
    if step is not None:
        that = AskAdvance(timeline.wave_id, step.kind, step.move)
        rows.append([button(move_name(t, step), that)])
    if tally.dormitory:
        rows.append([button(t.plain("beds-see"), ListBeds(timeline.wave_id, 0))])
    rows.append(ways_back(t, ListWaves(0)))
    return Screen(f"{note}\n\n{text}" if note else text, rows)


def ask_advance_screen(
    t: Speaker, timeline: Timeline, step: Step, now: datetime, zone: ZoneInfo, note: str = ""
) -> Screen:
    """The safe choice first; what it will do is named. Each reason does it."""
    early = step.due_at is not None and step.due_at > now
    text = t(
        "stages-ask",
        move=move_name(t, step),
        code=timeline.code,
        what=t("stages-what", which=_which(step)),
        due=moment(step.due_at, t, zone) if early and step.due_at else "none",
    )
    keep = button(t.plain("stages-keep"), OpenWave(timeline.wave_id))
    that = (timeline.wave_id, step.kind, step.move)
    whys = [button(t.plain(f"stages-why-{why}"), AdvanceBecause(*that, why)) for why in REASONS]
    rows = [[keep], *in_columns(whys, 1), ways_back(t, OpenWave(timeline.wave_id))]
    return Screen(f"{note}\n\n{text}" if note else text, rows)


def stage_name(t: Speaker, kind: str) -> str:
    return t.plain(f"courses-stage-{kind}")


def move_name(t: Speaker, step: Step) -> str:
    return t.plain("stages-move", which=_which(step))


def _which(step: Step) -> str:
    return f"{step.kind}-{step.move}"


def _caption(t: Speaker, wave: Wave) -> str:
    caption = wave_caption(t, wave)
    return caption if wave.code in caption else f"{wave.code} · {caption}"


def _lines(t: Speaker, timeline: Timeline, zone: ZoneInfo) -> Safe:
    return Safe("\n".join(_line(t, timeline, leg, zone) for leg in timeline.legs))


def _line(t: Speaker, timeline: Timeline, leg: Leg, zone: ZoneInfo) -> Safe:
    return t(
        "stages-line",
        stage=stage_name(t, leg.kind),
        standing=timeline.standing(leg.kind).value,
        dates=_dates(t, leg, zone),
    )


def _dates(t: Speaker, leg: Leg, zone: ZoneInfo) -> str:
    if leg.starts_at is None:
        return t.plain("stages-undated")
    first = leg.starts_at.astimezone(zone).date()
    last = first if leg.ends_at is None else _last_day(leg.ends_at, zone)
    return span(first, max(first, last), t.language)


def _last_day(ends_at: datetime, zone: ZoneInfo) -> date:
    """What ends at midnight has its last day before it."""
    return (ends_at - A_MOMENT).astimezone(zone).date()
