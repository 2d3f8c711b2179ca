"""Moves of the intake, each as one transaction makes it; what they are about, they find themselves.

A story's moves follow one another on one database. Numbers of registration have no gaps, whatever
was killed before, so people are known by them.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from intake.applications.rows import application_by_number
from intake.documents.documents import Shelved, keep, kept_by, take_back
from intake.registration.submissions import submit
from intake.seats.admitting import admit
from intake.seats.closing import classes_to_close, close_class
from intake.seats.confirming import confirm
from intake.seats.counter import confirm_for, let_go_for
from intake.seats.reserve import classes_to_look_at, let_go, pass_on
from intake.seats.seats import hold_class
from intake.selection.overrides import approve_override, ask_override
from intake.selection.ranking import rank_applicants
from intake.selection.results import announce, classes_to_announce, schedule_results
from intake.selection.score_files import read_scores, record_scores
from intake.training.attendance import mark, scan_card
from intake.training.attendance_rows import AttendanceState
from intake.training.cards import issue_card
from intake.training.certificate_lists import put_list
from intake.withdrawing import withdraw
from people.accounts import find_account
from people.staff import EVERYWHERE
from storage.models import (
    CourseClass,
    Document,
    RankOverride,
    Wave,
)
from tests.cast import FIRST_MEETING, NOW, SITI, WIB, Person, fill_in, set_stage, welcome
from tests.intake.documents.papers_wanted import want_papers
from tests.killing import school_moves
from tests.killing.school_moves import Move

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
RESULTS = NOW + DAY
LATE = RESULTS + 4 * DAY
"""When offers of the results have lapsed."""
BEGUN = FIRST_MEETING + 5 * 60 * timedelta(seconds=1)
NUMBER = "PBK-2025-3-{:04d}"
SCORES = b"nomor;tes;wawancara\n" + b"".join(
    f"{NUMBER.format(number)};{90 - number},5;80\n".encode() for number in range(1, 6)
)
CERTIFICATES = "nomor pendaftaran;sertifikat;nomor sertifikat\n"


def people(count: int) -> list[Person]:
    return [
        Person(8100 + n, "Siti Aminah", f"367301450199{n:04d}", SITI.phone, "smk", "3673")
        for n in range(1, count + 1)
    ]


def account(session: Session, number: int) -> int:
    found = find_account(session, 8100 + number)
    assert found is not None
    return found.id


def application(session: Session, number: int) -> int:
    return application_by_number(session, NUMBER.format(number)).id


def class_id(session: Session) -> int:
    return session.scalars(select(CourseClass.id).order_by(CourseClass.id).limit(1)).one()


def prepare_selection(session: Session) -> None:
    """Two seats, and five people who are about to send their registrations."""
    stage = set_stage(session, capacity=2)
    want_papers(session, stage, "ktp")
    for person in people(5):
        fill_in(session, person, welcome(session, person), stage.class_id)


def prepare_first_come(session: Session) -> None:
    """One seat, and three people."""
    stage = set_stage(session, capacity=1)
    session.execute(update(Wave).values(mode="first_come"))
    for person in people(3):
        fill_in(session, person, welcome(session, person), stage.class_id)


def send(number: int) -> Move:
    return lambda session: (
        submit(session, account(session, number), update_id=number, now=NOW, zone=WIB).number
    )


def give_up(number: int, now: timedelta = timedelta()) -> Move:
    return lambda session: withdraw(
        session, application(session, number), account(session, number),
        reason=None, now=NOW + now, zone=WIB,
    ).state  # fmt: skip


def take_scores(session: Session) -> object:
    sheet = read_scores(SCORES)
    return record_scores(session, class_id(session), sheet, actor="Sri", now=NOW + HOUR)


def rank(session: Session) -> object:
    held = hold_class(session, class_id(session), WIB)
    return rank_applicants(session, held, actor="Sri", now=NOW + 2 * HOUR).state


def override(session: Session) -> object:
    return ask_override(
        session, NUMBER.format(5), to_rank=1, reason="Salah catat", actor="Sri", now=NOW + 2 * HOUR
    ).to_rank


def approve(session: Session) -> object:
    asked = session.scalars(select(RankOverride.id)).one()
    return approve_override(session, asked, actor="Wati", now=NOW + 2 * HOUR).approved_by


def schedule(session: Session) -> object:
    held = hold_class(session, class_id(session), WIB)
    return schedule_results(session, held, at=RESULTS, actor="Sri", now=NOW + 3 * HOUR).state


def tell_results(session: Session) -> object:
    due = classes_to_announce(session, RESULTS)
    return [announce(session, each, now=RESULTS, zone=WIB) for each in due]


def say_yes(number: int, at: datetime = RESULTS + HOUR) -> Move:
    return lambda session: confirm(
        session, application(session, number), actor="applicant", now=at, zone=WIB
    )


def say_no(number: int) -> Move:
    return lambda session: let_go(
        session, application(session, number),
        account_id=account(session, number), now=RESULTS + HOUR, zone=WIB,
    )  # fmt: skip


def staff_let_go(number: int, after: timedelta) -> Move:
    return lambda session: let_go_for(
        session, application(session, number),
        actor="staff:Sri", why="work", now=NOW + after, zone=WIB,
    )  # fmt: skip


def staff_confirm(number: int, after: timedelta) -> Move:
    return lambda session: confirm_for(
        session, application(session, number), actor="staff:Sri", now=NOW + after, zone=WIB
    )


def lapse(session: Session) -> object:
    due = classes_to_look_at(session, LATE)
    return [pass_on(session, each, now=LATE, zone=WIB) for each in due]


def seat(number: int) -> Move:
    return lambda session: (
        admit(session, NUMBER.format(number), actor="Sri", now=LATE, zone=WIB).state
    )


def begin(session: Session) -> object:
    """The training begins, and whoever waits is told."""
    session.execute(update(Wave).values(state="running"))
    due = classes_to_close(session, BEGUN)
    return [close_class(session, each, now=BEGUN, zone=WIB) for each in due]


def document(update_id: int) -> Move:
    def kept(session: Session) -> object:
        if kept_by(session, account(session, 1), update_id) is not None:
            return None  # as the chat asks of an update that comes again
        file = f"{update_id:064x}"
        shelved = Shelved(application(session, 1), "ktp", "image/jpeg", 2048, 1, file)
        done = keep(session, account(session, 1), shelved, update_id=update_id, now=NOW)
        return len(done.lines)

    return kept


def drop_document(session: Session) -> object:
    sent = session.scalar(select(Document.id))
    return len(take_back(session, account(session, 1), sent or 0, now=NOW).lines)


def scan(session: Session) -> object:
    ours = application(session, 5)
    card = issue_card(session, ours, account(session, 5), now=BEGUN)
    found = scan_card(session, card.token, EVERYWHERE, actor="Ratna", now=BEGUN, zone=WIB)
    return found.trainee.number


def excuse(session: Session) -> object:
    meeting = (
        session.scalars(select(CourseClass).where(CourseClass.id == class_id(session)))
        .one()
        .meetings[0]
    )
    done = mark(
        session, application(session, 5), meeting.id, AttendanceState.EXCUSED, EVERYWHERE,
        reason="sick", actor="Ratna", now=BEGUN + DAY, zone=WIB,
    )  # fmt: skip
    return done.state


def certify(session: Session) -> object:
    text = CERTIFICATES + "".join(
        f"{NUMBER.format(5)};{kind};7/{kind}/2026\n" for kind in ("bnsp", "balai")
    )
    with NamedTemporaryFile("w", suffix=".csv") as file:
        file.write(text)
        file.flush()
        taken, mistakes = put_list(
            session, class_id(session), Path(file.name), EVERYWHERE,
            actor="Ratna", now=BEGUN + 30 * DAY,
        )  # fmt: skip
    return taken, len(mistakes)


PREPARE: Mapping[str, Callable[[Session], None]] = {
    "selection": prepare_selection,
    "first_come": prepare_first_come,
    "school": school_moves.prepare,
}
STORIES: Mapping[str, Mapping[str, Move]] = {
    "selection": {
        **{f"send {number}": send(number) for number in (1, 2, 3, 4, 5)},
        "keep a document": document(101),
        "keep another in its place": document(102),
        "take it back": drop_document,
        "take scores from a file": take_scores,
        "rank": rank,
        "ask for another rank": override,
        "approve it": approve,
        "schedule the results": schedule,
        "tell the results": tell_results,
        "confirm a seat": say_yes(5),
        "let a seat go": say_no(1),
        "let an offer lapse": lapse,
        "admit": seat(3),
        "give a seat up": give_up(3, 6 * DAY),
        "begin": begin,
        "scan a card": scan,
        "excuse": excuse,
        "take certificates from a file": certify,
    },
    "first_come": {
        **{f"send {number}": send(number) for number in (1, 2, 3)},
        "give a seat up": give_up(1, HOUR),
        "confirm the seat": say_yes(2, NOW + 2 * HOUR),
        "give it back at the counter": staff_let_go(2, 3 * HOUR),
        "confirm the next at the counter": staff_confirm(3, 4 * HOUR),
        "begin": begin,
    },
    "school": school_moves.MOVES,
}
ANEW = {"rank", "ask for another rank", "send others in their place", "send pupils", "take it back"}
"""What is meant to be done anew each time, not to be done once."""
AS_BEFORE = {f"send {number}" for number in (2, 3, 4, 5)}
"""Made without deaths: the first of its kind has died all of them. Not on a waiting list, where the
second one finds the class full.
"""
