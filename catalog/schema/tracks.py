"""Tracks abroad with what each asks of somebody, and warnings, as their files have them."""

from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from catalog.schema.rules import Document
from catalog.schema.types import Country, Day, Entry, Position, Slug, Summary, Title


class KnownByEntry(Entry):
    """By what Jawara itself knows that somebody has an item; one of the three, or none."""

    certificate: Literal["internal", "bnsp"] | None = None
    """Which one; where it is left out, either will do."""
    clusters: list[Slug] = Field([], validate_default=True)
    """A certificate of a programme in one of these clusters, issued through Jawara."""
    paper: Document | None = None
    """This paper, sent in with an application and readable."""
    rules: list[Slug] = Field([], validate_default=True)
    """These rules of the track's programme all say yes."""

    @field_validator("clusters")
    @classmethod
    def _tells_of_what(cls, value: list[str], info: ValidationInfo) -> list[str]:
        if info.data.get("certificate") and not value:
            raise ValueError("certificate butuh clusters: kejuruan yang sertifikatnya berlaku")
        return value

    @field_validator("rules")
    @classmethod
    def _are_the_only_way(cls, value: list[str], info: ValidationInfo) -> list[str]:
        given = [bool(info.data.get("clusters")), bool(info.data.get("paper")), bool(value)]
        if sum(given) > 1:
            raise ValueError("known_by hanya boleh satu: clusters, paper, atau rules")
        return value


class TrackItemEntry(Entry):
    slug: Annotated[str, Field(max_length=31, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    kind: Literal["self", "skill", "language", "certificate", "document"]
    title: Title
    about: Summary
    known_by: KnownByEntry = KnownByEntry(clusters=[], rules=[])
    confirmed: bool
    expires_on: Day | None
    source: Slug


class TrackEntry(Entry):
    programme: Slug
    kinds: Annotated[list[Slug], Field(max_length=4)] = Field([])
    destinations: Annotated[list[Country], Field(max_length=4)] = Field([])
    source: Slug
    items: Annotated[list[TrackItemEntry], Field(min_length=1, max_length=30)]


class CautionEntry(Entry):
    slug: Slug
    text: Summary
    confirmed: bool
    expires_on: Day | None
    position: Position
    source: Slug
