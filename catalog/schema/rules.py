"""Eligibility rules: what each kind demands, so that a computer can judge by it."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from catalog.schema.types import Day, Entry, Line80, Position, Region, Slug, Words
from people.educations import Education

AGE_DAYS = ("training_start", "registration_close")


def _read_level(value: str) -> str:
    levels = [level.value for level in Education]
    if value not in levels:
        raise ValueError(f"pendidikan {value!r} tidak dikenal; pilih: {', '.join(levels)}")
    return value


def _read_age_day(value: Any) -> str:
    """A name stays, a day becomes 2026-07-01."""
    if value in AGE_DAYS:
        return str(value)
    try:
        return (value if type(value) is date else date.fromisoformat(value)).isoformat()
    except (TypeError, ValueError):
        names = ", ".join(AGE_DAYS)
        raise ValueError(
            f"at {value!r} tidak dikenal; tulis {names}, atau tanggal seperti 2026-07-01"
        ) from None


Level = Annotated[str, AfterValidator(_read_level)]
AgeDay = Annotated[str, BeforeValidator(_read_age_day)]
Years = Annotated[int, Field(ge=1, le=99)]
Sex = Literal["f", "m"]
Document = Literal["ktp", "ijazah", "ak1", "kk", "foto", "skck", "surat-sehat"]


class _Rule(Entry):
    """One demand; it is kept once for each of the programmes that make it."""

    slug: Annotated[str, Field(max_length=31, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    programmes: Annotated[list[Slug], Field(min_length=1)]
    text: Words
    expires_on: Day | None
    position: Position
    source: Slug


class Age(Entry):
    """Full years, both ends included; one of them may be left out.

    `at`: the day on which they are counted; where it is left out, the day the training begins.
    """

    at: AgeDay | None = None
    min: Years | None = None
    max: Years | None = Field(None, validate_default=True)

    @field_validator("max")
    @classmethod
    def _agrees_with_min(cls, value: int | None, info: ValidationInfo) -> int | None:
        least = info.data.get("min")
        if value is None and "min" in info.data and least is None:
            raise ValueError("tulis min, max, atau keduanya")
        if value is not None and least is not None and value < least:
            raise ValueError(f"max {value} lebih kecil dari min {least}; tukar keduanya")
        return value


class Schooling(Entry):
    """The lowest level that will do."""

    min: Level


class Domicile(Entry):
    regions: Annotated[list[Region], Field(min_length=1)]


class Height(Entry):
    min_cm: Annotated[int, Field(ge=100, le=220)]
    sex: Sex | None = None


class OneSex(Entry):
    sex: Sex


class Language(Entry):
    test: Line80


class Test(Entry):
    subject: Line80


class Papers(Entry):
    documents: Annotated[list[Document], Field(min_length=1)]


class Term(Entry):
    years: Years


class Nothing(Entry):
    """The kind says it all."""


class AgeRule(_Rule):
    kind: Literal["age"]
    parameters: Age


class EducationRule(_Rule):
    kind: Literal["education"]
    parameters: Schooling


class DomicileRule(_Rule):
    kind: Literal["domicile"]
    parameters: Domicile


class HeightRule(_Rule):
    kind: Literal["height"]
    parameters: Height


class SexRule(_Rule):
    kind: Literal["sex"]
    parameters: OneSex


class LanguageRule(_Rule):
    kind: Literal["language"]
    parameters: Language


class TestRule(_Rule):
    kind: Literal["test"]
    parameters: Test


class PapersRule(_Rule):
    kind: Literal["papers"]
    parameters: Papers


class TermRule(_Rule):
    kind: Literal["term"]
    parameters: Term


class PlainRule(_Rule):
    """Not colour-blind; neither at school nor in work; a pupil."""

    kind: Literal["vision", "idle", "pupil"]
    parameters: Nothing


RuleEntry = Annotated[
    AgeRule
    | EducationRule
    | DomicileRule
    | HeightRule
    | SexRule
    | LanguageRule
    | TestRule
    | PapersRule
    | TermRule
    | PlainRule,
    Field(discriminator="kind"),
]
