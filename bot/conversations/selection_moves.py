"""What is pressed, typed or sent while a question of a selection is open."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from sqlalchemy.orm import Session
from telegram import Update
from telegram.ext import ConversationHandler

from bot.callbacks import Press
from bot.context import Handler, Turn, typed
from bot.conversations.broadcast_times import BadTime, FarTime, PastTime, is_now, read_time
from bot.conversations.steps import GO_ON
from bot.document_files import SentFile, download, sent_file
from bot.handlers import selection as desk_screens
from bot.handlers.menu import open_menu
from bot.handlers.selection_moves import show_move
from bot.phrases import move_asked, score_to_note
from bot.presses.selection import AskMinute, AskMove, AskScores, ChooseNow
from bot.rights import clerk_of, rights_of
from bot.screens import show
from bot.views import selection_asking as views
from bot.words import Word, meaning
from intake.lists.spreadsheets import MOST_BYTES
from intake.selection import desk
from intake.selection.questions import Asked, Question, ask, leave_question, open_question
from intake.selection.rows import DeskClass, desk_class
from intake.selection.score_files import BadScoreFile, Mistake, read_scores
from people.staff import StaffRight
from texts.moments import moment

ASIDE = (Word.BACK, Word.SKIP, Word.LATER, Word.NO, Word.CANCEL)
SCREENS = MappingProxyType(
    {
        Asked.SCORES: views.scores_screen,
        Asked.MINUTE: views.minute_screen,
        Asked.MOVE: views.move_asking_screen,
    }
)


async def ask_scores(update: Update, turn: Turn) -> object:
    return await _ask(update, turn, Asked.SCORES, turn.pressed(AskScores).class_id)


async def ask_move(update: Update, turn: Turn) -> object:
    return await _ask(update, turn, Asked.MOVE, turn.pressed(AskMove).class_id)


async def ask_minute(update: Update, turn: Turn) -> object:
    """Refused before anything is asked, where results can't go out as they are."""
    class_id, house = turn.pressed(AskMinute).class_id, turn.house
    now = house.now()
    await house.database.write(
        desk.foresee, await clerk_of(turn), class_id, at=now, now=now, zone=house.zone
    )
    return await _ask(update, turn, Asked.MINUTE, class_id)


async def choose_now(update: Update, turn: Turn) -> object:
    """The question stays open: another minute can still be typed."""
    return await _sure(update, turn, turn.pressed(ChooseNow).class_id, None)


async def typed_answer(update: Update, turn: Turn, asked: Asked) -> object:
    question, word = await _question(turn, asked), meaning(typed(update))
    if question is None:
        return GO_ON
    if word is Word.MENU:
        await open_menu(update, turn)
        return await _end(turn)
    if word in ASIDE:
        await desk_screens.show_class(update, turn, question.class_id)
        return await _end(turn)
    return await ANSWERS[asked](update, turn, question.class_id)


async def file_came(update: Update, turn: Turn, asked: Asked) -> object:
    """All of it is taken, or nothing; then the mistakes are named, and it can be sent again."""
    question, sent = await _question(turn, asked), _sent(update)
    if question is None:
        return GO_ON
    if asked is not Asked.SCORES or sent is None:
        return await stray(update, turn, asked)
    house, clerk = turn.house, await clerk_of(turn)
    try:
        sheet = await asyncio.to_thread(read_scores, await _content(turn, sent))
        new = await house.database.write(
            desk.record_file, clerk, question.class_id, sheet, now=house.now()
        )
    except BadScoreFile as error:
        return await _again(update, turn, question, views.mistakes_words(turn.t, error.mistakes))
    note = turn.t("selection-file-taken", count=len(sheet.marks), new=new)
    await desk_screens.show_class(update, turn, question.class_id, note)
    return await _end(turn)


async def stray(update: Update, turn: Turn, asked: Asked) -> object:
    """A sticker, a picture, a text that was changed: the question again."""
    question = await _question(turn, asked)
    if question is None:
        return GO_ON
    return await _again(update, turn, question, turn.t(f"selection-stray-{asked.value}"))


async def go_away(update: Update, turn: Turn) -> object:
    """By another button, command or word: it goes on to whom it is meant for."""
    await turn.house.database.write(leave_question, turn.account.id)
    return ConversationHandler.END


