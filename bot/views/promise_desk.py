"""The staff's desk: how a promise of placement is kept, by class and by person."""

from collections.abc import Sequence

from bot.keyboards import Row, button, in_columns, ways_back
from bot.presses.promises import (
    AskPlacement,
    ListPlacements,
    ListPromisedClasses,
    OpenGraduate,
    SetPlacement,
)
from bot.presses.staff import OpenStaff
from bot.screens import Screen
from bot.views.attendance import LONGEST_NAME
from bot.views.paging import desk_page, page_of, turning
from bot.views.promises import due_words, state_words, why_words
from bot.views.vacancies import short
from intake.placement.promise_counts import PromiseTally
from intake.placement.promise_rows import PlacementState, PlacementView, PromisedClass
from intake.placement.promises import WHY_NOT
from texts import Speaker

NAMED = 3
"""So many companies stand there to be tapped."""
WRITTEN = tuple(PlacementState)[1:]


def classes_screen(t: Speaker, classes: Sequence[PromisedClass], page: int) -> Screen:
    back = ways_back(t, OpenStaff())
    if not classes:
        return Screen(t("promises-classes-none"), [back])
    size = desk_page(len(classes))
    shown, page = page_of(classes, page, size)
    ways = [button(_class_caption(each), ListPlacements(each.id, 0)) for each in shown]
    turns = turning(t, page, len(classes), ListPromisedClasses, size)
    return Screen(t("promises-classes"), [*in_columns(ways, 1), *turns, back])


def class_screen(
    t: Speaker,
    promised: PromisedClass,
    views: Sequence[PlacementView],
    tally: PromiseTally,
    page: int,
) -> Screen:
    text = t(
        "promises-class",
        programme=promised.programme_title,
        wave=promised.wave_code,
        promised=tally.promised,
        confirmed=tally.confirmed,
        told=tally.told,
        contradicted=tally.contradicted,
        notplaced=tally.not_placed,
        declined=tally.declined,
        open=tally.open,
        overdue=tally.overdue,
        undated=tally.undated,
        atwork=tally.open_at_work,
        without=tally.placed_without,
    )
    size = desk_page(len(views))
    shown, page = page_of(views, page, size)
    rows: list[Row] = [
        [button(_caption(t, view), OpenGraduate(view.trainee.application_id))] for view in shown
    ]
    rows += turning(t, page, len(views), lambda number: ListPlacements(promised.id, number), size)
    return Screen(text.rstrip(), [*rows, ways_back(t, ListPromisedClasses(0))])


def graduate_screen(t: Speaker, view: PlacementView, *, writes: bool, note: str = "") -> Screen:
    trainee = view.trainee
    noted = view.state is not PlacementState.PROMISED
    text = t(
        "promises-one",
        name=trainee.name,
        number=trainee.number,
        programme=trainee.programme_title,
        provider=view.promise.provider_name,
        due=due_words(t, view) if noted else "none",  # else it stands in the state
        state=state_words(t, view),
        answer=view.answer or "none",
        writes="yes" if writes else "no",
    )
    ways = [
        button(
            t.plain(f"promises-mark-{state.value.replace('_', '-')}"),
            AskPlacement(trainee.application_id, state.value),
        )
        for state in (_next(view) if writes else ())
    ]
    back = ways_back(t, ListPlacements(trainee.class_id, 0))
    return Screen(f"{note}\n\n{text}" if note else text, [*in_columns(ways), back])


def ask_screen(
    t: Speaker,
    view: PlacementView,
    state: PlacementState,
    companies: Sequence[tuple[int, str]],
) -> Screen:
    """The safe choice first; then at which company, or why not."""
    trainee, id_ = view.trainee, view.trainee.application_id
    keep = [button(t.plain("promises-keep"), OpenGraduate(id_))]
    if state in WHY_NOT:
        text = t("promises-ask-why", name=trainee.name)
        ways = [
            button(_capital(why_words(t, why)), SetPlacement(id_, state.value, 0, why))
            for why in WHY_NOT[state]
        ]
    else:
        text = t(
            "promises-ask-company", name=trainee.name, number=trainee.number, state=state.value
        )
        ways = [
            button(short(company, 40), SetPlacement(id_, state.value, like, ""))
            for like, company in companies[:NAMED]
        ]
    return Screen(text, [keep, *in_columns(ways, 1), ways_back(t)])


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _next(view: PlacementView) -> Sequence[PlacementState]:
    """Who works somewhere can only stop by a tap: another company wants a reason of its own."""
    return [PlacementState.NOT_PLACED] if view.state is PlacementState.PLACED else WRITTEN


def _class_caption(promised: PromisedClass) -> str:
    return f"{short(promised.programme_title, 30)} · {promised.wave_code} ({promised.trainees})"


def _caption(t: Speaker, view: PlacementView) -> str:
    state = view.state.value
    if view.state is PlacementState.PLACED and view.answer is not None:
        state = "contradicted" if view.contradicted else "confirmed"
    name = short(view.trainee.name, LONGEST_NAME)
    told = t.plain(f"promises-short-{state.replace('_', '-')}")
    return f"{name} · {told}"
