"""A text that is too long for one message: phones send it as several, one right after another.

Some cut at the limit, others where a word, a line or a paragraph ends before it, half way at worst.
The first part is kept; what follows is no answer to whatever is asked next, and is not kept.
"""

from datetime import datetime, timedelta

from telegram import Message, Update

from announcements.broadcast_rows import BroadcastView
from announcements.formatting import LONGEST_TEXT
from announcements.questions import Question, doubt_correction
from bot.context import Turn
from bot.conversations.broadcast_asking import ask, present

NEARLY_FULL = LONGEST_TEXT - 300
"""A phone looks so far back for the end of a word: whether such a text is all of it is asked."""
PERHAPS_CUT = LONGEST_TEXT // 2
TOGETHER = timedelta(seconds=3)
"""Parts are so close, by Telegram's own clock; it need not outlast a restart to be remembered."""
LONG_AT = "long_at"
OF_TEXT = (Question.TEXT, Question.CORRECTION)
CORRECTING = (Question.CORRECTION_SURE, Question.CORRECTION_CUT)


def length_of(message: Message) -> int:
    """As Telegram counts."""
    return len((message.text or "").encode("utf-16-le")) // 2


def is_nearly_full(message: Message) -> bool:
    return length_of(message) >= NEARLY_FULL


def is_the_rest(turn: Turn, message: Message) -> bool:
    """Whether it followed a long text at once; where it is one itself, that is remembered."""
    long_at: datetime | None = (turn.user_data or {}).get(LONG_AT)
    follows = long_at is not None and timedelta() <= message.date - long_at <= TOGETHER
    if turn.user_data is not None and (follows or length_of(message) >= PERHAPS_CUT):
        turn.user_data[LONG_AT] = message.date
    return follows and message.text is not None


async def pass_over(update: Update, turn: Turn, view: BroadcastView, message: Message) -> object:
    """Told that it is not kept; and whether what came before it is enough, is asked."""
    note = turn.t("broadcast-cut-rest", length=length_of(message))
    question = Question(view.step or Question.TEXT)
    if question in OF_TEXT:
        return await present(update, turn, view, note=note)
    if question in CORRECTING:
        write = turn.house.database.write
        doubted = await write(doubt_correction, view.id, by=turn.account.id)
        return await present(update, turn, doubted, note=note)
    return await ask(update, turn, view.id, Question.CUT, note=note)
