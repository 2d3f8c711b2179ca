"""The timeline of a wave: for whoever is in it, and at the staff's desk."""

from sqlalchemy.orm import Session
from telegram import Update

from bot.context import Turn
from bot.errors import words_for
from bot.presses.stages import AdvanceBecause, ListWaves, OpenWave, ShowTimeline
from bot.rights import actor_of, rights_of
from bot.screens import show
from bot.views import schedule as schedule_views
from bot.views import stages as views
from catalog.errors import NoSuchStage, WaveCannotMove
from intake.applications.errors import NoSuchApplication, OtherProvider, ReasonMissing
from intake.applications.rows import ApplicationView, application_by_id
from intake.reasons import OfStage
from intake.waves.errors import NothingToMove, OutOfOrder, ResultsNotReady, ResultsOnTheirWay
from intake.waves.moves import REASONS, advance
from intake.waves.tallies import Tally, tally_of
from intake.waves.timelines import Step, Timeline, timeline_of, waves_of
from people.staff import StaffRight, may_act_for

REFUSALS = (
    *(NothingToMove, OutOfOrder, ResultsNotReady, ResultsOnTheirWay),
    *(WaveCannotMove, NoSuchStage),
)


async def show_timeline(update: Update, turn: Turn) -> None:
    application_id, house = turn.pressed(ShowTimeline).application_id, turn.house
    found = await house.database.read(_mine, application_id, turn.account.id)
    if found is None:
        await show(update, turn, schedule_views.no_application_screen(turn.t))
        return
    await show(update, turn, views.timeline_screen(turn.t, *found, house.zone))


async def list_waves(update: Update, turn: Turn) -> None:
    waves = await turn.house.database.read(waves_of, await rights_of(turn))
    await show(update, turn, views.waves_screen(turn.t, waves, turn.pressed(ListWaves).page))


async def open_wave(update: Update, turn: Turn) -> None:
    await show_wave(update, turn, turn.pressed(OpenWave).wave_id)


async def advance_wave(update: Update, turn: Turn) -> None:
    press = turn.pressed(AdvanceBecause)
    if press.why not in REASONS:
        raise ReasonMissing
    asked, why = OfStage(press.wave_id, press.kind, press.move), f"stages-why-{press.why}"
    await advance_because(update, turn, asked, turn.t.plain(why))


async def advance_because(update: Update, turn: Turn, asked: OfStage, why: str) -> None:
    """Tapped or typed. Refused, the wave's screen says so."""
    try:
        step = await _advance(turn, asked, why)
    except REFUSALS as error:
        note = words_for(error, turn.t) or ""
    else:
        note = turn.t("stages-done", move=views.move_name(turn.t, step))
    turn.house.nudge()
    await show_wave(update, turn, asked.wave_id, note)


async def _advance(turn: Turn, asked: OfStage, why: str) -> Step:
    house = turn.house
    return await house.database.write(
        advance,
        asked.wave_id,
        asked.stage,
        move=asked.move,
        rights=await rights_of(turn),
        actor=await actor_of(turn),
        why=why,
        now=house.now(),
        zone=house.zone,
    )


async def show_wave(update: Update, turn: Turn, wave_id: int, note: str = "") -> None:
    house = turn.house
    timeline, tally = await house.database.read(wave_seen, wave_id, await rights_of(turn))
    await show(update, turn, views.wave_screen(turn.t, timeline, tally, house.zone, note))


def wave_seen(
    session: Session, wave_id: int, rights: frozenset[StaffRight]
) -> tuple[Timeline, Tally]:
    """Raises NoSuchWave, OtherProvider."""
    timeline = timeline_of(session, wave_id)
    if not may_act_for(rights, timeline.provider_id):
        raise OtherProvider
    return timeline, tally_of(session, wave_id)


def _mine(
    session: Session, application_id: int, account_id: int
) -> tuple[ApplicationView, Timeline] | None:
    try:
        application = application_by_id(session, application_id)
    except NoSuchApplication:
        return None
    if application.account_id != account_id:
        return None
    return application, timeline_of(session, application.wave_id)
