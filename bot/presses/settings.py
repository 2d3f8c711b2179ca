"""Buttons of the settings and of one's own data."""

from bot.callbacks import Press


class OpenSettings(Press, code="set"):
    """Language, notifications, one's data."""


class ChooseLanguage(Press, code="setl"):
    language: str


class OpenReminderSettings(Press, code="setr"):
    """Which reminders and how early; each reminder leads here."""


class SetEvening(Press, code="sete"):
    """The hour of the evening's reminder; 0 switches it off."""

    hour: int


class SetHoursBefore(Press, code="seth"):
    """How many hours before; 0 switches it off."""

    hours: int


class MuteReminders(Press, code="setm"):
    muted: bool


class OpenQuietHours(Press, code="setq"):
    """When not to be disturbed."""


class SetQuietHours(Press, code="setqh"):
    """Whole local hours; equal ones mean never quiet."""

    start: int
    end: int


class OpenNews(Press, code="setn"):
    """Which kinds of messages one gets unasked."""


class OpenNewsBelow(Press, code="setnb"):
    """The same as a message of its own: the broadcast above is worth keeping."""


class MuteBroadcasts(Press, code="setnm"):
    muted: bool


class OpenDomicile(Press, code="setd"):
    """Where one lives."""


class SetDomicile(Press, code="setdo"):
    region: str


class OpenInterests(Press, code="seti"):
    page: int


class ToggleInterest(Press, code="setti"):
    cluster_id: int
    page: int


class OpenMyData(Press, code="data"):
    """Everything that is kept about a person."""


class SendMyData(Press, code="datas"):
    """The same as a file."""


class AskErase(Press, code="datae"):
    """Really delete? It says what will be lost."""


class Erase(Press, code="dataee"):
    """Yes, delete everything."""
