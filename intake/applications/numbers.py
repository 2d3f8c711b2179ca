"""Registration numbers: the wave's code and a serial of their own, given out one by one."""

import re
from typing import cast

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from storage.bulk import Insert, insert_rows
from storage.models import NumberSeries, Wave

SERIES = cast(Table, NumberSeries.__table__)


def plain_number(text: str) -> str:
    """As it is kept, whatever was typed between its parts: " pbk 2025–2 – 0147" is
    PBK-2025-2-0147.
    """
    return "-".join(re.findall(r"[A-Z0-9]+", text.upper()))


def allot_number(session: Session, wave_id: int) -> str:
    """The next one of a wave."""
    code = session.scalars(select(Wave.code).where(Wave.id == wave_id)).one()
    return allot_numbers(session, wave_id, code, 1)[0]


def allot_numbers(session: Session, wave_id: int, code: str, count: int) -> list[str]:
    """The next ones of a wave, in order: PBK-2025-2-0147, PBK-2025-2-0148 …

    One statement counts up and locks the series until the transaction ends, so that two
    applications never share a number; those that are rolled back leave no gap.
    """
    row = {"wave_id": wave_id, "last": count}
    told = insert_rows(session, SERIES, [row], on_conflict=_count_up, returning=[SERIES.c.last])
    last = told[0].last
    return [f"{code}-{serial:04d}" for serial in range(last - count + 1, last + 1)]


def _count_up(insert: Insert) -> Insert:
    counted = {"last": SERIES.c.last + insert.excluded.last}
    return insert.on_conflict_do_update(index_elements=["wave_id"], set_=counted)
