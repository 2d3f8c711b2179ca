"""The staff's desk: a class's selection, its applicants, and one of them."""

from collections.abc import Callable, Mapping, Sequence
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardButton

from bot.callbacks import Press
from bot.keyboards import button, in_columns, ways_back
from bot.presses.selection import (
    AskLetGo,
    AskMinute,
    AskScores,
    ConfirmForThem,
    DrawList,
    LetGoBecause,
    ListApplicants,
    ListGaps,
    ListLacking,
    ListSelectionClasses,
    ListWaitingMoves,
    NoteAbsence,
    OpenApplicant,
    OpenSelection,
    ShowList,
    TakeBackResults,
)
from bot.presses.staff import OpenStaff
from bot.screens import Screen
from bot.views.attendance import LONGEST_CAPTION, LONGEST_NAME
from bot.views.paging import ROOM, desk_page, page_of, turning
from bot.views.seats import points
from bot.views.vacancies import short
from intake.applications.rows import ApplicationState
from intake.seats.counter import REASONS, AtStake
from intake.selection.gaps import Gap, Gaps
from intake.selection.people import PersonView
from intake.selection.rows import ClassView, DeskClass, Page, PersonLine
from storage.models import Assessment
from storage.models.applications import HOLDERS
from texts import Safe, Speaker
from texts.moments import moment

PEOPLE_A_PAGE = ROOM - 4


def classes_screen(t: Speaker, classes: Sequence[DeskClass], waiting: int, page: int) -> Screen:
    """`waiting`: moves on lists that wait for a second person."""
    if not classes:
        return Screen(t("selection-no-class"), [ways_back(t, OpenStaff())])
    see = [[button(t.plain("selection-see-waiting"), ListWaitingMoves(0))]] if waiting else []
    size = desk_page(len(classes) + len(see)) - len(see)
    shown, page = page_of(classes, page, size)
    ways = [button(_class_caption(each), OpenSelection(each.id)) for each in shown]
    turns = turning(t, page, len(classes), ListSelectionClasses, size)
    text = t("selection-classes", waiting=waiting)
    return Screen(text, [*see, *in_columns(ways, 1), *turns, ways_back(t, OpenStaff())])


def class_screen(t: Speaker, view: ClassView, gaps: Gaps, zone: ZoneInfo, note: str = "") -> Screen:
    """Its seats, how far the selection is, and what can be done next."""
    text = t(
        "selection-class",
        programme=view.desk.programme_title,
        wave=view.desk.wave_code,
        seats=_seats(t, view),
        people=view.people,
        left=view.left,
        list=Safe("\n".join([*_lacking(t, gaps), _list(t, view, zone)])),
    )
    rows = in_columns(_ways(t, view, gaps), 2)
    return Screen(headed(note, text), [*rows, ways_back(t, ListSelectionClasses(0))])


def gaps_screen(t: Speaker, view: ClassView, gaps: Gaps) -> Screen:
    """Who lacks what, each a list of its own."""
    desk = view.desk
    ways = [
        button(t.plain(f"selection-gap-{gap}", count=count), ListLacking(desk.id, gap.value, 0))
        for gap, count in gaps.items()
        if count
    ]
    text = t("selection-gaps-of", programme=desk.programme_title, open=len(ways))
    return Screen(text, [*in_columns(ways, 1), ways_back(t, OpenSelection(desk.id))])


def people_screen(t: Speaker, view: ClassView, page: Page[PersonLine]) -> Screen:
    """All who have applied, those who are in it no longer as well."""
    id_ = view.desk.id
    text = t("selection-people", people=view.people, left=view.left)
    return _people(t, text, page, lambda number: ListApplicants(id_, number), OpenSelection(id_))


def lacking_screen(t: Speaker, class_id: int, page: Page[PersonLine], gap: Gap) -> Screen:
    """Those with that gap."""
    text = t("selection-people-lacking", count=page.count, gap=gap.value)

    def at(number: int) -> Press:
        return ListLacking(class_id, gap.value, number)

    return _people(t, text, page, at, ListGaps(class_id))


def _people(
    t: Speaker, text: Safe, page: Page[PersonLine], at: Callable[[int], Press], back: Press
) -> Screen:
    ways = [_person(t, line) for line in page.lines]
    turns = turning(t, page.number, page.count, at, PEOPLE_A_PAGE)
    return Screen(text, [*in_columns(ways, 1), *turns, ways_back(t, back)])


def person_screen(t: Speaker, view: PersonView, zone: ZoneInfo, note: str = "") -> Screen:
    application = view.application
    until = application.deadline
    text = t(
        "selection-person",
        name=application.name,
        number=application.number,
        programme=application.programme_title,
        state=state_words(t, application.state),
        until="none" if until is None else moment(until, t, zone),
        scores=_scores(t, view),
        rank="none" if view.rank is None else view.rank,
        scorable="yes" if view.scorable else "no",
    )
    ways = [_absence(t, view, part) for part in _may_be_absent(view)]
    if until is not None:
        ways += [
            button(t.plain("selection-confirm"), ConfirmForThem(application.id)),
        ]
    if application.state in HOLDERS:
        ways.append(button(t.plain("selection-let-go"), AskLetGo(application.id)))
    back = ways_back(t, ListApplicants(application.class_id, 0))
    return Screen(headed(note, text), [*in_columns(ways, 1), back])


