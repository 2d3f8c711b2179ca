"""Sources, places and providers, as their files have them."""

from typing import Annotated, Any

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from catalog.schema.types import (
    Absences,
    Day,
    Entry,
    Line80,
    Line120,
    Line160,
    Line300,
    Region,
    Slug,
    Words,
)


class SourceEntry(Entry):
    slug: Slug
    outlet: Line120
    published_on: Day | None
    note: Line300 | None = None


class PlaceEntry(Entry):
    slug: Slug
    name: Line160
    address: Line300 | None = None
    region: Region | None = None
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = Field(None, validate_default=True)
    position_approximate: bool = False
    source: Slug

    @field_validator("longitude")
    @classmethod
    def _comes_with_latitude(cls, value: float | None, info: ValidationInfo) -> Any:
        if "latitude" in info.data and (value is None) != (info.data["latitude"] is None):
            raise ValueError("latitude dan longitude harus ditulis keduanya atau tidak sama sekali")
        return value


Beds = Annotated[int, Field(ge=0, le=10_000)]


class DormitoryEntry(Entry):
    """How many beds there are: in all, or apart for women and men; nothing where no source says."""

    beds: Beds | None = None
    women: Beds | None = None
    men: Beds | None = Field(None, validate_default=True)
    source: Slug

    @field_validator("men")
    @classmethod
    def _is_told_in_one_way(cls, value: int | None, info: ValidationInfo) -> int | None:
        beds, women = info.data.get("beds"), info.data.get("women")
        if beds is not None and (women is not None or value is not None):
            raise ValueError("tulis beds saja, atau women dan men; bukan ketiganya")
        if "women" in info.data and (women is None) != (value is None):
            raise ValueError("women dan men harus ditulis keduanya; yang tidak ada ditulis 0")
        return value


class ProviderEntry(Entry):
    slug: Slug
    name: Line160
    aliases: list[Line80] = Field([])
    owner: Line160 | None = None
    about: Words
    people: list[Line120] = Field([])
    absences_allowed: Absences | None = None
    dormitory: DormitoryEntry | None = None
    place: Slug | None = None
    source: Slug
