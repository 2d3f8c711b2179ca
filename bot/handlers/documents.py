"""One's own documents: the list, one of them, the picture again, taking it back."""

from telegram import Update

from bot.context import Turn
from bot.document_files import looked_for, show_file
from bot.errors import words_for
from bot.presses.documents import (
    AskTakeBack,
    OpenDocuments,
    OpenPaper,
    ShowDocument,
    TakeBack,
)
from bot.screens import show, show_below
from bot.views import documents as views
from bot.views.papers import headed
from intake.documents.documents import my_document, my_papers, papers_with, take_back
from intake.documents.errors import DocumentDamaged, DocumentLost, NoSuchDocument
from intake.documents.rows import PaperLine, Papers


async def open_documents(update: Update, turn: Turn) -> None:
    await show_list(update, turn, turn.pressed(OpenDocuments).application_id)


async def show_list(
    update: Update, turn: Turn, application_id: int, note: str = "", *, below: bool = False
) -> None:
    papers = await _papers(turn, application_id)
    screen = views.documents_screen(turn.t, papers, turn.house.zone, note)
    await (show_below if below else show)(update, turn, screen)


async def open_paper(update: Update, turn: Turn) -> None:
    press, zone = turn.pressed(OpenPaper), turn.house.zone
    papers = await _papers(turn, press.application_id)
    line = papers.line(press.paper)
    if line is None or line.document_id is None:
        await show(update, turn, views.documents_screen(turn.t, papers, zone))
    else:
        await show(update, turn, views.paper_screen(turn.t, papers, line, zone))


async def show_document(update: Update, turn: Turn) -> None:
    document_id = turn.pressed(ShowDocument).document_id
    papers, line = await _sent(turn, document_id)
    kept = await turn.house.database.read(my_document, turn.account.id, document_id)
    try:
        await show_file(update, turn, kept, views.shown_screen(turn.t, papers, line))
    except (DocumentLost, DocumentDamaged) as error:
        note = words_for(error, turn.t) or ""
        screen = views.paper_screen(turn.t, papers, line, turn.house.zone, note)
        await show(update, turn, screen)


async def ask_take_back(update: Update, turn: Turn) -> None:
    papers, line = await _sent(turn, turn.pressed(AskTakeBack).document_id)
    await show(update, turn, views.ask_take_back_screen(turn.t, papers, line))


async def take_it_back(update: Update, turn: Turn) -> None:
    house, document_id = turn.house, turn.pressed(TakeBack).document_id
    _, line = await _sent(turn, document_id)
    papers = await house.database.write(take_back, turn.account.id, document_id, now=house.now())
    note = turn.t("documents-taken-back", paper=headed(turn.t, line.paper))
    papers = await looked_for(turn, papers)
    await show(update, turn, views.documents_screen(turn.t, papers, house.zone, note))


async def _papers(turn: Turn, application_id: int) -> Papers:
    house, who = turn.house, turn.account.id
    papers = await house.database.read(my_papers, who, application_id, now=house.now())
    return await looked_for(turn, papers)


async def _sent(turn: Turn, document_id: int) -> tuple[Papers, PaperLine]:
    """Raises NoSuchDocument."""
    house, who = turn.house, turn.account.id
    found = await house.database.read(papers_with, who, document_id, now=house.now())
    papers = await looked_for(turn, found)
    line = papers.line_of(document_id)
    if line is None:
        raise NoSuchDocument(document_id)
    return papers, line
