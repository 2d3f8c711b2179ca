"""What the demo's waves look like: one for each thing that a visitor should be able to try."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import count, islice
from typing import Any

from texts.moments import WIB

SOURCE = "contoh-jawara"
UPTD = {"provider": "uptd-pelatihan-kerja", "source": SOURCE, "example": True}
WORKSHOPS = (
    "mesin-bubut-frais",
    "autocad-manufaktur",
    "otomasi-industri",
    "instalasi-listrik",
    "las-gmaw",
    "las-smaw-a",
    "las-smaw-b",
    "menjahit",
    "kecantikan-kulit",
    "office-operator",
    "animasi",
    "autocad-bangunan",
    "sepeda-motor",
)
TRAINING_DAYS = 30
LESSON = time(7, 30), time(15, 15)
SATURDAY = 5


def _selection(today: date) -> dict[str, Any]:
    """All thirteen workshops of the UPTD; registration has been open since yesterday."""
    closes = today + timedelta(days=9)
    first_check, last_check = islice(_working_days(closes + timedelta(days=1)), 2)
    days = _working_days(last_check + timedelta(days=2))
    test, interview, _, _, results, enrolment, _, enrolled = islice(days, 8)
    training = list(islice(_working_days(enrolled + timedelta(days=3)), TRAINING_DAYS))
    stages = [
        _stage("registration", today - timedelta(days=1), closes),
        _stage("papers", first_check, last_check),
        _stage("test", test),
        _stage("interview", interview),
        _stage("results", results),
        _stage("reregistration", enrolment, enrolled),
        _stage("training", training[0], training[-1]),
        _stage("certificates", training[-1] + timedelta(days=7)),
    ]
    lessons = _lessons(training)
    classes = [
        {"programme": slug, "capacity": 16, "place": "uptd-jelupang", "meetings": lessons}
        for slug in WORKSHOPS
    ]
    return UPTD | {
        "title": "Pelatihan Berbasis Kompetensi, gelombang depan (contoh)",
        **_span(today - timedelta(days=1), closes, training),
        "stages": stages,
        "classes": classes,
    }


def _running(today: date) -> dict[str, Any]:
    """Two classes in their second week, with a lesson tomorrow even if that is a weekend."""
    regular = islice(_working_days(today - timedelta(days=7)), TRAINING_DAYS)
    soon = [today + timedelta(days=1), today + timedelta(days=2)]
    days = sorted({*regular, *(soon if soon[0].weekday() >= SATURDAY else ())})
    classes = [
        {"programme": slug, "capacity": 16, "place": "uptd-jelupang", "meetings": _lessons(days)}
        for slug in ("las-gmaw", "menjahit")
    ]
    opened = today - timedelta(days=40)
    return UPTD | {
        "title": "Pelatihan Berbasis Kompetensi, gelombang berjalan (contoh)",
        "absences_allowed": 2,
        **_span(opened, opened + timedelta(days=10), days),
        "classes": classes,
    }


def _short(today: date) -> dict[str, Any]:
    """Three days of barista training, first come, first served."""
    closes = today + timedelta(days=6)
    days = list(islice(_working_days(closes + timedelta(days=2)), 3))
    barista = {"programme": "barista", "capacity": 12, "funder": "APBD", "meetings": _lessons(days)}
    return {
        "provider": "disnakertrans-kota-serang",
        "source": SOURCE,
        "example": True,
        "mode": "first_come",
        "title": "Kelas singkat barista (contoh)",
        **_span(today - timedelta(days=1), closes, days),
        "classes": [barista],
    }


def _planned(today: date) -> dict[str, Any]:
    """Announced, not open yet: people can leave their interest."""
    opens = today + timedelta(days=45)
    return UPTD | {
        "title": "Pelatihan Berbasis Kompetensi, gelombang berikutnya (contoh)",
        "registration_opens_at": _at(opens, time(8)),
        "registration_closes_at": _at(opens + timedelta(days=10), time(16)),
        "classes": [{"programme": "ac-pendingin", "capacity": 16, "place": "uptd-jelupang"}],
    }


ROLES: dict[str, Callable[[date], dict[str, Any]]] = {
    "seleksi": _selection,
    "berjalan": _running,
    "cepat": _short,
    "rencana": _planned,
}
"""What the demo shows; the name stands in the slug, its first letter in the code."""


def _span(opens: date, closes: date, training: list[date]) -> dict[str, Any]:
    return {
        "registration_opens_at": _at(opens, time(8)),
        "registration_closes_at": _at(closes, time(16)),
        "starts_on": training[0],
        "ends_on": training[-1],
    }


def _stage(kind: str, first: date, last: date | None = None) -> dict[str, Any]:
    return {"kind": kind, "starts_at": _at(first, time(8)), "ends_at": _at(last or first, time(16))}


def _lessons(days: list[date]) -> list[dict[str, Any]]:
    begins, ends = LESSON
    return [
        {"number": number, "starts_at": _at(day, begins), "ends_at": _at(day, ends)}
        for number, day in enumerate(days, start=1)
    ]


def _working_days(first: date) -> Iterator[date]:
    """Mondays to Fridays from `first` on; public holidays are not known here."""
    days = (first + timedelta(days=n) for n in count())
    return (day for day in days if day.weekday() < SATURDAY)


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, WIB)
