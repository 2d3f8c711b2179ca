"""A broadcast on the wire, and what staff are told about one."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session
from telegram import InlineKeyboardMarkup

from announcements import broadcasts
from announcements.broadcast_rows import BroadcastView
from announcements.buttons import Button
from announcements.jobs import recall
from bot.broadcast_letters import (
    SHARED,
    TO_STAFF,
    broadcast,
    broadcast_fix,
    broadcast_recall,
)
from bot.context import House
from bot.finding import Finder
from bot.letters import LETTERS, SHARED_LETTERS
from bot.outgoing import Outgoing
from bot.screens import Screen
from notices.outbox import Lane
from notices.sender import Letter, Moot
from people.accounts import choose_language, find_account
from people.staff import Role, grant, revoke
from storage.database import Database
from tests.cast import BUDI, NOW, RINA, SITI, WIB, set_stage, welcome
from texts import speaker

HOUR = timedelta(hours=1)
TEXT = "Kumpul <b>besok</b> pukul 07.30."
LINK = Button("link", "Baca syaratnya", "https://disnaker.bantenprov.go.id")
JOIN, COMING = Button("join", "Ikut"), Button("join", "Saya datang")
PROGRAMME = Button("programme", "Las SMAW A", "las-smaw-a")


@pytest.fixture
def author(session: Session) -> int:
    """Budi, of staff; Siti and Rina are there to be told, Siti in English."""
    set_stage(session)
    budi, siti = welcome(session, BUDI), welcome(session, SITI)
    welcome(session, RINA)
    choose_language(session, siti, "en")
    for account_id, role in ((budi, Role.STAFF), (siti, Role.APPROVER)):
        grant(
            session,
            account_id,
            role,
            provider_id=None,
            name="Pak Budi" if account_id == budi else "Bu Siti",
            granted_by="test",
            now=NOW,
        )
    return budi


def draft(
    session: Session, author: int, *buttons: Button, media_kind: str | None = None
) -> BroadcastView:
    view = broadcasts.begin_draft(session, author, actor="Pak Budi", now=NOW)
    for one in buttons:
        broadcasts.add_button(session, view.id, one)
    file = None if media_kind is None else "AgAC"
    return broadcasts.write_text(
        session, view.id, html=TEXT, media_kind=media_kind, media_file=file
    )


def started(
    session: Session, author: int, *buttons: Button, media_kind: str | None = None
) -> BroadcastView:
    view = draft(session, author, *buttons, media_kind=media_kind)
    return submitted(session, view.id, approve_above=100)


def submitted(session: Session, broadcast_id: int, *, approve_above: int) -> BroadcastView:
    return broadcasts.submit(
        session,
        broadcast_id,
        actor="Pak Budi",
        start_at=None,
        approve_above=approve_above,
        now=NOW,
    )


def keyboard(outgoing: Outgoing | None) -> list[list[tuple[str, str | None]]]:
    """Captions with what they lead to, row by row."""
    assert outgoing is not None
    markup: InlineKeyboardMarkup = outgoing.parameters["reply_markup"]
    return [
        [(b.text, b.url or str(b.callback_data)) for b in row] for row in markup.inline_keyboard
    ]


def test_a_text_goes_as_it_was_written_with_its_buttons_below(
    session: Session, author: int
) -> None:
    view = started(session, author, LINK, PROGRAMME, COMING)
    for language, fewer in (("id", "Atur kabar"), ("en", "Choose messages")):
        outgoing = broadcast(session, view.id, language)
        assert outgoing is not None
        assert (outgoing.method, outgoing.parameters["text"]) == ("sendMessage", TEXT)
        assert outgoing.parameters["parse_mode"] == "HTML"
        assert keyboard(outgoing) == [
            [("Baca syaratnya", "https://disnaker.bantenprov.go.id")],
            [("Las SMAW A", f"bp:{view.id}:1")],
            [("Saya datang", f"bp:{view.id}:2")],
            [(fewer, "setnb")],
        ]


def test_our_own_caption_follows_the_readers_language(session: Session, author: int) -> None:
    view = started(session, author, JOIN)
    first = [keyboard(broadcast(session, view.id, each))[0][0][0] for each in ("id", "en")]
    assert first == ["Ikut", "I'll join"]


@pytest.mark.parametrize(("kind", "method"), [("photo", "sendPhoto"), ("document", "sendDocument")])
def test_a_picture_or_document_has_the_text_as_its_caption(
    session: Session, author: int, kind: str, method: str
) -> None:
    view = started(session, author, media_kind=kind)
    outgoing = broadcast(session, view.id, "id")
    assert outgoing is not None
    told = dict(outgoing.parameters)
    assert keyboard(outgoing) == [[("Atur kabar", "setnb")]]
    del told["reply_markup"]
    assert (outgoing.method, told) == (
        method,
        {kind: "AgAC", "caption": TEXT, "parse_mode": "HTML"},
    )
    fix = broadcast_fix(session, view.id, "id")
    assert fix is not None
    assert (fix.method, set(fix.parameters)) == (
        "editMessageCaption",
        {"caption", "parse_mode", "reply_markup"},
    )


def test_a_correction_edits_and_a_recall_deletes(session: Session, author: int) -> None:
    view = started(session, author, JOIN)
    fix, sent = broadcast_fix(session, view.id, "id"), broadcast(session, view.id, "id")
    assert fix is not None
    assert sent is not None
    assert (fix.method, fix.parameters) == ("editMessageText", sent.parameters)
    assert broadcast_recall(session, view.id, "id") == Outgoing("deleteMessage", {})


def test_what_is_cancelled_or_recalled_is_sent_to_nobody(session: Session, author: int) -> None:
    cancelled = started(session, author)
    broadcasts.cancel(session, cancelled.id, actor="Pak Budi", now=NOW)
    assert broadcast(session, cancelled.id, "id") is None
    assert broadcast_fix(session, cancelled.id, "id") is not None
    recalled = started(session, author)
    broadcasts.pause(session, recalled.id, actor="Pak Budi", now=NOW)
    recall(session, recalled.id, actor="Pak Budi", now=NOW)
    assert [write(session, recalled.id, "id") for write in (broadcast, broadcast_fix)] == [None] * 2
    assert broadcast_recall(session, recalled.id, "id") is not None


def test_one_that_was_thrown_away_is_no_broadcast(session: Session, author: int) -> None:
    view = draft(session, author)
    broadcasts.discard(session, view.id)
    assert [write(session, view.id, "id") for write in SHARED.values()] == [None] * 3


def test_every_kind_has_its_place() -> None:
    assert dict(SHARED_LETTERS) == dict(SHARED)
    assert set(TO_STAFF) <= set(LETTERS)
    assert all(
        write.__dict__["tables"] == {"broadcasts", "broadcast_changes"} for write in SHARED.values()
    )


# To staff


@pytest.fixture
def desk(session: Session, empty_database: Database) -> "Desk":
    return Desk(session, empty_database)


class Desk:
    """Where letters to staff are written."""

    def __init__(self, session: Session, database: Database) -> None:
        self.session = session
        self.house = House(database, lambda: NOW, WIB, Finder(database), human="", bulk_rate=2)

    def write(self, kind: str, view: BroadcastView, language: str = "id") -> Any:
        """To Siti."""
        facts = {"broadcast_id": view.id}
        siti = find_account(self.session, SITI.telegram_id)
        assert siti is not None
        letter = Letter(
            1, siti.id, SITI.telegram_id, language, Lane.RESULTS, kind, facts, 1, NOW, NOW + HOUR,
            NOW + HOUR,
        )  # fmt: skip
        return TO_STAFF[kind](self.session, letter, speaker(language), self.house)


def words(screen: object) -> tuple[str, list[str]]:
    """The text, and its buttons' captions."""
    assert isinstance(screen, Screen)
    return screen.text, [each.text for row in screen.rows for each in row]


