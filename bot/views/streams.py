"""The lists one browses: streams, providers, their programmes, and what is open."""

from collections.abc import Collection, Sequence

from bot.callbacks import Press
from bot.keyboards import button, in_columns, ways_back
from bot.presses.courses import (
    ListClusters,
    ListOpenClasses,
    ListProviders,
    OpenClass,
    OpenCluster,
    OpenProgramme,
    OpenProvider,
    OpenReferral,
    OpenStreams,
)
from bot.screens import Screen
from bot.views.paging import page_of, turning
from catalog.classes import OpenClassLine
from catalog.programmes import ClusterLine, ProgrammeLine, ProviderLine
from storage.models import Referral
from texts import Speaker
from texts.moments import WIB, short_day

LONGEST_CAPTION = 32


def streams_screen(t: Speaker, open_count: int, referrals: Sequence[Referral]) -> Screen:
    ways = [
        button(t.plain("courses-by-open", count=open_count), ListOpenClasses(0)),
        button(t.plain("courses-by-cluster"), ListClusters(0)),
        button(t.plain("courses-by-provider"), ListProviders()),
        *(button(referral.title, OpenReferral(referral.id)) for referral in referrals[:3]),
    ]
    return Screen(t("courses-streams"), [*in_columns(ways, 1), ways_back(t)])


def open_classes_screen(t: Speaker, classes: Sequence[OpenClassLine], page: int) -> Screen:
    """What takes registrations now, the one that closes first at the head."""
    shown, page = page_of(classes, page)
    rows = [[button(_closing_caption(t, class_), OpenClass(class_.id))] for class_ in shown]
    text = t("courses-open", count=len(classes)) if classes else t("courses-open-none")
    turn = turning(t, page, len(classes), ListOpenClasses)
    return Screen(text, [*rows, *turn, ways_back(t, OpenStreams())])


def clusters_screen(t: Speaker, clusters: Sequence[ClusterLine], page: int) -> Screen:
    shown, page = page_of(clusters, page)
    ways = [
        button(f"{in_language(t, line.title)} ({line.programmes})", OpenCluster(line.id, 0))
        for line in shown
    ]
    turn = turning(t, page, len(clusters), ListClusters)
    return Screen(t("courses-clusters"), [*in_columns(ways, 1), *turn, ways_back(t, OpenStreams())])


def providers_screen(t: Speaker, providers: Sequence[ProviderLine]) -> Screen:
    ways = [button(_short_name(line), OpenProvider(line.id, 0)) for line in providers[:7]]
    return Screen(t("courses-providers"), [*in_columns(ways, 1), ways_back(t, OpenStreams())])


def cluster_screen(
    t: Speaker, cluster: ClusterLine, programmes: Sequence[ProgrammeLine], page: int
) -> Screen:
    text = t("courses-cluster", title=in_language(t, cluster.title), count=len(programmes))
    return _programmes(t, text, programmes, page, OpenCluster(cluster.id, 0), ListClusters(0))


def provider_screen(
    t: Speaker, provider: ProviderLine, programmes: Sequence[ProgrammeLine], page: int
) -> Screen:
    known_as = ", ".join(provider.aliases) or "none"
    text = t("courses-provider", name=provider.name, aliases=known_as, count=len(programmes))
    return _programmes(t, text, programmes, page, OpenProvider(provider.id, 0), ListProviders())


def programme_caption(t: Speaker, line: ProgrammeLine) -> str:
    """The title, and whether something can be done about it now."""
    if line.is_open:
        return t.plain("courses-caption-open", title=line.title)
    return t.plain("courses-caption-planned", title=line.title) if line.is_planned else line.title


def interesting_first(
    clusters: Sequence[ClusterLine], interests: Collection[int]
) -> Sequence[ClusterLine]:
    """The streams that somebody cares for, then the others, each in the catalogue's order."""
    return sorted(clusters, key=lambda line: line.id not in interests)


def in_language(t: Speaker, texts: dict[str, str]) -> str:
    """A text of the catalogue in the speaker's language, else in Indonesian."""
    return texts.get(t.language) or texts["id"]


def _programmes(
    t: Speaker,
    text: str,
    programmes: Sequence[ProgrammeLine],
    page: int,
    here: OpenCluster | OpenProvider,
    back: Press,
) -> Screen:
    shown, page = page_of(programmes, page)
    rows = [[button(programme_caption(t, line), OpenProgramme(line.id))] for line in shown]
    key = here.cluster_id if isinstance(here, OpenCluster) else here.provider_id
    turn = turning(t, page, len(programmes), lambda number: type(here)(key, number))
    return Screen(text, [*rows, *turn, ways_back(t, back)])


def _closing_caption(t: Speaker, line: OpenClassLine) -> str:
    if line.closes_at is None:
        return line.title
    date = short_day(line.closes_at.astimezone(WIB).date(), t.language)
    return t.plain("courses-caption-closes", title=line.title, date=date)


def _short_name(provider: ProviderLine) -> str:
    """Its name, or where that is too long for a button the first other name that is not."""
    names = (name for name in (provider.name, *provider.aliases) if len(name) <= LONGEST_CAPTION)
    return next(names, f"{provider.name[: LONGEST_CAPTION - 1].rstrip()}…")
