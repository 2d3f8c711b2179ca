"""Whom a broadcast is for: the criteria, and the values of one of them."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton

from announcements.audiences import ROLES, STATES, Audience
from announcements.broadcast_rows import BroadcastView
from announcements.questions import Question
from bot.broadcast_reading import Choice, Names
from bot.callbacks import Press
from bot.keyboards import button, in_columns, ways_back
from bot.presses.broadcasts import EditBroadcast, OpenCriterion, SetCriterion
from bot.screens import Screen
from bot.views.broadcast_words import audience_words
from bot.views.paging import desk_page, page_of, turning
from bot.views.vacancies import short
from people.regions import SHORT
from texts import LANGUAGES, Speaker

FIRST = ("role", "waves", "programmes", "regions")
OTHERS = ("streams", "states", "more")
"""On a screen of their own."""
CRITERIA = (*FIRST, *OTHERS)
SEEN_DAYS = (7, 30, 90)
LONGEST_CAPTION = 36
SEEN = "seen"
"""What a button of the last-seen days names, for `seen_within_days`."""


def audience_screen(t: Speaker, view: BroadcastView, names: Names, note: str = "") -> Screen:
    text = t(
        "broadcast-ask-audience",
        audience=audience_words(t, view.audience, names),
        people=view.people or 0,
    )
    ways = _criteria(t, view, (*FIRST, "others"))
    on = button(t.plain("broadcast-next"), EditBroadcast(view.id, Question.REVIEW.value))
    back = EditBroadcast(view.id, Question.BUTTONS.value)
    rows = [*in_columns([*ways, on]), ways_back(t, back)]
    return Screen(f"{note}\n\n{text}" if note else text, rows)


def others_screen(t: Speaker, view: BroadcastView) -> Screen:
    text = t("broadcast-criterion-others", people=view.people or 0)
    back = ways_back(t, EditBroadcast(view.id, Question.AUDIENCE.value))
    return Screen(text, [*in_columns(_criteria(t, view, OTHERS), 1), back])


def criterion_screen(
    t: Speaker,
    view: BroadcastView,
    which: str,
    choices: Sequence[Choice],
    page: int = 0,
    note: str = "",
) -> Screen:
    """The values there are, those chosen ticked. Each button says what it makes of its value."""
    size = desk_page(len(choices))
    shown, page = page_of(choices, page, size)
    ways = [_choice(t, view, which, one, page) for one in shown]
    turn = turning(
        t, page, len(choices), lambda number: OpenCriterion(view.id, which, number), size
    )
    text = t(f"broadcast-criterion-{which}", people=view.people or 0)
    back = ways_back(t, _above(view, which))
    rows = [*in_columns(ways, 1 if which in ("programmes", "waves") else 2), *turn, back]
    return Screen(f"{note}\n\n{text}" if note else text, rows)


def more_screen(t: Speaker, view: BroadcastView) -> Screen:
    """Languages, and how lately somebody was here: two small criteria on one screen."""
    audience = view.audience
    ways = [
        _toggle(
            t.plain(f"broadcast-language-{code}"),
            SetCriterion(view.id, "languages", code, code not in audience.languages, 0),
            chosen=code in audience.languages,
        )
        for code in LANGUAGES
    ]
    days = audience.seen_within_days
    anytime = SetCriterion(view.id, SEEN, "0", on=True, page=0)
    ways.append(_toggle(t.plain("broadcast-seen-any"), anytime, chosen=days is None))
    ways += [
        _toggle(
            t.plain("broadcast-seen-days", days=each),
            SetCriterion(view.id, SEEN, str(each), on=True, page=0),
            chosen=days == each,
        )
        for each in SEEN_DAYS
    ]
    text = t("broadcast-criterion-more", people=view.people or 0)
    return Screen(text, [*in_columns(ways), ways_back(t, _above(view, "more"))])


def fixed_choices(t: Speaker, which: str) -> Sequence[Choice]:
    """The values of the criteria that are the same everywhere."""
    if which == "role":
        return [Choice(role, t.plain(f"broadcast-role-{role}"), role) for role in ROLES]
    if which == "states":
        return [Choice(state, t.plain(f"broadcast-state-{state}"), state) for state in STATES]
    return [Choice(code, name, code) for code, name in SHORT.items()]


def with_value(audience: Audience, which: str, value: str, on: bool) -> dict[str, object]:
    """The audience's fields with this value put in or taken out; `value` as it is kept."""
    facts: dict[str, object] = audience.to_json()
    if which == SEEN:
        facts["seen_within_days"] = int(value) or None if value.isdigit() else None
    elif which == "role":
        facts["role"] = value if on else "everyone"
    else:
        kept = tuple(one for one in getattr(audience, which) if one != value)
        facts[which] = (*kept, value) if on else kept
    return facts


def is_chosen(audience: Audience, which: str, kept: str) -> bool:
    there = getattr(audience, which)
    return bool(kept == there if which == "role" else kept in there)


def _criteria(t: Speaker, view: BroadcastView, which: Sequence[str]) -> list[InlineKeyboardButton]:
    return [
        button(t.plain(f"broadcast-pick-{one}"), OpenCriterion(view.id, one, 0)) for one in which
    ]


def _above(view: BroadcastView, which: str) -> Press:
    if which in OTHERS:
        return OpenCriterion(view.id, "others", 0)
    return EditBroadcast(view.id, Question.AUDIENCE.value)


def _choice(
    t: Speaker, view: BroadcastView, which: str, one: Choice, page: int
) -> InlineKeyboardButton:
    chosen = is_chosen(view.audience, which, one.kept)
    press = SetCriterion(view.id, which, one.value, on=not chosen, page=page)
    return _toggle(short(one.title, LONGEST_CAPTION), press, chosen=chosen)


def _toggle(caption: str, press: SetCriterion, *, chosen: bool) -> InlineKeyboardButton:
    return button(f"✓ {caption}" if chosen else caption, press)
