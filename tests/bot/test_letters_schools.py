"""Letters of groups of pupils, to pupils and teachers, in both languages."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from bot.letters_schools import OF_SCHOOLS
from bot.presses.schedule import OpenApplication
from bot.presses.schools import OpenGroup, OpenPlacement
from bot.presses.settings import OpenReminderSettings
from intake.schools.groups import change_facts, send_back
from intake.schools.pupils import withdraw_pupil
from intake.withdrawing import withdraw
from notices.sender import Moot
from people.schools import accept_sender, invite_sender
from storage.database import Database
from storage.models import Notice
from tests.bot.letter_desk import Desk, presses_of
from tests.cast import BUDI, NOW, WIB, set_stage, welcome
from tests.intake.reminders.stages import add_relative
from tests.intake.schools.school import FACTS, Ground, accepted, opened, row_of, sent, set_ground

LATER = replace(FACTS, starts_on=FACTS.starts_on + timedelta(days=7))


@pytest.fixture
def desk(session: Session, empty_database: Database) -> Desk:
    return Desk(session, empty_database)


@pytest.fixture
def ground(session: Session) -> Ground:
    """With a teacher who has come in by her link."""
    ground = set_ground(session, set_stage(session))
    code = invite_sender(session, ground.school.id, name="Bu Wati", invited_by="t", now=NOW)
    accept_sender(session, code, welcome(session, BUDI), now=NOW)
    return ground


def texts(desk: Desk, kind: str) -> list[str]:
    return [desk.write(kind, language).text for language in ("id", "en")]


def test_every_kind_is_tested_here() -> None:
    assert set(OF_SCHOOLS) == {
        "school_start", "school_changed", "school_withdrawn", "school_accepted_group",
        "school_returned_group", "school_changed_group", "school_withdrawn_group",
    }  # fmt: skip


def test_the_first_day_is_told_as_it_is_by_then(desk: Desk, ground: Ground) -> None:
    group, _ = accepted(desk.session, ground, 0)
    week, evening = (
        desk.session.query(Notice).filter_by(kind="school_start").order_by(Notice.due_at)
    )
    assert evening.due_at - week.due_at == timedelta(days=6, hours=9)
    desk.session.delete(week)
    desk.session.flush()
    desk.now = evening.due_at
    told = texts(desk, "school_start")
    assert "<b>besok</b>, Senin, 12 Januari 2026" in told[0]
    assert "<b>tomorrow</b>" in told[1]
    assert presses_of(desk.write("school_start")) == [OpenPlacement, OpenReminderSettings]
    evening.facts = {**evening.facts, "starts_on": "2026-01-11"}
    desk.session.flush()
    with pytest.raises(Moot):
        desk.write("school_start")
    assert group.free == 2


def test_what_was_changed_is_told_to_pupil_and_teacher(desk: Desk, ground: Ground) -> None:
    group, _ = accepted(desk.session, ground, 0)
    change_facts(desk.session, group.id, LATER, ground.ratna, now=NOW, zone=WIB)
    for kind, press in (("school_changed", OpenPlacement), ("school_changed_group", OpenGroup)):
        assert all("PT Contoh Logam" in text for text in texts(desk, kind))
        assert presses_of(desk.write(kind)) == [press]
    change_facts(desk.session, group.id, FACTS, ground.ratna, now=NOW, zone=WIB)
    newest = desk.session.query(Notice).filter(Notice.kind == "school_changed_group")
    desk.session.delete(newest.order_by(Notice.id.desc()).first())
    desk.session.flush()
    with pytest.raises(Moot):
        desk.write("school_changed_group")


def test_on_a_shared_phone_it_is_said_whose_it_is(desk: Desk, ground: Ground) -> None:
    group, [pupil] = accepted(desk.session, ground, 0)
    add_relative(desk.session, pupil.application_id, "Aminah")
    change_facts(desk.session, group.id, LATER, ground.ratna, now=NOW, zone=WIB)
    told = texts(desk, "school_changed")
    assert ["Data magang Murid" in told[0], "apprenticeship of Murid" in told[1]] == [True, True]


def test_a_decision_is_told_to_the_teacher(desk: Desk, ground: Ground) -> None:
    accepted(desk.session, ground, 0, 1)
    yes = texts(desk, "school_accepted_group")
    assert ["2 siswa" in yes[0], "2 pupils" in yes[1]] == [True, True]
    other = opened(desk.session, ground)
    sent(desk.session, ground, other.id, row_of(2))
    send_back(desk.session, other.id, "Kelasnya keliru", ground.ratna, now=NOW, zone=WIB)
    assert all("Kelasnya keliru" in text for text in texts(desk, "school_returned_group"))
    sent(desk.session, ground, other.id, row_of(2))
    with pytest.raises(Moot):
        desk.write("school_returned_group")


def test_who_left_is_told_with_the_reason(desk: Desk, ground: Ground) -> None:
    _, [first, *_] = accepted(desk.session, ground, 0)
    withdraw_pupil(desk.session, first.application_id, "ill", ground.wati, now=NOW, zone=WIB)
    assert presses_of(desk.write("school_withdrawn")) == [OpenApplication]
    assert all(first.number in text for text in texts(desk, "school_withdrawn"))
    told = texts(desk, "school_withdrawn_group")
    assert ["Sakit" in told[0], "Ill" in told[1]] == [True, True]
    assert all("<b>Murid</b> (" in text and first.number in text for text in told)


def test_a_reason_in_other_words_is_told_as_it_was_given(desk: Desk, ground: Ground) -> None:
    _, [pupil] = accepted(desk.session, ground, 0)
    id_, hand = pupil.application_id, ground.ratna
    withdraw_pupil(desk.session, id_, "Pindah: ke Jakarta", hand, now=NOW, zone=WIB)
    for text in texts(desk, "school_withdrawn_group"):
        assert "Pindah: ke Jakarta" in text


def test_who_left_by_their_own_phone_is_told_so(desk: Desk, ground: Ground) -> None:
    _, [pupil] = accepted(desk.session, ground, 0)
    withdraw(desk.session, pupil.application_id, pupil.account_id, reason=None, now=NOW, zone=WIB)
    told = texts(desk, "school_withdrawn_group")
    assert ["Ditarik siswa sendiri" in told[0], pupil.number in told[1]] == [True, True]
    assert all("<b>Murid</b>" in text for text in told)
