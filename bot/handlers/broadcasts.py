"""Handling broadcasts that are handed in: the list, one of them, its pauses, recall and report."""

from functools import wraps

from telegram import Update

from announcements import broadcasts, jobs, uncertain
from announcements.errors import NotPossible, StillInFlight
from bot.broadcast_letters import message
from bot.broadcast_reading import Standing, standing
from bot.callbacks import Press
from bot.context import Handler, Turn
from bot.presses import broadcasts as to
from bot.previews import preview
from bot.rights import approves, for_staff, name_of
from bot.screens import acknowledge, show, show_below
from bot.views import broadcast_panel as views

LISTED = 60


async def list_all(update: Update, turn: Turn) -> None:
    found = await turn.house.database.read(broadcasts.list_broadcasts, LISTED)
    page = turn.pressed(to.ListBroadcasts).page
    await show(update, turn, views.list_screen(turn.t, found, page))


async def open_one(update: Update, turn: Turn) -> None:
    await stand(update, turn, turn.pressed(to.OpenBroadcast).broadcast_id)


async def stand(
    update: Update, turn: Turn, broadcast_id: int, note: str = "", toast: str | None = None
) -> None:
    """Where it stands. Raises NoSuchBroadcast."""
    found = await _standing(turn, broadcast_id)
    viewer = await _viewer(turn, found)
    live = viewer.wrote_it and _is_panel(update, found)
    screen = views.panel_screen(turn.t, found, viewer, turn.house.zone, note, live=live)
    await show(update, turn, screen, toast=toast)


async def open_more(update: Update, turn: Turn) -> None:
    """Below the panel, which goes on telling."""
    found = await _standing(turn, turn.pressed(to.MoreOfBroadcast).broadcast_id)
    viewer = await _viewer(turn, found)
    await show_below(update, turn, views.more_screen(turn.t, found, viewer))


async def _viewer(turn: Turn, found: Standing) -> views.Viewer:
    wrote_it = found.view.author_id == turn.account.id
    return views.Viewer(wrote_it=wrote_it, approves=await approves(turn))


def _is_panel(update: Update, found: Standing) -> bool:
    """Whether the button that was pressed is the panel's own."""
    query = update.callback_query
    message = None if query is None else query.message
    return message is not None and message.message_id == found.view.panel_message_id


async def show_message(update: Update, turn: Turn) -> None:
    """As people get it; what stands below it is where to decide."""
    found = await _standing(turn, turn.pressed(to.PreviewBroadcast).broadcast_id)
    assert update.callback_query is not None
    assert update.effective_chat is not None
    await acknowledge(update.callback_query)
    await preview(turn.bot, update.effective_chat.id, message(found.view, turn.t))


async def pause(update: Update, turn: Turn) -> None:
    id_, house, actor = (
        turn.pressed(to.PauseBroadcast).broadcast_id,
        turn.house,
        await name_of(turn),
    )
    await house.database.write(broadcasts.pause, id_, actor=actor, now=house.now())
    await stand(update, turn, id_, toast=turn.t.plain("broadcast-done-paused"))


async def resume(update: Update, turn: Turn) -> None:
    house, actor = turn.house, await name_of(turn)
    id_ = turn.pressed(to.ResumeBroadcast).broadcast_id
    await house.database.write(broadcasts.resume, id_, actor=actor, now=house.now())
    house.nudge()
    await stand(update, turn, id_, toast=turn.t.plain("broadcast-done-resumed"))


async def ask_cancel(update: Update, turn: Turn) -> None:
    found = await _standing(turn, turn.pressed(to.AskCancelBroadcast).broadcast_id)
    left = 0 if found.view.batch_id is None else found.progress.left
    await show_below(update, turn, views.ask_cancel_screen(turn.t, found.view, left))


async def cancel(update: Update, turn: Turn) -> None:
    house, actor = turn.house, await name_of(turn)
    id_ = turn.pressed(to.CancelBroadcast).broadcast_id
    await house.database.write(broadcasts.cancel, id_, actor=actor, now=house.now())
    await stand(update, turn, id_, toast=turn.t.plain("broadcast-done-cancelled"))


async def ask_recall(update: Update, turn: Turn) -> None:
    found = await _standing(turn, turn.pressed(to.AskRecall).broadcast_id)
    screen = views.ask_recall_screen(turn.t, found.view, found.progress.sent)
    await show_below(update, turn, screen)


async def recall(update: Update, turn: Turn) -> None:
    house, actor = turn.house, await name_of(turn)
    id_ = turn.pressed(to.RecallBroadcast).broadcast_id
    await house.database.write(jobs.recall, id_, actor=actor, now=house.now())
    await stand(update, turn, id_, toast=turn.t.plain("broadcast-done-recalled"))


async def settle_uncertain(update: Update, turn: Turn) -> None:
    press, house, actor = turn.pressed(to.SettleUncertain), turn.house, await name_of(turn)
    id_, write, now = press.broadcast_id, house.database.write, house.now()
    if press.again:
        count = await write(uncertain.send_uncertain_again, id_, actor=actor, now=now)
        house.nudge()
        said = turn.t.plain("broadcast-done-again", count=count)
    else:
        await write(uncertain.leave_uncertain, id_, actor=actor, now=now)
        said = turn.t.plain("broadcast-done-left")
    await stand(update, turn, id_, toast=said)


def told(handler: Handler) -> Handler:
    """For staff; what can't be done any more is told, with where it stands by now."""

    @wraps(handler)
    async def answered(update: Update, turn: Turn) -> object:
        try:
            return await handler(update, turn)
        except StillInFlight as error:
            await _say_on_top(update, turn.t.plain("broadcast-in-flight", count=error.count))
        except NotPossible:
            id_ = meant(turn)
            view = await turn.house.database.read(broadcasts.find, id_)
            state = views.state_words(turn.t, view.state)
            toast = turn.t.plain("broadcast-moved-on", state=state)
            await stand(update, turn, id_, toast=toast)
        return None

    return for_staff(answered)


def meant(turn: Turn) -> int:
    """The broadcast that the pressed button names."""
    return int(vars(turn.pressed(Press))["broadcast_id"])


async def _say_on_top(update: Update, words: str) -> None:
    assert update.callback_query is not None
    await acknowledge(update.callback_query, words, alert=True)


async def _standing(turn: Turn, broadcast_id: int) -> Standing:
    """Raises NoSuchBroadcast."""
    house = turn.house
    return await house.database.read(standing, broadcast_id, house.bulk_rate, house.now())
