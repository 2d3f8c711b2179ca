"""A programme's card, its rules and its way in."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from bot.keyboards import Row, button, in_columns, link, ways_back
from bot.presses.courses import (
    ListClasses,
    OpenClass,
    OpenCluster,
    OpenProgramme,
    OpenStreams,
    ShareProgramme,
    ShowPlace,
    ShowRules,
    ShowSteps,
    TellMe,
)
from bot.presses.eligibility import CheckProgramme
from bot.presses.tracks import OpenTrack, OpenWishes
from bot.screens import Screen
from bot.views.streams import in_language
from catalog.classes import OpenClassLine
from catalog.programmes import Rule, Told
from storage.models import Place, Programme, Referral, Source
from texts import Safe, Speaker
from texts.moments import day, day_of


@dataclass(frozen=True)
class TrackWays:
    """Whether the programme has a checklist, and whether interest in it has wishes to tell."""

    checklist: bool = False
    wishes: bool = False


NO_TRACK = TrackWays()


def programme_screen(
    t: Speaker,
    programme: Programme,
    open_class: OpenClassLine | None,
    *,
    interested: bool,
    track: TrackWays = NO_TRACK,
) -> Screen:
    """What it is, what one gets, and whether one can register now."""
    text = t(
        "courses-programme",
        title=programme.title,
        summary=in_language(t, programme.summary),
        provider=programme.provider.name,
        certificates=certificates(t, programme.certificates),
        status=_status(t, programme, open_class, interested),
        source=source_line(t, programme.source),
    )
    return Screen(text, _programme_rows(t, programme, open_class, interested, track))


def rules_screen(t: Speaker, programme: Programme, rules: Sequence[Rule]) -> Screen:
    title = programme.title
    if not rules:
        text = t("courses-rules-none", title=title)
    else:
        lines = "\n".join(_rule(t, rule) for rule in rules)
        sources = "; ".join(_sources(t, rules))
        text = t("courses-rules", title=title, rules=Safe(lines), sources=Safe(sources))
    check = [button(t.plain("eligibility-check-mine"), CheckProgramme(programme.id))]
    rows = [check] if rules else []
    return Screen(text, [*rows, ways_back(t, OpenProgramme(programme.id))])


def steps_screen(t: Speaker, programme: Programme) -> Screen:
    """How to get in outside of Jawara, step by step; or what is planned.

    A plan is its source's. Ways in are common knowledge, which no source of ours has told.
    """
    numbered = (f"{n}. {in_language(t, step)}" for n, step in enumerate(programme.steps, 1))
    steps = "\n".join(numbered)
    if programme.entry == "interest":
        source = source_line(t, programme.source)
        text = t("courses-plan", title=programme.title, steps=steps, source=source)
    else:
        text = t("courses-steps", title=programme.title, steps=steps)
    return Screen(text, [ways_back(t, OpenProgramme(programme.id))])


def share_screen(t: Speaker, programme: Programme, address: str) -> Screen:
    title = programme.title
    text = t("courses-share", title=title, link=address)
    forward = f"https://t.me/share/url?{urlencode({'url': address, 'text': title})}"
    send = [link(t.plain("courses-share-send"), forward)]
    return Screen(text, [send, ways_back(t, OpenProgramme(programme.id))])


def unknown_link_screen(t: Speaker) -> Screen:
    streams = [button(t.plain("menu-courses"), OpenStreams())]
    return Screen(t("courses-unknown-link"), [streams, ways_back(t)])


def referral_screen(t: Speaker, referral: Referral) -> Screen:
    about = in_language(t, referral.about)
    source = source_line(t, referral.source)
    text = t("courses-referral", title=referral.title, about=about, source=source)
    return Screen(text, [ways_back(t, OpenStreams())])


def place_screen(t: Speaker, place: Place | None) -> Screen:
    """The place in words, where no map position is known."""
    if place is None:
        return Screen(t("courses-place-unknown"), [ways_back(t, OpenStreams())])
    text = t("courses-place", name=place.name, address=place_address(t, place))
    return Screen(text, [ways_back(t, OpenStreams())])


def place_address(t: Speaker, place: Place) -> str:
    """For a map's label: plain text, and said so where the position is a guess."""
    address = place.address or t.plain("courses-address-unknown")
    if not place.position_approximate:
        return address
    return t.plain("courses-address-approximate", address=address)


def source_line(t: Speaker, source: Source | Told) -> Safe:
    """Who told it and when, so that anyone can look it up."""
    if source.published_on is None:
        return t("common-source-undated", outlet=source.outlet)
    return t("common-source", outlet=source.outlet, date=day(source.published_on, t.language))


def certificates(t: Speaker, kinds: Sequence[str]) -> str:
    named = [t.plain(f"courses-certificate-{kind}") for kind in kinds]
    return ", ".join(named) if named else t.plain("courses-certificate-none")


def _status(
    t: Speaker, programme: Programme, open_class: OpenClassLine | None, interested: bool
) -> Safe:
    if open_class is not None:
        closes_at = open_class.closes_at
        date = "none" if closes_at is None else day_of(closes_at, t.language)
        return t("courses-status-open", date=date)
    if interested and programme.entry in ("jawara", "interest"):
        return t("courses-status-waiting")
    return t(f"courses-status-{programme.entry}")


def _programme_rows(
    t: Speaker,
    programme: Programme,
    open_class: OpenClassLine | None,
    interested: bool,
    track: TrackWays,
) -> list[Row]:
    """What can be done first; then what can be looked up, two in a row."""
    id_ = programme.id
    first = []
    if open_class is not None:
        first.append(button(t.plain("courses-see-open-class"), OpenClass(open_class.id)))
    elif programme.steps:
        see = "courses-see-plan" if programme.entry == "interest" else "courses-see-steps"
        first.append(button(t.plain(see), ShowSteps(id_)))
    if track.checklist:
        first.append(button(t.plain("tracks-see"), OpenTrack(id_, 0)))
    if open_class is None and interested and track.wishes:
        first.append(button(t.plain("tracks-set-wishes"), OpenWishes(id_)))
    elif open_class is None:
        caption = "courses-tell-me-not" if interested else "courses-tell-me"
        first.append(button(t.plain(caption), TellMe(id_, not interested)))
    looks = [
        button(t.plain("courses-see-rules"), ShowRules(id_)),
        button(t.plain("courses-see-classes"), ListClasses(id_)),
    ]
    if programme.place_id is not None:
        looks.append(button(t.plain("courses-see-place"), ShowPlace(id_)))
    looks.append(button(t.plain("courses-share-it"), ShareProgramme(id_)))
    back = OpenCluster(programme.cluster_id, 0)
    return [*in_columns(first, 1), *in_columns(looks), ways_back(t, back)]


def _rule(t: Speaker, rule: Rule) -> str:
    key = "courses-rule-expired" if rule.expired else "courses-rule"
    return t(key, rule=in_language(t, rule.text))


def _sources(t: Speaker, rules: Sequence[Rule]) -> list[str]:
    return list(dict.fromkeys(source_line(t, rule.source) for rule in rules))
