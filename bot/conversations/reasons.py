"""Why staff or a teacher take something away from somebody, or bring it forward: a seat, a bed, a
place in a group, a wave's next stage. By a button, or in their own words.

What is asked stands in the database (`intake.reasons`). The reasons that can be tapped are
ordinary buttons, which close the question; what is typed is taken here.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import cast

from sqlalchemy.orm import Session
from telegram import Update
from telegram.ext import (
    CallbackQueryHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)

from bot.bed_reading import bed_holder
from bot.callbacks import Press, pattern, read
from bot.context import Handler, Turn, typed
from bot.conversations.selection_moves import ASIDE
from bot.conversations.steps import GO_ON, Listener, conversation_of, step
from bot.errors import words_for
from bot.handlers import beds, schools
from bot.handlers.menu import open_menu
from bot.handlers.selection import NOT_TO_GIVE, let_go_because, show_person
from bot.handlers.stages import REFUSALS as STAGE_REFUSALS
from bot.handlers.stages import advance_because, show_wave, wave_seen
from bot.presses.beds import AskMoveBed
from bot.presses.schools import AskWithdrawPupil
from bot.presses.selection import AskLetGo, LetGoForThem
from bot.presses.stages import AdvanceWave, AskAdvance
from bot.rights import for_staff, rights_of
from bot.school_rights import for_schools, hand_of, schools_for
from bot.screens import show
from bot.views.beds import ask_move_screen
from bot.views.schools import ask_withdraw_screen
from bot.views.selection import ask_let_go_screen
from bot.views.stages import ask_advance_screen
from bot.words import ELSEWHERE, Means, Word, begins, meaning
from intake.beds.houses import BedState
from intake.reasons import (
    KINDS,
    OfBed,
    OfPupil,
    OfSeat,
    OfStage,
    Question,
    ReasonFor,
    ask_reason,
    leave_reason,
    reason_asked,
    reasons_asked,
)
from intake.schools.rows import pupil_for
from intake.seats.counter import AtStake, at_stake
from intake.selection.people import PersonView, person_view
from intake.waves.moves import step_meant
from people.staff import StaffRight

NAME = "reasons"

PRIVATE = filters.ChatType.PRIVATE & ~filters.COMMAND
MESSAGES = PRIVATE & filters.UpdateType.MESSAGE
WORDS = MESSAGES & filters.TEXT & ~filters.FORWARDED
FEWEST_LETTERS = 3

read_states = reasons_asked


def conversation() -> ConversationHandler[Turn]:
    """In by a button that asks; out with a reason, by any other button or command."""
    return conversation_of(
        NAME,
        entry_points=[
            CallbackQueryHandler(for_staff(press), pattern=cast(Callable[[object], bool], _known)),
            CallbackQueryHandler(for_schools(press_pupil), pattern=pattern(AskWithdrawPupil)),
        ],
        states={asked: _answers_to(asked) for asked in ReasonFor},
        fallbacks=[
            MessageHandler(filters.COMMAND, go_away),
            CallbackQueryHandler(go_away),
        ],
    )


async def press(update: Update, turn: Turn) -> object:
    """They go on when they are answered, so that whatever else was open is left."""
    pressed = turn.pressed(Press)
    if isinstance(pressed, AskLetGo | LetGoForThem):
        return await _ask_of_seat(update, turn, OfSeat(pressed.application_id))
    if isinstance(pressed, AskMoveBed):
        return await _ask_of_bed(update, turn, OfBed(pressed.application_id, pressed.granted))
    assert isinstance(pressed, AskAdvance | AdvanceWave)
    return await _ask_of_wave(update, turn, OfStage(pressed.wave_id, pressed.kind, pressed.move))


async def press_pupil(update: Update, turn: Turn) -> object:
    """A teacher's, too."""
    id_ = turn.pressed(AskWithdrawPupil).application_id
    return await _ask_of_pupil(update, turn, OfPupil(id_))


async def typed_reason(update: Update, turn: Turn, asked: ReasonFor) -> object:
    question, reason = await _question(turn, asked), typed(update)
    if question is None:
        return GO_ON
    if meaning(reason) is Word.MENU:
        await open_menu(update, turn)
    elif meaning(reason) in ASIDE or _leaves_it(turn, reason):
        await _look_again(update, turn, question)
    elif sum(sign.isalpha() for sign in reason) < FEWEST_LETTERS:
        return await _ask(update, turn, question, turn.t("reasons-stray"))
    else:
        await _act(update, turn, question, reason)
    return await go_away(update, turn)


def _leaves_it(turn: Turn, text: str) -> bool:
    """What stands on the safe choice is no reason: else "Tidak, biarkan" would do the thing."""
    t = turn.t
    keeps = t.plain("selection-keep"), t.plain("beds-leave"), t.plain("schools-keep")
    return any(begins(text, keep) for keep in (*keeps, t.plain("stages-keep")))


async def stray(update: Update, turn: Turn, asked: ReasonFor) -> object:
    """A sticker, a picture, a text that was changed: the question again."""
    question = await _question(turn, asked)
    if question is None:
        return GO_ON
    return await _ask(update, turn, question, turn.t("reasons-stray"))


async def go_away(_update: Update, turn: Turn) -> object:
    """The question is closed; by another button, command or word that goes on to whom it is meant
    for.
    """
    await turn.house.database.write(leave_reason, turn.account.id)
    return ConversationHandler.END


