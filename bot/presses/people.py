"""Buttons of the people who share a phone."""

from bot.callbacks import Press


class ListPeople(Press, code="pp"):
    page: int


class OpenPerson(Press, code="ppo"):
    applicant_id: int


class AskErasePerson(Press, code="ppe"):
    """Delete this one's data alone, which asks once more."""

    applicant_id: int


class ErasePerson(Press, code="ppee"):
    applicant_id: int


class WishInvitations(Press, code="ppi"):
    """Hear first of the next wave of what one got no seat in, or not."""

    applicant_id: int
    wanted: bool
