"""What is pressed, sent or typed while a document, or a registration number, is waited for."""

from collections.abc import Mapping
from types import MappingProxyType

from telegram import Message, Update
from telegram.ext import ConversationHandler

from bot.callbacks import Press
from bot.context import Handler, Turn, typed
from bot.conversations.documents_asking import (
    ask,
    ask_what_it_is,
    leave,
    take,
    told_already,
)
from bot.conversations.steps import GO_ON
from bot.document_files import SPREADSHEETS, SentFile, sent_file
from bot.errors import words_for
from bot.handlers import document_desk
from bot.handlers.documents import show_list
from bot.handlers.menu import open_menu
from bot.handlers.staff import open_staff
from bot.presses.document_desk import OpenDocumentDesk
from bot.presses.documents import (
    AskDocument,
    AskDocumentBelow,
    DropFile,
    FileIs,
    SendDocuments,
)
from bot.rights import for_staff
from bot.screens import show
from bot.views import documents as views
from bot.views.papers import paper_named
from bot.words import Word, meaning
from intake.documents.documents import my_papers
from intake.documents.errors import NotOfYourProvider
from intake.documents.questions import Asked, Question, open_question
from intake.documents.rows import open_papers

ASIDE = (Word.BACK, Word.SKIP, Word.LATER, Word.NO)
TO_MENU = (Word.MENU, Word.CANCEL)
SOUNDS, FILMS = ("voice", "audio"), ("video", "video_note", "animation")


async def send_first(update: Update, turn: Turn) -> object:
    """The first that lacks; with none, the list."""
    application_id, house = turn.pressed(SendDocuments).application_id, turn.house
    papers = await house.database.read(my_papers, turn.account.id, application_id, now=house.now())
    if papers.to_send:
        return await ask(update, turn, application_id, papers.to_send[0], below=True)
    await show_list(update, turn, application_id, below=True)
    return await _end(turn)


async def ask_here(update: Update, turn: Turn) -> object:
    press = turn.pressed(AskDocument)
    return await ask(update, turn, press.application_id, press.paper)


async def ask_below(update: Update, turn: Turn) -> object:
    press = turn.pressed(AskDocumentBelow)
    return await ask(update, turn, press.application_id, press.paper, below=True)


async def file_is(update: Update, turn: Turn) -> object:
    press = turn.pressed(FileIs)
    already = await told_already(update, turn)
    if already is not None:
        return already
    question = await _question(turn, Asked.WHICH)
    if question is None or question.message_id != press.message_id:
        return await _settled(update, turn)
    return await take(update, turn, press.application_id, press.paper, _waiting(question))


async def drop_file(update: Update, turn: Turn) -> object:
    question = await _question(turn, Asked.WHICH)
    if question is None or question.message_id != turn.pressed(DropFile).message_id:
        return await _settled(update, turn)
    return await _dropped(update, turn)


async def open_desk(update: Update, turn: Turn) -> object:
    return await document_desk.ask_number(update, turn)


async def file_came(update: Update, turn: Turn) -> object:
    """The answer to the open question; unasked, or one more of an album, it must be asked about."""
    sent = _sent(update)
    already = await told_already(update, turn)
    if already is not None:
        return already
    question = await _question(turn, Asked.PAPER)
    if question is not None and not _same_album(question, sent):
        application_id, paper = _wanted(question)
        named = paper_named(turn.t, sent.caption, await _mine(turn, application_id))
        return await take(update, turn, application_id, named or paper, sent)
    return await _unasked(update, turn, sent)


async def typed_for_paper(update: Update, turn: Turn) -> object:
    """Words lead back, or name another paper; anything else is no file."""
    question, word = await _question(turn, Asked.PAPER), meaning(typed(update))
    if question is None or word in TO_MENU:
        await open_menu(update, turn)
        return await _end(turn)
    application_id, paper = _wanted(question)
    if word in ASIDE:
        await show_list(update, turn, application_id)
        return await _end(turn)
    papers = await _mine(turn, application_id)
    named = paper_named(turn.t, typed(update), papers)
    note = "" if named else turn.t("documents-stray-text")
    return await ask(update, turn, application_id, named or paper, note)


async def stray_for_paper(update: Update, turn: Turn) -> object:
    """A sticker, a voice message, a video, a text that was changed: the question again."""
    question = await _question(turn, Asked.PAPER)
    if question is None:
        await open_menu(update, turn)
        return await _end(turn)
    note = turn.t(f"documents-stray-{_kind(update)}")
    return await ask(update, turn, *_wanted(question), note)


async def typed_for_which(update: Update, turn: Turn) -> object:
    question, word, text = await _question(turn, Asked.WHICH), meaning(typed(update)), typed(update)
    if question is None or word in TO_MENU:
        await open_menu(update, turn)
        return await _end(turn)
    if word in ASIDE:
        return await _dropped(update, turn)
    named = await _named(turn, text)
    if named is not None:
        return await take(update, turn, *named, _waiting(question))
    return await _which_again(update, turn, question, turn.t("documents-stray-choice"))


