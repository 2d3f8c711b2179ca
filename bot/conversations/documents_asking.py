"""What the ways through the questions about documents share: asking, keeping, telling, refusing."""

from datetime import datetime
from functools import wraps

from sqlalchemy.orm import Session
from telegram import Update
from telegram.ext import ConversationHandler

from bot.context import Handler, Turn
from bot.document_files import SentFile, drop, fetch, looked_for, store
from bot.errors import words_for
from bot.screens import show, show_below
from bot.views import documents as views
from intake.applications.errors import NoSuchApplication
from intake.documents.documents import check_sendable, keep, kept_by, my_papers
from intake.documents.errors import (
    BadDocument,
    DocumentUnreachable,
    NoSuchDocument,
    PapersClosed,
    UnknownPaper,
)
from intake.documents.questions import Asked, ask_paper, ask_which, leave_question
from intake.documents.rows import Papers, open_papers
from people.accounts import account_of, has_consented
from people.errors import ConsentMissing

REFUSALS = (ConsentMissing, NoSuchApplication, NoSuchDocument, PapersClosed, UnknownPaper)


def explained(handler: Handler) -> Handler:
    """What the domain refuses ends the question, and is said with a way on."""

    @wraps(handler)
    async def told(update: Update, turn: Turn) -> object:
        try:
            return await handler(update, turn)
        except REFUSALS as error:
            await leave(turn)
            await show(update, turn, views.refused_screen(turn.t, error))
            return ConversationHandler.END

    return told


async def ask(
    update: Update,
    turn: Turn,
    application_id: int,
    paper: str,
    note: str = "",
    *,
    below: bool = False,
) -> object:
    house, who = turn.house, turn.account.id
    papers = await house.database.write(_ask, who, application_id, paper, now=house.now())
    screen = views.ask_screen(turn.t, papers, paper, note, kept_days=house.keep_documents)
    await (show_below if below else show)(update, turn, screen)
    return Asked.PAPER


async def ask_what_it_is(update: Update, turn: Turn, sent: SentFile) -> list[Papers]:
    """A file came unasked. Empty, and nothing said: nothing can be sent for any registration."""
    house, who = turn.house, turn.account.id
    found = await house.database.write(_wait, who, sent, now=house.now())
    if found:
        await show(update, turn, views.which_screen(turn.t, found, sent.message_id))
    return found


async def take(
    update: Update, turn: Turn, application_id: int, paper: str, sent: SentFile
) -> object:
    """Fetch, examine, keep, and ask for the next; a bad one is asked for again."""
    house, who = turn.house, turn.account.id
    await house.database.read(check_sendable, who, application_id, paper, now=house.now())
    try:
        content = await fetch(update, turn, sent)
    except (BadDocument, DocumentUnreachable) as error:
        return await ask(update, turn, application_id, paper, words_for(error, turn.t) or "")
    kept = await store(turn, application_id, paper, content)
    try:
        papers = await house.database.write(
            keep, who, kept,
            update_id=update.update_id, album=sent.album, now=house.now(),
        )  # fmt: skip
    except REFUSALS:
        await drop(turn, kept)
        raise
    return await tell_received(update, turn, papers, paper)


async def tell_received(update: Update, turn: Turn, papers: Papers, paper: str) -> object:
    """ "KTP diterima. Tinggal ijazah." and the question for it, where it can be sent."""
    seen, t = await looked_for(turn, papers), turn.t
    if not seen.to_send:
        await show(update, turn, views.received_screen(t, seen, paper))
        return ConversationHandler.END
    note, then = views.received(t, seen, paper), seen.to_send[0]
    if then not in papers.to_send:  # its file is lost, of which the database knows nothing
        return await ask(update, turn, papers.application.id, then, note)
    days = turn.house.keep_documents
    await show(update, turn, views.ask_screen(t, seen, papers.to_send[0], note, kept_days=days))
    return Asked.PAPER


async def told_already(update: Update, turn: Turn) -> object | None:
    """An update that comes once more, as after a kill: what it brought is kept. None: it is new."""
    house, who = turn.house, turn.account.id
    found = await house.database.read(kept_by, who, update.update_id)
    if found is None:
        return None
    application_id, paper = found
    papers = await house.database.read(my_papers, who, application_id, now=house.now())
    return await tell_received(update, turn, papers, paper)


async def leave(turn: Turn) -> None:
    await turn.house.database.write(leave_question, turn.account.id)


def _ask(
    session: Session, account_id: int, application_id: int, paper: str, *, now: datetime
) -> Papers:
    papers = check_sendable(session, account_id, application_id, paper, now=now)
    ask_paper(session, account_id, application_id, paper, now=now)
    return papers


def _wait(session: Session, account_id: int, sent: SentFile, *, now: datetime) -> list[Papers]:
    if not has_consented(account_of(session, account_id)):
        return []
    found = open_papers(session, account_id, now=now)
    if found:
        ask_which(
            session,
            account_id,
            message_id=sent.message_id,
            telegram_file=sent.telegram_file,
            now=now,
        )
    return found
