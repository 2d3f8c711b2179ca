"""Changing phones: a registration number typed on the new phone, a code typed at the counter.

That a question is open stands in the account, so a restart changes nothing. Like that for the AK1
card it is listened to before the other conversations: whatever is neither its button nor an answer
closes it and goes on to them.
"""

from sqlalchemy.orm import Session
from telegram import Message, Update
from telegram.ext import (
    CallbackQueryHandler,
    CommandHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)

from bot.callbacks import Press, pattern
from bot.context import Handler, Turn, typed
from bot.conversations.registration_asking import set_aside
from bot.conversations.steps import GO_ON, conversation_of, step
from bot.errors import words_for
from bot.handlers import phone_desk, phones
from bot.handlers.menu import open_menu
from bot.handlers.my_data import open_my_data
from bot.phrases import phone_to_change
from bot.presses.phones import OpenPhoneDesk, OpenPhones
from bot.rights import for_staff, rights_of
from bot.screens import show
from bot.views import phones as views
from bot.words import ELSEWHERE, Means, Word, meaning
from intake.applications.errors import NoSuchApplication
from intake.takeovers.errors import AlreadyOnThisPhone, TooManyTakeovers
from intake.takeovers.rows import asked_here
from people.errors import ConsentMissing
from people.questions import Question, all_asked, ask_words, leave_words

NAME = "phones"
LINK = "pindah"
"""The payload of a deep link that begins it: t.me/<bot>?start=pindah."""


class Says(filters.MessageFilter):
    """ "ganti hp", "hp hilang", with or without a number."""

    def filter(self, message: Message) -> bool:
        return phone_to_change(message.text or "") is not None


def conversation() -> ConversationHandler[Turn]:
    """In by a button, a link or its words; out with an answer, by any other button or command."""
    buttons: list[CallbackQueryHandler[Turn, object]] = [
        CallbackQueryHandler(step(answer), pattern=pattern(press))
        for press, answer in BUTTONS.items()
    ]
    mine = filters.ChatType.PRIVATE & ~filters.COMMAND
    words = mine & filters.UpdateType.MESSAGE & filters.TEXT & ~filters.FORWARDED
    return conversation_of(
        NAME,
        entry_points=[
            *buttons,
            CommandHandler("start", step(linked), filters.ChatType.PRIVATE),
            MessageHandler(words & Says(), step(said)),
        ],
        states={
            question: [
                *buttons,
                MessageHandler(words & Means(*ELSEWHERE), leave),
                MessageHandler(words, step(answer)),
                MessageHandler(mine, step(stray)),
            ]
            for question, answer in TYPED.items()
        },
        fallbacks=[MessageHandler(filters.COMMAND, leave), CallbackQueryHandler(leave)],
    )


def read_states(session: Session) -> dict[int, object]:
    return dict(all_asked(session))


async def linked(update: Update, turn: Turn) -> object:
    """/start with the link's payload; any other /start is not for us."""
    if list(turn.args or ()) != [LINK]:
        return GO_ON
    return await ask(update, turn)


async def said(update: Update, turn: Turn) -> object:
    number = phone_to_change(typed(update))
    return await _take(update, turn, number) if number else await ask(update, turn)


async def ask(update: Update, turn: Turn, hint: str = "") -> object:
    """What has been asked already is shown first; it is another number that is asked for then."""
    house, who = turn.house, turn.account.id
    await set_aside(update, turn)
    waiting = await house.database.read(asked_here, who, now=house.now())
    if waiting is not None and not hint:
        await leave(update, turn)
        await show(update, turn, views.waiting_screen(turn.t, waiting, house.zone))
        return ConversationHandler.END
    turn.account = await house.database.write(ask_words, who, Question.PHONE)
    await show(update, turn, views.ask_number_screen(turn.t, hint))
    return Question.PHONE


async def ask_code(update: Update, turn: Turn, hint: str = "") -> object:
    await set_aside(update, turn)
    turn.account = await turn.house.database.write(ask_words, turn.account.id, Question.COUNTER)
    await phone_desk.open_desk(update, turn, hint)
    return Question.COUNTER


async def typed_number(update: Update, turn: Turn) -> object:
    """Words that lead back do so; anything else is the number, or is said not to be one."""
    if turn.account.asked != Question.PHONE:
        return GO_ON  # another question was opened since, and this one with it closed
    word = meaning(typed(update))
    if word not in (*TO_DATA, *TO_MENU):
        return await _take(update, turn, typed(update))
    await leave(update, turn)
    await (open_menu if word in TO_MENU else open_my_data)(update, turn)
    return ConversationHandler.END


async def typed_code(update: Update, turn: Turn) -> object:
    if turn.account.asked != Question.COUNTER or not await rights_of(turn):
        return GO_ON
    word = meaning(typed(update))
    if word in (*TO_DATA, *TO_MENU):
        await leave(update, turn)
        await open_menu(update, turn)
        return ConversationHandler.END
    refusal = await phone_desk.look_up(update, turn, typed(update))
    if refusal is not None:
        return await ask_code(update, turn, refusal)
    await leave(update, turn)
    return ConversationHandler.END


async def stray(update: Update, turn: Turn) -> object:
    """A sticker, a photo, a forwarded post, an edited message: no answer, so the question again."""
    key = "phones-stray" if update.edited_message is None else "other-edited"
    asked = ask_code if turn.account.asked == Question.COUNTER else ask
    return await asked(update, turn, turn.t(key))


async def leave(update: Update, turn: Turn) -> object:
    """The question is closed, and the update goes on to whom it is meant for."""
    if turn.account.asked in set(Question):
        turn.account = await turn.house.database.write(leave_words, turn.account.id)
    return ConversationHandler.END


async def _take(update: Update, turn: Turn, number: str) -> object:
    try:
        await phones.ask_for(update, turn, number)
    except ConsentMissing:
        await show(update, turn, views.consent_screen(turn.t))
    except (NoSuchApplication, AlreadyOnThisPhone) as error:
        key = "phones-no-such-number" if isinstance(error, NoSuchApplication) else None
        hint = turn.t(key) if key else words_for(error, turn.t) or ""
        return await ask(update, turn, hint)
    except TooManyTakeovers as error:
        await show(update, turn, views.refused_screen(turn.t, words_for(error, turn.t) or ""))
    await leave(update, turn)
    return ConversationHandler.END


async def _begin(update: Update, turn: Turn) -> object:
    return await ask(update, turn)


async def _at_desk(update: Update, turn: Turn) -> object:
    return await ask_code(update, turn)


TO_DATA = (Word.BACK, Word.SKIP, Word.LATER, Word.NO)
TO_MENU = (Word.MENU, Word.CANCEL)
BUTTONS: dict[type[Press], Handler] = {OpenPhones: _begin, OpenPhoneDesk: for_staff(_at_desk)}
TYPED: dict[Question, Handler] = {
    Question.PHONE: typed_number,
    Question.COUNTER: typed_code,
}
