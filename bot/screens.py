"""A screen: one message's text and buttons, shown by editing where one came from a button."""

from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from telegram import (
    CallbackQuery,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.callbacks import Press, read
from bot.context import Turn
from bot.keyboards import Row, markup
from bot.words import begins

log = structlog.get_logger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
UNCHANGED = "message is not modified"
TOO_OLD = "query is too old"
GONE = ("message to edit not found", "message can't be edited", "there is no text in the message")

AnyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None


@dataclass(frozen=True)
class Screen:
    """HTML of at most 4,096 characters, and rows of at most eight buttons in all."""

    text: str
    rows: Sequence[Row] = ()

    @property
    def markup(self) -> InlineKeyboardMarkup | None:
        return markup(self.rows)

    def named(self, text: str, *, whole: bool = False) -> Press | None:
        """The button that these words stand on, or begin, where it is just one of them.

        `whole`: where a beginning may mean another thing than its button, as "ada" does.
        """
        ways = [each for row in self.rows for each in row if begins(text, each.text)]
        exact = [each for each in ways if begins(each.text, text)]
        chosen = exact if exact or whole else ways
        return read(chosen[0].callback_data) if len(chosen) == 1 else None


async def show(update: Update, turn: Turn, screen: Screen, *, toast: str | None = None) -> None:
    """Answer with this screen: in place after a tap, as a message of its own after words."""
    query = update.callback_query
    if query is None:
        await say(update, turn, screen)
        return
    await acknowledge(query, toast)
    try:
        await query.edit_message_text(
            screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=screen.markup,
            link_preview_options=NO_PREVIEW,
        )
    except BadRequest as error:
        if UNCHANGED in error.message.lower():
            return
        if not any(words in error.message.lower() for words in GONE):
            raise
        await say(update, turn, screen)  # too old to edit, or a picture: start afresh below it


async def show_below(update: Update, turn: Turn, screen: Screen) -> None:
    """Answer with a message of its own, a tap as well: the one with the button stays."""
    if update.callback_query is not None:
        await acknowledge(update.callback_query)
    await say(update, turn, screen)


async def say(update: Update, turn: Turn, screen: Screen, *, keyboard: AnyMarkup = None) -> Message:
    """A new message, for what a person will want to find again later."""
    assert update.effective_chat is not None
    return await turn.bot.send_message(
        update.effective_chat.id,
        screen.text,
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard or screen.markup,
        link_preview_options=NO_PREVIEW,
    )


async def acknowledge(
    query: CallbackQuery, toast: str | None = None, *, alert: bool = False
) -> None:
    """Stop the button's spinner, with a toast where there is something to say."""
    try:
        await query.answer(toast, show_alert=alert)
    except BadRequest as error:
        if TOO_OLD not in error.message.lower():
            raise
    except (NetworkError, RetryAfter) as error:
        # The spinner ends by itself; the screen it stands for must come all the same.
        log.warning("a button's press was not acknowledged", error=str(error))
