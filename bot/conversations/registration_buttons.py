"""A registration's buttons. Each says what it is for, so it can be pressed at any time."""

from collections.abc import Mapping
from types import MappingProxyType

from telegram import Update

from bot.callbacks import Press
from bot.context import Handler, Turn
from bot.conversations import registration_moves as moves
from bot.conversations.eligibility_moves import PRESSES as CHECKING
from bot.conversations.registration_asking import ask, draft_of
from bot.presses.registration import (
    AnswerWith,
    AskCancel,
    CancelDraft,
    CorrectLine,
    KeepAnswer,
    OpenForm,
    ParkDraft,
    RegisterAnother,
    RegisterFor,
    ResumeDraft,
    SendRegistration,
    StartRegistration,
    StepBack,
    SwitchDraft,
    SwitchDraftFor,
    UseInvitation,
)
from intake.applications.steps import Step
from intake.registration.drafts import DraftView, open_draft
from intake.registration.errors import OtherQuestionOpen


async def start(update: Update, turn: Turn) -> object:
    return await moves.begin(update, turn, turn.pressed(StartRegistration).class_id)


async def open_form(update: Update, turn: Turn) -> object:
    return await moves.open_form(update, turn, turn.pressed(OpenForm).class_id)


async def start_another(update: Update, turn: Turn) -> object:
    class_id = turn.pressed(RegisterAnother).class_id
    return await moves.begin(update, turn, class_id, for_another=True)


async def start_for(update: Update, turn: Turn) -> object:
    press = turn.pressed(RegisterFor)
    return await moves.begin(update, turn, press.class_id, applicant_id=press.applicant_id)


async def use_invitation(update: Update, turn: Turn) -> object:
    press = turn.pressed(UseInvitation)
    return await moves.fill_in(update, turn, press.class_id, press.applicant_id)


async def switch_for(update: Update, turn: Turn) -> object:
    press = turn.pressed(SwitchDraftFor)
    return await moves.begin(
        update,
        turn,
        press.class_id,
        for_another=press.applicant_id == 0,
        applicant_id=press.applicant_id or None,
        dropped_class_id=press.dropped_class_id,
    )


async def switch(update: Update, turn: Turn) -> object:
    press = turn.pressed(SwitchDraft)
    return await moves.begin(update, turn, press.class_id, dropped_class_id=press.dropped_class_id)


async def answer(update: Update, turn: Turn) -> object:
    press = turn.pressed(AnswerWith)
    return await moves.take(update, turn, await _step(turn, press.step), press.value)


async def keep(update: Update, turn: Turn) -> object:
    draft = await _draft_at(turn, turn.pressed(KeepAnswer).step)
    return await moves.correct(update, turn, draft, draft.answers.first_open())


async def correct(update: Update, turn: Turn) -> object:
    line = await _step(turn, turn.pressed(CorrectLine).step)
    return await moves.correct(update, turn, await draft_of(turn), line)


async def back(update: Update, turn: Turn) -> object:
    draft = await _draft_at(turn, turn.pressed(StepBack).step)
    return await moves.go_back(update, turn, draft)


async def cancel(update: Update, turn: Turn) -> object:
    draft = await draft_of(turn)
    if draft.class_id != turn.pressed(CancelDraft).class_id:
        return await _other_class(update, turn, draft)
    return await moves.cancel(update, turn, draft)


async def send(update: Update, turn: Turn) -> object:
    draft = await turn.house.database.read(open_draft, turn.account.id)
    if draft is not None and draft.class_id != turn.pressed(SendRegistration).class_id:
        return await _other_class(update, turn, draft)
    return await moves.send(update, turn, draft)


async def _step(turn: Turn, name: str) -> Step:
    """Raises OtherQuestionOpen for a question that there never was, or is no longer."""
    if name not in set(Step):
        raise OtherQuestionOpen(await draft_of(turn))
    return Step(name)


async def _draft_at(turn: Turn, step: str) -> DraftView:
    """The draft, if that question is the open one. Raises NoDraft, OtherQuestionOpen."""
    draft = await draft_of(turn)
    if draft.step != step:
        raise OtherQuestionOpen(draft)
    return draft


async def _other_class(update: Update, turn: Turn, draft: DraftView) -> object:
    return await ask(update, turn, draft, toast=turn.t.plain("registration-other-class"))


PRESSES: Mapping[type[Press], Handler] = MappingProxyType(
    {
        **CHECKING,
        StartRegistration: start,
        OpenForm: open_form,
        RegisterAnother: start_another,
        RegisterFor: start_for,
        UseInvitation: use_invitation,
        SwitchDraft: switch,
        SwitchDraftFor: switch_for,
        ResumeDraft: moves.resume,
        AnswerWith: answer,
        KeepAnswer: keep,
        CorrectLine: correct,
        StepBack: back,
        ParkDraft: moves.put_aside,
        AskCancel: moves.ask_cancel,
        CancelDraft: cancel,
        SendRegistration: send,
    }
)
