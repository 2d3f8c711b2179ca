"""Buttons of the settings and of one's own data."""

from dataclasses import dataclass

from bot.callbacks import Press


@dataclass(frozen=True)
class OpenSettings(Press, code="set"):
    """Language, notifications, one's data."""


@dataclass(frozen=True)
class ChooseLanguage(Press, code="setl"):
    language: str


@dataclass(frozen=True)
class OpenReminderSettings(Press, code="setr"):
    """Which reminders and how early; each reminder leads here."""


@dataclass(frozen=True)
class SetEvening(Press, code="sete"):
    """The hour of the evening's reminder; 0 switches it off."""

    hour: int


@dataclass(frozen=True)
class SetHoursBefore(Press, code="seth"):
    """How many hours before; 0 switches it off."""

    hours: int


@dataclass(frozen=True)
class MuteReminders(Press, code="setm"):
    muted: bool


@dataclass(frozen=True)
class OpenQuietHours(Press, code="setq"):
    """When not to be disturbed."""


@dataclass(frozen=True)
class SetQuietHours(Press, code="setqh"):
    """Whole local hours; equal ones mean never quiet."""

    start: int
    end: int


@dataclass(frozen=True)
class OpenNews(Press, code="setn"):
    """Which kinds of messages one gets unasked."""


@dataclass(frozen=True)
class OpenNewsBelow(Press, code="setnb"):
    """The same as a message of its own: the broadcast above is worth keeping."""


@dataclass(frozen=True)
class MuteBroadcasts(Press, code="setnm"):
    muted: bool


@dataclass(frozen=True)
class OpenDomicile(Press, code="setd"):
    """Where one lives."""


@dataclass(frozen=True)
class SetDomicile(Press, code="setdo"):
    region: str


@dataclass(frozen=True)
class OpenInterests(Press, code="seti"):
    page: int


@dataclass(frozen=True)
class ToggleInterest(Press, code="setti"):
    cluster_id: int
    page: int


@dataclass(frozen=True)
class OpenMyData(Press, code="data"):
    """Everything that is kept about a person."""


@dataclass(frozen=True)
class SendMyData(Press, code="datas"):
    """The same as a file."""


@dataclass(frozen=True)
class AskErase(Press, code="datae"):
    """Really delete? It says what will be lost."""


@dataclass(frozen=True)
class Erase(Press, code="dataee"):
    """Yes, delete everything."""
