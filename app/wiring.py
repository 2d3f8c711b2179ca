"""Builds everything and connects it: the one place that knows all rooms."""

from typing import Any

from telegram.ext import ApplicationBuilder, ContextTypes, ExtBot

from app.clock import Clock, stopwatch
from app.posts import Face, Side, Worker
from app.schedule import Ticks
from app.settings import Settings
from app.shelves import open_shelf
from bot.context import App, House, Turn
from bot.counting import Counts
from bot.finding import Finder
from bot.messenger import Messenger
from bot.ordering import PersonalOrder
from bot.panels import Panels
from bot.patience import Patience
from bot.persistence import DraftPersistence
from bot.polling import Poller
from bot.routes import CONVERSATIONS, add_routes
from bot.transport import AiohttpRequest
from notices.counting import Counting
from notices.delivery import Courier
from notices.limits import Limits
from notices.settling import Outcome
from storage.database import Database
from storage.leadership import Post


class Jawara:
    """What the posts of one process share; each is built anew when it is taken.

    Nothing that was read at an earlier term is known at the next one. What was sent at it is: the
    database may have been away when it was to be recorded.
    """

    def __init__(self, settings: Settings, database: Database, clock: Clock) -> None:
        """Raises SettingsProblem for a bad token."""
        self.settings, self.database, self.clock = settings, database, clock
        self.limits = Limits(bulk_rate=settings.bulk_rate, clock=stopwatch(clock))
        self.counts, self.counting = Counts(), Counting()
        self.house = _house(settings, database, clock, self.nudge)
        self.greeted = False
        """Whether the Bot API has known our token before."""
        self.face: Face | None = None
        self.worker: Worker | None = None
        self._token = settings.checked_token()
        self._unrecorded: list[Outcome] = []

    def nudge(self) -> None:
        """Wake the courier, where it is this process that has one."""
        if self.worker is not None:
            self.worker.courier.nudge()

    def build(self, post: Post) -> Side:
        """Everything for one term at this post, nothing started."""
        return self.build_face() if post is Post.BOT else self.build_worker()

    def leave(self, post: Post) -> None:
        """The term is over."""
        if post is Post.BOT:
            self.face = None
        else:
            self.worker = None

    def build_face(self) -> Face:
        updates = AiohttpRequest(connections=2)
        application = self._application(updates)
        ticks = Ticks(
            self.database, self.clock, self.settings.zone, self.nudge,
            posts=[Post.BOT], refresh_search=self.house.finder.refresh, shelf=self.house.shelf,
        )  # fmt: skip
        poller = Poller(application, updates, self.counts)
        self.face = Face(application, poller, ticks)
        return self.face

    def build_worker(self) -> Worker:
        """Its bot is its own: it goes on sending whatever becomes of the face."""
        bot: ExtBot[Any] = ExtBot(
            self._token,
            f"{self.settings.api_url}/bot",
            f"{self.settings.api_url}/file/bot",
            request=AiohttpRequest(),
            get_updates_request=AiohttpRequest(connections=1),
            rate_limiter=Patience(self.limits),
        )
        messenger = Messenger(bot, self.house)
        zone = self.settings.zone
        courier = Courier(
            self.database, messenger, self.limits, self.clock, zone,
            unrecorded=self._unrecorded, counting=self.counting,
        )  # fmt: skip
        ticks = Ticks(
            self.database, self.clock, zone, courier.nudge,
            posts=[Post.WORKER], approve_above=self.house.approve_above,
            keep_documents=self.house.keep_documents,
            refresh_panels=Panels(bot, self.house).refresh,
        )  # fmt: skip
        self.worker = Worker(bot, courier, ticks)
        return self.worker

    def _application(self, updates: AiohttpRequest) -> App:
        application = (
            ApplicationBuilder()
            .token(self._token)
            .base_url(f"{self.settings.api_url}/bot")
            .base_file_url(f"{self.settings.api_url}/file/bot")
            .request(AiohttpRequest())
            .get_updates_request(updates)
            .updater(None)
            .job_queue(None)
            .concurrent_updates(PersonalOrder())
            .rate_limiter(Patience(self.limits))
            .context_types(ContextTypes(context=Turn))
            .persistence(DraftPersistence(self.database, CONVERSATIONS))
            .build()
        )
        application.bot_data.update(house=self.house, counts=self.counts)
        add_routes(application)
        return application


def _house(settings: Settings, database: Database, clock: Clock, nudge: Any) -> House:
    return House(
        database,
        clock,
        settings.zone,
        Finder(database),
        human=settings.human,
        operator=settings.operator,
        approve_above=settings.approve_above,
        keep_documents=settings.keep_documents,
        bulk_rate=settings.bulk_rate,
        nudge=nudge,
        shelf=open_shelf(settings, database),
    )
