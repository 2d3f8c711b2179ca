"""Clusters and programmes, as their files have them."""

from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from catalog.schema.types import Country, Entry, Line120, Position, Slug, Summary, Title, Words

OUTSIDE = ("siapkerja", "school")


class ClusterEntry(Entry):
    slug: Annotated[Slug, Field(max_length=32)]
    """Shorter than other slugs: buttons carry it."""
    title: Title
    position: Position


class ProgrammeEntry(Entry):
    slug: Slug
    title: Line120
    summary: Summary
    cluster: Slug
    provider: Slug
    place: Slug | None = None
    entry: Literal["jawara", "siapkerja", "school", "interest"]
    steps: list[Words] = Field([], validate_default=True)
    certificates: list[Literal["internal", "bnsp", "official"]]
    abroad: Country | None = None
    position: Position
    source: Slug

    @field_validator("steps")
    @classmethod
    def _are_told_where_one_registers_outside(
        cls, steps: list[Words], info: ValidationInfo
    ) -> list[Words]:
        entry = info.data.get("entry")
        if entry in OUTSIDE and not steps:
            raise ValueError(f"entry {entry} butuh steps: tulis langkah-langkahnya, id dan en")
        return steps
