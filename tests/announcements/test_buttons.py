"""Buttons: what can be shown and leads somewhere."""

import pytest
from sqlalchemy.orm import Session

from announcements.broadcasts import add_button, begin_draft, drop_buttons
from announcements.buttons import Button, checked
from announcements.errors import BadButton
from tests.announcements.crowd import SRI
from tests.cast import NOW, Stage


def test_each_kind_leads_to_its_own_place(session: Session, stage: Stage) -> None:
    asked = [
        Button("link", "  Daftar   sekarang ", " https://pelatihan.example/daftar "),
        Button("programme", "Lihat Las SMAW A", "las-smaw-a"),
        Button("join", "Saya ikut", "apa saja"),
    ]
    assert [checked(session, one) for one in asked] == [
        Button("link", "Daftar sekarang", "https://pelatihan.example/daftar"),
        Button("programme", "Lihat Las SMAW A", "las-smaw-a"),
        Button("join", "Saya ikut", ""),
    ]


@pytest.mark.parametrize(
    ("button", "problem"),
    [
        (Button("call", "Telepon", "021"), ("kind", "call")),
        (Button("link", "  ", "https://a.example"), ("no_caption", "https://a.example")),
        (Button("link", "a" * 41, "https://a.example"), ("long_caption", "a" * 41)),
        (Button("link", "Daftar", "pelatihan.example"), ("link", "pelatihan.example")),
        (Button("link", "Daftar", "javascript:x"), ("link", "javascript:x")),
        (Button("link", "Daftar", "https://a b.example"), ("link", "https://a b.example")),
        (Button("link", "Daftar", "https://localhost"), ("link", "https://localhost")),
        (Button("link", "Daftar", "https://[x"), ("link", "https://[x")),
        (Button("programme", "Lihat", "tata-boga"), ("programme", "tata-boga")),
        (Button("vacancy", "Lihat", "12"), ("vacancy", "12")),
        (Button("vacancy", "Lihat", "dua"), ("vacancy", "dua")),
        (Button("vacancy", "Lihat", "99999999999"), ("vacancy", "99999999999")),
    ],
)
def test_a_button_that_leads_nowhere_is_refused(
    session: Session, stage: Stage, button: Button, problem: tuple[str, str]
) -> None:
    with pytest.raises(BadButton) as refused:
        checked(session, button)
    assert refused.value.args == problem


def test_six_are_the_most_and_all_can_be_dropped(session: Session, stage: Stage) -> None:
    draft = begin_draft(session, None, actor=SRI, now=NOW)
    buttons = [Button("link", f"Tautan {n}", f"https://a.example/{n}") for n in range(6)]
    for button in buttons:
        add_button(session, draft.id, button)
    with pytest.raises(BadButton) as refused:
        add_button(session, draft.id, Button("join", "Ikut"))
    assert refused.value.args == ("too_many", "Ikut")
    assert drop_buttons(session, draft.id).buttons == ()
    assert add_button(session, draft.id, buttons[3]).buttons == (buttons[3],)
