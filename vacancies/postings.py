"""Postings: what a partner's feed says, understood but not yet taken in."""

from dataclasses import dataclass
from datetime import datetime

UNITS = ("HOUR", "DAY", "WEEK", "MONTH", "YEAR")


@dataclass(frozen=True, slots=True)
class Wage:
    """Whole units of `currency` (ISO 4217) for one `unit`, one of UNITS; None where not told."""

    least: int | None = None
    most: int | None = None
    currency: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Posting:
    """One job posting. All texts are plain, without markup, and fit the columns they go to."""

    reference: str
    """The partner's identifier of it, else its address, else a hash of title and place."""
    title: str
    description: str
    place: str
    region: str | None
    country: str
    company: str | None
    """The hiring organisation, where the posting names one."""
    wage: Wage = Wage()
    openings: int | None = None
    url: str | None = None
    posted_at: datetime | None = None
    closes_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Mistake:
    """An item that could not be understood: its number in the feed, from 1, and why."""

    number: int
    reference: str | None
    reason: str

    def __str__(self) -> str:
        named = f" ({self.reference})" if self.reference else ""
        return f"item {self.number}{named}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one reading of a feed gave."""

    postings: tuple[Posting, ...]
    mistakes: tuple[Mistake, ...]

    @property
    def complete(self) -> bool:
        """Whether it is known which vacancies the feed has, even those it describes badly."""
        return all(mistake.reference for mistake in self.mistakes)

    @property
    def misread(self) -> frozenset[str]:
        """The references of items that are there, though they could not be understood."""
        return frozenset(m.reference for m in self.mistakes if m.reference)
