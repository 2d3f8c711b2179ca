"""The staff's desk: followers of their provider's tracks, and who is interested."""

from telegram import Update

from bot.context import Turn
from bot.presses.track_desk import (
    AskUnconfirm,
    ConfirmItem,
    ListInterested,
    OpenFollower,
    OpenFollowerItem,
    OpenTrackDesk,
    UnconfirmItem,
)
from bot.rights import name_of, rights_of
from bot.screens import show
from bot.track_reading import interested_in, track_desk
from bot.views import track_desk as views
from catalog.tracks import choices_of
from intake.tracks.errors import NoSuchItem
from intake.tracks.rows import ItemView, TrackView, track_by_number, tracks_for
from intake.tracks.tracks import confirm_item


async def list_all(update: Update, turn: Turn) -> None:
    found = await turn.house.database.read(tracks_for, await rights_of(turn))
    await show(update, turn, views.tracks_screen(turn.t, found))


async def open_one(update: Update, turn: Turn) -> None:
    press, house = turn.pressed(OpenTrackDesk), turn.house
    which = press.programme_id, press.page, views.A_PAGE
    found = await house.database.read(track_desk, *which, await rights_of(turn), house.now())
    choices = await house.database.read_shared(choices_of, press.programme_id)
    await show(update, turn, views.track_screen(turn.t, found, choices))


async def list_interested(update: Update, turn: Turn) -> None:
    press, house = turn.pressed(ListInterested), turn.house
    programme, interested = await house.database.read(
        interested_in, press.programme_id, await rights_of(turn), house.now()
    )
    choices = await house.database.read_shared(choices_of, press.programme_id)
    screen = views.interested_screen(turn.t, programme, interested, choices, press.page)
    await show(update, turn, screen)


async def open_follower(update: Update, turn: Turn) -> None:
    press = turn.pressed(OpenFollower)
    track = await _follower(turn, press.follow_id)
    await show(update, turn, views.follower_screen(turn.t, track, press.page))


async def open_item(update: Update, turn: Turn) -> None:
    press = turn.pressed(OpenFollowerItem)
    track = await _follower(turn, press.follow_id)
    await show(update, turn, views.item_screen(turn.t, track, _item(track, press.item_id)))


async def confirm(update: Update, turn: Turn) -> None:
    press = turn.pressed(ConfirmItem)
    await _set(update, turn, press.follow_id, press.item_id, seen=True, why=None)


async def ask_unconfirm(update: Update, turn: Turn) -> None:
    press = turn.pressed(AskUnconfirm)
    track = await _follower(turn, press.follow_id)
    await show(update, turn, views.why_screen(turn.t, track, _item(track, press.item_id)))


async def unconfirm(update: Update, turn: Turn) -> None:
    press = turn.pressed(UnconfirmItem)
    await _set(update, turn, press.follow_id, press.item_id, seen=False, why=press.why)


async def _set(
    update: Update, turn: Turn, follow_id: int, item_id: int, *, seen: bool, why: str | None
) -> None:
    house = turn.house
    track = await house.database.write(
        confirm_item,
        follow_id,
        item_id,
        await rights_of(turn),
        seen=seen,
        reason=why,
        actor=await name_of(turn),
        by=turn.account.id,
        now=house.now(),
    )
    note = turn.t("tracks-noted")
    await show(update, turn, views.item_screen(turn.t, track, _item(track, item_id), note))


async def _follower(turn: Turn, follow_id: int) -> TrackView:
    """Raises NotFollowed, OtherProvider."""
    house = turn.house
    return await house.database.read(
        track_by_number, follow_id, await rights_of(turn), now=house.now()
    )


def _item(track: TrackView, item_id: int) -> ItemView:
    """Raises NoSuchItem."""
    view = track.find(item_id)
    if view is None:
        raise NoSuchItem(str(item_id))
    return view
