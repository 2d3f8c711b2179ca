"""In which order rows are locked, here and above, so that no two transactions wait for each other:

a broadcast, then accounts, then notices, then batches; of each kind by their ids. Whoever holds one
never asks for what stands before it (docs/decisions/0017).
"""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from notices.due import ACCOUNTS
from notices.expressions import among
from notices.outbox import NOTICES
from notices.sender import Letter


def hold_before_recording(session: Session, letters: Sequence[Letter], gone: set[int]) -> None:
    """`gone`: the accounts that will be written to.

    Notices are recorded in whatever order the database likes, which matters to others only where
    one account has several: whoever erases it wants all of them.
    """
    if gone:
        session.execute(ACCOUNTS_HELD, {"ids": sorted(gone)})
    of_account = Counter(letter.account_id for letter in letters)
    if len(of_account) < len(letters):
        ids = [one.notice_id for one in letters if of_account[one.account_id] > 1]
        session.execute(NOTICES_HELD, {"ids": ids})


def hold_all_of(session: Session, account_id: int) -> None:
    """Nobody adds a notice to the account from here on, nor changes one."""
    session.execute(select(ACCOUNTS.c.id).where(ACCOUNTS.c.id == account_id).with_for_update())
    of_it = select(NOTICES.c.id).where(NOTICES.c.account_id == account_id)
    session.execute(of_it.order_by(NOTICES.c.id).with_for_update())


# Whoever writes a notice to them at this moment need not wait.
ACCOUNTS_HELD = (
    select(ACCOUNTS.c.id)
    .where(among(ACCOUNTS.c.id, "ids"))
    .order_by(ACCOUNTS.c.id)
    .with_for_update(key_share=True)
)
NOTICES_HELD = (
    select(NOTICES.c.id).where(among(NOTICES.c.id, "ids")).order_by(NOTICES.c.id).with_for_update()
)
