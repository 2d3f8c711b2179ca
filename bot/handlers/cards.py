"""The participant card: shown, renewed where it is lost, and scanned by staff."""

import asyncio

from telegram import Update
from telegram.constants import ParseMode

from bot.card_picture import draw_card
from bot.context import Turn, deep_link
from bot.presses.cards import AskRenewCard, RenewCard, ShowCard
from bot.rights import name_of, rights_of
from bot.screens import acknowledge, show
from bot.views import cards as views
from intake.training.attendance import scan_card
from intake.training.cards import CardView, find_holder, issue_card, renew_card

SCANNED = "h_"
"""What heads the payload of a card's code: see `bot.handlers.deeplinks`."""
FILE = "kartu-peserta.png"


async def show_card(update: Update, turn: Turn) -> None:
    assert update.callback_query is not None
    await acknowledge(update.callback_query)
    await _send_card(update, turn, turn.pressed(ShowCard).application_id)


async def ask_renew(update: Update, turn: Turn) -> None:
    press = turn.pressed(AskRenewCard)
    await show(update, turn, views.ask_renew_screen(turn.t, press.application_id, press.card_id))


async def renew(update: Update, turn: Turn) -> None:
    """Pressed twice, the new card is shown once more."""
    press, house, who = turn.pressed(RenewCard), turn.house, turn.account.id
    card = await house.database.write(
        renew_card, press.application_id, who, replaces=press.card_id, now=house.now()
    )
    await show(update, turn, views.renewed_screen(turn.t, press.application_id))
    await _picture(update, turn, card)


async def scan(update: Update, turn: Turn, token: str) -> None:
    """A card's code, opened by staff, by its holder, or by whoever else."""
    house = turn.house
    holder = await house.database.read(find_holder, token)
    if holder is not None and holder.account_id == turn.account.id:
        await _send_card(update, turn, holder.application_id)
        return
    rights = await rights_of(turn)
    if not rights:
        await show(update, turn, views.stranger_screen(turn.t))
        return
    actor, now = await name_of(turn), house.now()
    taken = await house.database.write(
        scan_card, token, rights, actor=actor, by=turn.account.id, now=now, zone=house.zone
    )
    await show(update, turn, views.scan_screen(turn.t, taken, now, house.zone))


async def _send_card(update: Update, turn: Turn, application_id: int) -> None:
    """Raises NoTrainee."""
    house = turn.house
    card = await house.database.write(issue_card, application_id, turn.account.id, now=house.now())
    await _picture(update, turn, card)


async def _picture(update: Update, turn: Turn, card: CardView) -> None:
    """In a message of its own, which later screens leave alone."""
    assert update.effective_chat is not None
    face, address = views.face_of(turn.t, card), deep_link(turn, f"{SCANNED}{card.token}")
    picture = await asyncio.to_thread(draw_card, face, address)
    below = views.caption_of(turn.t, card)
    await turn.bot.send_photo(
        update.effective_chat.id,
        picture,
        caption=below.text,
        parse_mode=ParseMode.HTML,
        reply_markup=below.markup,
        filename=FILE,
    )
