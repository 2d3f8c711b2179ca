"""Partner companies with their branches and agreements, and referrals, as their files have them."""

from datetime import date
from typing import Annotated

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from catalog.schema.types import (
    Count,
    Day,
    Entry,
    Line80,
    Line120,
    Line160,
    Region,
    Slug,
    Words,
)


class BranchEntry(Entry):
    slug: Slug
    name: Line120
    region: Region | None = None
    province: Annotated[Line80, Field(max_length=60)]
    source: Slug

    @field_validator("province")
    @classmethod
    def _is_banten_where_a_region_is_given(cls, value: str, info: ValidationInfo) -> str:
        if info.data.get("region") and value != "Banten":
            raise ValueError(
                f"region hanya untuk cabang di Banten, sedangkan province {value!r}; "
                "hapus region atau tulis province: Banten"
            )
        return value


class MouEntry(Entry):
    """What no source tells is written as null: unknown, not made up."""

    slug: Slug
    provider: Slug
    clusters: Annotated[list[Slug], Field(min_length=1)]
    number: Line80 | None
    signed_on: Day | None
    expires_on: Day | None
    quota: Count | None
    source: Slug

    @field_validator("expires_on")
    @classmethod
    def _expires_after_it_is_signed(cls, value: date | None, info: ValidationInfo) -> date | None:
        signed = info.data.get("signed_on")
        if value and signed and value < signed:
            raise ValueError(
                f"expires_on ({value}) mendahului signed_on ({signed}); periksa tanggalnya"
            )
        return value


class PartnerEntry(Entry):
    slug: Slug
    name: Line160
    aliases: list[Line80] = Field([])
    verified_by: Line160 | None = None
    source: Slug
    branches: list[BranchEntry] = Field([])
    mous: list[MouEntry] = Field([])


class ReferralEntry(Entry):
    slug: Slug
    title: Line120
    about: Words
    provider: Slug | None = None
    source: Slug
