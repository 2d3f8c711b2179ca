"""Groups of a school: all or nothing, never more pupils than places, a NIK once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.applications.rows import ApplicationState
from intake.schools.errors import (
    BadPupilList,
    GroupOver,
    GroupStands,
    NoSuchGroup,
    NoSuchPupil,
    TooFewPlaces,
    TooManyPupils,
)
from intake.schools.groups import accept_group, change_facts, open_group, send_back
from intake.schools.pupils import make_codes, withdraw_pupil
from intake.schools.rows import GroupState, Hand, group_for, groups_of, pupils_of
from intake.seats.errors import ClassFull
from people.staff import Role, StaffRight
from storage.models import (
    Applicant,
    Application,
    CourseClass,
    GuardianConsent,
    SchoolChange,
    Wave,
)
from tests.cast import NOW, WIB, Stage
from tests.intake.schools.school import (
    FACTS,
    Ground,
    accepted,
    opened,
    row_of,
    sent,
    set_ground,
    told,
)

ADMITTED = ApplicationState.ADMITTED


def test_a_group_is_sent_and_accepted_and_each_move_is_recorded(
    session: Session, ground: Ground, wati: int
) -> None:
    group, pupils = accepted(session, ground, 0, 1)
    assert (group.state, group.accepted, group.waiting, group.free) == ("accepted", 2, 0, 1)
    assert [each.state for each in pupils] == [ADMITTED, ADMITTED]
    assert [each.guardian for each in pupils] == ["Aminah", "Aminah"]
    again = accept_group(session, group.id, ground.ratna, now=NOW, zone=WIB)
    assert again == group
    changes = session.execute(
        select(SchoolChange.what, SchoolChange.actor, SchoolChange.detail).order_by(SchoolChange.id)
    )
    numbers = ", ".join(each.number for each in pupils)
    assert changes.all() == [
        ("opened", "school:Bu Wati", None),
        ("sent", "school:Bu Wati", "2"),
        ("accepted", "staff:Bu Ratna", numbers),
    ]
    assert told(session, wati) == ["school_accepted_group"]


def test_more_pupils_than_places_are_refused_as_a_whole(session: Session, ground: Ground) -> None:
    group = opened(session, ground)
    with session.begin_nested(), pytest.raises(TooManyPupils) as caught:
        sent(session, ground, group.id, *(row_of(number) for number in range(4)))
    assert (caught.value.given, caught.value.free) == (4, 3)
    assert pupils_of(session, group.id) == []


def test_another_list_replaces_who_was_waiting_and_leaves_who_was_accepted(
    session: Session, ground: Ground
) -> None:
    group, before = accepted(session, ground, 0)
    sent(session, ground, group.id, row_of(1), row_of(2))
    now = sent(session, ground, group.id, row_of(3))
    assert (now.state, now.accepted, now.waiting, now.free) == ("sent", 1, 1, 1)
    names = [each.name for each in pupils_of(session, group.id)]
    assert names == ["Murid A", "Murid D"]
    with pytest.raises(TooManyPupils):
        sent(session, ground, group.id, row_of(4), row_of(5), row_of(6))
    kept = {each.application_id for each in pupils_of(session, group.id)}
    assert before[0].application_id in kept


def test_sent_back_nothing_of_who_waited_stays(session: Session, ground: Ground, wati: int) -> None:
    group = opened(session, ground)
    sent(session, ground, group.id, row_of(0))
    back = send_back(session, group.id, "Tanggalnya keliru", ground.ratna, now=NOW, zone=WIB)
    assert (back.state, back.waiting, back.free) == (GroupState.RETURNED, 0, 3)
    for table in (Application, Applicant, GuardianConsent):
        assert session.scalar(select(func.count()).select_from(table)) == 0
    assert told(session, wati) == ["school_returned_group"]
    with pytest.raises(GroupStands):
        send_back(session, group.id, "lagi", ground.ratna, now=NOW, zone=WIB)
    with pytest.raises(GroupStands):
        accept_group(session, group.id, ground.ratna, now=NOW, zone=WIB)


def test_a_nik_counts_once(session: Session, ground: Ground) -> None:
    accepted(session, ground, 0)
    other = opened(session, ground)
    with pytest.raises(BadPupilList) as caught:
        sent(session, ground, other.id, row_of(1), row_of(0))
    assert [(each.row, each.kind) for each in caught.value.mistakes] == [(3, "applied")]


def test_who_is_elsewhere_on_those_days_is_refused(
    session: Session, ground: Ground, stage: Stage
) -> None:
    accepted(session, ground, 0)
    class_id = _another_wave(session, ground)
    later = replace(FACTS, starts_on=date(2026, 4, 10), ends_on=date(2026, 6, 1))
    clash = open_group(session, ground.school.id, class_id, later, ground.wati, now=NOW)
    with session.begin_nested(), pytest.raises(BadPupilList) as caught:
        sent(session, ground, clash.id, row_of(0))
    assert [each.kind for each in caught.value.mistakes] == ["elsewhere"]
    after = replace(later, starts_on=date(2026, 4, 11))
    change_facts(session, clash.id, after, ground.wati, now=NOW, zone=WIB)
    sent(session, ground, clash.id, row_of(0))
    with session.begin_nested(), pytest.raises(BadPupilList):
        change_facts(session, clash.id, later, ground.wati, now=NOW, zone=WIB)


def test_the_class_never_has_more_pupils_than_seats(session: Session, stage: Stage) -> None:
    ground = set_ground(session, stage, capacity=1)
    group = opened(session, ground)
    sent(session, ground, group.id, row_of(0), row_of(1))
    with pytest.raises(ClassFull):
        accept_group(session, group.id, ground.ratna, now=NOW, zone=WIB)


def test_others_do_not_see_a_group_or_decide_it(session: Session, ground: Ground) -> None:
    group, [pupil] = accepted(session, ground, 0)
    stranger = Hand("Pak Adi", frozenset({999}))
    elsewhere = Hand("Pak Budi", rights=frozenset({StaffRight(Role.STAFF, 999)}))
    for hand in (stranger, elsewhere):
        assert groups_of(session, hand) == []
        with pytest.raises(NoSuchGroup):
            group_for(session, group.id, hand)
        with pytest.raises(NoSuchPupil):
            withdraw_pupil(session, pupil.application_id, "x", hand, now=NOW, zone=WIB)
    sent(session, ground, group.id, row_of(1))
    with pytest.raises(NoSuchGroup):
        accept_group(session, group.id, ground.wati, now=NOW, zone=WIB)
    assert [each.id for each in groups_of(session, ground.ratna)] == [group.id]


def test_places_grow_and_shrink_but_not_under_their_pupils(
    session: Session, ground: Ground
) -> None:
    group, pupils = accepted(session, ground, 0, 1, 2)
    withdraw_pupil(session, pupils[0].application_id, "ill", ground.wati, now=NOW, zone=WIB)
    with pytest.raises(TooFewPlaces):
        change_facts(session, group.id, replace(FACTS, places=1), ground.wati, now=NOW, zone=WIB)
    fewer = change_facts(
        session, group.id, replace(FACTS, places=2), ground.wati, now=NOW, zone=WIB
    )
    assert (fewer.free, fewer.accepted) == (0, 2)
    more = change_facts(session, group.id, replace(FACTS, places=4), ground.wati, now=NOW, zone=WIB)
    assert more.free == 2
    sent(session, ground, group.id, row_of(3), row_of(4))


def test_after_its_last_day_a_group_stays_as_it_is(session: Session, ground: Ground) -> None:
    group, _ = accepted(session, ground, 0)
    after = NOW + timedelta(days=365)
    with pytest.raises(GroupOver):
        make_codes(session, group.id, ground.wati, now=after, zone=WIB)


def _another_wave(session: Session, ground: Ground) -> int:
    class_ = session.get_one(CourseClass, ground.class_id)
    wave = session.get_one(Wave, class_.wave_id)
    second = Wave(
        slug="magang-2", code="MAGANG-2", provider_id=wave.provider_id, title="Gelombang 2",
        state="open", source_id=wave.source_id,
    )  # fmt: skip
    session.add(second)
    session.flush()
    other = CourseClass(
        wave_id=second.id, programme_id=class_.programme_id, source_id=wave.source_id
    )
    session.add(other)
    session.flush()
    return other.id
