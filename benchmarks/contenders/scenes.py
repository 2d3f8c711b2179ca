"""(b) aiogram Scenes, in memory."""

import asyncio

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.scene import Scene, SceneRegistry, ScenesManager, on
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from benchmarks.contenders.flow import FLOWS, OVER, TOKEN, Question

KEYBOARD = ReplyKeyboardMarkup(
    keyboard=[[KeyboardButton(text="Bagikan")], [KeyboardButton(text="Batal")]]
)


def run(url: str, scenario: str) -> None:
    asyncio.run(_serve(url, FLOWS[scenario]))


async def _serve(url: str, flow: tuple[Question, ...]) -> None:
    dispatcher = Dispatcher()
    router = Router()
    dispatcher.include_router(router)
    scene = _scene(flow)
    SceneRegistry(dispatcher).add(scene)

    @router.message(CommandStart())
    async def begin(_message: Message, scenes: ScenesManager) -> None:
        await scenes.enter(scene, step=0)

    server = TelegramAPIServer.from_base(url)
    bot = Bot(TOKEN, session=AiohttpSession(api=server, limit=128))
    await dispatcher.start_polling(bot, polling_timeout=50, handle_signals=False)


def _scene(flow: tuple[Question, ...]) -> type[Scene]:
    class Steps(Scene, state="steps"):
        @on.message.enter()
        @on.callback_query.enter()
        async def enter(self, event: Message | CallbackQuery, state: FSMContext, step: int) -> None:
            await state.update_data(step=step)
            await _show(event, flow[step])

        @on.message(F.text & ~F.text.startswith("/"))
        @on.callback_query(F.data)
        async def answer(self, event: Message | CallbackQuery, state: FSMContext) -> None:
            step = (await state.get_data())["step"]
            if flow[step].keyboard and isinstance(event, Message):
                await event.answer("Tersimpan", reply_markup=ReplyKeyboardRemove())
            if step + 1 < len(flow):
                await self.wizard.retake(step=step + 1)
                return
            await self.wizard.exit()
            await _show(event, OVER)

    return Steps


async def _show(event: Message | CallbackQuery, question: Question) -> None:
    message = event if isinstance(event, Message) else event.message
    assert isinstance(message, Message)
    if isinstance(event, CallbackQuery):
        text = "Lanjut" if question.keyboard else question.text
        await event.answer()
        await message.edit_text(text, parse_mode="HTML", reply_markup=_markup(question))
    if question.keyboard:
        await message.answer(question.text, parse_mode="HTML", reply_markup=KEYBOARD)
    elif isinstance(event, Message):
        await message.answer(question.text, parse_mode="HTML", reply_markup=_markup(question))


def _markup(question: Question) -> InlineKeyboardMarkup | None:
    keys = [InlineKeyboardButton(text=each, callback_data=each) for each in question.buttons]
    rows = [keys[i : i + 2] for i in range(0, len(keys), 2)]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
