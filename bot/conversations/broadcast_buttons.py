"""The buttons of the writing of a broadcast. Each names it, so one of an older day does no harm."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import wraps
from types import MappingProxyType

from telegram import Update
from telegram.ext import ConversationHandler

from announcements import broadcasts, drafts, questions
from announcements.audiences import Audience
from announcements.broadcast_rows import BroadcastView
from announcements.buttons import Button
from announcements.errors import NotPossible, NotYours, StillInFlight
from announcements.questions import OF_A_DRAFT, Question
from bot.broadcast_reading import (
    Choice,
    kept_value,
    programmes_to_choose,
    streams_to_choose,
    target_of,
    waves_to_choose,
)
from bot.context import Handler, Turn, typed
from bot.conversations import broadcast_moves as moves
from bot.conversations.broadcast_asking import SCREENS, ask, present, set_aside
from bot.conversations.broadcast_times import LONGEST_AHEAD
from bot.handlers.broadcasts import meant, stand
from bot.presses import broadcasts as to
from bot.rights import name_of
from bot.screens import show
from bot.views import broadcast_audience as audiences
from bot.views.broadcast_words import start_words
from bot.views.streams import in_language
from texts import speaker


async def edit(update: Update, turn: Turn) -> object:
    press = turn.pressed(to.EditBroadcast)
    known = press.step in set(OF_A_DRAFT)
    question = Question(press.step) if known else Question.REVIEW
    return await moves.edit(update, turn, press.broadcast_id, question)


async def drop_buttons(update: Update, turn: Turn) -> object:
    id_ = turn.pressed(to.DropButtons).broadcast_id
    await turn.house.database.write(drafts.drop_buttons, id_, by=turn.account.id)
    return await ask(update, turn, id_, Question.BUTTONS)


async def choose_target(update: Update, turn: Turn) -> object:
    press = turn.pressed(to.ChooseTarget)
    view = await moves.open_question(turn, press.broadcast_id, Question.BUTTONS)
    found = await turn.house.database.read(target_of, press.kind, press.target_id)
    title, target = found or ("", str(press.target_id))
    return await moves.add_target(update, turn, view, press.kind, title or target, target)


async def add_join(update: Update, turn: Turn) -> object:
    """Kept in Indonesian, whoever adds it; each reads it in their own language."""
    id_ = turn.pressed(to.AddJoin).broadcast_id
    view = await moves.open_question(turn, id_, Question.BUTTONS)
    caption = speaker("id").plain("broadcast-join")
    return await moves.add(update, turn, view, Button("join", caption))


async def open_criterion(update: Update, turn: Turn) -> object:
    press = turn.pressed(to.OpenCriterion)
    await moves.open_question(turn, press.broadcast_id, Question.AUDIENCE)
    view = await moves.counted(turn, press.broadcast_id)
    return await _criterion(update, turn, view, press.which, press.page)


async def set_criterion(update: Update, turn: Turn) -> object:
    press = turn.pressed(to.SetCriterion)
    view = await moves.open_question(turn, press.broadcast_id, Question.AUDIENCE)
    kept = await turn.house.database.read(kept_value, press.which, press.value)
    if press.which not in SETTABLE or kept is None:
        return await ask(update, turn, view.id, Question.AUDIENCE)
    facts = audiences.with_value(view.audience, press.which, kept, press.on)
    view = await moves.choose_audience(turn, view, Audience.from_json(facts))
    which = "more" if press.which in MORE else press.which
    return await _criterion(update, turn, view, which, press.page)


async def set_start(update: Update, turn: Turn) -> object:
    press, now = turn.pressed(to.SetStart), turn.house.now()
    view = await moves.open_question(turn, press.broadcast_id, Question.TIME)
    if press.minutes <= 0:
        return await moves.start_at(update, turn, view, None)
    moment = datetime.fromtimestamp(press.minutes * 60, UTC)
    if now < moment < now + LONGEST_AHEAD:
        return await moves.start_at(update, turn, view, moment)
    when = start_words(turn.t, moment, turn.house.zone)
    note = turn.t("broadcast-past-time", when=when)
    return await ask(update, turn, view.id, Question.TIME, note=note)


async def send_test(update: Update, turn: Turn) -> object:
    """By the way that it will go to everybody."""
    house, id_ = turn.house, turn.pressed(to.TryBroadcast).broadcast_id
    view = await moves.open_question(turn, id_, Question.REVIEW)
    who, now = turn.account.id, house.now()
    await house.database.write(broadcasts.send_test, view.id, account_id=who, now=now)
    house.nudge()
    toast = turn.t.plain("broadcast-test-sent")
    return await ask(update, turn, view.id, Question.REVIEW, toast=toast)


async def send(update: Update, turn: Turn) -> object:
    id_ = turn.pressed(to.SendBroadcast).broadcast_id
    view = await moves.open_question(turn, id_, Question.SURE)
    return await moves.send(update, turn, view)


def once(handler: Handler) -> Handler:
    """Pressed again, it has been done: where it stands is told, and nothing else."""

    @wraps(handler)
    async def pressed(update: Update, turn: Turn) -> object:
        try:
            return await handler(update, turn)
        except StillInFlight:
            raise
        except NotPossible:
            await set_aside(turn)
            await stand(update, turn, meant(turn))
            return ConversationHandler.END

    return pressed


async def discard(update: Update, turn: Turn) -> object:
    id_ = turn.pressed(to.DiscardBroadcast).broadcast_id
    view = await moves.open_question(turn, id_, Question.DISCARD)
    return await moves.discard(update, turn, view)


async def reopen(update: Update, turn: Turn) -> object:
    house, actor = turn.house, await name_of(turn)
    id_ = turn.pressed(to.ReopenBroadcast).broadcast_id
    view = await house.database.read(broadcasts.find, id_)
    if view.author_id != turn.account.id:
        raise NotYours(id_)
    await house.database.write(broadcasts.reopen, id_, actor=actor, now=house.now())
    return await ask(update, turn, id_, Question.REVIEW, fresh=True)


async def correct(update: Update, turn: Turn) -> object:
    id_ = turn.pressed(to.CorrectBroadcast).broadcast_id
    return await moves.begin_correction(update, turn, id_)


async def keep_correction(update: Update, turn: Turn) -> object:
    id_, who = turn.pressed(to.KeepCorrection).broadcast_id, turn.account.id
    kept = await turn.house.database.write(questions.keep_correction, id_, by=who)
    return await present(update, turn, kept, fresh=True)


async def send_correction(update: Update, turn: Turn) -> object:
    id_ = turn.pressed(to.SendCorrection).broadcast_id
    return await moves.send_correction(update, turn, id_)


async def press_named(update: Update, turn: Turn, view: BroadcastView) -> object:
    """Words that stand on a button of the open question do what it does; others are no answer."""
    press = (await SCREENS[Question(view.step or Question.TEXT)](turn, view, "")).named(
        typed(update)
    )
    if press is None or type(press) not in PRESSES:
        return await present(update, turn, view, note=turn.t("broadcast-stray-words"))
    turn.press(press)
    return await PRESSES[type(press)](update, turn)


async def _criterion(
    update: Update, turn: Turn, view: BroadcastView, which: str, page: int
) -> object:
    if which == "others":
        await show(update, turn, audiences.others_screen(turn.t, view))
    elif which == "more":
        await show(update, turn, audiences.more_screen(turn.t, view))
    elif which in audiences.CRITERIA:
        choices = await _choices(turn, view, which)
        screen = audiences.criterion_screen(turn.t, view, which, choices, page)
        await show(update, turn, screen)
    else:
        return await ask(update, turn, view.id, Question.AUDIENCE)
    return Question.AUDIENCE


async def _choices(turn: Turn, view: BroadcastView, which: str) -> list[Choice]:
    t, database = turn.t, turn.house.database
    if which == "programmes":
        return list(await database.read(programmes_to_choose, view.audience.programmes))
    if which == "streams":
        found = await database.read(streams_to_choose)
        return [Choice(str(id_), in_language(t, title), slug) for id_, slug, title in found]
    if which == "waves":
        waves = await database.read(waves_to_choose)
        return [
            Choice(str(id_), f"{code} · {t.plain(f'courses-short-{state}')}", code)
            for id_, code, state in waves
        ]
    return list(audiences.fixed_choices(t, which))


MORE = ("languages", audiences.SEEN)
SETTABLE = (*audiences.CRITERIA[:-1], *MORE)

PRESSES: Mapping[type, Handler] = MappingProxyType(
    {
        to.NewBroadcast: moves.begin,
        to.EditBroadcast: edit,
        to.DropButtons: drop_buttons,
        to.ChooseTarget: choose_target,
        to.AddJoin: add_join,
        to.OpenCriterion: open_criterion,
        to.SetCriterion: set_criterion,
        to.SetStart: set_start,
        to.TryBroadcast: send_test,
        to.SendBroadcast: once(send),
        to.DiscardBroadcast: discard,
        to.ParkBroadcast: moves.park,
        to.ReopenBroadcast: reopen,
        to.CorrectBroadcast: correct,
        to.KeepCorrection: keep_correction,
        to.SendCorrection: once(send_correction),
    }
)
