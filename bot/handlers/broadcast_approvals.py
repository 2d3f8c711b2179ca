"""A second person's yes or no to a broadcast."""

from telegram import Update

from announcements import broadcasts
from bot.context import Handler, Turn
from bot.presses.broadcasts import ApproveBroadcast, AskRefuse, RefuseBroadcast
from bot.rights import approves, name_of
from bot.screens import acknowledge, show
from bot.views import broadcast_approval as views


async def approve(update: Update, turn: Turn) -> None:
    press, house, actor = turn.pressed(ApproveBroadcast), turn.house, await name_of(turn)
    view = await house.database.write(
        broadcasts.approve,
        press.broadcast_id,
        approver_id=turn.account.id,
        actor=actor,
        now=house.now(),
        submission=press.submission,
    )
    house.nudge()
    await show(update, turn, views.decided_screen(turn.t, view, approved=True))


async def ask_refuse(update: Update, turn: Turn) -> None:
    press = turn.pressed(AskRefuse)
    view = await turn.house.database.read(broadcasts.find, press.broadcast_id)
    await show(update, turn, views.why_screen(turn.t, view.id, press.submission))


async def refuse(update: Update, turn: Turn) -> None:
    press, house, actor = turn.pressed(RefuseBroadcast), turn.house, await name_of(turn)
    view = await house.database.write(
        broadcasts.refuse,
        press.broadcast_id,
        actor=actor,
        reason=press.why,
        now=house.now(),
        submission=press.submission,
    )
    house.nudge()
    await show(update, turn, views.decided_screen(turn.t, view, approved=False))


def for_approvers(handler: Handler) -> Handler:
    """Staff who may not approve are told so."""

    async def answered(update: Update, turn: Turn) -> object:
        if await approves(turn):
            return await handler(update, turn)
        assert update.callback_query is not None
        words = turn.t.plain("broadcast-not-approver")
        await acknowledge(update.callback_query, words, alert=True)
        return None

    return answered