def test_a_test_is_the_message_itself(session: Session, author: int, desk: Desk) -> None:
    view = draft(session, author, JOIN)
    tested = desk.write("broadcast_test", view)
    assert tested == broadcast(session, view.id, "id")


def test_an_approver_is_asked_and_shown_the_message(
    session: Session, author: int, desk: Desk
) -> None:
    view = submitted(session, draft(session, author).id, approve_above=1)
    text, captions = words(desk.write("broadcast_approval", view))
    assert text.startswith(
        "📣 <b>Pak Budi</b> meminta persetujuan untuk siaran ke <b>3 orang</b>, "
    )
    assert "Penerima: Semua orang" in text
    assert captions == ["Lihat pesannya", "Setujui", "Tolak", "‹ Kembali", "⌂ Menu"]
    assert desk.write("broadcast_preview", view) == broadcast(session, view.id, "id")


def test_what_is_decided_is_asked_no_more(session: Session, author: int, desk: Desk) -> None:
    view = submitted(session, draft(session, author).id, approve_above=1)
    broadcasts.reopen(session, view.id, actor="Pak Budi", now=NOW)
    for kind in ("broadcast_approval", "broadcast_preview"):
        with pytest.raises(Moot):
            desk.write(kind, view)


def test_the_author_hears_who_said_yes(session: Session, author: int, desk: Desk) -> None:
    view = submitted(session, draft(session, author).id, approve_above=1)
    siti = welcome(session, SITI)
    broadcasts.approve(session, view.id, approver_id=siti, actor="Bu Siti", now=NOW)
    text, captions = words(desk.write("broadcast_approved", view))
    assert text == "📣 Siaran Anda disetujui Bu Siti. <i>Kumpul besok pukul 07.30.</i>"
    assert captions == ["Lihat jalannya", "‹ Kembali", "⌂ Menu"]


