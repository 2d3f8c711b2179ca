"""Whatever nobody else has answered: stickers, photos, slips in a command, old buttons."""

from telegram import Message, Update

from bot.commands import COMMANDS, all_names, named
from bot.context import Turn, typed
from bot.keyboards import button, ways_back
from bot.presses.menu import OpenHelp
from bot.screens import Screen, say, show

LIKE_ENOUGH = 65
"""RapidFuzz's ratio, 0 to 100: "/mneu" is 75 like "menu"."""
KINDS = (
    "sticker", "voice", "audio", "video_note", "video", "photo", "animation",
    "document", "location", "contact", "poll", "dice",
)  # fmt: skip


async def unknown_button(update: Update, turn: Turn) -> None:
    """A button of an older day, or one that is not there any more."""
    await show(update, turn, Screen(turn.t("other-old-button"), [ways_back(turn.t)]))


async def answered_already(update: Update, turn: Turn) -> None:
    """A button that the writing of a broadcast has answered, and let go on (bot.conversations)."""


async def nothing_to_cancel(update: Update, turn: Turn) -> None:
    text = turn.t("other-question-closed") if turn.left else turn.t("other-nothing-to-cancel")
    await show(update, turn, Screen(text, [ways_back(turn.t)]))


async def mistyped_command(update: Update, turn: Turn) -> None:
    """/mneu: the command that was likely meant is offered, never run on a guess."""
    from rapidfuzz import process  # 3 MB for words spelt otherwise than we know

    names = all_names(COMMANDS)
    close = process.extractOne(named(typed(update)), names, score_cutoff=LIKE_ENOUGH)
    t = turn.t
    text = (
        t("other-command-unknown") if close is None else t("other-command-like", command=close[0])
    )
    await show(update, turn, Screen(text, [ways_back(t)]))


async def not_words(update: Update, turn: Turn) -> None:
    """What is no text: said what it is, and what can be done instead."""
    message = update.effective_message
    kind = _kind(message) if message is not None else "other"
    key = f"other-{kind.replace('_', '-')}"
    t = turn.t
    text = t(key if t.knows(key) else "other-anything")
    help_ = button(t.plain("menu-help"), OpenHelp())
    await show(update, turn, Screen(text, [[help_], ways_back(t)]))


async def edited(update: Update, turn: Turn) -> None:
    """An answer is taken when it is sent; correcting the old message changes nothing.

    A place shared live is edited with each step of its sender: that needs no answer.
    """
    if update.edited_message is not None and update.edited_message.location is not None:
        return
    await say(update, turn, Screen(turn.t("other-edited"), [ways_back(turn.t)]))


def _kind(message: Message) -> str:
    if message.forward_origin is not None:
        return "forwarded"
    return next((kind for kind in KINDS if getattr(message, kind)), "other")
