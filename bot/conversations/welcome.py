"""The welcome: who we are, consent, domicile, interest. At most four taps; each can be skipped.

Which question is open stands in the account, so a restart changes nothing; its buttons say
themselves what they answer, so an old one still does.
"""

from enum import StrEnum
from functools import partial

from sqlalchemy.orm import Session
from telegram import Update
from telegram.ext import (
    CallbackQueryHandler,
    CommandHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)

from bot.callbacks import Press, pattern
from bot.context import Handler, Turn, typed
from bot.conversations.steps import GO_ON, conversation_of, step
from bot.handlers.deeplinks import leads_somewhere
from bot.handlers.menu import open_menu
from bot.presses.welcome import CareFor, Consent, LiveIn, OpenConsent, SpeakTo, TurnStreams
from bot.screens import Screen, show
from bot.views.welcome import (
    choose_region_screen,
    consent_screen,
    domicile_screen,
    done_screen,
    interests_screen,
)
from bot.words import Word, meaning
from catalog.programmes import find_programme, list_clusters
from intake.registration.drafts import open_draft
from people.accounts import (
    CONSENT_VERSION,
    choose_domicile,
    choose_language,
    decline_consent,
    give_consent,
    has_consented,
)
from people.errors import AmbiguousRegion, OutdatedConsent, UnknownRegion
from people.regions_parse import parse_region
from people.welcomes import ask_in_welcome, care_for_stream, finish_welcome, open_welcomes

NAME = "welcome"


class Welcome(StrEnum):
    CONSENT = "consent"
    DOMICILE = "domicile"
    INTERESTS = "interests"


def conversation() -> ConversationHandler[Turn]:
    """In by /start (once) or by any of its buttons; out at the end, by any other button, by a
    command, or by the words "menu" and "batal".
    """
    buttons: list[CallbackQueryHandler[Turn, object]] = [
        CallbackQueryHandler(step(answer), pattern=pattern(press))
        for press, answer in BUTTONS.items()
    ]
    mine = filters.ChatType.PRIVATE & ~filters.COMMAND
    words = mine & filters.UpdateType.MESSAGE & filters.TEXT & ~filters.FORWARDED
    return conversation_of(
        NAME,
        entry_points=[CommandHandler("start", begin, filters.ChatType.PRIVATE), *buttons],
        states={
            state: [
                *buttons,
                MessageHandler(words, step(answer)),
                MessageHandler(mine, step(partial(stray, question=state))),
            ]
            for state, answer in TYPED.items()
        },
        fallbacks=[MessageHandler(filters.COMMAND, leave), CallbackQueryHandler(leave)],
    )


def read_states(session: Session) -> dict[int, object]:
    return {person: Welcome(state) for person, state in open_welcomes(session).items()}


async def begin(update: Update, turn: Turn) -> object:
    """/start at the first meeting. Later, or with a deep link, it is not for the welcome."""
    linked = turn.args and leads_somewhere(turn.args[0])
    if linked or turn.account.welcomed_at is not None:
        return await leave(update, turn)
    return await step(open_consent)(update, turn)


async def open_consent(update: Update, turn: Turn) -> object:
    return await _ask_consent(update, turn)


async def speak_to(update: Update, turn: Turn) -> object:
    language = turn.pressed(SpeakTo).language
    turn.account = await turn.house.database.write(choose_language, turn.account.id, language)
    return await open_consent(update, turn)


async def consent(update: Update, turn: Turn) -> object:
    press = turn.pressed(Consent)
    return await _take_consent(update, turn, press.version if press.agreed else None)


async def typed_consent(update: Update, turn: Turn) -> object:
    """Yes or no in words is an answer, and so is all of what stands on a button; any other word is
    what they came for. Whoever has agreed takes nothing back by passing over it.
    """
    word = meaning(typed(update))
    screen = consent_screen(turn.t, turn.account, turn.house.operator)
    press = screen.named(typed(update), whole=True)
    if press is not None and type(press) in BUTTONS:
        turn.press(press)
        return await BUTTONS[type(press)](update, turn)
    if word is Word.YES:
        return await _take_consent(update, turn, CONSENT_VERSION)
    if word in (Word.SKIP, Word.LATER) and has_consented(turn.account):
        return await _after_consent(update, turn)
    if word in SKIPPING:
        return await _take_consent(update, turn, None)
    return await _leave_by_word(update, turn) if word in LEAVING else GO_ON


async def live_in(update: Update, turn: Turn) -> object:
    return await _take_domicile(update, turn, turn.pressed(LiveIn).region or None)


async def typed_domicile(update: Update, turn: Turn) -> object:
    word = meaning(typed(update))
    if word in SKIPPING:
        return await _take_domicile(update, turn, None)
    if word in LEAVING:
        return await _leave_by_word(update, turn)
    if word is Word.BACK:
        return await _ask_consent(update, turn)
    try:
        return await _take_domicile(update, turn, parse_region(typed(update)))
    except AmbiguousRegion as error:
        screen = choose_region_screen(turn.t, error.candidates)
        return await _ask(update, turn, Welcome.DOMICILE, screen)
    except UnknownRegion:
        return await _ask_domicile(update, turn, turn.t("welcome-region-unknown"))