def ask_let_go_screen(t: Speaker, view: PersonView, stake: AtStake, note: str = "") -> Screen:
    """The safe choice first; what will be lost is named. Each reason does it."""
    application = view.application
    text = t(
        "selection-ask-let-go",
        name=application.name,
        number=application.number,
        programme=application.programme_title,
        passed="yes" if stake.passed_on else "no",
        bed="yes" if stake.bed else "no",
    )
    keep = button(t.plain("selection-keep"), OpenApplicant(application.id))
    whys = [
        button(t.plain(f"seats-why-{why}"), LetGoBecause(application.id, why)) for why in REASONS
    ]
    return Screen(headed(note, text), [[keep], *in_columns(whys, 1), ways_back(t)])


def state_words(t: Speaker, state: ApplicationState) -> str:
    return t.plain(f"selection-state-{state.value.replace('_', '-')}")


def headed(note: str, text: Safe) -> str:
    return f"{note}\n\n{text}" if note else text


def short_name(name: str) -> str:
    """Siti A.: enough to know who stands there."""
    first, *others = name.split()
    return short(f"{first} {others[0][0]}." if others else first, LONGEST_NAME)


def _class_caption(desk: DeskClass) -> str:
    return short(f"{desk.programme_title} · {desk.wave_code}", LONGEST_CAPTION)


def _seats(t: Speaker, view: ClassView) -> Safe:
    if view.desk.capacity is None:
        return t("selection-no-seats")
    counted = view.seats
    return t(
        "selection-seats",
        seats=counted.seats,
        confirmed=counted.confirmed,
        offered=counted.offered,
        free=counted.free,
        waiting=counted.waiting,
    )


def _list(t: Speaker, view: ClassView, zone: ZoneInfo) -> Safe:
    if view.desk.first_come:
        return t("selection-first-come")
    standing = view.list
    if standing is None:
        return t("selection-no-list", scored=view.scored)
    at = standing.announce_at
    return t(
        f"selection-list-{standing.state}",
        drawn=moment(standing.drawn_at, t, zone),
        by=standing.drawn_by,
        at="none" if at is None else moment(at, t, zone),
        waiting=standing.waiting,
    )


def _lacking(t: Speaker, gaps: Gaps) -> list[Safe]:
    """One line, or none where nothing lacks."""
    counted = {gap.value: count for gap, count in gaps.items()}
    return [t("selection-gaps", **counted)] if any(counted.values()) else []


def _ways(t: Speaker, view: ClassView, gaps: Gaps) -> list[InlineKeyboardButton]:
    id_, state = view.desk.id, None if view.list is None else view.list.state
    ways = [button(t.plain("selection-see-people"), ListApplicants(id_, 0))]
    if view.desk.first_come:
        return ways
    if any(gaps.values()):
        ways.append(button(t.plain("selection-see-gaps"), ListGaps(id_)))
    if state in (None, "drawn"):
        ways.append(button(t.plain("selection-send-scores"), AskScores(id_)))
        ways.append(button(t.plain("selection-draw"), DrawList(id_)))
    if state is not None:
        ways.append(button(t.plain("selection-see-list"), ShowList(id_, 0)))
    if state == "drawn":
        ways.append(button(t.plain("selection-announce"), AskMinute(id_)))
    if state == "scheduled":
        ways.append(button(t.plain("selection-take-back"), TakeBackResults(id_)))
    return ways


def _person(t: Speaker, line: PersonLine) -> InlineKeyboardButton:
    caption = f"{line.number[-4:]} · {short_name(line.name)} · {state_words(t, line.state)}"
    return button(short(caption, LONGEST_CAPTION), OpenApplicant(line.application_id))


def _scores(t: Speaker, view: PersonView) -> Safe:
    lines = [_score(t, part, view.scores) for part in view.desk.rules.parts]
    return Safe("" if view.desk.first_come else "\n".join(lines))


def _score(t: Speaker, part: str, scores: Mapping[str, Assessment]) -> Safe:
    row = scores.get(part)
    if row is None:
        told = "none"
    else:
        told = points(row.score) if row.attended and row.score is not None else "absent"
    return t(f"selection-score-{part}", points=told)


def _may_be_absent(view: PersonView) -> list[str]:
    if not view.scorable:
        return []
    scores = view.scores
    return [each for each in view.desk.rules.parts if each not in scores or scores[each].attended]


def _absence(t: Speaker, view: PersonView, part: str) -> InlineKeyboardButton:
    return button(t.plain(f"selection-absent-{part}"), NoteAbsence(view.application.id, part))
