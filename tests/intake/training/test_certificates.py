"""Certificates: which state follows which, what is told of it, and what anybody may check."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from intake.applications.errors import OtherProvider, ReasonMissing
from intake.applications.rows import ApplicationView
from intake.training.certificate_rows import (
    CertificateKind,
    CertificateState,
    CertificateView,
    certificates_of,
    class_certificates,
    one_certificate,
    read_number,
    verify_number,
    verify_token,
)
from intake.training.certificates import MOVES, TAKEN_BACK, decide
from intake.training.errors import (
    BadCertificateNumber,
    CertificateAhead,
    CertificateNumberTaken,
    CertificateStands,
    NoSuchCertificate,
    NoTrainee,
    TrainingAhead,
)
from intake.withdrawing import withdraw
from notices.outbox import Lane
from people.staff import EVERYWHERE
from storage.models import CertificateChange, CourseClass, Meeting, Notice, Programme, Wave
from tests.cast import BUDI, FIRST_MEETING, NOW, SITI, Stage, apply
from tests.intake.training.trainees import ELSEWHERE, take_in

NONE, PASSED, FAILED, ISSUED = CertificateState
BNSP, INTERNAL = CertificateKind.BNSP, CertificateKind.INTERNAL
NUMBER = "71102 7212 4 0001234 2025"
LATE = datetime(2025, 12, 1, 18, tzinfo=UTC)
"""2 December, 01.00 WIB."""


def say(
    session: Session,
    application: ApplicationView,
    state: CertificateState,
    number: str | None = None,
    reason: str | None = None,
    kind: CertificateKind = BNSP,
    on: date | None = None,
    now: datetime = LATE,
) -> CertificateView:
    return decide(
        session, application.id, kind, state, EVERYWHERE,
        number=number, issued_on=on, reason=reason, actor="Bu Ratna", now=now,
    )  # fmt: skip


def told(session: Session) -> list[str]:
    return list(session.scalars(select(Notice.key).where(Notice.kind == "certificate")))


def test_the_way_to_a_certificate_is_recorded_and_each_step_told_once(
    session: Session, stage: Stage
) -> None:
    siti = take_in(session, SITI, stage.class_id)
    say(session, siti, FAILED)
    say(session, siti, FAILED)
    say(session, siti, PASSED)
    done = say(session, siti, ISSUED, f" {NUMBER.lower()} ")
    assert say(session, siti, ISSUED, NUMBER) == done
    assert (done.state, done.number, done.issued_on) == (ISSUED, NUMBER, date(2025, 12, 2))
    changes = session.scalars(select(CertificateChange).order_by(CertificateChange.id)).all()
    assert [(one.from_state, one.to_state, one.number, one.actor) for one in changes] == [
        (None, "failed", None, "staff:Bu Ratna"),
        ("failed", "passed", None, "staff:Bu Ratna"),
        ("passed", "issued", NUMBER, "staff:Bu Ratna"),
    ]
    assert told(session) == [f"certificate:{siti.id}:bnsp:{one.id}" for one in changes]
    lanes = session.scalars(select(Notice.lane).where(Notice.kind == "certificate"))
    assert set(lanes) == {Lane.RESULTS.value}


def test_nothing_is_decided_before_the_training_has_begun(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    wave = session.get_one(Wave, stage.wave_id)
    for state, number in ((PASSED, None), (FAILED, None), (ISSUED, NUMBER)):
        with pytest.raises(TrainingAhead) as ahead:
            say(session, siti, state, number, now=NOW)
        assert (ahead.value.starts_on, ahead.value.whose) == (FIRST_MEETING.date(), "wave")
    wave.starts_on = None
    session.execute(delete(Meeting))
    with pytest.raises(TrainingAhead) as unknown:
        say(session, siti, PASSED)
    assert unknown.value.starts_on is None
    assert told(session) == []
    wave.state = "running"
    session.flush()
    assert say(session, siti, PASSED, now=NOW).state is PASSED


def test_it_has_begun_with_its_first_day_or_its_first_meeting(
    session: Session, stage: Stage
) -> None:
    siti = take_in(session, SITI, stage.class_id)
    morning = FIRST_MEETING.replace(hour=0, minute=0)
    with pytest.raises(TrainingAhead):
        say(session, siti, FAILED, now=morning - timedelta(seconds=1))
    assert say(session, siti, FAILED, now=morning).state is FAILED
    session.get_one(Wave, stage.wave_id).starts_on = None
    session.flush()
    with pytest.raises(TrainingAhead):
        say(session, siti, PASSED, now=FIRST_MEETING - timedelta(seconds=1))
    assert say(session, siti, PASSED, now=FIRST_MEETING).state is PASSED
    assert say(session, siti, FAILED, reason="slip", now=NOW).state is FAILED


def test_each_kind_has_a_state_of_its_own(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    say(session, siti, FAILED)
    say(session, siti, ISSUED, "12/UPTD/2025", kind=INTERNAL, on=date(2025, 12, 1))
    mine = certificates_of(session, siti.id)
    assert [(one.kind, one.state) for one in mine] == [(INTERNAL, ISSUED), (BNSP, FAILED)]
    assert mine[0].issued_on == date(2025, 12, 1)


def test_a_programme_gives_what_it_gives(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    class_ = session.get_one(CourseClass, stage.class_id)
    session.get_one(Programme, class_.programme_id).certificates = ["internal", "official"]
    session.flush()
    with pytest.raises(NoSuchCertificate) as raised:
        say(session, siti, PASSED)
    assert raised.value.kind == "bnsp"
    given = [one.kind for one in certificates_of(session, siti.id)]
    assert given == [INTERNAL, CertificateKind.OFFICIAL]


def test_nobody_without_a_seat_gets_one(session: Session, stage: Stage) -> None:
    budi = apply(session, BUDI, stage.class_id)
    with pytest.raises(NoTrainee):
        say(session, budi, PASSED)


def test_staff_of_another_provider_decide_nothing(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    with pytest.raises(OtherProvider):
        decide(session, siti.id, BNSP, PASSED, ELSEWHERE, actor="X", now=NOW)
    with pytest.raises(OtherProvider):
        one_certificate(session, siti.id, BNSP, ELSEWHERE)
    with pytest.raises(OtherProvider):
        class_certificates(session, stage.class_id, BNSP, ELSEWHERE)
    assert told(session) == []


def test_what_was_told_is_taken_back_with_a_reason_only(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    say(session, siti, PASSED)
    with pytest.raises(ReasonMissing):
        say(session, siti, FAILED, reason=" ")
    say(session, siti, FAILED, reason="slip")
    with pytest.raises(CertificateStands) as raised:
        say(session, siti, ISSUED, NUMBER)
    assert (raised.value.state, raised.value.wanted) == ("failed", "issued")
    assert len(told(session)) == 2


def test_another_number_has_another_link(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    first = say(session, siti, ISSUED, "12/2025")
    with pytest.raises(ReasonMissing):
        say(session, siti, ISSUED, "21/2025")
    again = say(session, siti, ISSUED, "21/2025", "slip")
    assert first.token is not None
    assert again.token is not None
    assert verify_token(session, first.token) is None
    assert verify_token(session, again.token) is not None
    assert (verify_number(session, "12/2025"), again.issued_on) == ([], date(2025, 12, 2))
    taken = say(session, siti, PASSED, reason="person")
    assert (taken.number, taken.token) == (None, None)
    assert verify_number(session, "21/2025") == []


def test_a_number_belongs_to_one_of_its_kind(session: Session, stage: Stage) -> None:
    siti, budi = (take_in(session, one, stage.class_id) for one in (SITI, BUDI))
    say(session, siti, ISSUED, "A-12")
    with pytest.raises(CertificateNumberTaken) as raised:
        say(session, budi, ISSUED, "a - 12")
    assert raised.value.number == "A-12"
    say(session, budi, ISSUED, "A-12", kind=INTERNAL)
    assert [one.kind for one in verify_number(session, "A-12")] == [BNSP, INTERNAL]


@pytest.mark.parametrize("text", ["", "   ", "-./", "9" * 65, "12\x00"])
def test_what_is_no_number(session: Session, stage: Stage, text: str) -> None:
    siti = take_in(session, SITI, stage.class_id)
    with pytest.raises(BadCertificateNumber):
        say(session, siti, ISSUED, text)


def test_no_certificate_is_of_a_day_to_come(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    today = date(2025, 12, 2)  # where they are: in London it is still the day before
    with pytest.raises(CertificateAhead) as raised:
        say(session, siti, ISSUED, NUMBER, on=date(2025, 12, 3))
    assert raised.value.issued_on == date(2025, 12, 3)
    assert say(session, siti, ISSUED, NUMBER, on=today).issued_on == today


def test_a_number_is_read_as_it_is_written() -> None:
    assert read_number("  no. 12 / uptd/ 2025 ") == "NO.12/UPTD/2025"


def test_checking_tells_of_the_certificate_and_nothing_of_its_holder(
    session: Session, stage: Stage
) -> None:
    siti = take_in(session, SITI, stage.class_id)
    done = say(session, siti, ISSUED, NUMBER, on=date(2025, 12, 1))
    [found] = verify_number(session, f" {NUMBER} ")
    assert done.token is not None
    assert verify_token(session, done.token) == found
    assert (found.programme_title, found.provider_name) == ("Las SMAW A", "UPTD Pelatihan Kerja")
    assert (found.kind, found.number, found.issued_on) == (BNSP, NUMBER, date(2025, 12, 1))
    assert "Siti" not in repr(found)
    for near in (NUMBER[:-1], NUMBER.replace("1234", "1235"), "7", "7%", "7_"):
        assert verify_number(session, near) == []
    withdraw(session, siti.id, siti.account_id, reason=None, now=NOW)
    assert verify_number(session, NUMBER) == []


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from([PASSED, FAILED, ISSUED]), st.sampled_from(["1", "2"]),
                  st.booleans()),
        max_size=8,
    )
)  # fmt: skip
def test_whatever_staff_say_only_the_table_of_moves_is_walked(
    session: Session, stage: Stage, steps: list[tuple[CertificateState, str, bool]]
) -> None:
    nested = session.begin_nested()
    siti = take_in(session, SITI, stage.class_id)
    at, number, walked = NONE, "", list[tuple[str | None, str]]()
    for state, named, explained in steps:
        same = state is at and (state is not ISSUED or named == number)
        allowed = state in MOVES[at] and (explained or (at, state) not in TAKEN_BACK)
        try:
            view = say(session, siti, state, named, "slip" if explained else None)
        except (CertificateStands, ReasonMissing):
            assert not same
            assert not allowed
            continue
        assert same or allowed
        if not same:
            walked.append((None if at is NONE else at.value, state.value))
        at, number = state, named if state is ISSUED else ""
        assert (view.state, view.number or "") == (at, number)
        assert (view.token is not None) == (at is ISSUED)
    changes = session.scalars(select(CertificateChange).order_by(CertificateChange.id))
    recorded = [(one.from_state, one.to_state) for one in changes]
    posted = len(told(session))
    nested.rollback()
    assert (recorded, posted) == (walked, len(walked))
