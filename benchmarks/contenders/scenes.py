"""(b) aiogram Scenes, in memory."""

import asyncio
from typing import Any

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.scene import Scene, SceneRegistry, ScenesManager, on
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from benchmarks.contenders.flow import FLOWS, TOKEN, Question


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
        async def enter(self, message: Message, state: FSMContext, step: int = 0) -> Any:
            await state.update_data(step=step)
            await message.answer(
                flow[step].text, parse_mode="HTML", reply_markup=_markup(flow[step])
            )

        @on.callback_query.enter()
        async def enter_pressed(
            self, query: CallbackQuery, state: FSMContext, step: int = 0
        ) -> Any:
            await state.update_data(step=step)
            await query.answer()
            assert isinstance(query.message, Message)
            await query.message.edit_text(
                flow[step].text, parse_mode="HTML", reply_markup=_markup(flow[step])
            )

        @on.message(F.text & ~F.text.startswith("/"))
        async def typed(self, message: Message, state: FSMContext) -> None:
            step = (await state.get_data())["step"] + 1
            if step < len(flow):
                await self.wizard.retake(step=step)
            else:
                await self.wizard.exit()
                await message.answer("Selesai")

        @on.callback_query(F.data)
        async def pressed(self, query: CallbackQuery, state: FSMContext) -> None:
            step = (await state.get_data())["step"] + 1
            if step < len(flow):
                await self.wizard.retake(step=step)
                return
            await self.wizard.exit()
            await query.answer()
            assert isinstance(query.message, Message)
            await query.message.edit_text("Selesai")

    return Steps


def _markup(question: Question) -> InlineKeyboardMarkup | None:
    keys = [InlineKeyboardButton(text=each, callback_data=each) for each in question.buttons]
    rows = [keys[i : i + 2] for i in range(0, len(keys), 2)]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
