"""Browsing the catalogue: streams, programmes, classes; interest, place, and a link to share."""

from telegram import Update

from bot.context import Turn, deep_link
from bot.handlers.tracks import show_wishes
from bot.presses.courses import (
    ListClasses,
    ListClusters,
    ListOpenClasses,
    OpenClass,
    OpenCluster,
    OpenProgramme,
    OpenProvider,
    OpenReferral,
    ShareProgramme,
    ShowPlace,
    ShowRules,
    ShowSteps,
    TellMe,
)
from bot.reading import (
    class_card,
    cluster_page,
    place_of,
    programme_card,
    programme_rules,
    provider_page,
    streams_for,
    ways_to_browse,
)
from bot.screens import Screen, acknowledge, say, show, show_below
from bot.track_reading import track_ways
from bot.views import classes, courses, streams
from catalog.classes import classes_of_programme, open_classes
from catalog.errors import NoSuchProgramme
from catalog.interests import has_interest, leave_interest, withdraw_interest
from catalog.programmes import find_programme, list_providers
from catalog.referrals import find_referral


async def open_streams(update: Update, turn: Turn) -> None:
    found = await turn.house.database.read_shared(ways_to_browse, now=turn.house.now())
    await show(update, turn, streams.streams_screen(turn.t, *found))


async def list_open_classes(update: Update, turn: Turn) -> None:
    found = await turn.house.database.read_shared(open_classes, now=turn.house.now())
    page = turn.pressed(ListOpenClasses).page
    await show(update, turn, streams.open_classes_screen(turn.t, found, page))


async def list_streams(update: Update, turn: Turn) -> None:
    found = await turn.house.database.read_shared(streams_for, turn.account.id)
    page = turn.pressed(ListClusters).page
    await show(update, turn, streams.clusters_screen(turn.t, found, page))


async def list_givers(update: Update, turn: Turn) -> None:
    found = await turn.house.database.read_shared(list_providers)
    await show(update, turn, streams.providers_screen(turn.t, found))


async def open_cluster(update: Update, turn: Turn) -> None:
    press = turn.pressed(OpenCluster)
    database, now = turn.house.database, turn.house.now()
    found = await database.read_shared(cluster_page, press.cluster_id, now=now)
    if found is None:
        await list_streams_afresh(update, turn)
        return
    await show(update, turn, streams.cluster_screen(turn.t, *found, press.page))


async def list_streams_afresh(update: Update, turn: Turn) -> None:
    """A stream or provider that the catalogue has dropped: the list of those there are."""
    found = await turn.house.database.read_shared(streams_for, turn.account.id)
    await show(update, turn, streams.clusters_screen(turn.t, found, 0))


async def open_provider(update: Update, turn: Turn) -> None:
    press = turn.pressed(OpenProvider)
    database, now = turn.house.database, turn.house.now()
    found = await database.read_shared(provider_page, press.provider_id, now=now)
    if found is None:
        await list_givers(update, turn)
        return
    await show(update, turn, streams.provider_screen(turn.t, *found, press.page))


async def open_programme(update: Update, turn: Turn) -> None:
    await show_programme(update, turn, turn.pressed(OpenProgramme).programme_id)


async def open_by_slug(update: Update, turn: Turn, slug: str) -> None:
    """A deep link to a programme, which may be an old one, or have lost its end on the way."""
    try:
        await show_programme(update, turn, slug)
    except NoSuchProgramme:
        await show(update, turn, courses.unknown_link_screen(turn.t))


async def programme_below(update: Update, turn: Turn, slug: str) -> None:
    """In a message of its own: the one with the button stays. Raises NoSuchProgramme."""
    await show_below(update, turn, await _programme(turn, slug))


async def show_programme(
    update: Update, turn: Turn, which: int | str, toast: str | None = None
) -> None:
    await show(update, turn, await _programme(turn, which), toast=toast)


async def _programme(turn: Turn, which: int | str) -> Screen:
    house = turn.house
    programme, open_class = await house.database.read_shared(programme_card, which, now=house.now())
    interested = open_class is None and await house.database.read(
        has_interest, turn.account.id, programme.id
    )
    ways = await house.database.read_shared(track_ways, programme.id)
    return courses.programme_screen(
        turn.t, programme, open_class, interested=interested, track=ways
    )


async def tell_me(update: Update, turn: Turn) -> None:
    """Leave interest or take it back; pressed twice, it is the same."""
    press, house, who = turn.pressed(TellMe), turn.house, turn.account.id
    if press.wanted:
        await house.database.write(leave_interest, who, press.programme_id, now=house.now())
    else:
        await house.database.write(withdraw_interest, who, press.programme_id)
    toast = turn.t.plain("courses-will-tell" if press.wanted else "courses-will-not-tell")
    ways = await house.database.read_shared(track_ways, press.programme_id)
    if press.wanted and ways.wishes:
        await show_wishes(update, turn, press.programme_id, toast)
    else:
        await show_programme(update, turn, press.programme_id, toast=toast)


async def list_classes(update: Update, turn: Turn) -> None:
    id_, database = turn.pressed(ListClasses).programme_id, turn.house.database
    programme = await database.read_shared(find_programme, id_)
    found = await database.read_shared(classes_of_programme, id_)
    await show(update, turn, classes.classes_screen(turn.t, programme, found))


async def open_class(update: Update, turn: Turn) -> None:
    await show_class(update, turn, turn.pressed(OpenClass).class_id)


async def show_class(update: Update, turn: Turn, class_id: int) -> None:
    house = turn.house
    class_, applicants = await house.database.read_shared(class_card, class_id)
    screen = classes.class_screen(turn.t, class_, applicants, house.now(), house.zone)
    await show(update, turn, screen)


async def show_rules(update: Update, turn: Turn) -> None:
    id_, house = turn.pressed(ShowRules).programme_id, turn.house
    found = await house.database.read_shared(programme_rules, id_, house.today())
    await show(update, turn, courses.rules_screen(turn.t, *found))


async def show_steps(update: Update, turn: Turn) -> None:
    programme = await turn.house.database.read_shared(
        find_programme, turn.pressed(ShowSteps).programme_id
    )
    await show(update, turn, courses.steps_screen(turn.t, programme))


async def share_programme(update: Update, turn: Turn) -> None:
    id_ = turn.pressed(ShareProgramme).programme_id
    programme = await turn.house.database.read_shared(find_programme, id_)
    address = deep_link(turn, f"p-{programme.slug}")
    await show(update, turn, courses.share_screen(turn.t, programme, address))


async def show_place(update: Update, turn: Turn) -> None:
    """The place on the map, as a message of its own below the screen."""
    place = await turn.house.database.read_shared(place_of, turn.pressed(ShowPlace).programme_id)
    assert update.callback_query is not None
    assert update.effective_chat is not None
    await acknowledge(update.callback_query)
    screen = courses.place_screen(turn.t, place)
    if place is None or place.latitude is None or place.longitude is None:
        await say(update, turn, screen)
        return
    await turn.bot.send_venue(
        update.effective_chat.id,
        place.latitude,
        place.longitude,
        title=place.name,
        address=courses.place_address(turn.t, place),
    )


async def open_referral(update: Update, turn: Turn) -> None:
    found = await turn.house.database.read(find_referral, turn.pressed(OpenReferral).referral_id)
    if found is None:
        await open_streams(update, turn)
        return
    await show(update, turn, courses.referral_screen(turn.t, found))
