"""Language, reminders, quiet hours, domicile, interests; and help."""

from datetime import time

from telegram import Update

from bot.context import Turn
from bot.presses.settings import (
    ChooseLanguage,
    MuteBroadcasts,
    MuteReminders,
    OpenInterests,
    SetDomicile,
    SetEvening,
    SetHoursBefore,
    SetQuietHours,
    ToggleInterest,
)
from bot.screens import show, show_below
from bot.views import settings as views
from catalog.programmes import list_clusters
from people import accounts
from people.errors import ImpossibleHour


async def open_settings(update: Update, turn: Turn) -> None:
    await show(update, turn, views.settings_screen(turn.t, turn.account))


async def open_help(update: Update, turn: Turn) -> None:
    await show(update, turn, views.help_screen(turn.t, turn.house.human))


async def choose_language(update: Update, turn: Turn) -> None:
    language, who = turn.pressed(ChooseLanguage).language, turn.account.id
    turn.account = await turn.house.database.write(accounts.choose_language, who, language)
    await open_settings(update, turn)


async def open_reminders(update: Update, turn: Turn) -> None:
    await show(update, turn, views.reminders_screen(turn.t, turn.account))


async def set_evening(update: Update, turn: Turn) -> None:
    hour = turn.pressed(SetEvening).hour or None
    await _set_reminders(update, turn, hour, turn.account.hours_before)


async def set_hours_before(update: Update, turn: Turn) -> None:
    hours = turn.pressed(SetHoursBefore).hours or None
    await _set_reminders(update, turn, turn.account.evening_hour, hours)


async def mute_reminders(update: Update, turn: Turn) -> None:
    muted, who = turn.pressed(MuteReminders).muted, turn.account.id
    turn.account = await turn.house.database.write(
        accounts.mute, who, accounts.Mute.REMINDERS, muted
    )
    await open_reminders(update, turn)


async def open_news(update: Update, turn: Turn) -> None:
    await show(update, turn, views.news_screen(turn.t, turn.account))


async def open_news_below(update: Update, turn: Turn) -> None:
    await show_below(update, turn, views.news_screen(turn.t, turn.account))


async def mute_broadcasts(update: Update, turn: Turn) -> None:
    muted, who = turn.pressed(MuteBroadcasts).muted, turn.account.id
    turn.account = await turn.house.database.write(
        accounts.mute, who, accounts.Mute.BROADCASTS, muted
    )
    await open_news(update, turn)


async def open_quiet(update: Update, turn: Turn) -> None:
    await show(update, turn, views.quiet_screen(turn.t, turn.account))


async def set_quiet(update: Update, turn: Turn) -> None:
    press, who = turn.pressed(SetQuietHours), turn.account.id
    never = press.start == press.end
    hours = (None, None) if never else (_hour(press.start), _hour(press.end))
    turn.account = await turn.house.database.write(accounts.set_quiet_hours, who, *hours)
    await open_quiet(update, turn)


async def open_domicile(update: Update, turn: Turn) -> None:
    await show(update, turn, views.domicile_screen(turn.t, turn.account))


async def set_domicile(update: Update, turn: Turn) -> None:
    region, who = turn.pressed(SetDomicile).region, turn.account.id
    turn.account = await turn.house.database.write(accounts.choose_domicile, who, region)
    await open_domicile(update, turn)


async def open_interests(update: Update, turn: Turn) -> None:
    await _interests(update, turn, turn.pressed(OpenInterests).page)


async def toggle_interest(update: Update, turn: Turn) -> None:
    press, who = turn.pressed(ToggleInterest), turn.account.id
    await turn.house.database.write(accounts.toggle_stream_interest, who, press.cluster_id)
    await _interests(update, turn, press.page)


async def _interests(update: Update, turn: Turn, page: int) -> None:
    database = turn.house.database
    clusters = await database.read(list_clusters)
    chosen = await database.read(accounts.stream_interests, turn.account.id)
    await show(update, turn, views.interests_screen(turn.t, clusters, chosen, page))


def _hour(number: int) -> time:
    """Raises ImpossibleHour: a button says what somebody has packed into it."""
    try:
        return time(number)
    except ValueError:
        raise ImpossibleHour(number) from None


async def _set_reminders(
    update: Update, turn: Turn, evening_hour: int | None, hours_before: int | None
) -> None:
    turn.account = await turn.house.database.write(
        accounts.set_reminders,
        turn.account.id,
        evening_hour=evening_hour,
        hours_before=hours_before,
    )
    await open_reminders(update, turn)
