"""The kinds of value the catalogue's files hold; every message is for the staff member who edits.

Messages are in Indonesian: they are printed by `jawara catalog check`, not shown in the chat.
"""

from contextlib import suppress
from datetime import date, datetime
from typing import Annotated, Any

from babel import Locale
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from people.regions import REGIONS
from texts.moments import WIB


class Entry(BaseModel):
    """One mapping of a file: no key that is not described, no value of another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _read_day(value: Any) -> date:
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(f"tanggal {value!r} tidak terbaca; tulis seperti 2025-07-07") from None


def _read_moment(value: Any) -> datetime:
    """A naive time is WIB, as staff write it."""
    if isinstance(value, str) and len(value) > len("2025-07-07"):
        with suppress(ValueError):
            value = datetime.fromisoformat(value)
    if not isinstance(value, datetime):
        raise ValueError(f"waktu {value!r} tidak terbaca; tulis seperti 2025-07-07 07:30 (WIB)")
    return value if value.tzinfo else value.replace(tzinfo=WIB)


def _read_region(value: Any) -> str:
    if str(value) not in REGIONS:
        known = ", ".join(f"{code} {name}" for code, name in REGIONS.items())
        raise ValueError(f"kode wilayah {str(value)!r} tidak dikenal; pilih salah satu: {known}")
    return str(value)


def _check_country(value: str) -> str:
    territories = Locale("en").territories
    if value != "*" and not (len(value) == 2 and value.isupper() and value in territories):
        raise ValueError(
            f"negara {value!r} tidak dikenal; tulis kode dua huruf besar seperti JP atau KR, "
            'atau "*" untuk beberapa negara'
        )
    return value


_LINE = r"^\S(.*\S)?$"  # one line of words, no space at either end

Day = Annotated[date, BeforeValidator(_read_day)]
Moment = Annotated[datetime, BeforeValidator(_read_moment)]
Region = Annotated[str, BeforeValidator(_read_region)]
Country = Annotated[str, AfterValidator(_check_country)]
Slug = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Count = Annotated[int, Field(gt=0, le=100_000)]
Absences = Annotated[int, Field(ge=0, le=365)]
Line80 = Annotated[str, Field(max_length=80, pattern=_LINE)]
Line120 = Annotated[str, Field(max_length=120, pattern=_LINE)]
Line160 = Annotated[str, Field(max_length=160, pattern=_LINE)]
Line300 = Annotated[str, Field(max_length=300, pattern=_LINE)]
Position = Annotated[int, Field(ge=0, le=10_000)]


class Words(Entry):
    """A sentence in both languages."""

    id: Annotated[str, Field(min_length=1, max_length=400)]
    en: Annotated[str, Field(min_length=1, max_length=400)]


class Summary(Entry):
    """As `Words`, short enough for a card of 600 characters."""

    id: Annotated[str, Field(min_length=1, max_length=200)]
    en: Annotated[str, Field(min_length=1, max_length=200)]


class Title(Entry):
    """As `Words`, short enough for a button."""

    id: Annotated[str, Field(min_length=1, max_length=32)]
    en: Annotated[str, Field(min_length=1, max_length=32)]
