"""Buttons of a participant card, and of what its holder has attended and been given."""

from bot.callbacks import Press


class ShowCard(Press, code="kp"):
    """The card as a picture, in a message of its own."""

    application_id: int


class AskRenewCard(Press, code="kpa"):
    """Lost: another one, which asks once more."""

    application_id: int
    card_id: int


class RenewCard(Press, code="kpr"):
    """That card is valid no longer."""

    application_id: int
    card_id: int


class ShowCertificates(Press, code="kc"):
    """One's certificates, with the links by which anybody can check them."""

    application_id: int
