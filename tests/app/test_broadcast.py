"""`jawara broadcast`, on a database of its own."""

from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import update

from announcements.broadcasts import changes_of, find
from app.clock import machine_clock
from notices.sender import Unanswered
from storage.models import Account, Batch, Notice
from tests.announcements.crowd import add_people
from tests.app.broadcast_desk import Broadcast, broadcast, deliver, draft
from tests.app.test_staff import transaction
from tests.cast import SITI, WIB, welcome
from tests.notices.post_office import Postman

__all__ = ["broadcast", "draft"]


def test_a_broadcast_is_written_shown_and_sent(
    sqlite_url: str, draft: str, broadcast: Broadcast
) -> None:
    code, shown, _ = broadcast("show", draft)
    assert (code, shown.splitlines()) == (
        0,
        [
            "broadcast 1 by command:Ibu Sri: draft",
            "  | <b>Pendaftaran dibuka</b>",
            "  | Gelombang 3 menerima peserta.",
            "to: everyone, region 3673",
            "people: 3, which takes 1 s at 25 messages a second",
        ],
    )
    assert broadcast("start", draft) == (0, "broadcast 1 is running\n", "")
    assert sorted(one.telegram_id for one in deliver(sqlite_url).accepted) == [90001, 90002, 90003]
    _, shown, _ = broadcast("show", draft)
    counts = "sent 3, blocked 0, failed 0, expired 0, cancelled 0, uncertain 0, left 0"
    assert shown.splitlines()[0] == "broadcast 1 by command:Ibu Sri: done"
    assert shown.splitlines()[-1] == f"written: 3; {counts}"
    _, listed, _ = broadcast("list")
    [line] = listed.splitlines()
    assert line.split()[:3] == ["1", "done", "3"]
    assert line.endswith("Pendaftaran dibuka Gelombang 3 menerima ")


def test_more_people_want_a_second_person(
    sqlite_url: str, draft: str, broadcast: Broadcast
) -> None:
    with transaction(sqlite_url) as session:
        add_people(session, 1, first=10, domicile="3673")
    waits = "broadcast 1 is for more than 3 people and waits for a second person: "
    assert broadcast("start", draft) == (
        0,
        waits + "jawara broadcast approve 1 --by NAME\n",
        "",
    )
    same = "jawara: its author can't approve it: a second person has to, --by another name\n"
    assert broadcast("approve", draft, "--by", "ibu sri") == (1, "", same)
    assert broadcast("approve", draft)[0] == 2
    back = broadcast("refuse", draft, "--by", "Ibu Wati", "--why", "Tanggalnya keliru")
    assert back == (0, "broadcast 1 is a draft\n", "")
    assert "  because: Tanggalnya keliru" in broadcast("show", draft)[1].splitlines()
    broadcast("start", draft, "--by", "Ibu Sri")
    done = broadcast("approve", draft, "--by", "Ibu Wati")
    assert done == (0, "broadcast 1 is running\n", "")
    with transaction(sqlite_url) as session:
        actors = [(one.actor, one.to_state) for one in changes_of(session, 1)]
    assert actors[-2:] == [("command:Ibu Sri", "waiting"), ("command:Ibu Wati", "running")]


def test_its_author_does_not_change_what_was_approved(
    sqlite_url: str, tmp_path: Path, draft: str, broadcast: Broadcast
) -> None:
    file = tmp_path / "lain.txt"
    file.write_text("Pendaftaran diundur", encoding="utf-8")
    with transaction(sqlite_url) as session:
        add_people(session, 1, first=10, domicile="3673")
    broadcast("start", draft, "--by", "Ibu Sri")
    broadcast("approve", draft, "--by", "Ibu Wati")
    deliver(sqlite_url)
    why = "a second person has approved its words: an approver other than its author"
    refused = (1, "", f"jawara: {why} has to change them, --by another name\n")
    assert broadcast("correct", draft, str(file), "--by", "ibu  sri") == refused
    corrected = broadcast("correct", draft, str(file), "--by", "Ibu Wati")
    assert corrected == (0, "broadcast 1 is being corrected\n", "")


def test_it_starts_at_a_local_time_and_can_be_taken_back(
    sqlite_url: str, draft: str, broadcast: Broadcast
) -> None:
    day = (datetime.now(WIB) + timedelta(days=2)).strftime("%Y-%m-%d")
    at = f"{day} 08:00"
    assert broadcast("start", draft, "--at", at) == (0, f"broadcast 1 is scheduled for {at}\n", "")
    assert deliver(sqlite_url).accepted == []
    assert broadcast("reopen", draft) == (0, "broadcast 1 is a draft\n", "")
    assert broadcast("start", draft, "--at", "besok")[:2] == (1, "")
    assert broadcast("discard", draft) == (0, "broadcast 1 is gone\n", "")
    assert broadcast("show", draft) == (1, "", "jawara: there is no broadcast 1\n")


