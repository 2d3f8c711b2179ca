"""A bed is asked for or given back with one tap; staff see a wave's beds, and move them by hand."""

from telegram import Update

from bot.bed_reading import bed_holder, beds_of, my_bed
from bot.context import Turn
from bot.errors import words_for
from bot.presses.beds import AskBed, AskNoBed, ListBeds, MoveBed, NeedNoBed, OpenBed, OpenBedOf
from bot.rights import actor_of, rights_of
from bot.screens import show
from bot.views import beds as views
from bot.views import schedule as schedule_views
from intake.applications.errors import NoSuchApplication, ReasonMissing
from intake.beds.beds import REASONS, ask_for_bed, grant_bed, need_no_bed, take_bed_back
from intake.beds.errors import BedsClosed, BedsUnknown, NoBed, NoBedFree, NoDormitory, NoSeat
from intake.beds.houses import BedState

REFUSALS = (BedsClosed, BedsUnknown, NoBed, NoBedFree, NoDormitory, NoSeat)


async def open_bed(update: Update, turn: Turn) -> None:
    await _show_mine(update, turn, turn.pressed(OpenBed).application_id)


async def ask(update: Update, turn: Turn) -> None:
    house, id_ = turn.house, turn.pressed(AskBed).application_id
    note = ""
    try:
        await house.database.write(ask_for_bed, id_, turn.account.id, now=house.now())
    except REFUSALS as error:
        note = words_for(error, turn.t) or ""
    except NoSuchApplication:
        pass  # which is what is shown then
    await _show_mine(update, turn, id_, note)


async def ask_give_back(update: Update, turn: Turn) -> None:
    id_ = turn.pressed(AskNoBed).application_id
    found = await turn.house.database.read(my_bed, id_, turn.account.id, turn.house.now())
    if found is None or found[1] is None or found[1].state is not BedState.GRANTED:
        await _show_mine(update, turn, id_)
        return
    await show(update, turn, views.ask_no_bed_screen(turn.t, found[0]))


async def need_none(update: Update, turn: Turn) -> None:
    house, id_ = turn.house, turn.pressed(NeedNoBed).application_id
    note = ""
    try:
        told = await house.database.write(need_no_bed, id_, turn.account.id, now=house.now())
        if told:
            house.nudge()
    except REFUSALS as error:
        note = words_for(error, turn.t) or ""
    except NoSuchApplication:
        pass  # which is what is shown then
    await _show_mine(update, turn, id_, note)


async def list_beds(update: Update, turn: Turn) -> None:
    press = turn.pressed(ListBeds)
    await _show_list(update, turn, press.wave_id, press.page)


async def open_one(update: Update, turn: Turn) -> None:
    await show_one(update, turn, turn.pressed(OpenBedOf).application_id)


async def move(update: Update, turn: Turn) -> None:
    press = turn.pressed(MoveBed)
    if press.why not in REASONS[press.granted]:
        raise ReasonMissing
    await move_because(update, turn, press.application_id, press.why, granted=press.granted)


async def move_because(
    update: Update, turn: Turn, application_id: int, why: str, *, granted: bool
) -> None:
    """Tapped or typed. Refused, their screen says so."""
    note = str(turn.t("beds-moved"))
    try:
        await _move(turn, application_id, why, granted=granted)
    except REFUSALS as error:
        note = words_for(error, turn.t) or ""
    turn.house.nudge()
    await show_one(update, turn, application_id, note)


async def _move(turn: Turn, application_id: int, why: str, *, granted: bool) -> None:
    house = turn.house
    await house.database.write(
        grant_bed if granted else take_bed_back,
        application_id,
        rights=await rights_of(turn),
        actor=await actor_of(turn),
        why=why,
        now=house.now(),
    )


async def _show_mine(update: Update, turn: Turn, application_id: int, note: str = "") -> None:
    house = turn.house
    found = await house.database.read(my_bed, application_id, turn.account.id, house.now())
    if found is None:
        await show(update, turn, schedule_views.no_application_screen(turn.t))
        return
    application, bed = found
    if bed is None:
        await show(update, turn, views.no_bed_screen(turn.t, application, note))
        return
    await show(update, turn, views.bed_screen(turn.t, application, bed, house.zone, note))


async def _show_list(update: Update, turn: Turn, wave_id: int, page: int) -> None:
    found = await turn.house.database.read(beds_of, wave_id, await rights_of(turn))
    await show(update, turn, views.list_screen(turn.t, found, page))


async def show_one(update: Update, turn: Turn, application_id: int, note: str = "") -> None:
    one = await turn.house.database.read(bed_holder, application_id, await rights_of(turn))
    await show(update, turn, views.holder_screen(turn.t, one, note))
