"""How long staff and teachers are waited for, once something is asked of them.

Whatever they type or send next is the answer; so it can't be for long: a file or a word of the next
day, meant for something else, would become a class's scores, or give a seat away.
"""

from datetime import datetime, timedelta

OPEN_FOR = timedelta(hours=1)
"""From when it was last asked: each answer that asks anew begins the hour again."""


def still_open(asked_at: datetime | None, now: datetime) -> bool:
    """None: it is not known when, and so it is long ago."""
    return asked_at is not None and now <= asked_at + OPEN_FOR
