"""Waves, their stages, classes and meetings, as their files have them."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from catalog.schema.types import Absences, Count, Day, Entry, Line160, Moment, Slug
from catalog.selection import EVEN
from texts.moments import WIB

WHOLE = 100  # percent

Code = Annotated[str, Field(max_length=24, pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)*$")]
State = Literal["planned", "open", "closed", "running", "finished"]
Funder = Literal["APBD", "APBN"]
StageKind = Literal[
    "registration", "papers", "test", "interview", "results", "reregistration", "training",
    "certificates",
]  # fmt: skip


def _come_after(value: datetime | None, info: ValidationInfo, earlier: str) -> None:
    """Refuses an end that does not lie after the beginning in the field `earlier`."""
    first = info.data.get(earlier)
    if value is None or first is None or value > first:
        return
    raise ValueError(
        f"{info.field_name} ({_show(value)}) harus sesudah {earlier} ({_show(first)}); "
        "periksa tanggal dan jamnya"
    )


def _show(value: datetime) -> str:
    return f"{value.astimezone(WIB):%Y-%m-%d %H:%M}"


class StageEntry(Entry):
    kind: StageKind
    starts_at: Moment
    ends_at: Moment | None = None
    source: Slug | None = None

    @field_validator("ends_at")
    @classmethod
    def _ends_after_it_starts(cls, value: datetime | None, info: ValidationInfo) -> datetime | None:
        _come_after(value, info, "starts_at")
        return value


class MeetingEntry(Entry):
    number: Annotated[int, Field(ge=1, le=999)]
    topic: Line160 | None = None
    starts_at: Moment
    ends_at: Moment
    place: Slug | None = None
    cancelled: bool = False

    @field_validator("ends_at")
    @classmethod
    def _ends_after_it_starts(cls, value: datetime, info: ValidationInfo) -> datetime:
        _come_after(value, info, "starts_at")
        return value


class ClassEntry(Entry):
    """One programme in the wave it is written under."""

    programme: Slug
    capacity: Count | None = None
    capacity_inferred: bool = False
    funder: Funder | None = None
    place: Slug | None = None
    source: Slug | None = None
    meetings: list[MeetingEntry] = Field([])


Part = Literal["test", "interview"]


class SelectionEntry(Entry):
    """How the wave gives its seats out; what is left out is as everywhere (`catalog.selection`)."""

    weights: dict[Part, Annotated[int, Field(ge=0, le=100)]] = Field(
        {"test": EVEN["test"], "interview": EVEN["interview"]}
    )
    pass_mark: Annotated[int, Field(ge=0, le=100)] = 0
    offer_hours: Annotated[int, Field(ge=1, le=336)] = 48
    reserve_hours: Annotated[int, Field(ge=1, le=336)] = 24

    @field_validator("weights")
    @classmethod
    def _are_all_of_it(cls, value: dict[str, int]) -> dict[str, int]:
        if sum(value.values()) != WHOLE:
            raise ValueError(f"jumlah bobot {sum(value.values())}, harus {WHOLE}")
        return value


class WaveEntry(Entry):
    """Without `state` its dates tell what state it is in."""

    slug: Slug
    code: Code
    provider: Slug
    title: Line160
    state: State | None = None
    mode: Literal["selection", "first_come"] = "selection"
    registration_opens_at: Moment | None = None
    registration_closes_at: Moment | None = None
    starts_on: Day | None = None
    ends_on: Day | None = None
    participants: Count | None = None
    selection: SelectionEntry | None = None
    absences_allowed: Absences | None = None
    beds_order: Literal["rank", "far"] = "rank"
    example: bool = False
    source: Slug
    stages: list[StageEntry] = Field([])
    classes: list[ClassEntry] = Field([])

    @field_validator("registration_closes_at")
    @classmethod
    def _closes_after_it_opens(
        cls, value: datetime | None, info: ValidationInfo
    ) -> datetime | None:
        _come_after(value, info, "registration_opens_at")
        return value

    @field_validator("starts_on")
    @classmethod
    def _starts_when_registration_is_closed(
        cls, value: date | None, info: ValidationInfo
    ) -> date | None:
        closes = info.data.get("registration_closes_at")
        if value and closes and value < (last := closes.astimezone(WIB).date()):
            raise ValueError(
                f"starts_on ({value}) mendahului penutupan pendaftaran ({last}); periksa tanggalnya"
            )
        return value

    @field_validator("ends_on")
    @classmethod
    def _ends_after_it_starts(cls, value: date | None, info: ValidationInfo) -> date | None:
        starts = info.data.get("starts_on")
        if value and starts and value < starts:
            raise ValueError(
                f"ends_on ({value}) mendahului starts_on ({starts}); periksa tanggalnya"
            )
        return value
