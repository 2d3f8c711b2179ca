"""(a) A bare python-telegram-bot conversation on our transport."""

from typing import Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)

from benchmarks.contenders.flow import FLOWS, OVER, TOKEN, Question
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
        await _show(update, 0, flow[0])
        return 0

    return begin


def _handler(question: Question, number: int, flow: tuple[Question, ...]) -> Any:
    following = flow[number + 1] if number + 1 < len(flow) else OVER

    async def answer(update: Update, _context: object) -> int:
        if question.keyboard:
            await _say(update, "Tersimpan", ReplyKeyboardRemove())
        await _show(update, number + 1, following)
        return ConversationHandler.END if following is OVER else number + 1

    if question.buttons:
        return CallbackQueryHandler(answer, pattern=rf"{number}:")
    return MessageHandler(filters.TEXT & ~filters.COMMAND, answer)


async def _show(update: Update, number: int, question: Question) -> None:
    keys = [
        InlineKeyboardButton(each, callback_data=f"{number}:{each}") for each in question.buttons
    ]
    rows = [keys[i : i + 2] for i in range(0, len(keys), 2)]
    markup = InlineKeyboardMarkup(rows) if rows else None
    if update.callback_query is not None:
        text = "Lanjut" if question.keyboard else question.text
        await update.callback_query.answer()
        await update.callback_query.edit_message_text(text, parse_mode="HTML", reply_markup=markup)
    if question.keyboard:
        await _say(update, question.text, ReplyKeyboardMarkup([["Bagikan"], ["Batal"]]))
    elif update.callback_query is None:
        await _say(update, question.text, markup)


async def _say(update: Update, text: str, markup: Any) -> None:
    assert update.effective_chat is not None
    await update.effective_chat.send_message(text, parse_mode="HTML", reply_markup=markup)
