"""Registration numbers: the wave's code and a serial of their own, given out one by one."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import NumberSeries, Wave
from storage.upserts import insert_into


def allot_number(session: Session, wave_id: int) -> str:
    """The next number of a wave: PBK-2025-2-0147.

    One statement counts up and locks the series until the transaction ends, so that two
    applications never share a number; one that is rolled back leaves no gap.
    """
    serial = session.scalar(
        insert_into(session, NumberSeries)
        .values(wave_id=wave_id, last=1)
        .on_conflict_do_update(index_elements=["wave_id"], set_={"last": NumberSeries.last + 1})
        .returning(NumberSeries.last)
    )
    code = session.scalar(select(Wave.code).where(Wave.id == wave_id))
    return f"{code}-{serial:04d}"
