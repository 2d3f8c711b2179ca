"""A track abroad: its checklist, one item of it, and what the interest in it is for."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from babel import Locale
from telegram import InlineKeyboardButton

from bot.keyboards import Row, button, in_columns, ways_back
from bot.presses.courses import OpenCluster, OpenProgramme, TellMe
from bot.presses.documents import SendDocuments
from bot.presses.eligibility import CheckProgramme
from bot.presses.tracks import (
    AskHolder,
    ChooseHolder,
    FollowTrack,
    OpenTrack,
    OpenTrackItem,
    SetWishes,
    ShowCautions,
    TellItem,
)
from bot.screens import Screen
from bot.views.courses import source_line
from bot.views.paging import page_of, turning
from bot.views.streams import in_language
from bot.views.vacancies import short
from catalog.interests import Interest
from catalog.programmes import ClusterLine
from catalog.tracks import Choices
from intake.tracks.rows import ItemState, ItemView, TrackView
from storage.models import Programme
from texts import Fact, Safe, Speaker
from texts.moments import day_of

A_PAGE = 4
SIGNS = {ItemState.OPEN: "○", ItemState.FAILED: "✗"}
LONGEST_NAME = 24


@dataclass(frozen=True)
class Leads:
    """Where an item can be got in Jawara itself."""

    clusters: Sequence[ClusterLine] = field(default=())
    application_id: int | None = None
    """One that still takes the paper."""


def track_screen(t: Speaker, track: TrackView, page: int = 0) -> Screen:
    facts: dict[str, Fact] = {
        "title": track.programme_title,
        "done": track.done,
        "total": len(track.items),
        "kinds": " · ".join(_kind(t, track, kind) for kind in track.kinds),
        "provider": track.provider_name,
        "whose": whose_words(t, track),
    }
    if track.following:
        ahead = track.next
        text = t(
            "tracks-text",
            **facts,
            left=len(track.items) - track.done,
            next="none" if ahead is None else in_language(t, ahead.item.title),
            failed=sum(each.state is ItemState.FAILED for each in track.items),
            number=str(track.follow_id),
        )
    else:
        text = t("tracks-text-new", **facts)
    shown, page = page_of(track.items, page, A_PAGE)
    id_, whose = track.programme_id, track.whose
    rows: list[Row] = in_columns([item_button(t, track, each) for each in shown], 1)
    rows += turning(t, page, len(track.items), lambda number: OpenTrack(id_, number, whose), A_PAGE)
    caption = "tracks-leave" if track.following else "tracks-follow"
    rows.append([button(t.plain(caption), FollowTrack(id_, not track.following, whose))])
    rows.append([button(t.plain("tracks-cautions"), ShowCautions(0)), *_others(t, track)])
    back = ChooseHolder(id_, 0) if track.shared else OpenProgramme(id_)
    return Screen(text, [*rows, ways_back(t, back)])


def item_button(t: Speaker, track: TrackView, view: ItemView) -> InlineKeyboardButton:
    press = OpenTrackItem(track.programme_id, view.item.id, track.whose)
    return button(item_caption(t, view), press)


def item_caption(t: Speaker, view: ItemView) -> str:
    return f"{SIGNS.get(view.state, '✓')} {in_language(t, view.item.title)}"


def item_screen(t: Speaker, track: TrackView, view: ItemView, leads: Leads) -> Screen:
    item = view.item
    text = t(
        "tracks-item",
        title=in_language(t, item.title),
        kind=item.kind,
        state=_state(t, track, view),
        about=in_language(t, item.about),
        whose=whose_words(t, track),
        source=source_line(t, item.source),
        confirmed="yes" if item.confirmed else "no",
        expired="yes" if item.expired else "no",
    )
    page = track.items.index(view) // A_PAGE
    rows = [*_ticking(t, track, view), *_ways(t, track, view, leads)]
    return Screen(text, [*rows, ways_back(t, OpenTrack(track.programme_id, page, track.whose))])


def whose_words(t: Speaker, track: TrackView) -> str:
    """ "none" where it can be nobody else's on this phone."""
    if not track.shared:
        return "none"
    if track.called is None:
        return t.plain("tracks-somebody-else")
    return short(track.called, LONGEST_NAME)