def test_the_author_hears_why_it_was_refused(session: Session, author: int, desk: Desk) -> None:
    view = submitted(session, draft(session, author).id, approve_above=1)
    broadcasts.refuse(session, view.id, actor="Bu Siti", reason="time", now=NOW)
    text, captions = words(desk.write("broadcast_refused", view))
    assert text.startswith("📣 Siaran Anda belum disetujui: Waktunya belum tepat.")
    assert captions == ["Lanjut menulis", "‹ Kembali", "⌂ Menu"]
    english, _ = words(desk.write("broadcast_refused", view, "en"))
    assert "The time isn't right" in english
    submitted(session, view.id, approve_above=1)
    with pytest.raises(Moot):
        desk.write("broadcast_refused", view)


def test_a_reason_in_somebodys_own_words_is_told_as_it_is(
    session: Session, author: int, desk: Desk
) -> None:
    view = submitted(session, draft(session, author).id, approve_above=1)
    broadcasts.refuse(session, view.id, actor="command:sri", reason="Tanggalnya <1>", now=NOW)
    text, _ = words(desk.write("broadcast_refused", view))
    assert "belum disetujui: Tanggalnya &lt;1&gt;." in text


def test_a_broadcast_that_is_gone_makes_its_letters_moot(
    session: Session, author: int, desk: Desk
) -> None:
    view = draft(session, author)
    broadcasts.discard(session, view.id)
    for kind in TO_STAFF:
        with pytest.raises(Moot):
            desk.write(kind, view)


def test_who_is_staff_no_more_gets_no_letter_of_staff(
    session: Session, author: int, desk: Desk
) -> None:
    view = submitted(session, draft(session, author).id, approve_above=1)
    revoke(session, welcome(session, SITI))
    for kind in TO_STAFF:
        with pytest.raises(Moot):
            desk.write(kind, view)


def test_who_may_approve_no_more_is_not_asked_to(session: Session, author: int, desk: Desk) -> None:
    view = submitted(session, draft(session, author).id, approve_above=1)
    siti = welcome(session, SITI)
    revoke(session, siti)
    grant(session, siti, Role.STAFF, provider_id=None, name="Bu Siti", granted_by="test", now=NOW)
    for kind in ("broadcast_approval", "broadcast_preview"):
        with pytest.raises(Moot):
            desk.write(kind, view)
    assert desk.write("broadcast_test", view) == broadcast(session, view.id, "id")
