"""Buttons of broadcasts: those that people get with one, and those that staff handle it with."""

from bot.callbacks import Press


class BroadcastPress(Press, code="bp"):
    """A button under a broadcast that was sent; `index` is its place among them, from 0."""

    broadcast_id: int
    index: int


# Writing one, which is a conversation


class NewBroadcast(Press, code="bn"):
    """Begin one; what is under way is kept."""


class EditBroadcast(Press, code="be"):
    """Ask a draft's question `step`, a value of `announcements.questions.Question`."""

    broadcast_id: int
    step: str


class DropButtons(Press, code="bd"):
    broadcast_id: int


class ChooseTarget(Press, code="bt"):
    """A button that opens this `kind` of thing, programme or vacancy, by its id."""

    broadcast_id: int
    kind: str
    target_id: int


class AddJoin(Press, code="bj"):
    """A button "Ikut", in those words."""

    broadcast_id: int


class OpenCriterion(Press, code="bc"):
    """`which`: a field of `announcements.audiences.Audience`, or `more`."""

    broadcast_id: int
    which: str
    page: int


class SetCriterion(Press, code="bs"):
    """Put `value` into the criterion or take it out; pressed twice, it is the same."""

    broadcast_id: int
    which: str
    value: str
    on: bool
    page: int


class SetStart(Press, code="bw"):
    """Minutes since 1970 in UTC; 0: at once."""

    broadcast_id: int
    minutes: int


class TryBroadcast(Press, code="bts"):
    broadcast_id: int


class SendBroadcast(Press, code="bx"):
    broadcast_id: int


class DiscardBroadcast(Press, code="bdd"):
    broadcast_id: int


class ParkBroadcast(Press, code="bl"):
    """ "Lanjut nanti"."""


class CorrectBroadcast(Press, code="bf"):
    """Ask for the text that is to stand where the delivered one stands."""

    broadcast_id: int


class KeepCorrection(Press, code="bfk"):
    """The words that are kept are all of them."""

    broadcast_id: int


class SendCorrection(Press, code="bff"):
    broadcast_id: int


# Handling one that is handed in


class ListBroadcasts(Press, code="bls"):
    page: int


class OpenBroadcast(Press, code="bo"):
    """Where it stands and what can be done, whatever its state; also to look once more."""

    broadcast_id: int


class MoreOfBroadcast(Press, code="bom"):
    """What can be done besides, where the panel has no room for it."""

    broadcast_id: int


class PreviewBroadcast(Press, code="bv"):
    """Show it as people get it, in a message of its own."""

    broadcast_id: int


class ReopenBroadcast(Press, code="bro"):
    """Take it back before it starts, and write on."""

    broadcast_id: int


class PauseBroadcast(Press, code="bpa"):
    broadcast_id: int


class ResumeBroadcast(Press, code="bre"):
    broadcast_id: int


class AskCancelBroadcast(Press, code="bca"):
    """Cancel, which asks once more."""

    broadcast_id: int


class CancelBroadcast(Press, code="bcc"):
    broadcast_id: int


class AskRecall(Press, code="brc"):
    """Recall, which asks once more."""

    broadcast_id: int


class RecallBroadcast(Press, code="brr"):
    broadcast_id: int


class SendReport(Press, code="brp"):
    """The report as files."""

    broadcast_id: int


class SettleUncertain(Press, code="bu"):
    """Those of whom nobody knows whether they got it: send it `again`, or leave it."""

    broadcast_id: int
    again: bool


# A second person's yes


class ApproveBroadcast(Press, code="bok"):
    """`submission`: which handing-in was looked at."""

    broadcast_id: int
    submission: int


class AskRefuse(Press, code="bno"):
    """Refuse, which asks why."""

    broadcast_id: int
    submission: int


class RefuseBroadcast(Press, code="bnn"):
    """`why`: text, audience, time or other."""

    broadcast_id: int
    submission: int
    why: str
