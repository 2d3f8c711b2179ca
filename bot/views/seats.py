"""A seat that is offered, taken or let go, and one's own standing on the list."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.keyboards import Row, button, ways_back
from bot.presses.courses import ListOpenClasses, OpenStreams
from bot.presses.registration import RegisterFor
from bot.presses.schedule import OpenApplication, OpenSchedule
from bot.presses.seats import AskDecline, ConfirmSeat, DeclineSeat, ShowChances, ShowStanding
from bot.screens import Screen
from bot.views.beds import bed_question
from bot.views.vacancies import short
from intake.applications.rows import ApplicationState, ApplicationView
from intake.beds.rows import BedView
from intake.registration.nearest import Nearest
from intake.selection.standings import Standing
from texts import Safe, Speaker
from texts.moments import moment, near

UNLUCKY = {ApplicationState.NOT_SELECTED, ApplicationState.LAPSED}
LONGEST_TITLE = 28


def answers_to_offer(t: Speaker, application_id: int) -> list[Row]:
    return [
        [button(t.plain("seats-confirm"), ConfirmSeat(application_id))],
        [button(t.plain("seats-decline"), AskDecline(application_id))],
    ]


def seat_rows(t: Speaker, application: ApplicationView) -> list[Row]:
    """What can be done about the seat, for the application's own screen."""
    rows = answers_to_offer(t, application.id) if application.deadline else []
    if application.ranked:
        rows.append([button(t.plain("seats-see-standing"), ShowStanding(application.id))])
    if application.state in UNLUCKY:
        rows.append([button(t.plain("seats-see-chances"), ShowChances(application.id))])
    return rows


def chance_rows(t: Speaker, application: ApplicationView, found: Sequence[Nearest]) -> list[Row]:
    """A tap each into a registration that is filled in already."""
    return [
        [
            button(
                t.plain("seats-chance", programme=short(each.title, LONGEST_TITLE)),
                RegisterFor(each.class_id, application.applicant_id),
            )
        ]
        for each in found
    ]


def chances_screen(
    t: Speaker, application: ApplicationView, found: Sequence[Nearest], zone: ZoneInfo
) -> Screen:
    back = ways_back(t, OpenApplication(application.id))
    others = [button(t.plain("letter-other-chances"), ListOpenClasses(0))]
    name = application.called or "none"
    if not found:
        return Screen(t("seats-no-chances", name=name), [others, back])
    lines = [
        t(
            "seats-chance-line",
            programme=each.title,
            closes="none" if each.closes_at is None else moment(each.closes_at, t, zone),
        )
        for each in found
    ]
    text = t("seats-chances", name=name, lines=Safe("\n".join(lines)))
    return Screen(text, [*chance_rows(t, application, found), others, back])


def seat_line(t: Speaker, application: ApplicationView, zone: ZoneInfo) -> Safe:
    """Until when to answer, or one's place on the reserve; empty where there is nothing to say."""
    if application.deadline is not None:
        return t("seats-until", until=moment(application.deadline, t, zone))
    if application.place is not None:
        return t("seats-place", place=application.place, name=application.called or "none")
    return Safe("")


def confirmed_screen(
    t: Speaker, application: ApplicationView, *, already: bool, bed: BedView | None = None
) -> Screen:
    """`bed`: where there is a dormitory, they are asked whether they need one."""
    text = t(
        "seats-confirmed",
        programme=application.programme_title,
        number=application.number,
        already="yes" if already else "no",
        name=application.called or "none",
    )
    schedule = button(t.plain("letter-see-schedule"), OpenSchedule())
    question, answers = bed_question(t, bed)
    text = Safe(f"{text}\n\n{question}") if question else text
    return Screen(text, [*answers, [schedule], ways_back(t)])


def ask_decline_screen(
    t: Speaker, application: ApplicationView, now: datetime, zone: ZoneInfo
) -> Screen:
    """The safe choice first; what will be lost is named."""
    deadline = application.deadline
    text = t(
        "seats-ask-decline",
        programme=application.programme_title,
        name=application.called or "none",
        until="none" if deadline is None else near(deadline, now, t, zone),
    )
    keep = button(t.plain("seats-keep"), OpenApplication(application.id))
    really = button(t.plain("seats-decline-really"), DeclineSeat(application.id))
    return Screen(text, [[keep], [really], ways_back(t, OpenSchedule())])


def declined_screen(t: Speaker, application: ApplicationView) -> Screen:
    name = application.called or "none"
    text = t("seats-declined", programme=application.programme_title, name=name)
    courses = button(t.plain("schedule-courses"), OpenStreams())
    return Screen(text, [[courses], ways_back(t, OpenSchedule())])


def standing_screen(t: Speaker, application: ApplicationView, standing: Standing | None) -> Screen:
    back = ways_back(t, OpenApplication(application.id))
    if standing is None:
        return Screen(t("seats-no-standing"), [back])
    text = t(
        "seats-standing",
        name=application.called or "none",
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
