"""Tracks abroad: followed, ticked, and what the interest in one is for."""

from functools import wraps

from telegram import Update

from bot.callbacks import Press
from bot.context import Handler, Turn
from bot.presses.tracks import (
    AskHolder,
    ChooseHolder,
    FollowTrack,
    NameHolder,
    OfTrack,
    OpenTrack,
    OpenTrackItem,
    OpenWishes,
    SetWishes,
    TellItem,
)
from bot.screens import show
from bot.track_reading import item_of_track, wishes
from bot.views import tracks as views
from bot.views.track_holders import choice_screen, question_screen
from catalog.interests import Interest, wish_for
from intake.applications.errors import NoSuchApplicant, SeveralKnown
from intake.tracks.errors import NotFollowed
from intake.tracks.holders import Holders, holders_of
from intake.tracks.rows import my_track
from intake.tracks.tracks import follow_track, leave_track, name_holder, tell_item


def of_somebody(handler: Handler) -> Handler:
    """Where it is not said for whom, or they are gone, whoever holds the phone chooses."""

    @wraps(handler)
    async def guarded(update: Update, turn: Turn) -> object:
        try:
            return await handler(update, turn)
        except SeveralKnown:
            await _show_holders(update, turn)
        except (NoSuchApplicant, NotFollowed):
            await _show_holders(update, turn, toast=turn.t.plain("tracks-gone"))
        return None

    return guarded


@of_somebody
async def open_track(update: Update, turn: Turn) -> None:
    press, house = turn.pressed(OpenTrack), turn.house
    track = await house.database.read(
        my_track, turn.account.id, press.programme_id, press.whose, now=house.now()
    )
    await show(update, turn, views.track_screen(turn.t, track, press.page))


@of_somebody
async def follow(update: Update, turn: Turn) -> None:
    """Taken up or given up; pressed twice, it is the same."""
    press, house = turn.pressed(FollowTrack), turn.house
    done = follow_track if press.wanted else leave_track
    track = await house.database.write(
        done, turn.account.id, press.programme_id, press.whose, now=house.now()
    )
    toast = turn.t.plain("tracks-followed" if press.wanted else "tracks-left")
    await show(update, turn, views.track_screen(turn.t, track), toast=toast)


@of_somebody
async def open_item(update: Update, turn: Turn) -> None:
    press = turn.pressed(OpenTrackItem)
    await _show_item(update, turn, press.programme_id, press.item_id, press.whose)


@of_somebody
async def tell(update: Update, turn: Turn) -> None:
    press, house, who = turn.pressed(TellItem), turn.house, turn.account.id
    await house.database.write(
        tell_item, who, press.item_id, press.whose, has=press.has, now=house.now()
    )
    toast = turn.t.plain("tracks-noted")
    await _show_item(update, turn, press.programme_id, press.item_id, press.whose, toast)


@of_somebody
async def choose_holder(update: Update, turn: Turn) -> None:
    press = turn.pressed(ChooseHolder)
    holders = await _holders(turn, press.programme_id)
    await show(update, turn, choice_screen(turn.t, holders, press.page))


@of_somebody
async def ask_holder(update: Update, turn: Turn) -> None:
    """Answered already, it is the choice among all of them."""
    press = turn.pressed(AskHolder)
    holders = await _holders(turn, press.programme_id)
    ask = question_screen if holders.candidates else choice_screen
    await show(update, turn, ask(turn.t, holders, press.page))


@of_somebody
async def name(update: Update, turn: Turn) -> None:
    press, house = turn.pressed(NameHolder), turn.house
    track = await house.database.write(
        name_holder, turn.account.id, press.programme_id, press.whose, now=house.now()
    )
    await show(update, turn, views.track_screen(turn.t, track), toast=turn.t.plain("tracks-noted"))


async def open_wishes(update: Update, turn: Turn) -> None:
    await show_wishes(update, turn, turn.pressed(OpenWishes).programme_id)


async def set_wishes(update: Update, turn: Turn) -> None:
    press, house = turn.pressed(SetWishes), turn.house
    await house.database.write(
        wish_for,
        turn.account.id,
        press.programme_id,
        kind=press.kind or None,
        destination=press.destination or None,
        now=house.now(),
    )
    await show_wishes(update, turn, press.programme_id, turn.t.plain("tracks-noted"))


async def show_wishes(
    update: Update, turn: Turn, programme_id: int, toast: str | None = None
) -> None:
    """Raises NoSuchProgramme. Whoever has withdrawn sees what they could wish for."""
    database, who = turn.house.database, turn.account.id
    programme, choices, interest, alone = await database.read(wishes, who, programme_id)
    wished = interest or Interest(None, None)
    screen = views.wishes_screen(turn.t, programme, choices, wished, alone=alone)
    await show(update, turn, screen, toast=toast)


async def _show_item(
    update: Update,
    turn: Turn,
    programme_id: int,
    item_id: int,
    whose: int,
    toast: str | None = None,
) -> None:
    house = turn.house
    found = await house.database.read(
        item_of_track, turn.account.id, programme_id, item_id, whose, house.now()
    )
    await show(update, turn, views.item_screen(turn.t, *found), toast=toast)


async def _show_holders(update: Update, turn: Turn, toast: str | None = None) -> None:
    """What no person was chosen for: whose it is, where that was never said, or for whom."""
    press = turn.pressed(Press)
    assert isinstance(press, OfTrack)
    holders = await _holders(turn, press.programme_id)
    ask = question_screen if holders.unsettled else choice_screen
    await show(update, turn, ask(turn.t, holders), toast=toast)


async def _holders(turn: Turn, programme_id: int) -> Holders:
    return await turn.house.database.read(holders_of, turn.account.id, programme_id)