async def turn_streams(update: Update, turn: Turn) -> object:
    return await _ask_interests(update, turn, page=turn.pressed(TurnStreams).page)


async def care_for(update: Update, turn: Turn) -> object:
    return await _take_interest(update, turn, turn.pressed(CareFor).cluster_id or None)


async def typed_interest(update: Update, turn: Turn) -> object:
    word = meaning(typed(update))
    if word in SKIPPING:
        return await _take_interest(update, turn, None)
    if word in LEAVING:
        return await _leave_by_word(update, turn)
    if word is Word.BACK:
        return await _ask_domicile(update, turn)
    return await _understand_interest(update, turn)


async def stray(update: Update, turn: Turn, question: Welcome) -> object:
    """A sticker, a photo, a forwarded post, an edited message: no answer, so the question again."""
    key = "welcome-stray" if update.edited_message is None else "other-edited"
    return await ASKED[question](update, turn, hint=turn.t(key))


async def leave(update: Update, turn: Turn) -> object:
    """Anything else: the welcome ends as it is, and the update goes on to whom it is meant for."""
    if turn.account.welcome_step is not None:
        house = turn.house
        await house.database.write(finish_welcome, turn.account.id, house.now())
    return ConversationHandler.END


async def _take_consent(update: Update, turn: Turn, version: str | None) -> object:
    """`version` of the text that was agreed to; None where it was declined. Whoever declines is
    asked nothing more.
    """
    house, who = turn.house, turn.account.id
    if version is None:
        await house.database.write(decline_consent, who)
        return await _finish(update, turn)
    try:
        await house.database.write(give_consent, who, version, house.now())
    except OutdatedConsent:
        return await _ask_consent(update, turn, turn.t("welcome-consent-changed"))
    return await _after_consent(update, turn)


async def _after_consent(update: Update, turn: Turn) -> object:
    """Who was welcomed before has answered the rest."""
    if turn.account.welcomed_at is not None:
        return await _finish(update, turn)
    return await _ask_domicile(update, turn)


async def _take_domicile(update: Update, turn: Turn, region: str | None) -> object:
    if region is not None:
        await turn.house.database.write(choose_domicile, turn.account.id, region)
    return await _ask_interests(update, turn)


async def _take_interest(update: Update, turn: Turn, cluster_id: int | None) -> object:
    if cluster_id is not None:
        await turn.house.database.write(care_for_stream, turn.account.id, cluster_id)
    return await _finish(update, turn)


async def _understand_interest(update: Update, turn: Turn) -> object:
    house = turn.house
    hits = await house.finder.search(typed(update), 1)
    if not hits:
        return await _ask_interests(update, turn, turn.t("welcome-interest-unknown"))
    programme = await house.database.read(find_programme, hits[0].slug)
    return await _take_interest(update, turn, programme.cluster_id)


async def _leave_by_word(update: Update, turn: Turn) -> object:
    await leave(update, turn)
    await open_menu(update, turn)
    return ConversationHandler.END


async def _ask_consent(update: Update, turn: Turn, hint: str = "") -> object:
    return await _ask(
        update,
        turn,
        Welcome.CONSENT,
        consent_screen(turn.t, turn.account, turn.house.operator, hint),
    )


async def _ask_domicile(update: Update, turn: Turn, hint: str = "") -> object:
    return await _ask(update, turn, Welcome.DOMICILE, domicile_screen(turn.t, hint))


async def _ask_interests(update: Update, turn: Turn, hint: str = "", page: int = 0) -> object:
    streams = await turn.house.database.read(list_clusters)
    screen = interests_screen(turn.t, streams, page, hint)
    return await _ask(update, turn, Welcome.INTERESTS, screen)


async def _ask(update: Update, turn: Turn, state: Welcome, screen: Screen) -> object:
    await turn.house.database.write(ask_in_welcome, turn.account.id, state.value)
    await show(update, turn, screen)
    return state


async def _finish(update: Update, turn: Turn) -> object:
    house, who, before = turn.house, turn.account.id, has_consented(turn.account)
    account = await house.database.write(finish_welcome, who, house.now())
    draft = await house.database.read(open_draft, who)
    await show(update, turn, done_screen(turn.t, account, draft, withdrawn=before))
    return ConversationHandler.END


SKIPPING = (Word.SKIP, Word.NO, Word.LATER)
LEAVING = (Word.MENU, Word.CANCEL)
BUTTONS: dict[type[Press], Handler] = {
    OpenConsent: open_consent,
    SpeakTo: speak_to,
    Consent: consent,
    LiveIn: live_in,
    TurnStreams: turn_streams,
    CareFor: care_for,
}
TYPED: dict[Welcome, Handler] = {
    Welcome.CONSENT: typed_consent,
    Welcome.DOMICILE: typed_domicile,
    Welcome.INTERESTS: typed_interest,
}
ASKED = {
    Welcome.CONSENT: _ask_consent,
    Welcome.DOMICILE: _ask_domicile,
    Welcome.INTERESTS: _ask_interests,
}
