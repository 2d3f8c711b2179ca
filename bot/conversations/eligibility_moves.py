"""The ways through a check: its buttons, and what is typed while one of its questions is open."""

from collections.abc import Mapping
from types import MappingProxyType

from telegram import Update
from telegram.ext import ConversationHandler

from bot.callbacks import Press
from bot.context import Handler, Turn, typed
from bot.conversations.eligibility_asking import explained_check, present, show_check
from bot.conversations.registration_asking import set_aside
from bot.handlers import courses, menu
from bot.presses.eligibility import (
    CheckAfresh,
    CheckClass,
    CheckProgramme,
    SkipTrait,
    TellTrait,
)
from bot.views.eligibility import trait_screen
from bot.words import Word, meaning
from catalog.facts import Trait
from intake.registration import checks
from intake.registration.errors import OtherTraitOpen

LONGEST = 300
"""Characters. No answer is longer."""


async def check_class(update: Update, turn: Turn) -> object:
    house, class_id = turn.house, turn.pressed(CheckClass).class_id
    await set_aside(update, turn)
    check = await house.database.write(
        checks.begin_check, turn.account.id, class_id, now=house.now()
    )
    return await show_check(update, turn, check)


async def check_programme(update: Update, turn: Turn) -> object:
    press, house = turn.pressed(CheckProgramme), turn.house
    await set_aside(update, turn)
    check = await house.database.write(
        checks.check_programme,
        turn.account.id,
        press.programme_id,
        now=house.now(),
        applicant_id=press.applicant_id or None,
    )
    return await show_check(update, turn, check)


async def check_afresh(update: Update, turn: Turn) -> object:
    press, house, who = turn.pressed(CheckAfresh), turn.house, turn.account.id
    await set_aside(update, turn)
    check = await house.database.write(
        checks.ask_afresh, who, press.programme_id, press.class_id or None, now=house.now()
    )
    return await show_check(update, turn, check)


async def tell(update: Update, turn: Turn) -> object:
    press = turn.pressed(TellTrait)
    return await _take(update, turn, await _trait(turn, press.trait), press.value)


async def skip(update: Update, turn: Turn) -> object:
    return await _skip(update, turn, await _trait(turn, turn.pressed(SkipTrait).trait))


async def told(update: Update, turn: Turn, trait: Trait) -> object:
    """A text: the answer to the open question. What stands on a button means what that does: "Di
    bawah 15 tahun" is not 15.
    """
    text = typed(update)
    if len(text) > LONGEST:
        return await again(update, turn, turn.t("registration-stray-long"))
    check = await present(turn)
    if check.trait is trait:
        press = trait_screen(turn.t, check).named(text, whole=True)
        text = press.value if isinstance(press, TellTrait) else text
    return await _take(update, turn, trait, text)


async def aside(update: Update, turn: Turn, trait: Trait) -> object:
    """ "Lewati" leaves the question open, "menu" and all others lead out."""
    word = meaning(typed(update))
    if word is Word.SKIP:
        return await _skip(update, turn, trait)
    if word is Word.MENU:  # also where the check is long over
        await set_aside(update, turn)
        await menu.open_menu(update, turn)
        return ConversationHandler.END
    check = await present(turn)
    await set_aside(update, turn)
    if check.class_id is not None:
        await courses.show_class(update, turn, check.class_id)
    else:
        await courses.show_programme(update, turn, check.programme_id)
    return ConversationHandler.END


async def again(update: Update, turn: Turn, note: str) -> object:
    return await show_check(update, turn, await present(turn), note=note)


async def _take(update: Update, turn: Turn, trait: Trait, value: str) -> object:
    house = turn.house
    check = await house.database.write(
        checks.tell_trait,
        turn.account.id,
        trait,
        value,
        update_id=update.update_id,
        now=house.now(),
    )
    return await show_check(update, turn, check)


async def _skip(update: Update, turn: Turn, trait: Trait) -> object:
    house = turn.house
    check = await house.database.write(
        checks.skip_trait, turn.account.id, trait, update_id=update.update_id, now=house.now()
    )
    return await show_check(update, turn, check)


async def _trait(turn: Turn, name: str) -> Trait:
    """Raises OtherTraitOpen for a question that there never was, or is no longer."""
    if name not in set(Trait):
        raise OtherTraitOpen(await present(turn))
    return Trait(name)


ASIDES = (Word.BACK, Word.CANCEL, Word.MENU, Word.SKIP, Word.LATER)
PRESSES: Mapping[type[Press], Handler] = MappingProxyType(
    {
        CheckClass: explained_check(check_class),
        CheckProgramme: explained_check(check_programme),
        CheckAfresh: explained_check(check_afresh),
        TellTrait: explained_check(tell),
        SkipTrait: explained_check(skip),
    }
)
