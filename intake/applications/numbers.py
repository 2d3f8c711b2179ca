"""Registration numbers: the wave's code and a serial of their own, given out one by one."""

import re
from typing import cast

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from storage.models import NumberSeries, Wave
from storage.upserts import insert_into

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
    counted = insert_into(session, SERIES).values(wave_id=wave_id, last=count)
    counted = counted.on_conflict_do_update(
        index_elements=["wave_id"], set_={"last": SERIES.c.last + counted.excluded.last}
    )
    last = session.connection().scalar(counted.returning(SERIES.c.last)) or 0
    return [f"{code}-{serial:04d}" for serial in range(last - count + 1, last + 1)]
