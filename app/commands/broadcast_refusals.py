"""What `jawara broadcast` refuses, in one line each."""

from collections.abc import Iterator
from contextlib import contextmanager

from announcements import errors
from app.commands.terminal import TIME, refuse, zone

WANTED = {"waiting": "started", "running": "resumed", "draft": "taken back", "paused": "paused"}
"""What was to be done, where a state is named instead."""
TEXT_PROBLEMS = {
    "unknown": "Telegram knows no {what}",
    "unclosed": "{what} is never closed",
    "unopened": "{what} closes nothing that is open",
    "broken": 'the "<" of {what} begins no tag; write &lt; for the sign itself',
    "link": "{what} is no address that could be opened",
}
BUTTON_PROBLEMS = {
    "kind": "{given!r} is no kind of button: link, programme, vacancy or join",
    "no_caption": "a button needs a caption",
    "long_caption": "the caption {given!r} is too long for a button",
    "link": "{given!r} is no http(s) address",
    "programme": "there is no programme {given}",
    "vacancy": "there is no vacancy {given}",
    "too_many": "six buttons are the most",
}
CRITERIA = {
    "role": "role",
    "regions": "region",
    "streams": "stream",
    "programmes": "programme",
    "waves": "wave",
    "states": "state of an application",
    "languages": "language",
    "seen_within_days": "such number of days",
}


@contextmanager
def told_plainly(broadcast_id: int | None = None) -> Iterator[None]:
    """Named errors of broadcasts become one line, exit 1."""
    try:
        yield
    except tuple(KNOWN) as error:
        refuse(why(error, f"broadcast {broadcast_id}"))


def why(error: Exception, which: str) -> str:
    match error:
        case errors.NoSuchBroadcast():
            return f"there is no {which}"
        case errors.StillInFlight(count=count):
            return f"{count} messages of {which} are on their way: try again in a moment"
        case errors.NotPossible(state=state, wanted=wanted):
            return f"{which} is {state} and can't be {WANTED.get(wanted, wanted)}"
        case errors.EndsTooEarly(expires_at=end, start_at=start):
            ends, starts = (one.astimezone(zone()).strftime(TIME) for one in (end, start))
            return f"it would end at {ends}, before it starts at {starts}"
        case errors.BadText(problem=problem, what=what, line=line, column=column):
            return f"line {line}, column {column}: {TEXT_PROBLEMS[problem].format(what=what)}"
        case errors.TextTooLong(length=length, limit=limit):
            return f"the text has {length} characters, {limit} are the most"
        case errors.BadButton(problem=problem, given=given):
            return BUTTON_PROBLEMS[problem].format(given=given)
        case errors.BadAudience(criterion=criterion, given=given):
            return f"there is no {CRITERIA[criterion]} {given}"
        case _:
            return KNOWN[type(error)]


KNOWN: dict[type[Exception], str] = {
    errors.NeedsApprover: "a second person has approved its words: an approver other than its "
    "author has to change them, --by another name",
    errors.SamePerson: "its author can't approve it: a second person has to, --by another name",
    errors.EmptyAudience: "nobody fits this audience",
    errors.EmptyText: "there is no text",
}
KNOWN |= dict.fromkeys(
    (
        errors.NoSuchBroadcast,
        errors.NotPossible,
        errors.StillInFlight,
        errors.EndsTooEarly,
        errors.BadText,
        errors.TextTooLong,
        errors.BadButton,
        errors.BadAudience,
    ),
    "",
)
