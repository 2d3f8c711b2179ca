"""Which vacancies one is told of: streams, regions, abroad, or none at all."""

from collections.abc import Sequence

from bot.keyboards import button, in_columns, ways_back
from bot.presses.vacancies import (
    ChooseRegions,
    ChooseStreams,
    OpenAlerts,
    OpenVacancies,
    SwitchAlerts,
    ToggleAbroad,
    ToggleRegion,
    ToggleStream,
)
from bot.presses.welcome import OpenConsent
from bot.screens import Screen
from bot.views.paging import page_of, turning
from bot.views.streams import in_language
from catalog.programmes import ClusterLine
from people.regions import REGIONS, SHORT
from texts import Speaker
from vacancies.subscriptions import Following


def alerts_screen(
    t: Speaker, follows: Following | None, clusters: Sequence[ClusterLine], *, muted: bool
) -> Screen:
    """`muted` by the settings wins over what is followed, and is said."""
    if follows is None or muted:
        on = button(t.plain("alerts-switch-on"), SwitchAlerts(on=True))
        return Screen(t("alerts-off"), [[on], ways_back(t, OpenVacancies())])
    titles = {line.slug: in_language(t, line.title) for line in clusters}
    text = t(
        "alerts-on",
        streams=", ".join(titles.get(slug, slug) for slug in follows.streams) or "none",
        regions=", ".join(REGIONS[code] for code in follows.regions) or "none",
        abroad="yes" if follows.abroad else "no",
    )
    abroad = "alerts-abroad-off" if follows.abroad else "alerts-abroad-on"
    ways = [
        button(t.plain("alerts-choose-streams"), ChooseStreams(0)),
        button(t.plain("alerts-choose-regions"), ChooseRegions()),
        button(t.plain(abroad), ToggleAbroad()),
        button(t.plain("alerts-switch-off"), SwitchAlerts(on=False)),
    ]
    return Screen(text, [*in_columns(ways), ways_back(t, OpenVacancies())])


def consent_needed_screen(t: Speaker) -> Screen:
    """Alerts go only to those who have not declined the use of their data."""
    read = button(t.plain("help-consent"), OpenConsent())
    return Screen(t("alerts-consent"), [[read], ways_back(t, OpenAlerts())])


def streams_screen(
    t: Speaker, follows: Following | None, clusters: Sequence[ClusterLine], page: int
) -> Screen:
    chosen = follows.streams if follows else ()
    shown, page = page_of(clusters, page)
    ways = [
        button(
            _ticked(in_language(t, line.title), line.slug in chosen), ToggleStream(line.slug, page)
        )
        for line in shown
    ]
    turn = turning(t, page, len(clusters), ChooseStreams)
    return Screen(t("alerts-streams"), [*in_columns(ways), *turn, ways_back(t, OpenAlerts())])


def regions_screen(t: Speaker, follows: Following | None) -> Screen:
    chosen = follows.regions if follows else ()
    ways = [
        button(_ticked(name, code in chosen), ToggleRegion(code)) for code, name in SHORT.items()
    ]
    return Screen(t("alerts-regions"), [*in_columns(ways), ways_back(t, OpenAlerts())])


def _ticked(name: str, chosen: bool) -> str:
    return f"✓ {name}" if chosen else name
