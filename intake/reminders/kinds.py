"""The table of reminders: who hears what, how long before or after which moment.

A line here, its letter (`bot/letters_intake.py`) and its texts are all that a reminder is made of,
as long as the moment it hangs on is one of `Anchor`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from enum import StrEnum

from people.ak1 import REPORTS, VALID_MONTHS
from people.months import months_later
from storage.models.applications import LIVE


class Anchor(StrEnum):
    """What a reminder hangs on. A stage's value is its kind in `wave_stages`."""

    MEETING = "meeting"
    TEST = "test"
    INTERVIEW = "interview"
    REREGISTRATION = "reregistration"
    CLOSING = "closing"
    """The end of a registration, for those who have left one half done."""
    PAPERS = "papers"
    """The day by which missing papers are to be handed in."""
    AK1 = "ak1"
    """The day on which a job seeker's card was issued."""
    TRAINING_END = "training_end"
    """The last day of a wave."""


STAGES = (Anchor.TEST, Anchor.INTERVIEW, Anchor.REREGISTRATION)


class Wish(StrEnum):
    """An hour that each person sets for themselves, by its column in `accounts`."""

    EVENING_HOUR = "evening_hour"
    HOURS_BEFORE = "hours_before"


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when something is; a deadline or a day only starts."""

    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class When:
    """So many months, days and hours after the start of something; before it where negative.

    `at`: at that hour by the local clock. `from_end`: told from its end instead.
    """

    months: int = 0
    days: int = 0
    hours: int = 0
    at: int | None = None
    from_end: bool = False

    def of(self, span: Span, zone: tzinfo) -> datetime | None:
        """In UTC; None where no end is told."""
        anchor = span.end if self.from_end else span.start
        if anchor is None:
            return None
        local = anchor.astimezone(zone)
        day = months_later(local.date(), self.months) + timedelta(days=self.days)
        clock = local.time() if self.at is None else time(self.at)
        return datetime.combine(day, clock, zone).astimezone(UTC) + timedelta(hours=self.hours)


@dataclass(frozen=True, slots=True)
class Kind:
    """One line of the table."""

    name: str
    anchor: Anchor
    due: When | Wish
    until: tuple[When, ...] = (When(),)
    """It is of use until the first of these that comes after it is due."""
    who: tuple[str, ...] = ()
    """The states of the applications whose people hear of it."""
    newcomers: bool = False
    """Whether it is told, too, to those who got there after it was due."""

    def term(self, span: Span, zone: tzinfo) -> tuple[datetime, datetime] | None:
        """When it is due and when it is of no more use; None where it would never be of any."""
        assert isinstance(self.due, When)
        due = self.due.of(span, zone)
        if due is None or (self.due.from_end and due <= span.start):
            return None
        ends = [end for when in self.until if (end := when.of(span, zone)) and end > due]
        return (due, min(ends)) if ends else None


EVENING, MORNING = When(days=-1, at=18), When(at=6)
START, END, A_DAY_BEFORE_THE_END = When(), When(from_end=True), When(hours=-24, from_end=True)
CARDS = (*REPORTS, VALID_MONTHS)
"""Months after which a card is to be reported, and after which it is no longer valid."""
QUESTIONS = (1, 3, 6, 12)
"""Months after the training in which alumni are asked what has become of them."""

SUBMITTED, ADMITTED = ("submitted",), ("admitted",)

KINDS = (
    # Of these two the earlier one ends when the later one is due, whichever a person has put first.
    Kind("meeting_evening", Anchor.MEETING, Wish.EVENING_HOUR, who=ADMITTED),
    Kind("meeting_soon", Anchor.MEETING, Wish.HOURS_BEFORE, who=ADMITTED),
    Kind("test_evening", Anchor.TEST, EVENING, (MORNING, START), SUBMITTED),
    Kind("test_morning", Anchor.TEST, MORNING, (START,), SUBMITTED),
    Kind("interview_evening", Anchor.INTERVIEW, EVENING, (MORNING, START), SUBMITTED),
    Kind("interview_morning", Anchor.INTERVIEW, MORNING, (START,), SUBMITTED),
    Kind(
        "reregistration_open",
        Anchor.REREGISTRATION,
        START,
        (When(days=2), A_DAY_BEFORE_THE_END, END),
        ADMITTED,
        newcomers=True,
    ),
    Kind("reregistration_ends", Anchor.REREGISTRATION, A_DAY_BEFORE_THE_END, (END,), ADMITTED),
    Kind("draft_closing", Anchor.CLOSING, When(hours=-24)),
    Kind("papers_due", Anchor.PAPERS, When(days=-1, at=9), (START,), LIVE),
    *(
        Kind("ak1_week", Anchor.AK1, When(n, days=-7, at=9), (When(n, at=9),))  # then the day's
        for n in CARDS
    ),
    *(Kind("ak1_day", Anchor.AK1, When(n, at=9), (When(n, days=3, at=9),)) for n in CARDS),
    *(
        Kind("alumni", Anchor.TRAINING_END, When(n, at=10), (When(n, days=14, at=10),), ADMITTED)
        for n in QUESTIONS
    ),
)


def kinds_of(anchor: Anchor) -> tuple[Kind, ...]:
    return tuple(kind for kind in KINDS if kind.anchor is anchor)
