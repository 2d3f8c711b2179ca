"""What is pressed, typed or sent while a question about a group of pupils is open."""

import asyncio
from collections.abc import Mapping
from types import MappingProxyType

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ConversationHandler

from bot.callbacks import Press
from bot.context import Handler, Turn, typed
from bot.conversations.steps import GO_ON
from bot.document_files import sent_file
from bot.errors import words_for
from bot.handlers.menu import open_menu
from bot.handlers.schools import group_seen, open_groups, send_sample, show_group
from bot.presses.schools import (
    AskPupilList,
    AskReturnGroup,
    EditGroup,
    NewGroup,
    SendSample,
)
from bot.school_rights import hand_of, schools_for
from bot.screens import show
from bot.views import schools as views
from bot.words import Word, meaning
from intake.lists.errors import BadSheet
from intake.lists.spreadsheets import MOST_BYTES
from intake.schools.errors import (
    BadPupilList,
    GroupOver,
    GroupStands,
    NoSuchGroup,
    TooFewPlaces,
    TooManyPupils,
)
from intake.schools.forms import GroupFacts, read_form
from intake.schools.groups import change_facts, open_group, send_back, send_list
from intake.schools.pupil_lists import read_pupils
from intake.schools.questions import (
    Question,
    SchoolAsked,
    ask_of_group,
    group_question,
    leave_group_question,
)
from intake.schools.rows import GroupView, Hand, classes_for_groups

LISTS_S = 60.0
BACK = (Word.BACK, Word.SKIP, Word.LATER, Word.NO)
TO_MENU = (Word.MENU, Word.CANCEL)
REFUSALS = (GroupOver, GroupStands, TooFewPlaces, TooManyPupils)


async def new_group(update: Update, turn: Turn) -> object:
    """The class is chosen where there are several; then its facts are asked for."""
    press = turn.pressed(NewGroup)
    school = next((each for each in await schools_for(turn) if each.id == press.school_id), None)
    if school is None:
        raise NoSuchGroup
    classes = await turn.house.database.read(classes_for_groups)
    class_id = press.class_id or (classes[0].id if len(classes) == 1 else 0)
    if class_id not in [each.id for each in classes]:
        await show(update, turn, views.classes_screen(turn.t, school, classes))
        return await _end(turn)
    return await _again(update, turn, Question(SchoolAsked.FORM, school.id, class_id, None), "")


async def edit_group(update: Update, turn: Turn) -> object:
    return await _ask(update, turn, SchoolAsked.FORM, turn.pressed(EditGroup).group_id)


async def ask_list(update: Update, turn: Turn) -> object:
    return await _ask(update, turn, SchoolAsked.LIST, turn.pressed(AskPupilList).group_id)


async def ask_reason(update: Update, turn: Turn) -> object:
    return await _ask(update, turn, SchoolAsked.REASON, turn.pressed(AskReturnGroup).group_id)


async def sample(update: Update, turn: Turn) -> object:
    """The question stays open."""
    await send_sample(update, turn)
    question = await _question(turn)
    return ConversationHandler.END if question is None else question.kind


async def typed_form(update: Update, turn: Turn) -> object:
    question = await _question(turn)
    if question is None:
        return GO_ON
    if await _left(update, turn, question):
        return await _end(turn)
    house, hand = turn.house, await hand_of(turn)
    try:
        facts = read_form(typed(update), today=house.today())
        group = await _keep(turn, question, facts, hand)
    except BadPupilList as error:
        return await _again(update, turn, question, views.mistakes_told(turn.t, error.mistakes))
    except REFUSALS as error:
        return await _again(update, turn, question, words_for(error, turn.t) or "")
    house.nudge()
    await show(update, turn, views.group_screen(turn.t, group, hand, turn.t("schools-kept")))
    return await _end(turn)


async def list_came(update: Update, turn: Turn) -> object:
    """All of it is taken, or nothing."""
    question, house, hand = await _question(turn), turn.house, await hand_of(turn)
    if question is None or question.group_id is None:
        return GO_ON
    try:
        content = await _fetched(update, turn)
        pupils = await asyncio.to_thread(read_pupils, content, today=house.today())
        group = await house.database.write(
            send_list, question.group_id, pupils, hand, now=house.now(), zone=house.zone
        )
    except BadPupilList as error:
        return await _again(update, turn, question, views.mistakes_told(turn.t, error.mistakes))
    except (BadSheet, *REFUSALS) as error:
        return await _again(update, turn, question, words_for(error, turn.t) or "")
    note = turn.t("schools-sent", count=len(pupils))
    await show(update, turn, views.group_screen(turn.t, group, hand, note))
    return await _end(turn)


