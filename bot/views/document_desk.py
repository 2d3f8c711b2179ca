"""Applicants' documents at the staff's desk."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.keyboards import Row, button, in_columns, ways_back
from bot.presses.document_desk import (
    AskPaperAgain,
    OpenApplicantPaper,
    OpenApplicantPapers,
    OpenDocumentDesk,
    RequestPaper,
    ShowApplicantDocument,
)
from bot.presses.staff import OpenStaff
from bot.screens import Screen
from bot.views.documents import state_of
from bot.views.paging import desk_page, page_of, turning
from bot.views.papers import headed, names_of_papers
from bot.views.vacancies import short
from intake.documents.contents import PDF
from intake.documents.desk import SentLine
from intake.documents.rows import PaperLine, Papers
from texts import Safe, Speaker
from texts.moments import moment

LATEST = 5
"""So many applications stand there to be tapped; any other is found by its number."""
DAYS = (3, 7, 0)
"""How long an applicant may be given; 0: no deadline."""


def desk_screen(t: Speaker, latest: Sequence[SentLine], note: str = "") -> Screen:
    """Which application? The question is open: a number that is typed answers it."""
    text = t("documents-desk", latest=len(latest))
    rows: list[Row] = [
        [button(short(_line(line), 40), OpenApplicantPapers(line.application_id, 0))]
        for line in latest[:LATEST]
    ]
    return _noted(note, text, [*rows, ways_back(t, OpenStaff())])


def papers_screen(
    t: Speaker, papers: Papers, zone: ZoneInfo, page: int = 0, note: str = ""
) -> Screen:
    application = papers.application
    back = ways_back(t, OpenDocumentDesk())
    facts = {
        "number": application.number,
        "name": short(application.name, 40),
        "programme": application.programme_title,
        "state": application.state.value,
    }
    if not papers.lines:
        return Screen(t("documents-desk-none", **facts), [back])
    size = desk_page(len(papers.lines))
    shown, page = page_of(papers.lines, page, size)
    lines = Safe("\n".join(_told(t, line, zone) for line in shown))
    buttons = [
        button(headed(t, line.paper), OpenApplicantPaper(application.id, line.paper))
        for line in shown
    ]
    turns = turning(
        t, page, len(papers.lines), lambda to: OpenApplicantPapers(application.id, to), size
    )
    text = t("documents-desk-text", lines=lines, **facts)
    return _noted(note, text, [*in_columns(buttons), *turns, back])


def paper_screen(
    t: Speaker, papers: Papers, line: PaperLine, zone: ZoneInfo, note: str = ""
) -> Screen:
    application = papers.application
    text = t(
        "documents-desk-paper",
        number=application.number,
        name=short(application.name, 40),
        line=_told(t, line, zone),
        media=_media(line),
        pages=line.pages,
        kilobytes=max(1, line.size // 1024),
        openings=line.openings,
    )
    rows: list[Row] = []
    if line.document_id is not None:
        rows.append(
            [button(t.plain("documents-desk-show"), ShowApplicantDocument(line.document_id))]
        )
    if application.live:
        again = "documents-desk-ask" if line.document_id is None else "documents-desk-ask-again"
        rows.append([button(t.plain(again), AskPaperAgain(application.id, line.paper))])
    return _noted(note, text, [*rows, ways_back(t, OpenApplicantPapers(application.id, 0))])


def shown_screen(t: Speaker, papers: Papers, line: PaperLine) -> Screen:
    """What stands below the picture, without any markup."""
    back = ways_back(t, OpenApplicantPaper(papers.application.id, line.paper))
    facts = {"paper": headed(t, line.paper), "number": papers.application.number}
    name = short(papers.application.name, 40)
    return Screen(t.plain("documents-desk-shown", name=name, **facts), [back])


def ask_again_screen(t: Speaker, papers: Papers, line: PaperLine) -> Screen:
    """The person is told at once: that can't be taken back, so it is asked once more."""
    application = papers.application
    text = t(
        "documents-desk-sure",
        paper=names_of_papers(t, [line.paper]),
        name=short(application.name, 40),
        number=application.number,
        sent="no" if line.document_id is None else "yes",
    )
    days = [button(_days(t, each), RequestPaper(application.id, line.paper, each)) for each in DAYS]
    back = ways_back(t, OpenApplicantPaper(application.id, line.paper))
    return Screen(text, [*([each] for each in days), back])


def nothing_screen(t: Speaker, words: str) -> Screen:
    """Not there, or not theirs; replaced, lost or damaged since."""
    return Screen(words, [ways_back(t, OpenDocumentDesk())])


def _line(line: SentLine) -> str:
    return f"{line.number} · {line.programme_title}"


def _told(t: Speaker, line: PaperLine, zone: ZoneInfo) -> Safe:
    when = "none" if line.sent_at is None else moment(line.sent_at, t, zone)
    facts = {"paper": headed(t, line.paper), "state": state_of(line), "when": when}
    return t("documents-desk-line", **facts)


def _media(line: PaperLine) -> str:
    if line.document_id is None:
        return "none"
    return "pdf" if line.media == PDF else "picture"


def _days(t: Speaker, days: int) -> str:
    if days == 0:
        return t.plain("documents-desk-no-deadline")
    return t.plain("documents-desk-days", days=days)


def _noted(note: str, text: str, rows: Sequence[Row]) -> Screen:
    return Screen(f"{note}\n\n{text}" if note else text, rows)
