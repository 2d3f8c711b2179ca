"""How `jawara broadcast` shows a broadcast at a terminal."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from announcements.audiences import Audience
from announcements.broadcasts import BroadcastView
from announcements.counting import time_needed
from announcements.formatting import plain
from announcements.presses import Presses
from announcements.progress import JobProgress, Progress
from app.commands.terminal import TIME, zone

NAMES = {
    "regions": "region",
    "streams": "stream",
    "programmes": "programme",
    "waves": "wave",
    "states": "state",
    "languages": "language",
}
COUNTERS = ("sent", "blocked", "failed", "expired", "cancelled", "uncertain", "left")
JOBS = {"correct": "correction", "recall": "recall"}


def in_short(view: BroadcastView) -> str:
    """One line of a list."""
    people = "?" if view.people is None else f"{view.people:,}"
    head = " ".join(plain(view.html).split())[:40]
    return f"{view.id:5}  {view.state:9}  {people:>9}  {local(view.created_at)}  {head}"


def at_length(
    view: BroadcastView, progress: Progress, presses: Presses, rate: float
) -> Iterator[str]:
    yield f"broadcast {view.id} by {view.author}: {view.state}"
    if view.reason:
        yield f"  because: {view.reason}"
    yield from (f"  | {line}" for line in view.html.splitlines())
    if view.media_kind:
        yield f"  with a {view.media_kind}"
    for place, button in enumerate(view.buttons):
        pressed = f", pressed by {presses.by_button.get(place, 0):,}" if view.batch_id else ""
        yield f"  [{button.caption}] {button.kind} {button.target}".rstrip() + pressed
    yield f"to: {whom(view.audience)}"
    yield how_many(view, rate)
    yield from _times(view)
    if view.batch_id is not None:
        yield from _counts(progress)


def whom(audience: Audience) -> str:
    """The audience as its options are written."""
    parts = [audience.role]
    for name, option in NAMES.items():
        parts += [f"{option} {value}" for value in getattr(audience, name)]
    if audience.seen_within_days is not None:
        parts.append(f"seen within {audience.seen_within_days} days")
    return ", ".join(parts)


def how_many(view: BroadcastView, rate: float) -> str:
    if view.people is None:
        return "people: being written"
    needed = duration(time_needed(view.people, rate))
    return f"people: {view.people:,}, which takes {needed} at {rate:g} messages a second"


def duration(length: timedelta) -> str:
    """To the second below an hour, to the minute above."""
    seconds = max(1, round(length.total_seconds()))
    hours, minutes = divmod(seconds // 60, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {seconds % 60} s" if minutes else f"{seconds} s"


def local(moment: datetime) -> str:
    return moment.astimezone(zone()).strftime(TIME)


def _times(view: BroadcastView) -> Iterator[str]:
    for name, moment in (
        ("to start", view.start_at),
        ("started", view.started_at),
        ("finished", view.finished_at),
        ("of no more use", view.expires_at),
    ):
        if moment is not None:
            yield f"{name}: {local(moment)}"


def _counts(progress: Progress) -> Iterator[str]:
    counts = ", ".join(f"{name} {getattr(progress, name):,}" for name in COUNTERS)
    yield f"{'written' if progress.filled else 'being written'}: {progress.recipients:,}; {counts}"
    if progress.ends_at is not None and progress.left:
        yield f"{progress.per_second:.1f} a second, ends about {local(progress.ends_at)}"
    if progress.undecided:
        yield f"to decide: {progress.undecided:,} may have got it or not (broadcast uncertain)"
    if progress.job is not None:
        yield _job(progress.job)


def _job(job: JobProgress) -> str:
    state = f"done {local(job.finished_at)}" if job.finished_at else "under way"
    return (
        f"{JOBS[job.kind]}: {state}; {job.recipients:,} messages, "
        f"changed {job.sent:,}, failed {job.failed:,}, left {job.left:,}"
    )