def guarded(handler: Handler) -> Handler:
    """Whoever is staff no more is asked nothing: what they say goes on."""

    async def taken(update: Update, turn: Turn) -> object:
        return await handler(update, turn) if await rights_of(turn) else GO_ON

    return taken


async def _scores_typed(update: Update, turn: Turn, class_id: int) -> object:
    """A line for one person: the question stays open for the next one."""
    line = score_to_note(typed(update))
    question = Question(Asked.SCORES, class_id)
    if line is None:
        return await _again(update, turn, question, turn.t("selection-stray-scores"))
    _, note = await desk_screens.record_line(turn, line, class_id=class_id)
    return await _again(update, turn, question, note)


async def _minute_typed(update: Update, turn: Turn, class_id: int) -> object:
    text, house, t = typed(update), turn.house, turn.t
    try:
        at = None if is_now(text) else read_time(text, house.now(), house.zone)
    except PastTime as error:
        note = t("selection-past-minute", when=moment(error.when, t, house.zone))
    except FarTime:
        note = t("selection-far-minute")
    except BadTime:
        note = t("selection-stray-minute")
    else:
        return await _sure(update, turn, class_id, at)
    return await _again(update, turn, Question(Asked.MINUTE, class_id), note)


async def _move_typed(update: Update, turn: Turn, class_id: int) -> object:
    line, house = move_asked(typed(update)), turn.house
    if line is None:
        question = Question(Asked.MOVE, class_id)
        return await _again(update, turn, question, turn.t("selection-stray-move"))
    move = await house.database.write(
        desk.ask_move,
        await clerk_of(turn),
        class_id,
        line.number,
        to_rank=line.to_rank,
        reason=line.reason,
        now=house.now(),
    )
    house.nudge()
    await show_move(update, turn, move.id, turn.t("selection-move-asked"))
    return await _end(turn)


async def _sure(update: Update, turn: Turn, class_id: int, at: datetime | None) -> object:
    await _open(turn, Asked.MINUTE, class_id)
    await desk_screens.ask_sure(update, turn, class_id, at)
    return Asked.MINUTE


async def _ask(update: Update, turn: Turn, kind: Asked, class_id: int, note: str = "") -> object:
    found = await _open(turn, kind, class_id)
    await show(update, turn, SCREENS[kind](turn.t, found, note))
    return kind


async def _again(update: Update, turn: Turn, question: Question, note: str) -> object:
    """Whoever has just answered may do so for another while."""
    return await _ask(update, turn, question.kind, question.class_id, note)


async def _open(turn: Turn, kind: Asked, class_id: int) -> DeskClass:
    """Raises NoSuchClass, OtherProvider."""
    house, rights = turn.house, await rights_of(turn)
    return await house.database.write(
        _asking, turn.account.id, kind, class_id, rights, now=house.now()
    )


def _asking(
    session: Session,
    account_id: int,
    kind: Asked,
    class_id: int,
    rights: frozenset[StaffRight],
    *,
    now: datetime,
) -> DeskClass:
    """Raises NoSuchClass, OtherProvider."""
    found = desk_class(session, class_id, rights)
    ask(session, account_id, kind, class_id, now=now)
    return found


async def _content(turn: Turn, sent: SentFile) -> bytes:
    """Raises BadScoreFile, DocumentUnreachable."""
    if sent.size > MOST_BYTES:
        most = MOST_BYTES // 1024 // 1024
        raise BadScoreFile([Mistake(1, "", "too_big", str(most))])
    async with turn.house.fetching:
        return await download(turn, sent.telegram_file)


async def _question(turn: Turn, kind: Asked) -> Question | None:
    """The open one, if it is of this kind. None: what came is not meant for it."""
    house = turn.house
    question = await house.database.read(open_question, turn.account.id, house.now())
    return question if question is not None and question.kind is kind else None


async def _end(turn: Turn) -> object:
    await turn.house.database.write(leave_question, turn.account.id)
    return ConversationHandler.END


def _sent(update: Update) -> SentFile | None:
    return None if update.message is None else sent_file(update.message)


ANSWERS = MappingProxyType(
    {Asked.SCORES: _scores_typed, Asked.MINUTE: _minute_typed, Asked.MOVE: _move_typed}
)
PRESSES: Mapping[type[Press], Handler] = MappingProxyType(
    {AskScores: ask_scores, AskMove: ask_move, AskMinute: ask_minute, ChooseNow: choose_now}
)