async def typed_for_list(update: Update, turn: Turn) -> object:
    question = await _question(turn)
    if question is None:
        return GO_ON
    if await _left(update, turn, question):
        return await _end(turn)
    return await _again(update, turn, question, turn.t("schools-stray-list"))


async def typed_reason(update: Update, turn: Turn) -> object:
    question, house = await _question(turn), turn.house
    if question is None or question.group_id is None:
        return GO_ON
    if await _left(update, turn, question):
        return await _end(turn)
    hand, reason = await hand_of(turn), typed(update)
    if sum(sign.isalpha() for sign in reason) < 3:
        return await _again(update, turn, question, turn.t("schools-stray-reason"))
    try:
        group = await house.database.write(
            send_back, question.group_id, reason, hand, now=house.now(), zone=house.zone
        )
    except REFUSALS as error:
        await show_group(update, turn, question.group_id, words_for(error, turn.t) or "")
        return await _end(turn)
    house.nudge()
    await show(update, turn, views.group_screen(turn.t, group, hand, turn.t("schools-returned")))
    return await _end(turn)


async def stray(update: Update, turn: Turn) -> object:
    """A sticker, a picture, a forwarded message: no answer, so the question again."""
    question = await _question(turn)
    if question is None:
        return GO_ON
    return await _again(update, turn, question, turn.t(f"schools-stray-{question.kind.value}"))


async def go_away(update: Update, turn: Turn) -> object:
    """By another button, command or word: it goes on to whom it is meant for."""
    return await _end(turn)


async def _keep(turn: Turn, question: Question, facts: GroupFacts, hand: Hand) -> GroupView:
    house = turn.house
    if question.group_id is not None:
        return await house.database.write(
            change_facts, question.group_id, facts, hand, now=house.now(), zone=house.zone
        )
    return await house.database.write(
        open_group, question.school_id or 0, question.class_id or 0, facts, hand, now=house.now()
    )


async def _ask(update: Update, turn: Turn, kind: SchoolAsked, group_id: int) -> object:
    return await _again(update, turn, Question(kind, None, None, group_id), "")


async def _again(update: Update, turn: Turn, question: Question, note: str) -> object:
    """Whoever has just answered may do so for another while."""
    house, group = turn.house, None
    if question.group_id is not None:
        group = await group_seen(turn, question.group_id)
    await house.database.write(ask_of_group, turn.account.id, question, now=house.now())
    if question.kind is SchoolAsked.FORM or group is None:
        facts, id_ = (None, None) if group is None else (group.facts, group.id)
        screen = views.form_screen(turn.t, facts, id_, note)
    elif question.kind is SchoolAsked.LIST:
        screen = views.list_screen(turn.t, group, note)
    else:
        screen = views.reason_screen(turn.t, group, note)
    await show(update, turn, screen)
    return question.kind


async def _left(update: Update, turn: Turn, question: Question) -> bool:
    """Whether the words lead back, or to the menu."""
    word = meaning(typed(update))
    if word in TO_MENU:
        await open_menu(update, turn)
    elif word in BACK and question.group_id is not None:
        await show_group(update, turn, question.group_id)
    elif word in BACK:
        await open_groups(update, turn)
    return word in (*TO_MENU, *BACK)


async def _question(turn: Turn) -> Question | None:
    """The open one. None: what came is not meant for it."""
    house = turn.house
    return await house.database.read(group_question, turn.account.id, house.now())


async def _end(turn: Turn) -> object:
    await turn.house.database.write(leave_group_question, turn.account.id)
    return ConversationHandler.END


async def _fetched(update: Update, turn: Turn) -> bytes:
    """Raises BadSheet."""
    assert update.message is not None
    sent = sent_file(update.message)
    if sent is None:
        raise BadSheet("unreadable")
    if sent.size > MOST_BYTES:
        raise BadSheet("too_big", str(MOST_BYTES // 1024 // 1024))
    try:
        async with turn.house.fetching:
            file = await turn.bot.get_file(sent.telegram_file)
            return bytes(await file.download_as_bytearray(read_timeout=LISTS_S))
    except TelegramError as error:
        raise BadSheet("unreadable") from error


BUTTONS: Mapping[type[Press], Handler] = MappingProxyType(
    {
        NewGroup: new_group,
        EditGroup: edit_group,
        AskPupilList: ask_list,
        AskReturnGroup: ask_reason,
        SendSample: sample,
    }
)
