"""The table of ticks. APScheduler is the clock that ticks, never the memory of what is due."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from announcements.filling import work
from announcements.starting import APPROVE_ABOVE
from app.clock import Clock
from app.shelves import remove_discarded, remove_orphans
from catalog.interests import announce_openings
from catalog.waves import advance_waves
from intake.beds.giving import give_beds, waves_to_give_beds
from intake.documents.retention import (
    KEPT_DAYS,
    documents_to_remove,
    pupils_to_forget,
    remove_documents,
    remove_verdicts,
    verdicts_to_remove,
)
from intake.registration import invitations as first
from intake.registration.checks import drop_old_checks
from intake.registration.drafts import drop_closed_drafts
from intake.reminders.planning import plan_in_steps
from intake.seats.closing import classes_to_close, close_class
from intake.seats.reserve import classes_to_look_at, pass_on
from intake.selection.results import announce, classes_to_announce
from intake.takeovers.moving import bring_after
from intake.waves.moves import move_wave
from intake.waves.timelines import waves_to_move
from people.phoneless import close_without_phone
from storage.database import Database
from storage.leadership import Post
from storage.shelf import Shelf
from vacancies.alerts import announce_vacancies
from vacancies.feeds import read_due_feeds

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Tick:
    """A line of the table: what runs, every how many seconds of real time, and at which post."""

    name: str
    every_s: float
    run: Callable[["Ticks"], Awaitable[object]]
    post: Post = Post.WORKER


async def nothing() -> None:
    """Where a process has no search to refresh, or no panels."""


class Ticks:
    """Runs the table's lines of its `posts`: all of them unless told.

    A tick that fails is logged and comes again; it never ends the others. What needs the face is
    handed in: `refresh_search`, and `refresh_panels`, which edits messages through the bot. Without
    a `shelf` there are no documents to look after.
    """

    def __init__(
        self,
        database: Database,
        now: Clock,
        zone: ZoneInfo,
        nudge: Callable[[], None],
        *,
        posts: Collection[Post] = tuple(Post),
        approve_above: int = APPROVE_ABOVE,
        keep_documents: int = KEPT_DAYS,
        refresh_search: Callable[[], Awaitable[object]] = nothing,
        refresh_panels: Callable[[], Awaitable[object]] = nothing,
        shelf: Shelf | None = None,
    ) -> None:
        self.database = database
        self.now = now
        self.zone = zone
        self.approve_above = approve_above
        self.keep_documents = keep_documents
        self.planned_at: datetime | None = None
        self.looked_back_at = self.invited_since = now()
        self.invited = set[int]()
        self._nudge = nudge
        self.refresh_search = refresh_search
        self.refresh_panels = refresh_panels
        self.shelf = shelf
        self.lines = [tick for tick in TABLE if tick.post in posts]
        self._scheduler = AsyncIOScheduler(timezone=zone)

    def start(self) -> None:
        for tick in self.lines:
            # Late is better than never, one run makes up for all that were missed, and never
            # two of a kind side by side.
            self._scheduler.add_job(
                self._run,
                "interval",
                seconds=tick.every_s,
                args=[tick],
                id=tick.name,
                misfire_grace_time=None,
                coalesce=True,
                max_instances=1,
                next_run_time=datetime.now(self.zone),
            )
        self._scheduler.start()

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)

    async def once(self) -> None:
        """Every tick of these posts, one after another, now."""
        for tick in self.lines:
            await self._run(tick)

    async def _run(self, tick: Tick) -> None:
        try:
            if await tick.run(self):
                self._nudge()
        except asyncio.CancelledError:
            return  # the end has come; APScheduler would tell of it as of a failure
        except Exception:  # whatever it was, the other ticks and the next run must go on
            log.exception("tick failed", tick=tick.name)


async def _waves(ticks: Ticks) -> object:
    """States by the dates, then what belongs to each stage that has come or is over."""
    told = await ticks.database.write(advance_waves, ticks.now())
    for wave_id in await ticks.database.read(waves_to_move, ticks.now()):
        told += await _move(ticks, wave_id)
    return told


async def _move(ticks: Ticks, wave_id: int) -> int:
    """What fails in one wave is logged and comes again; the others do not wait for it."""
    try:
        return await ticks.database.write(move_wave, wave_id, now=ticks.now(), zone=ticks.zone)
    except Exception:
        log.exception("wave failed", wave_id=wave_id)
        return 0


async def _openings(ticks: Ticks) -> object:
    now = ticks.now()  # first whoever got no seat before, then everybody who wants to know
    unlucky = await ticks.database.read(first.classes_with_unlucky, now)
    if now - ticks.invited_since > THOROUGH_EVERY or now < ticks.invited_since:
        ticks.invited, ticks.invited_since = set(), now
    fresh = sorted(set(unlucky) - ticks.invited)
    told = await ticks.database.write(first.invite, fresh, now=now) if fresh else 0
    ticks.invited |= set(fresh)
    return told + await ticks.database.write(
        announce_openings, now, later=tuple(unlucky), by=first.HEAD_START, instead=first.KIND
    )


async def _reminders(ticks: Ticks) -> object:
    """Quick looks at what has become due since the last one, and now and then a thorough one."""
    now = ticks.now()
    since = ticks.planned_at
    if since is None or now - ticks.looked_back_at > THOROUGH_EVERY or now < since:
        since, ticks.looked_back_at = None, now
    planned = await plan_in_steps(ticks.database, now, ticks.zone, since)
    ticks.planned_at = now
    return planned


async def _feeds(ticks: Ticks) -> object:
    return await read_due_feeds(ticks.database, ticks.now())


async def _alerts(ticks: Ticks) -> object:
    return await ticks.database.write(announce_vacancies, ticks.now(), ticks.zone)


async def _moved_phones(ticks: Ticks) -> object:
    return await ticks.database.write(bring_after, ticks.now())


async def _drafts(ticks: Ticks) -> object:
    closed_before = ticks.now() - DRAFTS_KEPT
    return await ticks.database.write(drop_closed_drafts, closed_before=closed_before)


async def _checks(ticks: Ticks) -> object:
    await ticks.database.write(drop_old_checks, now=ticks.now())
    return None  # nothing for the courier


async def _retention(ticks: Ticks) -> object:
    """What has served its purpose long enough: documents, verdicts, pupils who never came."""
    database, now, zone, days = ticks.database, ticks.now(), ticks.zone, ticks.keep_documents
    removed = 0
    for each in await database.read(documents_to_remove, kept_days=days, now=now, zone=zone):
        removed += await database.write(remove_documents, each, kept_days=days, now=now, zone=zone)
    judged = await database.read(verdicts_to_remove, now=now, zone=zone)
    if judged:
        await database.write(remove_verdicts, judged)
    pupils = await database.read(pupils_to_forget, kept_days=days, now=now, zone=zone)
    if pupils:
        await database.write(close_without_phone, pupils)
    if removed or judged or pupils:
        log.info("time was up", documents=removed, verdicts=len(judged), pupils=len(pupils))
    return None  # nothing for the courier


async def _broadcasts(ticks: Ticks) -> object:
    return await work(ticks.database, ticks.now, ticks.approve_above)


async def _seats(ticks: Ticks) -> object:
    """Results whose minute has come, offers that have lapsed, seats for whoever is next, and an end
    to waiting where the training begins.
    """
    told = 0
    for due, deal in SEATS_IN_ORDER:
        for class_id in await ticks.database.read(due, ticks.now()):
            told += await _deal(ticks, class_id, deal)
    return told


async def _deal(ticks: Ticks, class_id: int, deal: Callable[..., int]) -> int:
    """What fails in one class is logged and comes again; the others do not wait for it."""
    try:
        return await ticks.database.write(deal, class_id, now=ticks.now(), zone=ticks.zone)
    except Exception:
        log.exception("class failed", class_id=class_id, step=deal.__name__)
        return 0


SEATS_IN_ORDER: tuple[tuple[Callable[..., Sequence[int]], Callable[..., int]], ...] = (
    (classes_to_announce, announce),
    (classes_to_look_at, pass_on),
    (classes_to_close, close_class),
)


async def _beds(ticks: Ticks) -> object:
    """Beds whose moment has come, or that are free though somebody waits."""
    told = 0
    for wave_id in await ticks.database.read(waves_to_give_beds, ticks.now()):
        try:
            told += await ticks.database.write(give_beds, wave_id, now=ticks.now())
        except Exception:  # as above: it comes again, and other waves do not wait for it
            log.exception("beds failed", wave_id=wave_id)
    return told


async def _panels(ticks: Ticks) -> object:
    await ticks.refresh_panels()
    return None  # nothing for the courier


THOROUGH_EVERY = timedelta(minutes=5)


async def _search(ticks: Ticks) -> object:
    await ticks.refresh_search()
    return None  # nothing for the courier


async def _discarded(ticks: Ticks) -> object:
    if ticks.shelf is not None:
        await remove_discarded(ticks.database, ticks.shelf)
    return None  # nothing for the courier


async def _orphans(ticks: Ticks) -> object:
    if ticks.shelf is not None:
        await remove_orphans(ticks.database, ticks.shelf)
    return None  # nothing for the courier


DRAFTS_KEPT = timedelta(days=7)
"""After its registration has closed, a draft's private answers serve nobody any more."""

TABLE = (
    Tick("advance waves", 5, _waves),
    Tick("announce openings", 5, _openings),
    Tick("plan reminders", 2, _reminders),
    Tick("give out seats", 2, _seats),
    Tick("give out beds", 5, _beds),
    Tick("bring notices after", 10, _moved_phones),
    Tick("send broadcasts", 1, _broadcasts),
    Tick("refresh panels", 3, _panels),
    Tick("read feeds", 10, _feeds),
    Tick("announce vacancies", 5, _alerts),
    Tick("forget closed drafts", 600, _drafts),
    Tick("forget old checks", 600, _checks),
    Tick("remove what was kept long enough", 600, _retention),
    Tick("refresh search", 60, _search, Post.BOT),
    Tick("remove discarded files", 30, _discarded, Post.BOT),
    Tick("remove orphaned files", 3600, _orphans, Post.BOT),
)
