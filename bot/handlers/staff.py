"""The staff's desk: its menu, joining by a link, and those whom important news did not reach."""

from contextlib import suppress

from telegram import BotCommand, BotCommandScopeChat, Update
from telegram.error import TelegramError

from announcements.questions import last_draft
from bot.broadcast_reading import waiting_count
from bot.commands import COMMANDS
from bot.context import Turn
from bot.phrases import half_said
from bot.presses.staff import ListUntold
from bot.rights import name_of, rights_of
from bot.screens import show
from bot.staff_reading import list_untold
from bot.views import staff as views
from intake.schools.rows import Hand, groups_of
from people.errors import BadInvitation
from people.staff import accept_invitation, may_approve


async def open_staff(update: Update, turn: Turn) -> None:
    database, name = turn.house.database, await name_of(turn)
    draft = await database.read(last_draft, turn.account.id)
    approves = may_approve(await rights_of(turn))
    waiting = await database.read(waiting_count) if approves else 0
    await show(update, turn, views.staff_screen(turn.t, name, draft, waiting))


async def open_more(update: Update, turn: Turn) -> None:
    hand = Hand(await name_of(turn), rights=await rights_of(turn))
    groups = await turn.house.database.read(groups_of, hand)
    await show(update, turn, views.more_screen(turn.t, schools=bool(groups)))


async def accept(update: Update, turn: Turn, code: str) -> None:
    """A link's code. Opened once more by whom it has made staff, it leads to their menu."""
    house, who = turn.house, turn.account.id
    try:
        right = await house.database.write(accept_invitation, code, who, now=house.now())
    except BadInvitation:
        if not await rights_of(turn):
            raise
        await open_staff(update, turn)
        return
    await show(update, turn, views.welcome_screen(turn.t, await name_of(turn), right.role))
    await show_command(turn, "staf")


async def explain_line(update: Update, turn: Turn, text: str) -> bool:
    """ "salur PBK-2025-3-0001" and no more; False: other words, or not a member of staff's."""
    what = half_said(text)
    if what is None or not await rights_of(turn):
        return False
    await show(update, turn, views.how_screen(turn.t, what))
    return True


async def open_untold(update: Update, turn: Turn) -> None:
    page, house = turn.pressed(ListUntold).page, turn.house
    found = await house.database.read(list_untold, page, house.now())
    await show(update, turn, views.untold_screen(turn.t, found, house.zone))


async def show_command(turn: Turn, *more: str) -> None:
    """In the command menu of their own chat, beside everybody's."""
    commands = [BotCommand(name, turn.t.plain(f"command-{name}")) for name in [*COMMANDS, *more]]
    scope = BotCommandScopeChat(turn.account.telegram_id)
    with suppress(TelegramError):  # it works all the same when it is typed
        await turn.bot.set_my_commands(commands, scope=scope)