async def _ask(update: Update, turn: Turn, question: Question, note: str = "") -> object:
    match question:
        case OfSeat():
            return await _ask_of_seat(update, turn, question, note)
        case OfBed():
            return await _ask_of_bed(update, turn, question, note)
        case OfPupil():
            return await _ask_of_pupil(update, turn, question, note)
        case OfStage():
            return await _ask_of_wave(update, turn, question, note)


async def _ask_of_seat(update: Update, turn: Turn, question: OfSeat, note: str = "") -> object:
    house, id_ = turn.house, question.application_id
    try:
        view, stake = await house.database.read(seat_seen, id_, await rights_of(turn), house.now())
    except NOT_TO_GIVE as refusal:
        await show_person(update, turn, id_, words_for(refusal, turn.t) or "")
        return await go_away(update, turn)
    await house.database.write(ask_reason, turn.account.id, question, now=house.now())
    await show(update, turn, ask_let_go_screen(turn.t, view, stake, note))
    return ReasonFor.SEAT


async def _ask_of_wave(update: Update, turn: Turn, meant: OfStage, note: str = "") -> object:
    """An old button: where the wave has moved on, that is said, and the wave seen as it stands."""
    house, t, wave_id = turn.house, turn.t, meant.wave_id
    timeline, _ = await house.database.read(wave_seen, wave_id, await rights_of(turn))
    try:
        step = step_meant(timeline, meant.stage or None, meant.move or None)
    except STAGE_REFUSALS as refusal:
        await show_wave(update, turn, wave_id, words_for(refusal, t) or "")
        return await go_away(update, turn)
    question, now = OfStage(wave_id, step.kind, step.move), house.now()
    await house.database.write(ask_reason, turn.account.id, question, now=now)
    await show(update, turn, ask_advance_screen(t, timeline, step, now, house.zone, note))
    return ReasonFor.STAGE


async def _ask_of_bed(update: Update, turn: Turn, question: OfBed, note: str = "") -> object:
    """An old button: where the bed stands as it would, that is what is seen."""
    house, granted = turn.house, question.granted
    one = await house.database.read(bed_holder, question.application_id, await rights_of(turn))
    if (one.state is BedState.GRANTED) is granted:
        await beds.show_one(update, turn, question.application_id)
        return await go_away(update, turn)
    await house.database.write(ask_reason, turn.account.id, question, now=house.now())
    await show(update, turn, ask_move_screen(turn.t, one, granted=granted, note=note))
    return ReasonFor.BED


async def _ask_of_pupil(update: Update, turn: Turn, question: OfPupil, note: str = "") -> object:
    house, id_ = turn.house, question.application_id
    _, pupil = await house.database.read(pupil_for, id_, await hand_of(turn))
    if not pupil.live:
        await schools.show_pupil(update, turn, id_)
        return await go_away(update, turn)
    await house.database.write(ask_reason, turn.account.id, question, now=house.now())
    await show(update, turn, ask_withdraw_screen(turn.t, pupil, note))
    return ReasonFor.PUPIL


async def _act(update: Update, turn: Turn, question: Question, why: str) -> None:
    match question:
        case OfSeat(id_):
            await let_go_because(update, turn, id_, why)
        case OfBed(id_, granted):
            await beds.move_because(update, turn, id_, why, granted=granted)
        case OfPupil(id_):
            await schools.withdraw_because(update, turn, id_, why)
        case OfStage():
            await advance_because(update, turn, question, why)


async def _look_again(update: Update, turn: Turn, question: Question) -> None:
    """Back to where it was asked, and nothing is done."""
    match question:
        case OfSeat(id_):
            await show_person(update, turn, id_)
        case OfBed(id_):
            await beds.show_one(update, turn, id_)
        case OfPupil(id_):
            await schools.show_pupil(update, turn, id_)
        case OfStage(wave_id):
            await show_wave(update, turn, wave_id)


def _of_desk(handler: Handler) -> Handler:
    """Whoever is neither staff nor a teacher any more is asked nothing: what they say goes on."""

    async def taken(update: Update, turn: Turn) -> object:
        there = await rights_of(turn) or await schools_for(turn)
        return await handler(update, turn) if there else GO_ON

    return taken


async def _question(turn: Turn, asked: ReasonFor) -> Question | None:
    """The open one, if it is of this kind. None: what came is not meant for it."""
    house = turn.house
    question = await house.database.read(reason_asked, turn.account.id, house.now())
    return question if question is not None and KINDS[type(question)] is asked else None


def _answers_to(asked: ReasonFor) -> list[Listener]:
    """Words that lead elsewhere, the reason, whatever can't be one."""
    return [
        MessageHandler(MESSAGES & Means(*ELSEWHERE), go_away),
        MessageHandler(WORDS, step(_of_desk(partial(typed_reason, asked=asked)))),
        MessageHandler(PRIVATE, step(_of_desk(partial(stray, asked=asked)))),
    ]


OF_STAFF: frozenset[type[Press]] = frozenset(
    {AskLetGo, LetGoForThem, AskAdvance, AdvanceWave, AskMoveBed}
)
PRESSES = OF_STAFF | {AskWithdrawPupil}


def _known(data: object) -> Press | None:
    press = read(data)
    return press if type(press) in OF_STAFF else None


def seat_seen(
    session: Session, application_id: int, rights: frozenset[StaffRight], now: datetime
) -> tuple[PersonView, AtStake]:
    """Raises NotOfYourProvider, and what `at_stake` does."""
    return person_view(session, application_id, rights), at_stake(session, application_id, now)
