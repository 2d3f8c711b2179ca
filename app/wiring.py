"""Builds everything and connects it: the one place that knows all rooms."""

from dataclasses import dataclass

from telegram.ext import ApplicationBuilder, ContextTypes

from app.clock import Clock
from app.schedule import Ticks
from app.settings import Settings
from bot.context import App, House, Turn
from bot.finding import Finder
from bot.messenger import Messenger
from bot.ordering import PersonalOrder
from bot.patience import Patience
from bot.persistence import DraftPersistence
from bot.polling import Poller
from bot.routes import CONVERSATIONS, add_routes
from bot.transport import AiohttpRequest
from notices.delivery import Courier
from notices.limits import Limits
from storage.database import Database


@dataclass
class Jawara:
    """One running assistant: bot, courier and ticks in one process."""

    application: App
    poller: Poller
    courier: Courier
    ticks: Ticks


def build(settings: Settings, database: Database, clock: Clock) -> Jawara:
    """Everything connected, nothing started. Raises SettingsProblem for a bad token."""
    limits = Limits(bulk_rate=settings.bulk_rate)
    house = House(
        database, clock, settings.zone, Finder(database), settings.human, settings.operator
    )
    updates = AiohttpRequest(connections=2)
    application = (
        ApplicationBuilder()
        .token(settings.checked_token())
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .request(AiohttpRequest())
        .get_updates_request(updates)
        .updater(None)
        .job_queue(None)
        .concurrent_updates(PersonalOrder())
        .rate_limiter(Patience(limits))
        .context_types(ContextTypes(context=Turn))
        .persistence(DraftPersistence(database, CONVERSATIONS))
        .build()
    )
    application.bot_data["house"] = house
    add_routes(application)
    courier = Courier(database, Messenger(application.bot, house), limits, clock, settings.zone)
    house.nudge = courier.nudge
    ticks = Ticks(database, clock, settings.zone, courier.nudge, house.finder.refresh)
    return Jawara(application, Poller(application, updates), courier, ticks)
