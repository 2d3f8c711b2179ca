"""At the counter: whose card is it, and may another phone take them over?"""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.keyboards import button, ways_back
from bot.presses.phones import (
    ApproveTakeover,
    AskRefuseTakeover,
    MakePhoneLink,
    OpenPhoneDesk,
    RefuseTakeover,
)
from bot.presses.staff import OpenStaffMore
from bot.screens import Screen
from bot.views.registration import birthday
from bot.views.vacancies import short
from intake.takeovers.rows import TakeoverView, ToCompare
from texts import Safe, Speaker
from texts.moments import moment

REASONS = ("name", "nik", "birthday", "absent")
MOST_LINES = 5


def desk_screen(
    t: Speaker, waiting: Sequence[TakeoverView], zone: ZoneInfo, note: str = ""
) -> Screen:
    """The question is open: a code or a number that is typed answers it."""
    lines = [
        t("phones-desk-line", number=each.number, asked=moment(each.asked_at, t, zone))
        for each in waiting[:MOST_LINES]
    ]
    text = t("phones-desk", count=len(waiting), lines=Safe("\n".join(lines)) if lines else "none")
    return Screen(f"{note}\n\n{text}" if note else text, [ways_back(t, OpenStaffMore())])


def compare_screen(t: Speaker, seen: TakeoverView) -> Screen:
    """What is on their card must be what stands here; the whole NIK is shown to nobody."""
    rows = [
        [button(t.plain("phones-desk-fits"), ApproveTakeover(seen.id))],
        [button(t.plain("phones-desk-fits-not"), AskRefuseTakeover(seen.id))],
        ways_back(t, OpenPhoneDesk()),
    ]
    return Screen(t("phones-desk-compare", **_card(t, seen)), rows)


def ask_refuse_screen(t: Speaker, seen: TakeoverView) -> Screen:
    rows = [[button(t.plain(f"phones-why-{why}"), RefuseTakeover(seen.id, why))] for why in REASONS]
    text = t("phones-desk-why", name=short(seen.name, 40), number=seen.number)
    return Screen(text, [*rows, ways_back(t, OpenPhoneDesk())])


def ask_link_screen(t: Speaker, found: ToCompare) -> Screen:
    make = button(t.plain("phones-desk-link"), MakePhoneLink(found.application_id))
    text = t("phones-desk-compare-link", **_card(t, found))
    return Screen(text, [[make], ways_back(t, OpenPhoneDesk())])


def link_screen(t: Speaker, made: TakeoverView, address: str) -> Screen:
    """Below the picture of its code."""
    text = t("phones-desk-link-made", name=short(made.first_name, 24), address=address)
    return Screen(text, [ways_back(t, OpenPhoneDesk())])


def approved_screen(t: Speaker, done: TakeoverView) -> Screen:
    text = t("phones-desk-approved", name=short(done.name, 40), number=done.number)
    return Screen(text, [ways_back(t, OpenPhoneDesk())])


def refused_screen(t: Speaker, seen: TakeoverView) -> Screen:
    text = t("phones-desk-refused", number=seen.number)
    return Screen(text, [ways_back(t, OpenPhoneDesk())])


def nothing_screen(t: Speaker, words: str) -> Screen:
    """Not there any more, another provider's, or one's own."""
    return Screen(words, [ways_back(t, OpenPhoneDesk())])


def _card(t: Speaker, seen: TakeoverView | ToCompare) -> dict[str, str]:
    return {
        "name": short(seen.name, 60),
        "birthday": birthday(seen.born_on, t),
        "nik": seen.nik_end,
        "number": seen.number,
        "programme": seen.programme_title,
    }
