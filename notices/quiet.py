"""Quiet hours: when nothing unasked may arrive, in the local time of a person."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

QuietHours = tuple[time | None, time | None]
"""From when until when. They run over midnight where the first is later; equal or missing times
mean none.
"""


def quiet_end(moment: datetime, quiet: QuietHours, zone: tzinfo) -> datetime | None:
    """When the quiet hours that hold `moment` end, in UTC; None where it lies in none.

    The first quiet minute is quiet, the last is not.
    """
    quiet_from, quiet_until = quiet
    if quiet_from is None or quiet_until is None or quiet_from == quiet_until:
        return None
    local = moment.astimezone(zone)
    clock = local.time()
    if quiet_from < quiet_until:
        inside, today = quiet_from <= clock < quiet_until, True
    else:
        inside, today = clock >= quiet_from or clock < quiet_until, clock < quiet_until
    if not inside:
        return None
    return _next(moment, local.date() + timedelta(days=0 if today else 1), quiet_until, zone)


def told_at(moment: datetime, quiet: QuietHours, zone: tzinfo) -> datetime:
    """When what is posted at `moment` reaches a person: then, or as their quiet hours end.

    A deadline that is told in quiet hours runs from here.
    """
    return quiet_end(moment, quiet, zone) or moment


def awake_before(deadline: datetime, last: timedelta, quiet: QuietHours, zone: tzinfo) -> datetime:
    """The deadline, or so much later that its `last` hours begin when they can be told of."""
    return told_at(deadline - last, quiet, zone) + last


def _next(moment: datetime, day: date, clock: time, zone: tzinfo) -> datetime:
    # Where clocks are put back, an hour comes twice: the end may be the second one.
    end = datetime.combine(day, clock, zone)
    first, second = end.astimezone(UTC), end.replace(fold=1).astimezone(UTC)
    return first if first > moment else second
