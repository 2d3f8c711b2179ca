"""Each letter of a seat, from the notice that its cause has written, in both languages."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.letters_seats import OF_SEATS
from bot.presses.cards import ShowCard
from bot.presses.courses import ListOpenClasses
from bot.presses.people import WishInvitations
from bot.presses.registration import RegisterFor
from bot.presses.schedule import OpenApplication, OpenScheduleBelow
from bot.presses.seats import AskDecline, ConfirmSeat, ShowStanding
from intake.seats.closing import close_class
from intake.seats.confirming import confirm
from intake.seats.counter import confirm_for, let_go_for
from intake.seats.reserve import let_go, pass_on
from intake.seats.seats import hold_class
from intake.selection.ranking import rank_applicants
from intake.selection.results import announce, schedule_results
from intake.selection.scores import Mark, record_marks
from notices.sender import Moot
from storage.database import Database
from storage.models import Application, Notice, Wave
from tests.bot.letter_desk import Desk, presses_of
from tests.cast import BUDI, NOW, RINA, SITI, WIB, Stage, apply, set_stage

FRIDAY = datetime(2025, 11, 28, 12, tzinfo=WIB)
BEST, GOOD = 90_00, 80_00
HOUR, DAY = timedelta(hours=1), timedelta(days=1)

Cause = Callable[[Desk, Stage], None]


def ranked(desk: Desk, stage: Stage, scores: dict[str, int | None]) -> None:
    """Siti, Budi and Rina in a class of one seat; the results go out on Friday noon."""
    people = {"siti": SITI, "budi": BUDI, "rina": RINA}
    for name, score in scores.items():
        number = apply(desk.session, people[name], stage.class_id).number
        marks = [Mark(number, part, score is not None, score) for part in ("test", "interview")]
        record_marks(desk.session, marks, actor="Sri", now=NOW)
    held = hold_class(desk.session, stage.class_id, WIB)
    rank_applicants(desk.session, held, actor="Sri", now=NOW)
    desk.now = FRIDAY
    schedule_results(desk.session, held, at=FRIDAY, actor="Sri", now=NOW)
    announce(desk.session, stage.class_id, now=FRIDAY, zone=WIB)
    desk.session.expire_all()


def first(desk: Desk, stage: Stage) -> None:
    ranked(desk, stage, {"siti": BEST, "budi": GOOD})


def waits(desk: Desk, stage: Stage) -> None:
    ranked(desk, stage, {"siti": GOOD, "budi": BEST})


def absent(desk: Desk, stage: Stage) -> None:
    ranked(desk, stage, {"siti": None, "budi": BEST})


def silent(desk: Desk, stage: Stage) -> None:
    ranked(desk, stage, {"siti": BEST})
    desk.now = FRIDAY + 2 * DAY
    pass_on(desk.session, stage.class_id, now=desk.now, zone=WIB)
    desk.session.expire_all()


def begun(desk: Desk, stage: Stage) -> None:
    waits(desk, stage)
    desk.session.get_one(Wave, stage.wave_id).state = "running"
    desk.now = FRIDAY + 3 * DAY
    close_class(desk.session, stage.class_id, now=desk.now, zone=WIB)


def came_early(desk: Desk, stage: Stage) -> None:
    for person in (SITI, BUDI):
        apply(desk.session, person, stage.class_id)
    desk.session.get_one(Wave, stage.wave_id).mode = "first_come"
    pass_on(desk.session, stage.class_id, now=NOW, zone=WIB)
    desk.session.expire_all()
    theirs = desk.session.query(Application).filter_by(state="offered").one().account_id
    desk.session.query(Notice).filter_by(kind="waiting", account_id=theirs).delete()


def confirmed(desk: Desk, stage: Stage) -> None:
    """By staff: the phone is a borrowed one."""
    first(desk, stage)
    confirm_for(desk.session, _siti(desk), actor="staff:Sri", now=FRIDAY, zone=WIB)
    desk.session.expire_all()


def let_go_at_the_counter(desk: Desk, stage: Stage) -> None:
    confirmed(desk, stage)
    let_go_for(desk.session, _siti(desk), actor="staff:Sri", why="work", now=FRIDAY, zone=WIB)
    desk.session.expire_all()


def _siti(desk: Desk) -> int:
    return desk.session.scalars(select(Application.id).order_by(Application.id)).all()[0]


CAUSES: dict[str, Cause] = {
    "admitted": confirmed,
    "seat_let_go": let_go_at_the_counter,
    "offer": first,
    "offer_half": first,
    "offer_last": first,
    "offer_lapsed": silent,
    "reserve": waits,
    "not_selected": absent,
    "no_seat": begun,
    "waiting": came_early,
}
PROGRAMME = "Las SMAW A"
BUTTONS = {
    "admitted": [ShowCard, OpenApplication, OpenScheduleBelow],
    "seat_let_go": [RegisterFor, ListOpenClasses, OpenApplication],
    "offer": [ConfirmSeat, AskDecline, OpenApplication],
    "offer_half": [ConfirmSeat, AskDecline, OpenApplication],
    "offer_last": [ConfirmSeat, AskDecline, OpenApplication],
    "offer_lapsed": [ListOpenClasses, OpenApplication],
    "reserve": [ShowStanding, OpenApplication],
    "not_selected": [RegisterFor, ListOpenClasses, ShowStanding, WishInvitations],
    "no_seat": [ListOpenClasses, OpenApplication, WishInvitations],
    "waiting": [OpenApplication],
}


@pytest.fixture
def desk(session: Session, empty_database: Database) -> Desk:
    return Desk(session, empty_database)


@pytest.fixture
def stage(session: Session) -> Stage:
    return set_stage(session, capacity=1)


def write(desk: Desk, kind: str, language: str = "id") -> str:
    return re.sub(r"</?b>", "", desk.write(kind, language).text)


def test_every_kind_has_a_cause_here() -> None:
    assert set(CAUSES) == set(OF_SEATS)


@pytest.mark.parametrize("kind", CAUSES)
def test_a_letter_leads_on(desk: Desk, stage: Stage, kind: str) -> None:
    CAUSES[kind](desk, stage)
    for language in ("id", "en"):
        screen = desk.write(kind, language)
        assert presses_of(screen) == BUTTONS[kind]
        assert PROGRAMME in screen.text
        assert len(screen.text) < 600


def test_an_offer_says_until_when_and_what_is_lost(desk: Desk, stage: Stage) -> None:
    first(desk, stage)
    assert write(desk, "offer") == (
        "🎓 Anda lolos seleksi Las SMAW A. Konfirmasi paling lambat Minggu, 30 November 2025, "
        "pukul 12.00 WIB.\n\nTanpa konfirmasi, kursi ini untuk cadangan berikutnya. "
        "Nomor pendaftaran: PBK-2025-3-0001."
    )


def test_who_has_it_confirmed_by_staff_hears_what_comes_next(desk: Desk, stage: Stage) -> None:
    confirmed(desk, stage)
    assert write(desk, "admitted") == (
        "🎓 Kursi Anda di Las SMAW A sudah dikonfirmasi petugas di loket. Nomor pendaftaran: "
        "PBK-2025-3-0001. Pelatihan mulai Senin, 1 Desember 2025.\n\n"
        "Jadwal dan kartu peserta sudah bisa dilihat, dan kami ingatkan sebelum tiap pertemuan."
    )


@pytest.mark.parametrize(("why", "told"), [("work", "Sudah bekerja"), ("Ikut suami", "Ikut suami")])
def test_who_has_it_given_back_by_staff_reads_when_and_why(
    desk: Desk, stage: Stage, why: str, told: str
) -> None:
    confirmed(desk, stage)
    let_go_for(desk.session, _siti(desk), actor="staff:Sri", why=why, now=FRIDAY, zone=WIB)
    desk.session.expire_all()
    text = write(desk, "seat_let_go")
    assert text.startswith(
        "📝 Kursi Anda di Las SMAW A dilepas petugas di loket, Jumat, 28 November 2025, "
        f"pukul 12.00 WIB. Alasannya: {told}. Nomor pendaftaran: PBK-2025-3-0001."
    )
    with pytest.raises(Moot):
        desk.write("admitted")


def test_it_is_said_again_half_way_and_two_hours_before(desk: Desk, stage: Stage) -> None:
    first(desk, stage)
    due = {kind: desk.notice(kind).due_at for kind in ("offer", "offer_half", "offer_last")}
    assert due == {
        "offer": FRIDAY,
        "offer_half": FRIDAY + DAY,
        "offer_last": FRIDAY + 2 * DAY - 2 * HOUR,
    }
    desk.now = FRIDAY + DAY
    assert "besok siang, 12.00 WIB" in write(desk, "offer_half")


def test_bad_news_says_rank_and_seats_and_leads_to_the_next_chance(
    desk: Desk, stage: Stage
) -> None:
    absent(desk, stage)
    assert write(desk, "not_selected") == (
        "📝 Anda belum lolos Las SMAW A kali ini (peringkat 2 dari 2, kursi 1).\n\n"
        "Datanya kami simpan: kalau dibuka lagi, Anda kami undang lebih dulu."
    )


def test_a_seat_that_lapses_once_the_training_has_begun_is_promised_to_nobody(
    desk: Desk, stage: Stage
) -> None:
    """As after an outage, over the deadline and the beginning."""
    first(desk, stage)
    desk.session.get_one(Wave, stage.wave_id).state = "running"
    desk.now = FRIDAY + 3 * DAY
    pass_on(desk.session, stage.class_id, now=desk.now, zone=WIB)
    desk.session.expire_all()
    assert desk.session.query(Application).filter_by(state="offered").count() == 0
    assert write(desk, "offer_lapsed").startswith(
        "📝 Kursi Anda di Las SMAW A tidak dikonfirmasi sampai Minggu, 30 November 2025, "
        "pukul 12.00 WIB, jadi sudah dilepas.\n\n"
    )


def test_what_was_answered_is_not_reminded_of(desk: Desk, stage: Stage) -> None:
    first(desk, stage)
    offered = desk.session.query(Application).filter_by(state="offered").one()
    confirm(desk.session, offered.id, actor="applicant", now=FRIDAY + HOUR, zone=WIB)
    desk.session.expire_all()
    states = {kind: desk.notice(kind).state for kind in ("offer", "offer_half", "offer_last")}
    assert set(states.values()) == {"cancelled"}
    with pytest.raises(Moot):
        desk.write("offer_half")


def test_a_seat_that_is_let_go_is_offered_to_the_next_with_a_shorter_deadline(
    desk: Desk, stage: Stage
) -> None:
    first(desk, stage)
    offered = desk.session.query(Application).filter_by(state="offered").one()
    let_go(desk.session, offered.id, account_id=offered.account_id, now=FRIDAY + HOUR, zone=WIB)
    desk.session.expire_all()
    pending = desk.session.query(Notice).filter_by(kind="offer", state="pending").one()
    assert pending.expires_at == FRIDAY + HOUR + DAY
    desk.session.query(Notice).filter(Notice.kind == "offer", Notice.id != pending.id).delete()
    desk.now = FRIDAY + HOUR
    assert "giliran Anda" in write(desk, "offer")
