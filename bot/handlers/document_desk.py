"""Applicants' documents at the staff's desk: found, listed, opened, asked for again."""

from datetime import timedelta

from telegram import Update

from bot.context import Turn
from bot.document_files import looked_for, show_file
from bot.errors import words_for
from bot.presses.document_desk import (
    AskPaperAgain,
    OpenApplicantPaper,
    OpenApplicantPapers,
    RequestPaper,
    ShowApplicantDocument,
)
from bot.screens import show
from bot.views import document_desk as views
from bot.views.papers import headed
from intake.documents import desk
from intake.documents.errors import DocumentDamaged, DocumentLost, UnknownPaper
from intake.documents.questions import Asked
from intake.documents.questions import ask_number as ask_for_number
from intake.documents.rows import PaperLine, Papers


async def ask_number(update: Update, turn: Turn, note: str = "") -> object:
    house, who = turn.house, turn.account.id
    await house.database.write(ask_for_number, who, now=house.now())
    latest = await house.database.read(desk.latest_sent, who, most=views.LATEST)
    await show(update, turn, views.desk_screen(turn.t, latest, note))
    return Asked.NUMBER


async def show_found(update: Update, turn: Turn, number: str) -> None:
    """Raises NotOfYourProvider."""
    house, who = turn.house, turn.account.id
    found = await house.database.read(desk.find_for_staff, who, number, now=house.now())
    papers = await looked_for(turn, found)
    await show(update, turn, views.papers_screen(turn.t, papers, house.zone))


async def open_papers(update: Update, turn: Turn) -> None:
    press = turn.pressed(OpenApplicantPapers)
    papers = await _papers(turn, press.application_id)
    screen = views.papers_screen(turn.t, papers, turn.house.zone, press.page)
    await show(update, turn, screen)


async def open_paper(update: Update, turn: Turn) -> None:
    press = turn.pressed(OpenApplicantPaper)
    papers, line = await _line(turn, press.application_id, press.paper)
    await show(update, turn, views.paper_screen(turn.t, papers, line, turn.house.zone))


async def show_document(update: Update, turn: Turn) -> None:
    """Who opens it is written down first."""
    house, document_id = turn.house, turn.pressed(ShowApplicantDocument).document_id
    kept = await house.database.write(
        desk.open_document, turn.account.id, document_id, now=house.now()
    )
    papers, line = await _line(turn, kept.application_id, kept.paper)
    try:
        await show_file(update, turn, kept, views.shown_screen(turn.t, papers, line))
    except (DocumentLost, DocumentDamaged) as error:
        note = words_for(error, turn.t) or ""
        await show(update, turn, views.paper_screen(turn.t, papers, line, house.zone, note))


async def ask_again(update: Update, turn: Turn) -> None:
    press = turn.pressed(AskPaperAgain)
    papers, line = await _line(turn, press.application_id, press.paper)
    await show(update, turn, views.ask_again_screen(turn.t, papers, line))


async def request(update: Update, turn: Turn) -> None:
    press, house = turn.pressed(RequestPaper), turn.house
    within = timedelta(days=press.days) if press.days > 0 else None
    papers = await house.database.write(
        desk.ask_again,
        turn.account.id, press.application_id, press.paper,
        within=within, now=house.now(),
    )  # fmt: skip
    house.nudge()
    note = turn.t("documents-desk-asked", paper=headed(turn.t, press.paper))
    papers = await looked_for(turn, papers)
    await show(update, turn, views.papers_screen(turn.t, papers, house.zone, note=note))


async def _papers(turn: Turn, application_id: int) -> Papers:
    house, who = turn.house, turn.account.id
    found = await house.database.read(desk.papers_for_staff, who, application_id, now=house.now())
    return await looked_for(turn, found)


async def _line(turn: Turn, application_id: int, paper: str) -> tuple[Papers, PaperLine]:
    papers = await _papers(turn, application_id)
    line = papers.line(paper)
    if line is None:
        raise UnknownPaper(paper)
    return papers, line
