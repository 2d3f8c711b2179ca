"""An application's documents: the list, the question for one, one that was sent, a stray file."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.errors import words_for
from bot.keyboards import Row, button, in_columns, ways_back
from bot.presses.documents import (
    AskDocument,
    AskTakeBack,
    DropFile,
    FileIs,
    OpenDocuments,
    OpenPaper,
    ShowDocument,
    TakeBack,
)
from bot.presses.schedule import OpenApplication, OpenSchedule
from bot.presses.welcome import OpenConsent
from bot.screens import Screen
from bot.views.papers import headed, names_of_papers
from bot.views.vacancies import short
from intake.documents.contents import MOST_MB, MOST_PAGES, PDF
from intake.documents.rows import PaperLine, Papers
from people.errors import ConsentMissing
from texts import Safe, Speaker
from texts.moments import day_of, moment

CHOICES = 6
"""So many a stray file can be, at most; what lacks comes first."""
CAPTION = 24


def documents_screen(t: Speaker, papers: Papers, zone: ZoneInfo, note: str = "") -> Screen:
    """`note`: what was just done."""
    application = papers.application
    back = ways_back(t, OpenApplication(application.id))
    if not papers.lines:
        removed = papers.removed_at
        when = "none" if removed is None else day_of(removed, t.language, zone)
        return Screen(t("documents-none", number=application.number, removed=when), [back])
    text = t(
        "documents-text",
        number=application.number,
        programme=application.programme_title,
        name=application.called or "none",
        lines=Safe("\n".join(_line(t, line, zone) for line in papers.lines)),
        until=_until(t, papers, zone),
    )
    buttons = [
        button(_caption(t, line), _way(application.id, line))
        for line in papers.lines
        if line.open or line.document_id is not None
    ]
    return _noted(note, text, [*in_columns(buttons), back])


def ask_screen(t: Speaker, papers: Papers, paper: str, note: str = "", *, kept_days: int) -> Screen:
    """The next picture or PDF is this paper. `kept_days`: for so long after the end."""
    application = papers.application
    text = t(
        "documents-ask",
        paper=names_of_papers(t, [paper]),
        programme=application.programme_title,
        name=application.called or "none",
        why=t(f"documents-why-{paper}"),
        mb=MOST_MB,
        pages=MOST_PAGES,
        days=kept_days,
    )
    return _noted(note, text, [ways_back(t, OpenDocuments(application.id))])


def received(t: Speaker, papers: Papers, paper: str) -> str:
    """KTP diterima. Tinggal ijazah."""
    return t("documents-received", paper=headed(t, paper), left=_left(t, papers))


def received_screen(t: Speaker, papers: Papers, paper: str) -> Screen:
    """The last one has come."""
    text = t("documents-done", paper=headed(t, paper), left=_left(t, papers))
    see = button(t.plain("documents-see-all"), OpenDocuments(papers.application.id))
    return Screen(text, [[see], ways_back(t)])


def paper_screen(
    t: Speaker, papers: Papers, line: PaperLine, zone: ZoneInfo, note: str = ""
) -> Screen:
    """One that was sent."""
    assert line.sent_at is not None
    assert line.document_id is not None
    application_id = papers.application.id
    text = t(
        "documents-paper",
        paper=headed(t, line.paper),
        number=papers.application.number,
        when=moment(line.sent_at, t, zone),
        media="pdf" if line.media == PDF else "picture",
        pages=line.pages,
        openings=line.openings,
        state=state_of(line),
    )
    rows: list[Row] = [[button(t.plain("documents-show"), ShowDocument(line.document_id))]]
    if line.open:
        replace = button(t.plain("documents-replace"), AskDocument(application_id, line.paper))
        away = button(t.plain("documents-take-back"), AskTakeBack(line.document_id))
        rows.append([replace, away])
    return _noted(note, text, [*rows, ways_back(t, OpenDocuments(application_id))])


def shown_screen(t: Speaker, papers: Papers, line: PaperLine) -> Screen:
    """What stands below the picture, without any markup."""
    back = ways_back(t, OpenPaper(papers.application.id, line.paper))
    facts = {"paper": headed(t, line.paper), "number": papers.application.number}
    return Screen(t.plain("documents-shown", **facts), [back])


def ask_take_back_screen(t: Speaker, papers: Papers, line: PaperLine) -> Screen:
    """The safe choice first; what will be lost is named."""
    assert line.document_id is not None
    application_id = papers.application.id
    text = t("documents-take-back-ask", paper=names_of_papers(t, [line.paper]))
    keep = button(t.plain("documents-keep"), OpenPaper(application_id, line.paper))
    away = button(t.plain("documents-take-back-really"), TakeBack(line.document_id))
    return Screen(text, [[keep], [away], ways_back(t, OpenDocuments(application_id))])


def which_screen(t: Speaker, found: Sequence[Papers], message_id: int, note: str = "") -> Screen:
    """A file has come unasked: for which paper?"""
    several = len(found) > 1
    choices = [
        (papers, paper)
        for lacking in (True, False)
        for papers in found
        for paper in _sendable(papers, lacking=lacking)
    ]
    rows: list[Row] = [
        [
            button(
                _choice(t, papers, paper, several),
                FileIs(message_id, papers.application.id, paper),
            )
        ]
        for papers, paper in choices[:CHOICES]
    ]
    drop = button(t.plain("documents-no-paper"), DropFile(message_id))
    return _noted(note, t("documents-which"), [*rows, [drop], ways_back(t)])


def dropped_screen(t: Speaker) -> Screen:
    return Screen(t("documents-dropped"), [ways_back(t)])


def no_file_screen(t: Speaker) -> Screen:
    """The button of a file that no longer waits to be told what it is."""
    return Screen(t("documents-file-settled"), [ways_back(t, OpenSchedule())])


def refused_screen(t: Speaker, error: Exception) -> Screen:
    rows: list[Row] = [ways_back(t, OpenSchedule())]
    if isinstance(error, ConsentMissing):
        rows.insert(0, [button(t.plain("registration-read-consent"), OpenConsent())])
    return Screen(words_for(error, t) or "", rows)


def summary(t: Speaker, papers: Papers) -> str:
    """Berkas: KTP belum, ijazah sudah. Empty where nothing is wanted."""
    if not papers.lines:
        return ""
    told = (
        t.plain(
            "documents-summary-line",
            paper=names_of_papers(t, [line.paper]),
            lacking="yes" if line.lacking else "no",
        )
        for line in papers.lines
    )
    return t("documents-summary", papers=", ".join(told))


def _line(t: Speaker, line: PaperLine, zone: ZoneInfo) -> Safe:
    when = "none" if line.sent_at is None else moment(line.sent_at, t, zone)
    return t("documents-line", paper=headed(t, line.paper), state=state_of(line), when=when)


def state_of(line: PaperLine) -> str:
    """By which the texts tell it; `documents-line` has them all."""
    if line.gone:
        return "gone"
    if line.asked:
        return "unreadable" if line.unreadable else "asked"
    if line.document_id is None:
        return "missing"
    return "again" if line.again else "sent"


def _caption(t: Speaker, line: PaperLine) -> str:
    name = names_of_papers(t, [line.paper])
    if line.document_id is None:
        return short(t.plain("documents-send", paper=name), CAPTION)
    return short(t.plain("documents-see", paper=name), CAPTION)


def _way(application_id: int, line: PaperLine) -> AskDocument | OpenPaper:
    if line.document_id is None:
        return AskDocument(application_id, line.paper)
    return OpenPaper(application_id, line.paper)


def _until(t: Speaker, papers: Papers, zone: ZoneInfo) -> str:
    if not papers.open:
        return "closed"
    return "none" if papers.last is None else moment(papers.last, t, zone)


def _left(t: Speaker, papers: Papers) -> str:
    left = [line.paper for line in papers.lines if line.lacking]
    return names_of_papers(t, left) if left else "none"


def _sendable(papers: Papers, *, lacking: bool) -> list[str]:
    return [line.paper for line in papers.lines if line.open and line.lacking is lacking]


def _choice(t: Speaker, papers: Papers, paper: str, several: bool) -> str:
    line = papers.line(paper)
    name = headed(t, paper)
    if line is not None and not line.lacking:
        name = t.plain("documents-instead", paper=names_of_papers(t, [paper]))
    if several:
        name = f"{name} · {papers.application.programme_title}"
    return short(name, CAPTION if not several else 2 * CAPTION)


def _noted(note: str, text: str, rows: Sequence[Row]) -> Screen:
    return Screen(f"{note}\n\n{text}" if note else text, rows)
