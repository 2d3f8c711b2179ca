"""A bed in the dormitory: asked for, granted, given back; and a wave's beds for staff."""

from zoneinfo import ZoneInfo

from bot.bed_reading import BedHolder, WaveBeds
from bot.keyboards import Row, button, in_columns, ways_back
from bot.presses.beds import (
    AskBed,
    AskMoveBed,
    AskNoBed,
    ListBeds,
    MoveBed,
    NeedNoBed,
    OpenBed,
    OpenBedOf,
)
from bot.presses.schedule import OpenApplication
from bot.presses.stages import OpenWave
from bot.screens import Screen
from bot.views.paging import desk_page, page_of, turning
from bot.views.vacancies import short
from intake.applications.rows import ApplicationView
from intake.beds.beds import REASONS
from intake.beds.houses import BedState
from intake.beds.rows import BedCount, BedView
from texts import Safe, Speaker
from texts.moments import moment

WANTED = (BedState.ASKED, BedState.RESERVE, BedState.GRANTED)
LONGEST_NAME = 24


def bed_row(t: Speaker, bed: BedView) -> Row:
    """For an application's own screen."""
    return [button(t.plain("beds-see"), OpenBed(bed.application_id))]


def bed_question(t: Speaker, bed: BedView | None) -> tuple[Safe, list[Row]]:
    """Asked once, with the seat: two taps, and nothing where there is nothing to ask."""
    if bed is None or bed.state is not None or not bed.open:
        return Safe(""), []
    id_ = bed.application_id
    yes = button(t.plain("beds-yes"), AskBed(id_))
    return t("beds-question"), [[yes], [button(t.plain("beds-no"), NeedNoBed(id_))]]


def bed_screen(
    t: Speaker, application: ApplicationView, bed: BedView, zone: ZoneInfo, note: str = ""
) -> Screen:
    given = "none" if bed.given_at is None else moment(bed.given_at, t, zone)
    state = "none" if bed.state is None else bed.state.value
    text = t(
        "beds-mine",
        programme=application.programme_title,
        state=state,
        place=bed.place or 0,
        given=given,
        known="yes" if bed.known else "no",
        far="yes" if bed.far_first else "no",
    )
    back = ways_back(t, OpenApplication(application.id))
    return Screen(f"{note}\n\n{text}" if note else text, [*_ways(t, bed), back])


def ask_no_bed_screen(t: Speaker, application: ApplicationView) -> Screen:
    """The safe choice first; what will be lost is named."""
    text = t("beds-ask-give-back", programme=application.programme_title)
    keep = button(t.plain("beds-keep"), OpenBed(application.id))
    really = button(t.plain("beds-give-back-really"), NeedNoBed(application.id))
    return Screen(text, [[keep], [really], ways_back(t, OpenBed(application.id))])


def no_bed_screen(t: Speaker, application: ApplicationView, note: str = "") -> Screen:
    """Without a seat, or a dormitory."""
    back = ways_back(t, OpenApplication(application.id))
    return Screen(note or t("beds-none-here"), [back])


def list_screen(t: Speaker, beds: WaveBeds, page: int) -> Screen:
    size = desk_page(len(beds.people))
    shown, page = page_of(beds.people, page, size)
    lines = Safe("\n".join(_count(t, side, count) for side, count in beds.counts.items()))
    text = t(
        "beds-list",
        code=beds.code,
        lines=lines or t("beds-unknown"),
        people=len(beds.people),
    )
    ways = [button(_caption(t, one), OpenBedOf(one.application_id)) for one in shown]
    turns = turning(t, page, len(beds.people), lambda at: ListBeds(beds.wave_id, at), size)
    return Screen(text, [*in_columns(ways, 1), *turns, ways_back(t, OpenWave(beds.wave_id))])


def holder_screen(t: Speaker, one: BedHolder, note: str = "") -> Screen:
    granted = one.state is not BedState.GRANTED
    text = t("beds-one", name=one.name, number=one.number, state=one.state.value)
    caption = t.plain("beds-grant" if granted else "beds-take")
    ways = [button(caption, AskMoveBed(one.application_id, granted))]
    back = ways_back(t, ListBeds(one.wave_id, 0))
    return Screen(f"{note}\n\n{text}" if note else text, [ways, back])


def ask_move_screen(t: Speaker, one: BedHolder, *, granted: bool, note: str = "") -> Screen:
    """The safe choice first. Each reason does it; what is done by hand is explained."""
    text = t("beds-ask-move", name=one.name, number=one.number, granted="yes" if granted else "no")
    keep = [button(t.plain("beds-leave"), OpenBedOf(one.application_id))]
    whys = [
        button(t.plain(f"beds-why-{why}"), MoveBed(one.application_id, granted, why))
        for why in REASONS[granted]
    ]
    rows = [keep, *in_columns(whys, 1), ways_back(t)]
    return Screen(f"{note}\n\n{text}" if note else text, rows)


def _ways(t: Speaker, bed: BedView) -> list[Row]:
    id_ = bed.application_id
    if bed.state is BedState.GRANTED:
        return [[button(t.plain("beds-give-back"), AskNoBed(id_))]]
    if bed.state in WANTED:
        return [[button(t.plain("beds-no-more"), NeedNoBed(id_))]]
    if not bed.open:
        return []
    rows: list[Row] = [[button(t.plain("beds-yes"), AskBed(id_))]]
    if bed.state is None:
        rows.append([button(t.plain("beds-no"), NeedNoBed(id_))])
    return rows


def _count(t: Speaker, side: str, count: BedCount) -> Safe:
    return t(
        "beds-count",
        side=side,
        beds=count.beds,
        granted=count.granted,
        free=count.free,
        waiting=count.waiting,
    )


def _caption(t: Speaker, one: BedHolder) -> str:
    return f"{short(one.name, LONGEST_NAME)} · {t.plain('beds-state', state=one.state.value)}"
