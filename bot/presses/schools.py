"""Buttons of schools: their groups of pupils, and what a pupil sees of theirs."""

from bot.callbacks import Press


class OpenGroups(Press, code="gr"):
    """All groups that a teacher, or a member of staff, may see; page by page from 0."""

    page: int


class OpenGroup(Press, code="gro"):
    group_id: int


class NewGroup(Press, code="grn"):
    """Of which school, and in which class: 0 where that is still to be chosen."""

    school_id: int
    class_id: int


class EditGroup(Press, code="gre"):
    group_id: int


class AskPupilList(Press, code="grl"):
    group_id: int


class SendSample(Press, code="grs"):
    """A list to be filled in."""


class ListPupils(Press, code="grp"):
    group_id: int
    page: int


class OpenPupil(Press, code="gpo"):
    application_id: int


class AskWithdrawPupil(Press, code="gpw"):
    """Asks why."""

    application_id: int


class WithdrawPupil(Press, code="gpx"):
    """`why`: a word of `bot.views.schools.WHYS`."""

    application_id: int
    why: str


class SendCodes(Press, code="grc"):
    """New codes for all who have no phone tied to it: earlier ones are of no more use."""

    group_id: int


class AcceptGroup(Press, code="gra"):
    group_id: int


class AskReturnGroup(Press, code="grr"):
    """Asks why, in words."""

    group_id: int


class ConnectPupil(Press, code="gcc"):
    """ "Yes, this is me": the code is used up."""

    secret: str


class OpenPlacement(Press, code="gpl"):
    """The pupil's own: where, when, with whom."""

    application_id: int


class GuardianAgrees(Press, code="gpg"):
    application_id: int