def test_pause_resume_and_cancel(sqlite_url: str, draft: str, broadcast: Broadcast) -> None:
    broadcast("start", draft)
    assert broadcast("pause", draft) == (0, "broadcast 1 is paused\n", "")
    assert deliver(sqlite_url).accepted == []
    assert broadcast("pause", draft)[2] == "jawara: broadcast 1 is paused and can't be paused\n"
    assert broadcast("resume", draft) == (0, "broadcast 1 is running\n", "")
    cancelled = broadcast("cancel", draft, "--why", "Kelas batal", "--by", "Ibu Sri")
    assert cancelled == (0, "broadcast 1 is cancelled\n", "")
    assert broadcast("resume", draft)[2] == (
        "jawara: broadcast 1 is cancelled and can't be resumed\n"
    )
    assert deliver(sqlite_url).accepted == []


def test_corrected_and_recalled_after_delivery(
    sqlite_url: str, tmp_path: Path, draft: str, broadcast: Broadcast
) -> None:
    file = tmp_path / "lain.txt"
    file.write_bytes("\ufeffPendaftaran <i>diundur</i>\r\n".encode())
    broadcast("start", draft)
    assert broadcast("correct", draft, str(file))[2] == (
        "jawara: broadcast 1 is running and can't be corrected\n"
    )
    deliver(sqlite_url)
    corrected = broadcast("correct", draft, str(file))
    assert corrected == (0, "broadcast 1 is being corrected\n", "")
    # The bot's clock is four seconds on at each look, when the new words have settled.
    assert deliver(sqlite_url).kinds == ["broadcast_fix"] * 3
    with transaction(sqlite_url) as session:
        assert find(session, 1).html == "Pendaftaran <i>diundur</i>"
    assert broadcast("recall", draft) == (0, "broadcast 1 is being taken back\n", "")
    assert deliver(sqlite_url).kinds == ["broadcast_recall"] * 3
    last = broadcast("show", draft)[1].splitlines()[-1]
    assert last.startswith("recall: done ")
    assert last.endswith("; 3 messages, changed 3, failed 0, left 0")


def test_uncertain_ones_are_listed_and_decided(
    sqlite_url: str, draft: str, broadcast: Broadcast
) -> None:
    postman = Postman()
    postman.troubles[90_002] = [Unanswered("timeout")]
    broadcast("start", draft)
    deliver(sqlite_url, postman)
    listed = broadcast("uncertain", draft)
    assert listed == (0, "account 2\n1 in all\n", "")
    ask = "to decide: 1 may have got it or not (broadcast uncertain)"
    assert broadcast("show", draft)[1].splitlines()[-1] == ask
    assert broadcast("uncertain", draft, "--again", "--leave")[0] == 1
    assert broadcast("uncertain", draft, "--leave") == (0, "1 stay\n", "")
    assert ask not in broadcast("show", draft)[1]
    assert broadcast("uncertain", draft, "--again") == (0, "1 go out again\n", "")
    deliver(sqlite_url, postman)
    told = sorted(letter.telegram_id for letter in postman.accepted)
    assert told == [90_001, 90_002, 90_003]


def test_messages_on_their_way_are_waited_for(
    sqlite_url: str, draft: str, broadcast: Broadcast
) -> None:
    broadcast("start", draft)
    deliver(sqlite_url)
    with transaction(sqlite_url) as session:
        session.execute(update(Notice).where(Notice.id == 1).values(state="sending"))
        session.execute(update(Batch).values(sent=2))
    assert broadcast("recall", draft)[2] == (
        "jawara: 1 messages of broadcast 1 are on their way: try again in a moment\n"
    )


def test_a_report_is_written(
    sqlite_url: str, tmp_path: Path, draft: str, broadcast: Broadcast
) -> None:
    broadcast("start", draft)
    deliver(sqlite_url)
    file = tmp_path / "laporan.csv"
    assert broadcast("report", draft, str(file)) == (0, f"{file}: 3 recipients\n", "")
    assert len(file.read_text(encoding="utf-8-sig").splitlines()) == 4
    assert broadcast("report", draft, "laporan.pdf")[2] == (
        "jawara: laporan.pdf is neither a .csv nor a .xlsx\n"
    )
    nowhere = tmp_path / "tiada" / "laporan.xlsx"
    assert broadcast("report", draft, str(nowhere))[2] == (
        f"jawara: {nowhere} can't be written: No such file or directory\n"
    )
    assert broadcast("report", "9", str(file))[2] == "jawara: there is no broadcast 9\n"


def test_a_test_goes_to_one_person(sqlite_url: str, draft: str, broadcast: Broadcast) -> None:
    with transaction(sqlite_url) as session:
        quiet = update(Account).where(Account.id == welcome(session, SITI))
        session.execute(quiet.values(quiet_from=None))
    sent = broadcast("test", draft, "--to", str(SITI.telegram_id))
    assert sent == (0, f"broadcast 1 goes to {SITI.telegram_id} alone\n", "")
    assert deliver(sqlite_url, at=machine_clock()).kinds == ["broadcast_test"]
    assert broadcast("test", draft, "--to", "5")[2] == (
        "jawara: nobody with the Telegram id 5 has written to the bot\n"
    )
