"""A promised placement, as the graduate sees it: both versions, and an answer by a tap."""

from bot.keyboards import Row, button, in_columns, ways_back
from bot.presses.promises import AnswerPlacement, ShowPromise
from bot.presses.schedule import OpenApplication
from bot.screens import Screen
from bot.views.courses import source_line
from bot.views.streams import in_language
from intake.placement.promise_rows import PlacementState, PlacementView
from texts import Safe, Speaker
from texts.moments import day, rupiah


def promise_screen(t: Speaker, view: PlacementView) -> Screen:
    text = t(
        "promises-mine",
        programme=view.trainee.programme_title,
        provider=view.promise.provider_name,
        promise=in_language(t, view.promise.text),
        state=state_words(t, view),
        answer=_answer(t, view),
        source=source_line(t, view.promise.source),
    )
    return Screen(text, [*answers(t, view), ways_back(t, OpenApplication(_id(view)))])


def answers(t: Speaker, view: PlacementView) -> list[Row]:
    """What was answered has a tick; another one can be pressed at any time."""
    if view.change_id is None:
        return []
    wanted = ["yes", "no"]
    if view.contradicted and view.state is PlacementState.PLACED:
        wanted = ["yes", "not_there", "elsewhere", "wage"]
    ways = (
        button(
            f"✓ {caption}" if answer == view.answer else caption,
            AnswerPlacement(_id(view), view.change_id, answer),
        )
        for answer in wanted
        if (caption := t.plain(f"promises-{answer.replace('_', '-')}"))
    )
    return in_columns(ways, 1)


def promise_row(t: Speaker, application_id: int) -> Row:
    return [button(t.plain("promises-see"), ShowPromise(application_id))]


def state_words(t: Speaker, view: PlacementView) -> Safe:
    """What the provider says."""
    return t(
        f"promises-state-{view.state.value.replace('_', '-')}",
        company=view.company or "none",
        since="none" if view.since is None else day(view.since, t.language),
        wage="none" if view.wage is None else rupiah(view.wage),
        why=why_words(t, view.reason),
        due=due_words(t, view),
    )


def due_words(t: Speaker, view: PlacementView) -> str:
    return "none" if view.due_on is None else day(view.due_on, t.language)


def why_words(t: Speaker, reason: str | None) -> str:
    """One that was tapped has words; any other is told as it was written."""
    key = f"promises-why-{(reason or '').replace('_', '-')}"
    return t.plain(key) if t.knows(key) else reason or "–"


def _answer(t: Speaker, view: PlacementView) -> Safe:
    if view.change_id is None:
        return t("promises-answer-nothing")
    return t(f"promises-answer-{(view.answer or 'none').replace('_', '-')}")


def _id(view: PlacementView) -> int:
    return view.trainee.application_id
