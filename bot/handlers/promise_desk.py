"""The staff's desk: who was promised a placement, and what has become of it."""

from telegram import Update

from bot.context import Turn
from bot.phrases import Placed, placement_to_record
from bot.presses.promises import (
    AskPlacement,
    ListPlacements,
    ListPromisedClasses,
    OpenGraduate,
    SetPlacement,
)
from bot.promise_reading import class_in_numbers, company_like, where_to
from bot.rights import name_of, rights_of
from bot.screens import show
from bot.training_reading import application_numbered
from bot.views import promise_desk as views
from intake.applications.errors import ReasonMissing
from intake.placement.promise_rows import (
    PlacementState,
    PlacementView,
    may_write,
    placement_for,
    promised_classes,
)
from intake.placement.promises import record_placement


async def list_classes(update: Update, turn: Turn) -> None:
    found = await turn.house.database.read(promised_classes, await rights_of(turn))
    page = turn.pressed(ListPromisedClasses).page
    await show(update, turn, views.classes_screen(turn.t, found, page))


async def list_all(update: Update, turn: Turn) -> None:
    """A class that is gone from the list, or none of theirs: the classes there are."""
    press, house, rights = turn.pressed(ListPlacements), turn.house, await rights_of(turn)
    classes = await house.database.read(promised_classes, rights)
    promised = next((each for each in classes if each.id == press.class_id), None)
    if promised is None:
        await show(update, turn, views.classes_screen(turn.t, classes, 0))
        return
    found = await house.database.read(class_in_numbers, promised.id, rights, house.now())
    await show(update, turn, views.class_screen(turn.t, promised, *found, press.page))


async def open_one(update: Update, turn: Turn) -> None:
    view = await _one(turn, turn.pressed(OpenGraduate).application_id)
    await _show(update, turn, view)


async def ask(update: Update, turn: Turn) -> None:
    press = turn.pressed(AskPlacement)
    found = await turn.house.database.read(where_to, press.application_id, await rights_of(turn))
    view, companies = found
    state = PlacementState(press.state)
    await show(update, turn, views.ask_screen(turn.t, view, state, companies))


async def set_one(update: Update, turn: Turn) -> None:
    press, house, rights = turn.pressed(SetPlacement), turn.house, await rights_of(turn)
    company = await house.database.read(company_like, press.like, rights) if press.like else None
    view = await house.database.write(
        record_placement,
        press.application_id,
        PlacementState(press.state),
        rights,
        company=company,
        reason=press.why,
        actor=await name_of(turn),
        by=turn.account.id,
        now=house.now(),
    )
    await _written(update, turn, view)


async def record(update: Update, turn: Turn, text: str) -> bool:
    """ "salur SOFT-2025-11-0003 bekerja PT Contoh"; False: other words, or not of staff."""
    wanted = placement_to_record(text)
    if wanted is None or not await rights_of(turn):
        return False
    id_ = await turn.house.database.read(application_numbered, wanted.trainee)
    try:
        await _written(update, turn, await _record(turn, id_, wanted))
    except ReasonMissing:  # another company than they work at: first why they are there no longer
        await _show(update, turn, await _one(turn, id_), turn.t("promises-works-elsewhere"))
    return True


async def _record(turn: Turn, application_id: int, wanted: Placed) -> PlacementView:
    return await turn.house.database.write(
        record_placement,
        application_id,
        wanted.state,
        await rights_of(turn),
        company=wanted.company,
        since=wanted.since,
        wage=wanted.wage,
        actor=await name_of(turn),
        by=turn.account.id,
        now=turn.house.now(),
    )


async def _written(update: Update, turn: Turn, view: PlacementView) -> None:
    turn.house.nudge()
    await _show(update, turn, view, turn.t("promises-written"))


async def _show(update: Update, turn: Turn, view: PlacementView, note: str = "") -> None:
    writes = may_write(view, await rights_of(turn))
    await show(update, turn, views.graduate_screen(turn.t, view, writes=writes, note=note))


async def _one(turn: Turn, application_id: int) -> PlacementView:
    """Raises NoTrainee, NoPromise, OtherProvider."""
    return await turn.house.database.read(placement_for, application_id, await rights_of(turn))
