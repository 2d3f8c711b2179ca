"""Buttons of somebody who changes phones, and of the staff who let them."""

from bot.callbacks import Press


class OpenPhones(Press, code="ph"):
    """On the new phone: asks for the registration number."""


class AskPhone(Press, code="pha"):
    """Ask for whoever is behind this application: again, or back from another phone."""

    application_id: int


class WithdrawPhone(Press, code="phw"):
    """Ask no longer."""

    takeover_id: int


class NotMe(Press, code="phn"):
    """On the old phone: it was not I who wanted that."""

    takeover_id: int


class UsePhoneLink(Press, code="phl"):
    """Yes, here: after the link of the counter was opened."""

    token: str


class OpenPhoneDesk(Press, code="phd"):
    """Staff: asks for the code on somebody's phone, or a registration number."""


class ApproveTakeover(Press, code="phy"):
    """The card fits."""

    takeover_id: int


class AskRefuseTakeover(Press, code="phx"):
    """What does not fit?"""

    takeover_id: int


class RefuseTakeover(Press, code="phxx"):
    """`why`: one of bot.views.phone_desk.REASONS."""

    takeover_id: int
    why: str


class MakePhoneLink(Press, code="phk"):
    """The card fits: a link for whoever stands there with a new phone."""

    application_id: int
