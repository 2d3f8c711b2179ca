"""A broadcast while it is written."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from announcements.audiences import Audience
from announcements.broadcasts import (
    BroadcastState,
    add_button,
    ask_step,
    begin_draft,
    changes_of,
    choose_audience,
    choose_end,
    discard,
    drop_buttons,
    find,
    list_broadcasts,
    open_draft,
    write_text,
)
from announcements.buttons import Button
from announcements.errors import (
    BadAudience,
    BadMedia,
    EmptyText,
    NoSuchBroadcast,
    NotPossible,
    NotYours,
    TextTooLong,
)
from storage.models import BroadcastChange
from tests.announcements.crowd import SRI, TEXT, add_people, start, write_draft
from tests.cast import NOW

LINK = Button("link", "Daftar", "https://pelatihan.example")


def test_a_draft_is_written_piece_by_piece(session: Session, siti: int) -> None:
    draft = begin_draft(session, siti, actor=SRI, now=NOW)
    assert (draft.state, draft.step, draft.author_id, draft.author) == ("draft", "text", siti, SRI)
    assert (draft.html, draft.buttons, draft.audience, draft.people) == ("", (), Audience(), None)
    write_text(session, draft.id, html=f" {TEXT}\n", media_kind="photo", media_file="AgAC", by=siti)
    add_button(session, draft.id, LINK, by=siti)
    choose_audience(session, draft.id, Audience(regions=("3673",)), by=siti)
    ask_step(session, draft.id, "audience", by=siti)
    kept = open_draft(session, siti)
    assert kept is not None
    assert (kept.html, kept.media_kind, kept.media_file) == (TEXT, "photo", "AgAC")
    assert (kept.buttons, kept.audience) == ((LINK,), Audience(regions=("3673",)))
    assert kept == find(session, draft.id)


def test_what_is_begun_twice_is_one_draft_and_a_closed_one_is_not_open(
    session: Session, siti: int
) -> None:
    first = begin_draft(session, siti, actor=SRI, now=NOW)
    assert begin_draft(session, siti, actor=SRI, now=NOW) == first
    ask_step(session, first.id, None, by=siti)
    assert open_draft(session, siti) is None
    second = begin_draft(session, siti, actor=SRI, now=NOW)
    assert [one.id for one in list_broadcasts(session)] == [second.id, first.id]
    assert [one.id for one in list_broadcasts(session, most=1)] == [second.id]
    assert list_broadcasts(session, states=[BroadcastState.DONE]) == []


def test_a_text_anew_takes_the_picture_away(session: Session, siti: int) -> None:
    draft = begin_draft(session, siti, actor=SRI, now=NOW)
    write_text(session, draft.id, html="", media_kind="document", media_file="BQAC")
    assert write_text(session, draft.id, html=TEXT).media_file is None


def test_a_message_that_telegram_would_refuse_is_refused_at_once(
    session: Session, siti: int
) -> None:
    draft = begin_draft(session, siti, actor=SRI, now=NOW)
    with pytest.raises(EmptyText):
        write_text(session, draft.id, html="<b></b>")
    with pytest.raises(TextTooLong) as refused:
        write_text(session, draft.id, html="a" * 1025, media_kind="photo", media_file="AgAC")
    assert refused.value.args == (1025, 1024)
    for kind, file in (("video", "BAAC"), ("photo", None)):
        with pytest.raises(BadMedia):
            write_text(session, draft.id, html=TEXT, media_kind=kind, media_file=file)
    with pytest.raises(BadAudience):
        choose_audience(session, draft.id, Audience(regions=("9999",)))
    assert find(session, draft.id) == draft


def test_only_its_author_writes_a_draft(session: Session, siti: int, budi: int) -> None:
    draft = begin_draft(session, siti, actor=SRI, now=NOW)
    with pytest.raises(NotYours):
        write_text(session, draft.id, html=TEXT, by=budi)
    with pytest.raises(NotYours):
        discard(session, draft.id, by=budi)
    assert find(session, draft.id) == draft


def test_what_was_handed_in_is_not_edited(session: Session) -> None:
    add_people(session, 1)
    broadcast_id = start(session)
    for edit in (
        lambda: write_text(session, broadcast_id, html="Lain"),
        lambda: add_button(session, broadcast_id, LINK),
        lambda: drop_buttons(session, broadcast_id),
        lambda: choose_audience(session, broadcast_id, Audience(role="staff")),
        lambda: choose_end(session, broadcast_id, None),
        lambda: ask_step(session, broadcast_id, "text"),
        lambda: discard(session, broadcast_id),
    ):
        with pytest.raises(NotPossible) as refused:
            edit()
        assert refused.value.args == ("running", "edited")


def test_a_discarded_draft_leaves_nothing(session: Session) -> None:
    draft = write_draft(session)
    assert [change.to_state for change in changes_of(session, draft.id)] == ["draft"]
    discard(session, draft.id)
    with pytest.raises(NoSuchBroadcast):
        find(session, draft.id)
    with pytest.raises(NoSuchBroadcast):
        discard(session, draft.id)
    assert session.scalars(select(BroadcastChange.id)).all() == []
