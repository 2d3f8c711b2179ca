"""Groups and channels: Jawara works in private chats, and says so where it is spoken to."""

from telegram import Message, MessageEntity, Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop

from bot.context import Turn, deep_link
from bot.keyboards import link
from bot.screens import Screen, acknowledge, say
from texts import Speaker, speaker


async def stay_private(update: Update, turn: Turn) -> None:
    """What is in no private chat ends here: it makes no account and answers no question."""
    chat, user = update.effective_chat, update.effective_user
    if chat is not None and chat.type == ChatType.PRIVATE:
        return
    if user is not None and not user.is_bot:
        await _show_the_way(update, turn, speaker((user.language_code or "").split("-")[0]))
    raise ApplicationHandlerStop


async def _show_the_way(update: Update, turn: Turn, t: Speaker) -> None:
    """To commands, mentions and buttons; what else is said in a group is none of our business."""
    if update.callback_query is not None:
        await acknowledge(update.callback_query, t.plain("other-in-group-toast"), alert=True)
    elif update.message is not None and _meant_for_us(update.message, turn.bot.username):
        rows = [[link(t.plain("other-open-private"), deep_link(turn, "menu"))]]
        await say(update, turn, Screen(t("other-in-group"), rows))


def _meant_for_us(message: Message, username: str) -> bool:
    """A mention of our name, or a command that names no other bot."""
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.BOT_COMMAND]
    found = message.parse_entities(kinds) | message.parse_caption_entities(kinds)
    for entity, text in found.items():
        command, _, name = text.lower().rpartition("@")
        if name == username.lower() or (entity.type == MessageEntity.BOT_COMMAND and not command):
            return True
    return False
