"""A seat that is offered, taken or let go, and one's own standing on the list."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.keyboards import Row, button, ways_back
from bot.presses.courses import OpenStreams
from bot.presses.schedule import OpenApplication, OpenSchedule
from bot.presses.seats import AskDecline, ConfirmSeat, DeclineSeat, ShowStanding
from bot.screens import Screen
from intake.application_rows import ApplicationState, ApplicationView
from intake.standings import Standing
from texts import Safe, Speaker
from texts.moments import moment, near

RANKED = {
    ApplicationState.RESERVE,
    ApplicationState.OFFERED,
    ApplicationState.ADMITTED,
    ApplicationState.NOT_SELECTED,
    ApplicationState.DECLINED,
    ApplicationState.LAPSED,
}


def answers_to_offer(t: Speaker, application_id: int) -> list[Row]:
    return [
        [button(t.plain("seats-confirm"), ConfirmSeat(application_id))],
        [button(t.plain("seats-decline"), AskDecline(application_id))],
    ]


def seat_rows(t: Speaker, application: ApplicationView) -> list[Row]:
    """What can be done about the seat, for the application's own screen."""
    rows = answers_to_offer(t, application.id) if application.deadline else []
    if application.state in RANKED:
        rows.append([button(t.plain("seats-see-standing"), ShowStanding(application.id))])
    return rows


def seat_line(t: Speaker, application: ApplicationView, zone: ZoneInfo) -> Safe:
    """Until when to answer, or one's place on the reserve; empty where there is nothing to say."""
    if application.deadline is not None:
        return t("seats-until", until=moment(application.deadline, t, zone))
    if application.place is not None:
        return t("seats-place", place=application.place)
    return Safe("")


def confirmed_screen(t: Speaker, application: ApplicationView, *, already: bool) -> Screen:
    text = t(
        "seats-confirmed",
        programme=application.programme_title,
        number=application.number,
        already="yes" if already else "no",
    )
    schedule = button(t.plain("letter-see-schedule"), OpenSchedule())
    return Screen(text, [[schedule], ways_back(t)])


def ask_decline_screen(
    t: Speaker, application: ApplicationView, now: datetime, zone: ZoneInfo
) -> Screen:
    """The safe choice first; what will be lost is named."""
    deadline = application.deadline
    text = t(
        "seats-ask-decline",
        programme=application.programme_title,
        until="none" if deadline is None else near(deadline, now, t, zone),
    )
    keep = button(t.plain("seats-keep"), OpenApplication(application.id))
    really = button(t.plain("seats-decline-really"), DeclineSeat(application.id))
    return Screen(text, [[keep], [really], ways_back(t, OpenSchedule())])


def declined_screen(t: Speaker, application: ApplicationView) -> Screen:
    text = t("seats-declined", programme=application.programme_title)
    courses = button(t.plain("schedule-courses"), OpenStreams())
    return Screen(text, [[courses], ways_back(t, OpenSchedule())])


def standing_screen(t: Speaker, application: ApplicationView, standing: Standing | None) -> Screen:
    back = ways_back(t, OpenApplication(application.id))
    if standing is None:
        return Screen(t("seats-no-standing"), [back])
    text = t(
        "seats-standing",
        programme=application.programme_title,
        rank=standing.rank,
        of=standing.of,
        seats=standing.seats,
        total=points(standing.total),
        parts=Safe("\n".join(_part(t, standing, part) for part in standing.parts)),
        moved=_moved(t, standing),
    )
    return Screen(text, [back])


def points(hundredths: int) -> str:
    """81,25 as people write it."""
    return f"{hundredths // 100},{hundredths % 100:02d}"


def _part(t: Speaker, standing: Standing, part: str) -> Safe:
    score = standing.parts[part]
    shown = "none" if score is None else points(score)
    return t(f"seats-part-{part}", points=shown, weight=standing.weights[part])


def _moved(t: Speaker, standing: Standing) -> Safe:
    if not standing.moved:
        return t("seats-not-moved")
    reasons = "; ".join(standing.moved)
    return t("seats-moved", count=len(standing.moved), reasons=reasons)
