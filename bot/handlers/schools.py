"""Schools: a teacher's link, groups and their pupils, and what staff decide of them."""

import csv
import io
from collections.abc import Sequence

from telegram import Update

from bot.context import Turn, deep_link
from bot.handlers.staff import show_command
from bot.presses.schools import (
    AcceptGroup,
    ListPupils,
    OpenGroup,
    OpenGroups,
    OpenPupil,
    SendCodes,
    WithdrawPupil,
)
from bot.rights import rights_of
from bot.school_rights import hand_of, schools_for
from bot.screens import acknowledge, show
from bot.views import schools as views
from intake.schools.groups import accept_group
from intake.schools.pupil_lists import HEADINGS
from intake.schools.pupils import PupilCode, make_codes, withdraw_pupil
from intake.schools.rows import GroupView, group_for, groups_of, pupil_for, pupils_of
from people.errors import BadInvitation
from people.schools import accept_sender

CODE = "siswa_"
"""What heads the payload of a pupil's link: see `bot.handlers.deeplinks`."""
CODES_FILE, SAMPLE_FILE = "tautan-siswa.csv", "contoh-daftar-siswa.csv"
SAMPLE = (
    "Nama Contoh",
    "3673011501090001",
    "15/01/2009",
    "L",
    "XI Las 1",
    "Nama Wali",
    "ibu",
    "ya",
)


async def accept(update: Update, turn: Turn, code: str) -> None:
    """A teacher's link. Opened once more by whom it has let in, it leads to their groups."""
    house, who = turn.house, turn.account.id
    try:
        school = await house.database.write(accept_sender, code, who, now=house.now())
    except BadInvitation:
        if not await schools_for(turn):
            raise
        await open_groups(update, turn)
        return
    await show(update, turn, views.welcome_screen(turn.t, school))
    await show_command(turn, *(["staf"] if await rights_of(turn) else []), "sekolah")


async def open_groups(update: Update, turn: Turn) -> None:
    page = turn.pressed(OpenGroups).page if update.callback_query is not None else 0
    groups = await turn.house.database.read(groups_of, await hand_of(turn))
    await show(update, turn, views.groups_screen(turn.t, groups, await schools_for(turn), page))


async def open_group(update: Update, turn: Turn) -> None:
    await show_group(update, turn, turn.pressed(OpenGroup).group_id)


async def show_group(update: Update, turn: Turn, group_id: int, note: str = "") -> None:
    hand = await hand_of(turn)
    group = await turn.house.database.read(group_for, group_id, hand)
    await show(update, turn, views.group_screen(turn.t, group, hand, note))


async def list_pupils(update: Update, turn: Turn) -> None:
    press, database = turn.pressed(ListPupils), turn.house.database
    group = await database.read(group_for, press.group_id, await hand_of(turn))
    pupils = await database.read(pupils_of, group.id)
    await show(update, turn, views.pupils_screen(turn.t, group, pupils, press.page))


async def open_pupil(update: Update, turn: Turn) -> None:
    await show_pupil(update, turn, turn.pressed(OpenPupil).application_id)


async def show_pupil(update: Update, turn: Turn, application_id: int) -> None:
    hand = await hand_of(turn)
    group, pupil = await turn.house.database.read(pupil_for, application_id, hand)
    await show(update, turn, views.pupil_screen(turn.t, group, pupil))


async def withdraw(update: Update, turn: Turn) -> None:
    press = turn.pressed(WithdrawPupil)
    await withdraw_because(update, turn, press.application_id, press.why)


async def withdraw_because(update: Update, turn: Turn, application_id: int, why: str) -> None:
    """Tapped or typed."""
    house, hand = turn.house, await hand_of(turn)
    group = await house.database.write(
        withdraw_pupil, application_id, why, hand, now=house.now(), zone=house.zone
    )
    house.nudge()
    note = turn.t("schools-withdrawn")
    await show(update, turn, views.group_screen(turn.t, group, hand, note))


async def accept_one(update: Update, turn: Turn) -> None:
    press, house, hand = turn.pressed(AcceptGroup), turn.house, await hand_of(turn)
    group = await house.database.write(
        accept_group, press.group_id, hand, now=house.now(), zone=house.zone
    )
    house.nudge()
    await show(update, turn, views.group_screen(turn.t, group, hand, turn.t("schools-accepted")))


async def send_codes(update: Update, turn: Turn) -> None:
    """A file for the teacher to hand out, which can't be passed on as a message."""
    press, house = turn.pressed(SendCodes), turn.house
    codes = await house.database.write(
        make_codes, press.group_id, await hand_of(turn), now=house.now(), zone=house.zone
    )
    assert update.callback_query is not None
    if not codes:
        note = turn.t.plain("schools-no-codes")
        await acknowledge(update.callback_query, note, alert=True)
        return
    await acknowledge(update.callback_query)
    lines = [(one.number, one.name, one.study, link_of(turn, one)) for one in codes]
    await _send_file(update, turn, CODES_FILE, "schools-codes-below", lines)


async def send_sample(update: Update, turn: Turn) -> None:
    assert update.callback_query is not None
    await acknowledge(update.callback_query)
    headings = tuple(names[0] for names in HEADINGS.values())
    await _send_file(update, turn, SAMPLE_FILE, "schools-sample-below", [headings, SAMPLE])


def link_of(turn: Turn, code: PupilCode) -> str:
    return deep_link(turn, f"{CODE}{code.code}")


async def group_seen(turn: Turn, group_id: int) -> GroupView:
    """Raises NoSuchGroup."""
    return await turn.house.database.read(group_for, group_id, await hand_of(turn))


async def _send_file(
    update: Update, turn: Turn, name: str, below: str, lines: Sequence[Sequence[str]]
) -> None:
    """With semicolons and the mark of UTF-8, as Excel in Indonesia opens it."""
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(lines)
    assert update.effective_chat is not None
    await turn.bot.send_document(
        update.effective_chat.id,
        text.getvalue().encode("utf-8-sig"),
        turn.t.plain(below, count=len(lines)),
        filename=name,
        protect_content=True,
    )
