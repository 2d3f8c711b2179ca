"""Four eyes: who counts as a second person beside a broadcast's author."""

from sqlalchemy.orm import Session

from announcements.broadcast_rows import BroadcastView, find
from announcements.errors import NeedsApprover
from people.staff import approvers, same_person, staff_name

COMMAND = "command:"


def is_author(view: BroadcastView, account_id: int | None, actor: str) -> bool:
    """By their accounts; by name, where one of them has none: at the command line."""
    return same_person(view.author_id, _name(view.author), account_id, _name(actor))


def check_corrector(
    session: Session, broadcast_id: int, *, by: int | None, actor: str, may_approve: bool
) -> None:
    """Words that a second person has approved get other ones from an approver who is not their
    author, or one person alone would decide them after all. Raises NeedsApprover.
    """
    view = find(session, broadcast_id)
    if view.approved_at is None or (may_approve and not is_author(view, by, actor)):
        return
    able = [one for one in approvers(session) if one != view.author_id]
    names = (staff_name(session, one) for one in able)
    raise NeedsApprover(", ".join(name for name in names if name is not None) or None)


def _name(actor: str) -> str:
    return actor.removeprefix(COMMAND)
