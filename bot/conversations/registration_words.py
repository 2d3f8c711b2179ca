"""What is typed or sent while a question of a registration is open."""

from collections.abc import Mapping
from types import MappingProxyType

from telegram import Message, Update
from telegram.ext import ConversationHandler

from bot.commands import COMMANDS, STAFF_COMMANDS, all_names, named
from bot.context import Handler, Turn, typed
from bot.conversations import registration_moves as moves
from bot.conversations.eligibility_asking import explained_check
from bot.conversations.eligibility_moves import again as check_again
from bot.conversations.registration_asking import ask, draft_of, explained, set_aside
from bot.conversations.steps import GO_ON, step
from bot.handlers.other import KINDS
from bot.presses.registration import CancelDraft, ResumeDraft
from bot.rights import rights_of
from bot.views.registration import CORRECTED
from bot.views.registration_turns import ask_cancel_screen
from bot.words import Word, begins, meaning
from intake.applications.errors import NeitherYesNorNo
from intake.applications.steps import Step
from intake.registration.drafts import open_draft

LONGEST = 300
"""Characters. No answer is longer, and what is should not be searched for one."""

NAMES = (Step.NAME, Step.GUARDIAN_NAME)
STRAYS: Mapping[str, str] = MappingProxyType(
    {
        "sticker": "sticker",
        "voice": "sound",
        "audio": "sound",
        "video_note": "picture",
        "video": "picture",
        "photo": "picture",
        "animation": "picture",
        "document": "picture",
        "location": "location",
    }
)
"""What was sent → the words about it, where there are special ones."""


async def answered(update: Update, turn: Turn, question: Step) -> object:
    """A text: the answer to the open question."""
    text = typed(update)
    if len(text) > LONGEST:
        return await _again(update, turn, turn.t("registration-stray-long"))
    if question is Step.REVIEW:
        return await _at_review(update, turn, text)
    if begins(text, turn.t.plain("registration-keep")):
        return await skip(update, turn)
    if question in NAMES and meaning(text) is not None:
        return await _again(update, turn, turn.t("registration-not-a-name"))
    return await moves.take(update, turn, question, text)


async def doubted(update: Update, turn: Turn) -> object:
    """The answer to "cancel?"; whatever is no clear yes cancels nothing."""
    word, draft = meaning(typed(update)), await draft_of(turn)
    press = ask_cancel_screen(turn.t, draft).named(typed(update))
    if word is Word.YES or isinstance(press, CancelDraft):
        return await moves.cancel(update, turn, draft)
    if word in (Word.NO, Word.BACK, Word.RESUME) or isinstance(press, ResumeDraft):
        return await moves.resume(update, turn)
    if word in (Word.MENU, Word.LATER):
        return await ASIDES[word](update, turn)
    return await ask_cancel_again(update, turn)


async def ask_cancel_again(update: Update, turn: Turn) -> object:
    return await moves.ask_cancel(update, turn, turn.t("registration-ask-cancel-words"))


async def contact(update: Update, turn: Turn, question: Step) -> object:
    """Only one's own is taken: Telegram has checked that the number belongs to its sender."""
    assert update.message is not None
    shared, sender = update.message.contact, update.message.from_user
    assert shared is not None
    assert sender is not None
    if shared.user_id != sender.id:
        return await _again(update, turn, turn.t("registration-stray-others-contact"))
    if question is not Step.PHONE:
        return await _again(update, turn, turn.t("registration-stray-contact"))
    return await moves.take(update, turn, question, shared.phone_number, shared=True)


async def stray(update: Update, turn: Turn) -> object:
    """No answer at all: said what it is, and the question again."""
    assert update.message is not None
    kind = _kind(update.message)
    return await _again(update, turn, turn.t(f"registration-stray-{kind}"))


async def edited(update: Update, turn: Turn) -> object:
    return await _again(update, turn, turn.t("registration-stray-edited"))


async def command(update: Update, turn: Turn) -> object:
    """A known command leaves, and is answered by its own route; a slip of one is no reason to."""
    if await is_known(update, turn):
        return await leave(update, turn)
    return await step(explained(_unknown_command))(update, turn)


async def check_command(update: Update, turn: Turn) -> object:
    """The same while a question of a check is open."""
    if await is_known(update, turn):
        return await leave(update, turn)
    return await step(explained_check(_unknown_in_check))(update, turn)


async def is_known(update: Update, turn: Turn) -> bool:
    known = all_names(COMMANDS, STAFF_COMMANDS if await rights_of(turn) else {})
    return named(typed(update)) in known


async def check_stray(update: Update, turn: Turn) -> object:
    """No answer to a check's question at all: said what it is, and the question again."""
    message = update.message
    key = "edited" if message is None else _kind(message)
    return await check_again(update, turn, turn.t(f"registration-stray-{key}"))


async def leave(update: Update, turn: Turn) -> object:
    """By another button or command: the answers are kept, and the update goes on."""
    await set_aside(update, turn)
    return ConversationHandler.END


async def aside(update: Update, turn: Turn) -> object:
    word = meaning(typed(update))
    assert word is not None
    return await ASIDES[word](update, turn)


async def back(update: Update, turn: Turn) -> object:
    return await moves.go_back(update, turn, await draft_of(turn))


async def skip(update: Update, turn: Turn) -> object:
    """What was answered before can stay; nothing else can be skipped."""
    draft = await draft_of(turn)
    if draft.answers.to(draft.step) is not None:
        return await moves.correct(update, turn, draft, draft.answers.first_open())
    return await ask(update, turn, draft, note=turn.t("registration-cannot-skip"))


async def resume(update: Update, turn: Turn) -> object:
    """ "Lanjut": goes on with what was put aside; where there is nothing, it is any other word."""
    if await turn.house.database.read(open_draft, turn.account.id) is None:
        return GO_ON
    return await moves.resume(update, turn)


async def _unknown_command(update: Update, turn: Turn) -> object:
    return await _again(update, turn, turn.t("registration-stray-command"))


async def _unknown_in_check(update: Update, turn: Turn) -> object:
    return await check_again(update, turn, turn.t("registration-stray-command"))


async def _at_review(update: Update, turn: Turn, text: str) -> object:
    """ "Ya", "kirim" or the button's words send; the name of a line asks for it again."""
    t, draft = turn.t, await draft_of(turn)
    small = text.lower()
    sends = small.strip() in t.plain("registration-send-words").split()
    if sends or meaning(text) is Word.YES or begins(text, t.plain("registration-send")):
        return await moves.send(update, turn, draft)
    for line in CORRECTED:
        if t.plain(f"registration-line-{line.value}").lower() in small:
            return await moves.correct(update, turn, draft, line)
    raise NeitherYesNorNo


async def _again(update: Update, turn: Turn, note: str) -> object:
    return await ask(update, turn, await draft_of(turn), note=note)


def _kind(message: Message) -> str:
    if message.forward_origin is not None:
        return "forwarded"
    kind = next((kind for kind in KINDS if getattr(message, kind)), "")
    return STRAYS.get(kind, "other")


ASIDES: Mapping[Word, Handler] = MappingProxyType(
    {
        Word.BACK: back,
        Word.CANCEL: moves.ask_cancel,
        Word.MENU: moves.to_menu,
        Word.SKIP: skip,
        Word.LATER: moves.put_aside,
    }
)
