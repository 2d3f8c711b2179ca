"""Buttons of the staff's desk: selection and seats of their classes."""

from bot.callbacks import Press


class ListSelectionClasses(Press, code="q"):
    """Page by page from 0."""

    page: int


class OpenSelection(Press, code="qo"):
    """Of a class: its seats, its applicants, how far its list is."""

    class_id: int


class ListApplicants(Press, code="qa"):
    class_id: int
    page: int


class ListGaps(Press, code="qg"):
    """Who lacks what in a class, to choose from."""

    class_id: int


class ListLacking(Press, code="qgl"):
    """`gap`: of `intake.selection.gaps.Gap`."""

    class_id: int
    gap: str
    page: int


class OpenApplicant(Press, code="qp"):
    application_id: int


class NoteAbsence(Press, code="qx"):
    """They did not come to `part`: `test` or `interview`."""

    application_id: int
    part: str


class ConfirmForThem(Press, code="qy"):
    """At the counter, for somebody without a phone."""

    application_id: int


class AskLetGo(Press, code="qn"):
    """Give somebody's seat back, which asks once more, and why."""

    application_id: int


class LetGoForThem(Press, code="qnn"):
    """On screens of before a reason was asked: asks now."""

    application_id: int


class LetGoBecause(Press, code="qnw"):
    """`why`: of `intake.seats.counter.REASONS`."""

    application_id: int
    why: str


class AskScores(Press, code="qs"):
    """Wait for a file of scores of this class."""

    class_id: int


class DrawList(Press, code="qd"):
    class_id: int


class ShowList(Press, code="ql"):
    class_id: int
    page: int


class AskMove(Press, code="qm"):
    """Wait for who is to stand where, and why."""

    class_id: int


class ListMoves(Press, code="qv"):
    """Of the list as it is now, decided or not."""

    class_id: int
    page: int


class ListWaitingMoves(Press, code="qw"):
    """Of all classes, those that wait for a second person."""

    page: int


class OpenMove(Press, code="qvo"):
    override_id: int


class ApproveMove(Press, code="qva"):
    override_id: int


class AskRefuseMove(Press, code="qvr"):
    """Why not?"""

    override_id: int


class RefuseMove(Press, code="qvx"):
    """`why`: a word of REFUSALS (intake.selection.overrides), or `own`: the asker takes it back."""

    override_id: int
    why: str


class AskMinute(Press, code="qu"):
    """Wait for the minute from which the results of a class go out."""

    class_id: int


class ChooseNow(Press, code="qun"):
    """At once, which asks once more."""

    class_id: int


class AnnounceResults(Press, code="quy"):
    """`ranking_id`: of the list that was looked at. `minute`: since 1970, UTC; 0: at once.
    `before`: the minute that was set when it was asked; 0: none.
    """

    class_id: int
    ranking_id: int
    minute: int
    before: int = 0


class TakeBackResults(Press, code="qut"):
    """The minute that was set; nothing goes out."""

    class_id: int
