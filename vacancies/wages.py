"""Wages as schema.org has them, in the many shapes that the world gives them."""

import math
import re
from collections.abc import Mapping
from typing import Any

from vacancies.postings import Wage

MOST = 2_000_000_000
"""Beyond it the figure is a mistake, and the database's integers end."""

_NUMBER = re.compile(r"(\d[\d.,]*)\s*(juta|jt|ribu|rb)?", re.IGNORECASE)
_SCALES = {"juta": 1_000_000, "jt": 1_000_000, "ribu": 1_000, "rb": 1_000}
_GROUPED = re.compile(r"\d{1,3}([.,]\d{3})+")
_CURRENCY = re.compile(r"[A-Z]{3}")
_UNITS = {
    "HOUR": ("hour", "hourly", "hur", "jam", "perjam"),
    "DAY": ("day", "daily", "hari", "harian", "perhari"),
    "WEEK": ("week", "weekly", "minggu", "mingguan", "perminggu"),
    "MONTH": ("month", "monthly", "mon", "bulan", "bulanan", "perbulan"),
    "YEAR": ("year", "yearly", "annual", "ann", "tahun", "tahunan", "pertahun"),
}
_UNIT_OF = {name: unit for unit, names in _UNITS.items() for name in names}


def read_wage(item: Mapping[str, Any]) -> Wage:
    """The wage of a JobPosting object; what is missing or makes no sense is None."""
    given = _first(item.get("baseSalary")) or _first(item.get("estimatedSalary"))
    if given is None:
        return Wage()
    outer = given if isinstance(given, Mapping) else {"value": given}
    value = _first(outer.get("value"))
    inner = value if isinstance(value, Mapping) else {"value": value}
    least, most = _bounds(inner)
    if least is None and most is None:
        least, most = _bounds(outer)
    if least is None and most is None:
        return Wage()
    currency = outer.get("currency") or outer.get("priceCurrency") or item.get("salaryCurrency")
    return Wage(least, most, _currency(currency), _unit(inner) or _unit(outer))


def read_count(value: Any) -> int | None:
    """A number of openings, 1 to 10,000; None for anything else."""
    numbers = _numbers(value)
    return numbers[0] if numbers and numbers[0] <= 10_000 else None


def _bounds(amounts: Mapping[str, Any]) -> tuple[int | None, int | None]:
    least, most = _numbers(amounts.get("minValue")), _numbers(amounts.get("maxValue"))
    exact = _numbers(amounts.get("value")) or _numbers(amounts.get("price"))
    if exact and not least and not most:
        return min(exact), max(exact)
    ends = least[:1] + most[:1]
    if len(ends) == 2:
        return min(ends), max(ends)
    return (least[0] if least else None), (most[0] if most else None)


def _numbers(value: Any) -> list[int]:
    """At most two whole positive amounts: "Rp 4.900.000 – 5.500.000" holds two, so "5-6 juta"."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return []
    if isinstance(value, str):
        return [n for n in _amounts(value[:80]) if 0 < n <= MOST][:2]
    if isinstance(value, float) and not math.isfinite(value):
        return []
    return [round(value)] if 0.5 < value <= MOST else []


def _amounts(text: str) -> list[int]:
    """In "5-6 juta" the word is meant for both."""
    found, scale = list[int](), 1
    for number, word in reversed(_NUMBER.findall(text)):
        scale = _SCALES[word.lower()] if word else scale
        scaled = scale > 1 and re.fullmatch(r"\d{1,3}([.,]\d{1,2})?", number.strip(".,"))
        short = float(number.strip(".,").replace(",", ".")) if scaled else 0
        found.insert(0, round(short * scale) if scaled else _amount(number))
    return found


def _amount(text: str) -> int:
    """4.900.000 and 4,900,000 and 4900000.00 alike; 0 for what is no number."""
    text = text.strip(".,")
    whole, decimals = text, ""
    if len(text) > 3 and text[-3] in ".," and text[-2:].isdecimal():
        whole, decimals = text[:-3], text[-2:]
    if _GROUPED.fullmatch(whole):
        whole = whole.replace(".", "").replace(",", "")
    if len(whole) <= 12 and whole.isdecimal():
        return round(float(f"{whole}.{decimals or 0}"))
    return 0


def _currency(value: Any) -> str | None:
    code = value.strip().upper() if isinstance(value, str) else ""
    code = {"RP": "IDR", "RUPIAH": "IDR"}.get(code.rstrip("."), code)
    return code if _CURRENCY.fullmatch(code) else None


def _unit(amounts: Mapping[str, Any]) -> str | None:
    value = amounts.get("unitText") or amounts.get("unitCode")
    if not isinstance(value, str):
        return None
    name = re.sub(r"[^a-z]", "", value.lower())
    return _UNIT_OF.get(name) or _UNIT_OF.get(name.removeprefix("per"))


def _first(value: Any) -> Any:
    if isinstance(value, list):
        return next((one for one in value if one), None)
    return value
