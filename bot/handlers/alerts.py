"""Setting which vacancies one is told of."""

from telegram import Update

from bot.context import Turn
from bot.presses.vacancies import ChooseStreams, SwitchAlerts, ToggleRegion, ToggleStream
from bot.screens import show
from bot.views import alerts as views
from catalog.programmes import list_clusters
from people.accounts import Mute, has_declined, mute
from vacancies.subscriptions import (
    following,
    subscribe,
    toggle_abroad,
    toggle_region,
    toggle_stream,
    unsubscribe,
)


async def open_alerts(update: Update, turn: Turn) -> None:
    database = turn.house.database
    follows = await database.read(following, turn.account.id)
    clusters = await database.read(list_clusters)
    muted = turn.account.alerts_muted
    await show(update, turn, views.alerts_screen(turn.t, follows, clusters, muted=muted))


async def switch(update: Update, turn: Turn) -> None:
    database, who = turn.house.database, turn.account.id
    if turn.pressed(SwitchAlerts).on:
        if has_declined(turn.account):
            await show(update, turn, views.consent_needed_screen(turn.t))
            return
        await database.write(subscribe, who, now=turn.house.now())
        turn.account = await database.write(mute, who, Mute.ALERTS, False)
    else:
        await database.write(unsubscribe, who)
    await open_alerts(update, turn)


async def abroad(update: Update, turn: Turn) -> None:
    await turn.house.database.write(toggle_abroad, turn.account.id, now=turn.house.now())
    await open_alerts(update, turn)


async def choose_streams(update: Update, turn: Turn) -> None:
    await _streams(update, turn, turn.pressed(ChooseStreams).page)


async def choose_stream(update: Update, turn: Turn) -> None:
    press, now = turn.pressed(ToggleStream), turn.house.now()
    await turn.house.database.write(toggle_stream, turn.account.id, press.slug, now=now)
    await _streams(update, turn, press.page)


async def choose_regions(update: Update, turn: Turn) -> None:
    follows = await turn.house.database.read(following, turn.account.id)
    await show(update, turn, views.regions_screen(turn.t, follows))


async def choose_region(update: Update, turn: Turn) -> None:
    region, now = turn.pressed(ToggleRegion).region, turn.house.now()
    follows = await turn.house.database.write(toggle_region, turn.account.id, region, now=now)
    await show(update, turn, views.regions_screen(turn.t, follows))


async def _streams(update: Update, turn: Turn, page: int) -> None:
    database = turn.house.database
    follows = await database.read(following, turn.account.id)
    clusters = await database.read(list_clusters)
    await show(update, turn, views.streams_screen(turn.t, follows, clusters, page))
