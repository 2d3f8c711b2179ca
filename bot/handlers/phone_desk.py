"""At the counter: a code is looked up, a card compared, a phone let in or not."""

import io

from telegram import Update
from telegram.constants import ParseMode

from bot.context import Turn, deep_link
from bot.errors import words_for
from bot.presses.phones import (
    ApproveTakeover,
    AskRefuseTakeover,
    MakePhoneLink,
    RefuseTakeover,
)
from bot.rights import name_of, rights_of
from bot.screens import acknowledge, show
from bot.views import phone_desk as views
from intake.applications.errors import NoSuchApplication, OtherProvider
from intake.takeovers.errors import NoSuchTakeover, OwnTakeover
from intake.takeovers.rows import number_of, open_takeovers, to_compare
from intake.takeovers.takeovers import (
    DIGITS,
    Asked,
    approve_takeover,
    find_takeover,
    make_link,
    refuse_takeover,
    takeover_for,
)

HEAD = "pindah-"
"""What heads the payload of a link from the counter: see `bot.handlers.deeplinks`."""
REFUSALS = (NoSuchApplication, NoSuchTakeover, OtherProvider, OwnTakeover)


async def open_desk(update: Update, turn: Turn, note: str = "") -> None:
    house, rights = turn.house, await rights_of(turn)
    waiting = await house.database.read(open_takeovers, rights, now=house.now())
    await show(update, turn, views.desk_screen(turn.t, waiting, house.zone, note))


async def look_up(update: Update, turn: Turn, text: str) -> str | None:
    """Show what the code or the number stands for; else say why not."""
    house, rights = turn.house, await rights_of(turn)
    digits = "".join(text.split()).replace("-", "")
    try:
        if digits.isdigit() and len(digits) == DIGITS:
            seen = await house.database.read(find_takeover, digits, rights, now=house.now())
            await show(update, turn, views.compare_screen(turn.t, seen))
        else:
            found = await house.database.read(to_compare, text, rights)
            await show(update, turn, views.ask_link_screen(turn.t, found))
    except NoSuchApplication:
        return turn.t("phones-desk-neither")
    except (NoSuchTakeover, OtherProvider) as error:
        return words_for(error, turn.t) or ""
    return None


async def approve(update: Update, turn: Turn) -> None:
    house, takeover_id = turn.house, turn.pressed(ApproveTakeover).takeover_id
    try:
        done = await house.database.write(
            approve_takeover,
            takeover_id,
            await rights_of(turn),
            actor=await name_of(turn),
            staff_id=turn.account.id,
            now=house.now(),
            zone=house.zone,
        )
    except REFUSALS as error:
        await _refuse(update, turn, error)
        return
    house.nudge()
    await show(update, turn, views.approved_screen(turn.t, done))


async def ask_refuse(update: Update, turn: Turn) -> None:
    house, takeover_id = turn.house, turn.pressed(AskRefuseTakeover).takeover_id
    rights = await rights_of(turn)
    try:
        seen = await house.database.read(takeover_for, takeover_id, rights, now=house.now())
    except REFUSALS as error:
        await _refuse(update, turn, error)
        return
    await show(update, turn, views.ask_refuse_screen(turn.t, seen))


async def refuse(update: Update, turn: Turn) -> None:
    house, press = turn.house, turn.pressed(RefuseTakeover)
    why = press.why if press.why in views.REASONS else views.REASONS[-1]
    rights, actor = await rights_of(turn), await name_of(turn)
    try:
        seen = await house.database.write(
            refuse_takeover, press.takeover_id, rights,
            actor=actor, staff_id=turn.account.id, reason=why, now=house.now(),
        )  # fmt: skip
    except REFUSALS as error:
        await _refuse(update, turn, error)
        return
    house.nudge()
    await show(update, turn, views.refused_screen(turn.t, seen))


async def send_link(update: Update, turn: Turn) -> None:
    """As a picture to be scanned from this screen, with the address below it."""
    house, application_id = turn.house, turn.pressed(MakePhoneLink).application_id
    rights, actor = await rights_of(turn), await name_of(turn)
    try:
        number = await house.database.read(number_of, application_id)
        made = await house.database.write(
            make_link, number, rights, actor=actor, staff_id=turn.account.id, now=house.now()
        )
    except REFUSALS as error:
        await _refuse(update, turn, error)
        return
    await _picture(update, turn, made)


async def _picture(update: Update, turn: Turn, made: Asked) -> None:
    assert update.callback_query is not None
    assert update.effective_chat is not None
    await acknowledge(update.callback_query)
    address = deep_link(turn, f"{HEAD}{made.code}")
    below = views.link_screen(turn.t, made.takeover, address)
    await turn.bot.send_photo(
        update.effective_chat.id,
        _drawn(address),
        caption=below.text,
        parse_mode=ParseMode.HTML,
        reply_markup=below.markup,
        filename="pindah.png",
    )


def _drawn(address: str) -> bytes:
    import segno  # a tenth of a second that only those pay who make a link

    picture = io.BytesIO()
    segno.make_qr(address, error="m").save(picture, kind="png", scale=12, border=4)
    return picture.getvalue()


async def _refuse(update: Update, turn: Turn, error: Exception) -> None:
    await show(update, turn, views.nothing_screen(turn.t, words_for(error, turn.t) or ""))