def wishes_screen(
    t: Speaker, programme: Programme, choices: Choices, interest: Interest, *, alone: bool
) -> Screen:
    """Each choice is a tap, pressed again it is taken back. `alone`: nobody else uses the phone."""
    programme_id = programme.id
    kind, destination = interest.kind or "", interest.destination or ""
    names = {each.slug: in_language(t, each.title) for each in choices.kinds}
    text = t(
        "tracks-wishes",
        title=programme.title,
        provider=programme.provider.name,
        alone="yes" if alone else "no",
        kind=names.get(kind, "none"),
        destination=country(t, destination) if destination else "none",
    )
    kinds = [
        _choice(names[slug], slug == kind, SetWishes(programme_id, _other(slug, kind), destination))
        for slug in names
    ]
    countries = [
        _choice(country(t, code), code == destination,
                SetWishes(programme_id, kind, _other(code, destination)))
        for code in choices.destinations
    ]  # fmt: skip
    rows = [*in_columns(kinds), *in_columns(countries)]
    rows.append([button(t.plain("tracks-no-wish"), TellMe(programme_id, wanted=False))])
    return Screen(text, [*rows, ways_back(t, OpenProgramme(programme_id))])


def country(t: Speaker, code: str) -> str:
    return str(Locale(t.language).territories.get(code, code))


def state_words(t: Speaker, view: ItemView, *, desk: bool, whose: str = "none") -> Safe:
    """How it stands, told to its holder or at the desk. `whose`: see `whose_words`."""
    facts = {
        "day": "none" if view.at is None else day_of(view.at, t.language),
        "by": view.by or "none",
        "proof": view.proof or "none",
        "whose": whose,
    }
    if desk:
        return t(f"tracks-desk-state-{view.state.value}", **facts)
    return t(f"tracks-state-{view.state.value}", **facts)


def _state(t: Speaker, track: TrackView, view: ItemView) -> Safe:
    if view.state is ItemState.OPEN and not track.following:
        return t("tracks-state-open-new")
    return state_words(t, view, desk=False, whose=whose_words(t, track))


def _others(t: Speaker, track: TrackView) -> Row:
    """To say whose it is; or to a second list, where the way back does not lead there."""
    named = track.applicant_id is not None
    if track.shared and not named and track.follow_id is not None:
        return [button(t.plain("tracks-ask-holder"), AskHolder(track.programme_id, 0))]
    if named and not track.shared:
        return [button(t.plain("tracks-others"), ChooseHolder(track.programme_id, 0))]
    return []


def _kind(t: Speaker, track: TrackView, kind: str) -> str:
    done, total = track.of_kind(kind)
    return t.plain("tracks-kind", kind=kind, done=done, total=total)


def _ticking(t: Speaker, track: TrackView, view: ItemView) -> list[Row]:
    """Their own word, where nobody knows it better."""
    id_, item_id, whose = track.programme_id, view.item.id, track.whose
    if not track.following:
        return [[button(t.plain("tracks-follow"), FollowTrack(id_, wanted=True, whose=whose))]]
    if view.state is ItemState.OPEN:
        return [[button(t.plain("tracks-have"), TellItem(id_, item_id, True, whose))]]
    if view.state is ItemState.TOLD:
        return [[button(t.plain("tracks-have-not"), TellItem(id_, item_id, False, whose))]]
    return []


def _ways(t: Speaker, track: TrackView, view: ItemView, leads: Leads) -> list[Row]:
    ways = [
        button(_see(t, cluster), OpenCluster(cluster.id, 0))
        for cluster in leads.clusters
    ]  # fmt: skip
    if leads.application_id is not None:
        ways.append(button(t.plain("tracks-send-paper"), SendDocuments(leads.application_id)))
    nobodys = track.shared and track.applicant_id is None  # a check would be of somebody else
    if view.by_rule and not view.item.expired and not nobodys:
        check = CheckProgramme(track.programme_id, track.applicant_id or 0)
        ways.append(button(t.plain("tracks-check-rules"), check))
    return in_columns(ways, 1)


def _see(t: Speaker, cluster: ClusterLine) -> str:
    return t.plain("tracks-see-cluster", title=short(in_language(t, cluster.title)))


def _choice(caption: str, chosen: bool, press: SetWishes) -> InlineKeyboardButton:
    return button(f"✓ {caption}" if chosen else caption, press)


def _other(value: str, chosen: str) -> str:
    return "" if value == chosen else value
