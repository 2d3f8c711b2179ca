"""Whether the stages of a wave can come one after another as their dates say.

Works on the raw data, as the references do. What is no date at all is blamed elsewhere.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter, ValidationError

from catalog.reading.documents import Document, Where
from catalog.reading.references import find
from catalog.schema.types import Day, Moment
from catalog.timeline import KINDS
from texts.moments import WIB

NAMES = {
    "registration": "pendaftaran",
    "papers": "pemeriksaan berkas",
    "test": "tes",
    "interview": "wawancara",
    "results": "pengumuman hasil",
    "reregistration": "daftar ulang",
    "training": "pelatihan",
    "certificates": "sertifikat",
}
_BEFORE_TRAINING = KINDS[: KINDS.index("training")]
_MOMENT: TypeAdapter[datetime] = TypeAdapter(Moment)
_DAY: TypeAdapter[date] = TypeAdapter(Day)

Found = tuple[str, datetime, Where]
"""A stage's kind, one of its times, and where that is written."""


def check_stages(documents: Iterable[Document]) -> None:
    for document in documents:
        for where, wave in find(document.data, "waves"):
            _check(document, where, wave)


def _check(document: Document, where: Where, wave: Any) -> None:
    if not isinstance(wave, dict) or not isinstance(wave.get("stages"), list):
        return
    starts = list(_times(wave["stages"], "starts_at", where))
    ends = list(_times(wave["stages"], "ends_at", where))
    _check_order(document, starts)
    begins = _first_day(wave)
    if begins is not None:
        _check_training(document, starts, ends, begins)


def _check_order(document: Document, starts: list[Found]) -> None:
    """Each is compared with the one before it, in the order in which waves go through them."""
    in_order = sorted(starts, key=lambda found: KINDS.index(found[0]))
    for (earlier, first, _), (later, second, where) in pairwise(in_order):
        if earlier != later and second < first:
            document.blame(
                where,
                f"{NAMES[later]} ({_show(second)}) mendahului {NAMES[earlier]} ({_show(first)}); "
                "periksa tanggalnya",
            )


def _check_training(
    document: Document, starts: list[Found], ends: list[Found], begins: date
) -> None:
    for kind, moment, where in starts:
        if kind == "training" and _day(moment) != begins:
            words = f"pelatihan mulai {_day(moment)}, sedangkan starts_on {begins}; samakan"
            document.blame(where, words)
    for kind, moment, where in (*starts, *ends):
        if kind in _BEFORE_TRAINING and _day(moment) > begins:
            document.blame(
                where,
                f"{NAMES[kind]} ({_show(moment)}) sesudah pelatihan mulai (starts_on {begins}); "
                "periksa tanggalnya",
            )


def _times(stages: list[Any], name: str, where: Where) -> Iterator[Found]:
    for n, stage in enumerate(stages):
        if not isinstance(stage, dict) or stage.get("kind") not in KINDS or not stage.get(name):
            continue
        try:
            moment = _MOMENT.validate_python(stage[name])
        except ValidationError:
            continue
        yield stage["kind"], moment, (*where, "stages", n, name)


def _first_day(wave: dict[str, Any]) -> date | None:
    try:
        return _DAY.validate_python(wave["starts_on"]) if wave.get("starts_on") else None
    except ValidationError:
        return None


def _day(moment: datetime) -> date:
    return moment.astimezone(WIB).date()


def _show(moment: datetime) -> str:
    return f"{moment.astimezone(WIB):%Y-%m-%d %H:%M}"