async def stray_for_which(update: Update, turn: Turn) -> object:
    question = await _question(turn, Asked.WHICH)
    if question is None:
        await open_menu(update, turn)
        return await _end(turn)
    return await _which_again(update, turn, question, turn.t("documents-stray-choice"))


async def typed_number(update: Update, turn: Turn) -> object:
    word = meaning(typed(update))
    if word in TO_MENU:
        await open_menu(update, turn)
        return await _end(turn)
    if word in ASIDE:
        await open_staff(update, turn)
        return await _end(turn)
    try:
        await document_desk.show_found(update, turn, typed(update))
    except NotOfYourProvider as error:
        return await document_desk.ask_number(update, turn, words_for(error, turn.t) or "")
    return await _end(turn)


async def stray_for_number(update: Update, turn: Turn) -> object:
    return await document_desk.ask_number(update, turn, turn.t("documents-desk-stray"))


async def go_away(update: Update, turn: Turn) -> object:
    """By another button, command or word: it goes on to whom it is meant for."""
    await leave(turn)
    return ConversationHandler.END


async def _unasked(update: Update, turn: Turn, sent: SentFile) -> object:
    """The words below a picture may say what it is; where nothing is wanted, it goes on."""
    if SPREADSHEETS.check_update(update):
        return GO_ON
    named = await _named(turn, sent.caption)
    if named is not None:
        return await take(update, turn, *named, sent)
    found = await ask_what_it_is(update, turn, sent)
    return Asked.WHICH if found else GO_ON


async def _which_again(update: Update, turn: Turn, question: Question, note: str) -> object:
    house = turn.house
    found = await house.database.read(open_papers, turn.account.id, now=house.now())
    if not found or question.message_id is None:
        return await _dropped(update, turn)
    await show(update, turn, views.which_screen(turn.t, found, question.message_id, note))
    return Asked.WHICH


async def _settled(update: Update, turn: Turn) -> object:
    """An old button of a file that is asked about no longer; what is open stays so."""
    await show(update, turn, views.no_file_screen(turn.t))
    question = await turn.house.database.read(open_question, turn.account.id)
    return ConversationHandler.END if question is None else question.kind


async def _dropped(update: Update, turn: Turn) -> object:
    await show(update, turn, views.dropped_screen(turn.t))
    return await _end(turn)


async def _end(turn: Turn) -> object:
    await leave(turn)
    return ConversationHandler.END


async def _question(turn: Turn, kind: Asked) -> Question | None:
    """The open one, if it is of this kind: an answer that failed may have left another."""
    question = await turn.house.database.read(open_question, turn.account.id)
    return question if question is not None and question.kind is kind else None


def _wanted(question: Question) -> tuple[int, str]:
    """Application and paper."""
    assert question.application_id is not None
    assert question.paper is not None
    return question.application_id, question.paper


async def _named(turn: Turn, text: str) -> tuple[int, str] | None:
    """Application and paper that the words mean, where there is no doubt."""
    house = turn.house
    found = await house.database.read(open_papers, turn.account.id, now=house.now())
    if len(found) != 1:
        return None
    [papers] = found
    paper = paper_named(turn.t, text, [line.paper for line in papers.lines if line.open])
    return None if paper is None else (papers.application.id, paper)


async def _mine(turn: Turn, application_id: int) -> list[str]:
    house, who = turn.house, turn.account.id
    papers = await house.database.read(my_papers, who, application_id, now=house.now())
    return [line.paper for line in papers.lines if line.open]


def _same_album(question: Question, sent: SentFile) -> bool:
    return sent.album is not None and sent.album == question.album


def _waiting(question: Question) -> SentFile:
    assert question.message_id is not None
    assert question.telegram_file is not None
    return SentFile(question.message_id, question.telegram_file)


def _sent(update: Update) -> SentFile:
    assert update.message is not None
    sent = sent_file(update.message)
    assert sent is not None
    return sent


def _kind(update: Update) -> str:
    if update.message is None:
        return "edited"
    if _has(update.message, SOUNDS):
        return "sound"
    return "film" if _has(update.message, FILMS) else "other"


def _has(message: Message, kinds: tuple[str, ...]) -> bool:
    return any(getattr(message, kind) for kind in kinds)


BUTTONS: Mapping[type[Press], Handler] = MappingProxyType(
    {
        SendDocuments: send_first,
        AskDocument: ask_here,
        AskDocumentBelow: ask_below,
        FileIs: file_is,
        DropFile: drop_file,
        OpenDocumentDesk: for_staff(open_desk),
    }
)
