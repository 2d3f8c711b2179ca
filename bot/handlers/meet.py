"""Before any other handler: who is this? The account is read, or made at the first word."""

from telegram import ChatMember, Update
from telegram.ext import ApplicationHandlerStop

from bot.context import Turn
from notices.waiting import receive
from people.accounts import find_account, was_seen


async def meet(update: Update, turn: Turn) -> None:
    """Sets `turn.account`; what comes from no person, or is no message to us, ends here."""
    user, house = update.effective_user, turn.house
    if user is None or user.is_bot:
        raise ApplicationHandlerStop
    account = await house.database.read_shared(find_account, user.id)
    if update.my_chat_member is not None and (account is None or _has_blocked(update)):
        raise ApplicationHandlerStop
    now = house.now()
    if account is None or account.unreachable_since is not None or not was_seen(account, now):
        account = await house.database.write(receive, user.id, language=user.language_code, now=now)
    turn.account = account
    if update.my_chat_member is not None:  # unblocked: we can write to them again, no more
        raise ApplicationHandlerStop


def _has_blocked(update: Update) -> bool:
    changed = update.my_chat_member
    return changed is not None and changed.new_chat_member.status == ChatMember.BANNED
