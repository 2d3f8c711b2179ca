"""A class's card: seats, stages, money and place, and the way to register."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.keyboards import Row, button, ways_back
from bot.presses.courses import ListClasses, OpenClass, OpenProgramme, TellMe
from bot.presses.eligibility import CheckClass
from bot.presses.registration import StartRegistration
from bot.screens import Screen
from bot.views.courses import source_line
from catalog.waves import registration_is_open
from storage.models import CourseClass, Programme, Wave, WaveStage
from texts import Safe, Speaker
from texts.moments import day, span

MOST = 6


def classes_screen(t: Speaker, programme: Programme, classes: Sequence[CourseClass]) -> Screen:
    """The newest waves first; older ones than six are left out."""
    id_, title = programme.id, programme.title
    rows = [
        [button(wave_caption(t, class_.wave), OpenClass(class_.id))] for class_ in classes[:MOST]
    ]
    text = t("courses-classes", title=title) if classes else t("courses-classes-none", title=title)
    return Screen(text, [*rows, ways_back(t, OpenProgramme(id_))])


def class_screen(
    t: Speaker, class_: CourseClass, applicants: int, now: datetime, zone: ZoneInfo
) -> Screen:
    text = t(
        "courses-class",
        title=class_.programme.title,
        wave=class_.wave.title,
        state=t.plain(f"courses-state-{_state(class_.wave, now)}"),
        seats=_seats(t, class_, applicants),
        funder=class_.funder or "none",
        place="none" if class_.place is None else class_.place.name,
        stages=stages(t, class_.wave, zone),
        mode=class_.wave.mode,
        source=source_line(t, class_.source),
    )
    return Screen(text, _rows(t, class_, now))


def stages(t: Speaker, wave: Wave, zone: ZoneInfo) -> Safe:
    """A line a stage, or the first and last day where no stage is told."""
    lines = [_stage(t, stage, zone) for stage in wave.stages]
    if not lines and wave.starts_on is not None:
        lines = [t("courses-starts-on", date=day(wave.starts_on, t.language))]
    return Safe("\n".join(lines) or t("courses-dates-unknown"))


def wave_caption(t: Speaker, wave: Wave) -> str:
    """When it begins, or its code where no day is told; and how it stands."""
    begins = wave.code
    if wave.starts_on is not None:
        begins = span(wave.starts_on, wave.starts_on, t.language)
    return f"{begins} · {t.plain(f'courses-short-{wave.state}')}"


def _rows(t: Speaker, class_: CourseClass, now: datetime) -> list[Row]:
    rows: list[Row] = []
    if registration_is_open(class_.wave, now) and class_.programme.entry == "jawara":
        rows.append([button(t.plain("courses-register"), StartRegistration(class_.id))])
        rows.append([button(t.plain("eligibility-check"), CheckClass(class_.id))])
    elif class_.wave.state == "planned":
        rows.append([button(t.plain("courses-tell-me"), TellMe(class_.programme_id, wanted=True))])
    other = button(t.plain("courses-see-classes"), ListClasses(class_.programme_id))
    return [*rows, [other], ways_back(t, OpenProgramme(class_.programme_id))]


def _state(wave: Wave, now: datetime) -> str:
    """As the dates have it this minute: a wave may close between two ticks."""
    if wave.state == "open" and not registration_is_open(wave, now):
        return "closed"
    return wave.state


def _seats(t: Speaker, class_: CourseClass, applicants: int) -> Safe:
    if class_.wave.state == "finished" and not applicants and class_.capacity is not None:
        return t(
            "courses-seats-past",
            seats=class_.capacity,
            inferred="yes" if class_.capacity_inferred else "no",
            participants=class_.wave.participants or 0,
        )
    if class_.capacity is None:
        return t("courses-seats-unknown", applicants=applicants)
    if class_.capacity_inferred:
        return t("courses-seats-inferred", seats=class_.capacity, applicants=applicants)
    return t("courses-seats", seats=class_.capacity, applicants=applicants)


def _stage(t: Speaker, stage: WaveStage, zone: ZoneInfo) -> Safe:
    first = stage.starts_at.astimezone(zone).date()
    last = first if stage.ends_at is None else stage.ends_at.astimezone(zone).date()
    name = t.plain(f"courses-stage-{stage.kind}")
    return t("courses-stage", stage=name, dates=span(first, last, t.language))
