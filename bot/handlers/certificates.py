"""Certificates: one's own, and checking anybody's by its link or number."""

from telegram import Update

from bot.context import Turn, deep_link
from bot.guesses import MOST, Guesses
from bot.phrases import number_to_check
from bot.presses.cards import ShowCertificates
from bot.screens import show
from bot.views import certificates as views
from intake.training.certificate_rows import certificates_of, verify_number, verify_token
from intake.training.errors import BadCertificateNumber, NoTrainee
from intake.training.trainees import find_trainee

CHECKED = "s_"
"""What heads the payload of a certificate's link: see `bot.handlers.deeplinks`."""


async def show_certificates(update: Update, turn: Turn) -> None:
    """Raises NoTrainee, for somebody else's too."""
    id_, database = turn.pressed(ShowCertificates).application_id, turn.house.database
    trainee = await database.read(find_trainee, id_)
    if trainee.account_id != turn.account.id:
        raise NoTrainee
    found = await database.read(certificates_of, id_)
    screen = views.certificates_screen(turn.t, trainee, found, lambda token: _address(turn, token))
    await show(update, turn, screen)


async def verify_link(update: Update, turn: Turn, token: str) -> None:
    """Its token can't be guessed, so it may be opened as often as anybody likes."""
    found = await turn.house.database.read(verify_token, token)
    known = None if found is None else views.verified_screen(turn.t, [found])
    await show(update, turn, known or views.unknown_screen(turn.t))


async def check(update: Update, turn: Turn, text: str) -> bool:
    """ "cek sertifikat 12/2026"; False: these words ask for something else."""
    number = number_to_check(text)
    if number is None:
        return False
    house, guesses = turn.house, turn.application.bot_data.setdefault("guesses", Guesses())
    if not number:
        await show(update, turn, views.how_to_check_screen(turn.t))
    elif wait := guesses.count(turn.account.telegram_id, house.now()):
        await show(update, turn, views.too_many_screen(turn.t, MOST, wait, house.zone))
    else:
        await _check_number(update, turn, number)
    return True


async def _check_number(update: Update, turn: Turn, number: str) -> None:
    try:
        found = await turn.house.database.read(verify_number, number)
    except BadCertificateNumber:
        found = []
    known = views.verified_screen(turn.t, found) if found else views.unknown_screen(turn.t)
    await show(update, turn, known)


def _address(turn: Turn, token: str) -> str:
    return deep_link(turn, f"{CHECKED}{token}")
