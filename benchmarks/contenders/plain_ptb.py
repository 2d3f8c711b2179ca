"""(a) A bare python-telegram-bot conversation on our transport."""

from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)

from benchmarks.contenders.flow import FLOWS, TOKEN, Question
from bot.ordering import PersonalOrder
from bot.transport import AiohttpRequest


def run(url: str, scenario: str) -> None:
    flow = FLOWS[scenario]
    application = (
        ApplicationBuilder()
        .token(TOKEN)
        .base_url(f"{url}/bot")
        .request(AiohttpRequest())
        .get_updates_request(AiohttpRequest(connections=2))
        .concurrent_updates(PersonalOrder())
        .build()
    )
    states: dict[object, list[Any]] = {
        number: [_handler(question, number, flow)] for number, question in enumerate(flow)
    }
    begin = CommandHandler("start", _begin(flow))
    application.add_handler(ConversationHandler([begin], states, [], allow_reentry=True))
    application.run_polling(timeout=50, stop_signals=None)


def _begin(flow: tuple[Question, ...]) -> Any:
    async def begin(update: Update, _context: object) -> int:
        await _show(update, flow[0].text, flow[0].buttons)
        return 0

    return begin


def _handler(question: Question, number: int, flow: tuple[Question, ...]) -> Any:
    following = flow[number + 1] if number + 1 < len(flow) else None

    async def answer(update: Update, _context: object) -> int:
        if following is None:
            await _show(update, "Selesai", ())
            return ConversationHandler.END
        await _show(update, following.text, following.buttons)
        return number + 1

    if question.buttons:
        return CallbackQueryHandler(answer, pattern=rf"{number}:")
    return MessageHandler(filters.TEXT & ~filters.COMMAND, answer)


async def _show(update: Update, text: str, buttons: tuple[str, ...]) -> None:
    number = next((n for f in FLOWS.values() for n, q in enumerate(f) if q.text == text), 0)
    keys = [InlineKeyboardButton(each, callback_data=f"{number}:{each}") for each in buttons]
    markup = InlineKeyboardMarkup([keys[i : i + 2] for i in range(0, len(keys), 2)])
    markup_or_none = markup if buttons else None
    if update.callback_query is not None:
        await update.callback_query.answer()
        await update.callback_query.edit_message_text(
            text, parse_mode="HTML", reply_markup=markup_or_none
        )
    elif update.effective_message is not None:
        await update.effective_message.reply_text(
            text, parse_mode="HTML", reply_markup=markup_or_none
        )
