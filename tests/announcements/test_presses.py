"""Presses of a broadcast's buttons: each person once for each."""

import pytest
from sqlalchemy.orm import Session

from announcements.audiences import Audience
from announcements.broadcasts import add_button, begin_draft, choose_audience, submit, write_text
from announcements.buttons import Button
from announcements.errors import NoSuchBroadcast, NoSuchButton
from announcements.presses import Presses, press, presses_of
from tests.announcements.crowd import SRI, TEXT, add_people, fill
from tests.notices.post_office import NOON

LINK, JOIN = Button("link", "Daftar", "https://pelatihan.example"), Button("join", "Saya ikut")


def with_buttons(session: Session) -> int:
    draft = begin_draft(session, None, actor=SRI, now=NOON)
    write_text(session, draft.id, html=TEXT)
    for button in (LINK, JOIN):
        add_button(session, draft.id, button)
    choose_audience(session, draft.id, Audience())
    return draft.id


def test_each_person_counts_once_for_each_button(session: Session) -> None:
    one, two, _three = add_people(session, 3)
    broadcast_id = with_buttons(session)
    submit(session, broadcast_id, actor=SRI, start_at=None, approve_above=9, now=NOON)
    fill(session, broadcast_id)
    assert presses_of(session, broadcast_id) == Presses(0, {})
    pressed = [(one, 0), (one, 0), (one, 1), (two, 1), (two, 1)]
    buttons = [press(session, broadcast_id, *who, NOON) for who in pressed]
    assert buttons == [LINK, LINK, JOIN, JOIN, JOIN]
    assert presses_of(session, broadcast_id) == Presses(2, {0: 1, 1: 2})


def test_who_tests_it_or_came_later_presses_it_and_is_not_counted(session: Session) -> None:
    [author] = add_people(session, 1)
    broadcast_id = with_buttons(session)
    assert press(session, broadcast_id, author, 1, NOON) == JOIN
    submit(session, broadcast_id, actor=SRI, start_at=None, approve_above=9, now=NOON)
    fill(session, broadcast_id)
    [stranger] = add_people(session, 1, first=50)
    assert press(session, broadcast_id, stranger, 0, NOON) == LINK
    assert presses_of(session, broadcast_id) == Presses(0, {})


def test_a_button_or_a_broadcast_that_there_is_not(session: Session) -> None:
    [someone] = add_people(session, 1)
    broadcast_id = with_buttons(session)
    for place in (-1, 2):
        with pytest.raises(NoSuchButton):
            press(session, broadcast_id, someone, place, NOON)
    with pytest.raises(NoSuchBroadcast):
        press(session, broadcast_id + 1, someone, 0, NOON)
