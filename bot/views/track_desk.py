"""The staff's desk: who follows a track, what they have of it, and who is interested."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from bot.keyboards import Row, button, in_columns, ways_back
from bot.presses.staff import OpenStaff
from bot.presses.track_desk import (
    AskUnconfirm,
    ConfirmItem,
    ListInterested,
    ListTracks,
    OpenFollower,
    OpenFollowerItem,
    OpenTrackDesk,
    UnconfirmItem,
)
from bot.screens import Screen
from bot.track_reading import TrackDesk
from bot.views.paging import page_of, turning
from bot.views.streams import in_language
from bot.views.tracks import country, item_caption, state_words
from bot.views.vacancies import short
from catalog.tracks import Choices
from intake.tracks.interest import InterestLine, count_interest
from intake.tracks.rows import ItemState, ItemView, TrackLine, TrackView
from intake.training.certificates import REASONS
from people.regions import SHORT
from storage.models import Programme
from texts import Safe, Speaker

A_PAGE = 3
NAMES_A_PAGE = 5
LONGEST_NAME = 30

K = TypeVar("K", bound=Hashable)


def tracks_screen(t: Speaker, lines: Sequence[TrackLine]) -> Screen:
    if not lines:
        return Screen(t("tracks-desk-none"), [ways_back(t, OpenStaff())])
    ways = [
        button(f"{short(line.programme_title, 40)} ({line.followers})",
               OpenTrackDesk(line.programme_id, 0))
        for line in lines[:6]
    ]  # fmt: skip
    return Screen(t("tracks-desk"), [*in_columns(ways, 1), ways_back(t, OpenStaff())])


def track_screen(t: Speaker, desk: TrackDesk, choices: Choices) -> Screen:
    programme, interested = desk.programme, desk.interested
    text = t(
        "tracks-desk-one",
        title=programme.title,
        followers=desk.followers,
        people=len(interested),
    )
    rows: list[Row] = []
    if interested:
        text = Safe(f"{text}\n\n{_numbers(t, interested, choices)}")
        rows.append([button(t.plain("tracks-desk-names"), ListInterested(programme.id, 0))])
    rows += [
        [button(_caption(t, each), OpenFollower(each.follow_id or 0, 0))] for each in desk.shown
    ]
    rows += turning(
        t, desk.page, desk.followers, lambda number: OpenTrackDesk(programme.id, number), A_PAGE
    )
    return Screen(text, [*rows, ways_back(t, ListTracks())])


def interested_screen(
    t: Speaker,
    programme: Programme,
    interested: Sequence[InterestLine],
    choices: Choices,
    page: int,
) -> Screen:
    shown, page = page_of(interested, page, NAMES_A_PAGE)
    lines = Safe("\n".join(_named(t, each, choices) for each in shown))
    turns = turning(
        t, page, len(interested), lambda number: ListInterested(programme.id, number), NAMES_A_PAGE
    )
    text = t("tracks-desk-names-text", title=programme.title, lines=lines or "–")
    return Screen(text, [*turns, ways_back(t, OpenTrackDesk(programme.id, 0))])


def follower_screen(t: Speaker, track: TrackView, page: int = 0, note: str = "") -> Screen:
    number = track.follow_id or 0
    text = t(
        "tracks-desk-follower-text",
        name=_name(t, track),
        number=str(number),
        title=track.programme_title,
        done=track.done,
        total=len(track.items),
    )
    shown, page = page_of(track.items, page, A_PAGE)
    rows: list[Row] = [
        [button(item_caption(t, each), OpenFollowerItem(number, each.item.id))] for each in shown
    ]
    rows += turning(t, page, len(track.items), lambda other: OpenFollower(number, other), A_PAGE)
    back = ways_back(t, OpenTrackDesk(track.programme_id, 0))
    return Screen(f"{note}\n\n{text}" if note else text, [*rows, back])


def item_screen(t: Speaker, track: TrackView, view: ItemView, note: str = "") -> Screen:
    number, id_ = track.follow_id or 0, view.item.id
    text = t(
        "tracks-desk-item",
        title=in_language(t, view.item.title),
        name=_name(t, track),
        number=str(number),
        state=state_words(t, view, desk=True),
    )
    if view.state is ItemState.CONFIRMED:
        row = [button(t.plain("tracks-desk-unconfirm"), AskUnconfirm(number, id_))]
    else:
        row = [button(t.plain("tracks-desk-confirm"), ConfirmItem(number, id_))]
    back = ways_back(t, OpenFollower(number, track.items.index(view) // A_PAGE))
    return Screen(f"{note}\n\n{text}" if note else text, [row, back])


def why_screen(t: Speaker, track: TrackView, view: ItemView) -> Screen:
    """The safe choice first."""
    number, id_ = track.follow_id or 0, view.item.id
    text = t("tracks-desk-why", title=in_language(t, view.item.title), name=_name(t, track))
    keep = [button(t.plain("tracks-desk-keep"), OpenFollowerItem(number, id_))]
    whys = [
        button(t.plain(f"certificate-why-{why}"), UnconfirmItem(number, id_, why))
        for why in REASONS
    ]
    return Screen(text, [keep, *in_columns(whys, 1), ways_back(t)])


def _numbers(t: Speaker, interested: Sequence[InterestLine], choices: Choices) -> Safe:
    counts = count_interest(interested)
    kinds = {each.slug: in_language(t, each.title) for each in choices.kinds}
    return t(
        "tracks-desk-numbers",
        regions=_counted(t, counts.by_region, lambda code: SHORT.get(code, code)),
        ages=_counted(t, counts.by_age, age_words),
        kinds=_counted(t, counts.by_kind, lambda slug: kinds.get(slug, slug)),
        destinations=_counted(
            t, counts.by_destination, lambda code: country(t, code), "tracks-desk-any"
        ),
    )


def age_words(band: tuple[int, int]) -> str:
    return f"{band[0]}+" if band[1] > 99 else f"{band[0]}–{band[1]}"


def _counted(
    t: Speaker,
    counts: "Counter[K | None]",
    words: Callable[[K], str],
    unknown: str = "tracks-desk-unknown",
) -> str:
    """The most first."""
    return ", ".join(
        t.plain(
            "tracks-desk-count",
            what=t.plain(unknown) if what is None else words(what),
            count=count,
        )
        for what, count in counts.most_common()
    )


def _named(t: Speaker, line: InterestLine, choices: Choices) -> Safe:
    kinds = {each.slug: in_language(t, each.title) for each in choices.kinds}
    unknown = t.plain("tracks-desk-unknown")
    return t(
        "tracks-desk-name-line",
        name=short(line.name or t.plain("tracks-desk-no-name"), LONGEST_NAME),
        phone=line.phone or "–",
        kind=kinds.get(line.kind or "", unknown),
        destination=country(t, line.destination)
        if line.destination
        else t.plain("tracks-desk-any"),
        region=SHORT.get(line.region or "", unknown),
    )


def _name(t: Speaker, track: TrackView) -> str:
    return short(track.name or t.plain("tracks-desk-no-name"), LONGEST_NAME)


def _caption(t: Speaker, track: TrackView) -> str:
    return t.plain(
        "tracks-desk-follower", name=_name(t, track), done=track.done, total=len(track.items)
    )
