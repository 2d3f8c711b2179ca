"""Buttons of the vacancies' screens."""

from bot.callbacks import Press


class OpenVacancies(Press, code="vs"):
    """Where vacancies begin: which list to see, and the alerts."""


class ListVacancies(Press, code="vl"):
    """`which`: all, near, abroad, saved, or a stream's slug after "s-"."""

    which: str
    page: int


class ListVacancyStreams(Press, code="vst"):
    page: int


class OpenVacancy(Press, code="v"):
    """`which` and `page` are of the list it was found in, for the way back."""

    vacancy_id: int
    which: str = "all"
    page: int = 0


class MarkVacancy(Press, code="vm"):
    """`mark`: saved, hidden, or empty to take it away; the list as in OpenVacancy."""

    vacancy_id: int
    mark: str
    which: str = "all"
    page: int = 0


class OpenAlerts(Press, code="va"):
    """Which vacancies one is told of; each alert leads here."""


class SwitchAlerts(Press, code="vx"):
    on: bool


class ChooseStreams(Press, code="vcs"):
    page: int


class ToggleStream(Press, code="vts"):
    slug: str
    page: int


class ChooseRegions(Press, code="vcr"):
    """Which regions to be told of."""


class ToggleRegion(Press, code="vtr"):
    region: str


class ToggleAbroad(Press, code="vta"):
    """Whether to be told of jobs abroad."""
