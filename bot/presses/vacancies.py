"""Buttons of the vacancies' screens."""

from dataclasses import dataclass

from bot.callbacks import Press


@dataclass(frozen=True)
class OpenVacancies(Press, code="vs"):
    """Where vacancies begin: which list to see, and the alerts."""


@dataclass(frozen=True)
class ListVacancies(Press, code="vl"):
    """`which`: all, near, abroad, saved, or a stream's slug after "s-"."""

    which: str
    page: int


@dataclass(frozen=True)
class ListVacancyStreams(Press, code="vst"):
    page: int


@dataclass(frozen=True)
class OpenVacancy(Press, code="v"):
    """`which` and `page` are of the list it was found in, for the way back."""

    vacancy_id: int
    which: str = "all"
    page: int = 0


@dataclass(frozen=True)
class MarkVacancy(Press, code="vm"):
    """`mark`: saved, hidden, or empty to take it away; the list as in OpenVacancy."""

    vacancy_id: int
    mark: str
    which: str = "all"
    page: int = 0


@dataclass(frozen=True)
class OpenAlerts(Press, code="va"):
    """Which vacancies one is told of; each alert leads here."""


@dataclass(frozen=True)
class SwitchAlerts(Press, code="vx"):
    on: bool


@dataclass(frozen=True)
class ChooseStreams(Press, code="vcs"):
    page: int


@dataclass(frozen=True)
class ToggleStream(Press, code="vts"):
    slug: str
    page: int


@dataclass(frozen=True)
class ChooseRegions(Press, code="vcr"):
    """Which regions to be told of."""


@dataclass(frozen=True)
class ToggleRegion(Press, code="vtr"):
    region: str


@dataclass(frozen=True)
class ToggleAbroad(Press, code="vta"):
    """Whether to be told of jobs abroad."""
