"""What a check says back: the open question, the verdict, or why it can't go on."""

from functools import wraps

from telegram import Update
from telegram.ext import ConversationHandler

from bot.callbacks import Press
from bot.context import Handler, Turn
from bot.errors import words_for
from bot.presses.eligibility import CheckAfresh, CheckClass, CheckProgramme
from bot.screens import say, show
from bot.views.eligibility import ALL_REGIONS, consent_screens, gone_screen, trait_screen
from bot.views.verdicts import verdict_screen
from catalog.eligibility import Verdict
from intake.applications.applicants import speaks_for_one
from intake.registration.checks import CheckView, find_check
from intake.registration.errors import NoCheck, OtherTraitOpen
from intake.registration.nearest import find_nearest
from people.errors import AmbiguousRegion, BadAnswer, ConsentMissing


async def show_check(
    update: Update,
    turn: Turn,
    check: CheckView,
    *,
    note: str = "",
    toast: str | None = None,
    regions: tuple[str, ...] = ALL_REGIONS,
) -> object:
    """The open question, whose state is returned; or the verdict, with which it ends."""
    if check.trait is None:
        await show_verdict(update, turn, check, toast=toast)
        return ConversationHandler.END
    screen = trait_screen(turn.t, check, note, regions, other=await _of_another(turn, check))
    await show(update, turn, screen, toast=toast)
    return check.trait


async def show_verdict(
    update: Update,
    turn: Turn,
    check: CheckView,
    *,
    of_draft: bool = False,
    toast: str | None = None,
) -> None:
    house, nearest = turn.house, None
    if check.judgement.verdict is Verdict.NO:
        nearest = await house.database.read(find_nearest, check, now=house.now())
    other = await _of_another(turn, check)
    screen = verdict_screen(turn.t, check, nearest, house.human, of_draft=of_draft, other=other)
    await show(update, turn, screen, toast=toast)


async def _of_another(turn: Turn, check: CheckView) -> bool:
    """Whoever is named on a phone of one is whoever holds it."""
    if check.applicant_id is None:
        return check.for_another
    return not await turn.house.database.read(speaks_for_one, turn.account.id)


async def present(turn: Turn) -> CheckView:
    """Raises NoCheck."""
    house = turn.house
    check = await house.database.read(find_check, turn.account.id, house.now())
    if check is None:
        raise NoCheck(turn.account.id)
    return check


def explained_check(handler: Handler) -> Handler:
    """What the domain refuses is told, with the way on, and the question stays where it can."""

    @wraps(handler)
    async def answered(update: Update, turn: Turn) -> object:
        try:
            return await handler(update, turn)
        except BadAnswer as error:
            return await _correct(update, turn, error)
        except OtherTraitOpen as error:
            why = turn.t.plain("registration-answered-already")
            if update.callback_query is not None:
                return await show_check(update, turn, error.check, toast=why)
            return await show_check(update, turn, error.check, note=why)
        except ConsentMissing:
            return await _ask_consent(update, turn)
        except NoCheck:
            await show(update, turn, gone_screen(turn.t))
            return ConversationHandler.END

    return answered


async def _correct(update: Update, turn: Turn, error: BadAnswer) -> object:
    regions = tuple(error.candidates) if isinstance(error, AmbiguousRegion) else ALL_REGIONS
    note = words_for(error, turn.t) or ""
    return await show_check(update, turn, await present(turn), note=note, regions=regions)


async def _ask_consent(update: Update, turn: Turn) -> object:
    why, then = consent_screens(turn.t, await _way_on(update, turn))
    await show(update, turn, why)
    await say(update, turn, then)
    return ConversationHandler.END


async def _way_on(update: Update, turn: Turn) -> Press:
    """The button that led here, or the check that is under way."""
    if update.callback_query is not None:
        press = turn.pressed(Press)
        if isinstance(press, CheckClass | CheckProgramme | CheckAfresh):
            return press
    check = await present(turn)
    return CheckAfresh(check.programme_id, check.class_id or 0)
