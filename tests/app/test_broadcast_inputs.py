"""What is given to `jawara broadcast`, and what is said where it can't be."""

from pathlib import Path

import pytest

from tests.app.broadcast_desk import Broadcast, broadcast, draft
from tests.app.test_staff import transaction
from tests.cast import set_stage

__all__ = ["broadcast", "draft"]

BUTTONS = ("--button", "link|Daftar|https://pelatihan.example/a|b", "--button", "join|Saya ikut")
WHO = ("--role", "applicants", "--wave", "PBK-2025-3", "--stream", "las", "--programme", "las-gmaw")
WHICH = ("--state", "submitted", "--language", "id", "--seen", "30", "--until", "2031-01-02 03:04")


def test_every_criterion_and_button_can_be_given(sqlite_url: str, broadcast: Broadcast) -> None:
    with transaction(sqlite_url) as session:
        set_stage(session)
    assert broadcast("new", "-", *BUTTONS, *WHO, *WHICH, piped="Halo")[0] == 0
    training = "stream las, programme las-gmaw, wave PBK-2025-3, state submitted"
    criteria = f"{training}, language id, seen within 30 days"
    assert broadcast("show", "1")[1].splitlines()[1:] == [
        "  | Halo",
        "  [Daftar] link https://pelatihan.example/a|b",
        "  [Saya ikut] join",
        f"to: applicants, {criteria}",
        "people: 0, which takes 1 s at 25 messages a second",
        "of no more use: 2031-01-02 03:04",
    ]
    assert broadcast("start", "1") == (1, "", "jawara: nobody fits this audience\n")


@pytest.mark.parametrize(
    ("words", "piped", "told"),
    [
        ((), "", "there is no text"),
        ((), "Halo\n<b>semua</i>", "line 2, column 9: </i> closes nothing that is open"),
        ((), "<b>Halo", "line 1, column 1: <b> is never closed"),
        ((), "<h1>Halo</h1>", "line 1, column 1: Telegram knows no <h1>"),
        ((), "a" * 4097, "the text has 4097 characters, 4096 are the most"),
        (("--region", "3171"), "Halo", "there is no region 3171"),
        (("--wave", "PBK-2031-1"), "Halo", "there is no wave PBK-2031-1"),
        (("--stream", "sulap"), "Halo", "there is no stream sulap"),
        (("--state", "ranked"), "Halo", "there is no state of an application ranked"),
        (("--button", "link|Daftar|abc"), "Halo", "'abc' is no http(s) address"),
        (("--button", "programme|Lihat|x"), "Halo", "there is no programme x"),
        (("--until", "2001-01-01"), "Halo", 'is no time; write it as "2026-11-25 09:00"'),
        (("--button", "Daftar"), "Halo", "'Daftar' is no button"),
    ],
)
def test_what_is_wrong_is_told_in_one_line_and_nothing_is_kept(
    broadcast: Broadcast, words: tuple[str, ...], piped: str, told: str
) -> None:
    code, said, refused = broadcast("new", "-", *words, piped=piped)
    assert (code, said, len(refused.splitlines())) == (1, "", 1)
    assert told in refused
    assert broadcast("list") == (0, "", "")


def test_a_file_that_can_not_be_read_is_named(broadcast: Broadcast, tmp_path: Path) -> None:
    picture = tmp_path / "gambar.png"
    picture.write_bytes(b"\x89PNG\xff")
    assert broadcast("new", str(picture))[2] == f"jawara: {picture} is not UTF-8\n"
    missing = tmp_path / "tiada.txt"
    assert broadcast("new", str(missing))[2] == (
        f"jawara: {missing} can't be read: No such file or directory\n"
    )


def test_an_end_before_the_start_is_refused(draft: str, broadcast: Broadcast) -> None:
    broadcast("new", "-", "--region", "3673", "--until", "2031-01-01 08:00", piped="Halo")
    assert broadcast("start", "2", "--at", "2031-01-02 08:00")[2] == (
        "jawara: it would end at 2031-01-01 08:00, before it starts at 2031-01-02 08:00\n"
    )
