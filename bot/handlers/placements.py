"""A pupil's own side: the link that ties a phone to a placement, and what it shows."""

from telegram import Update

from bot.context import Turn
from bot.presses.schools import ConnectPupil, GuardianAgrees, OpenPlacement
from bot.screens import show
from bot.views import placements as views
from intake.schools.pupils import connect, guardian_agrees, my_pupil, pupil_of_code
from people.errors import ConsentMissing


async def open_code(update: Update, turn: Turn, code: str) -> None:
    """A pupil's link: whose it is, before it is used up; opened again, what it has led to."""
    group, pupil = await turn.house.database.read(pupil_of_code, code, turn.account.id)
    if pupil.connected_at is None:
        await show(update, turn, views.is_it_you_screen(turn.t, group, pupil, code))
    else:
        await _show(update, turn, pupil.application_id, turn.t("placements-connected"))


async def connect_phone(update: Update, turn: Turn) -> None:
    house, code = turn.house, turn.pressed(ConnectPupil).secret
    try:
        pupil = await house.database.write(
            connect, code, turn.account.id, now=house.now(), zone=house.zone
        )
    except ConsentMissing:
        await show(update, turn, views.consent_first_screen(turn.t))
        return
    house.nudge()
    await _show(update, turn, pupil.application_id, turn.t("placements-connected"))


async def open_placement(update: Update, turn: Turn) -> None:
    await _show(update, turn, turn.pressed(OpenPlacement).application_id)


async def agree(update: Update, turn: Turn) -> None:
    house, application_id = turn.house, turn.pressed(GuardianAgrees).application_id
    group, pupil = await house.database.write(
        guardian_agrees, application_id, turn.account.id, now=house.now()
    )
    note = turn.t("placements-agreed")
    await show(update, turn, views.placement_screen(turn.t, group, pupil, note))


async def _show(update: Update, turn: Turn, application_id: int, note: str = "") -> None:
    group, pupil = await turn.house.database.read(my_pupil, application_id, turn.account.id)
    await show(update, turn, views.placement_screen(turn.t, group, pupil, note))
