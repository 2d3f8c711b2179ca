"""(c) aiogram-dialog, in memory."""

import asyncio
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message, ReplyKeyboardRemove
from aiogram_dialog import Dialog, DialogManager, StartMode, Window, setup_dialogs
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group
from aiogram_dialog.widgets.text import Const

from benchmarks.contenders.flow import FLOWS, TOKEN, Question
from benchmarks.contenders.scenes import KEYBOARD


class Steps(StatesGroup):
    """As many as the longest flow has; the last one says that it is over."""

    s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10 = (State() for _ in range(11))


STATES = Steps.__all_states__


def run(url: str, scenario: str) -> None:
    asyncio.run(_serve(url, FLOWS[scenario]))


async def _serve(url: str, flow: tuple[Question, ...]) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message(CommandStart())
    async def begin(_message: Message, dialog_manager: DialogManager) -> None:
        await dialog_manager.start(Steps.s0, mode=StartMode.RESET_STACK)

    windows = [_window(question, number) for number, question in enumerate(flow)]
    windows.append(Window(Const("Selesai"), state=STATES[len(flow)]))
    dispatcher.include_router(Dialog(*windows))
    setup_dialogs(dispatcher)
    server = TelegramAPIServer.from_base(url)
    bot = Bot(TOKEN, session=AiohttpSession(api=server, limit=128))
    await dispatcher.start_polling(bot, polling_timeout=50, handle_signals=False)


def _window(question: Question, number: int) -> Window:
    async def pressed(_query: CallbackQuery, _button: Any, manager: DialogManager) -> None:
        await manager.switch_to(STATES[number + 1])

    async def typed(message: Message, _input: Any, manager: DialogManager) -> None:
        if question.keyboard:
            # It sends no reply keyboards of its own beside a window: the same two messages by hand.
            await message.answer("Tombol", reply_markup=KEYBOARD)
            await message.answer("Tersimpan", reply_markup=ReplyKeyboardRemove())
        await manager.switch_to(STATES[number + 1])

    keys = [
        Button(Const(each), id=f"b{i}", on_click=pressed) for i, each in enumerate(question.buttons)
    ]
    widgets: list[Any] = [Group(*keys, width=2)] if keys else [MessageInput(typed)]
    return Window(Const(question.text), *widgets, state=STATES[number], parse_mode="HTML")
