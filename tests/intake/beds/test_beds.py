"""Beds: asked for, granted in order, passed on at once, never more than there are."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from catalog.waves import finish_wave, start_wave
from intake.applications.errors import NoSuchApplication, OtherProvider, ReasonMissing
from intake.beds.beds import ask_for_bed, grant_bed, need_no_bed, take_bed_back
from intake.beds.errors import BedsClosed, BedsUnknown, NoBed, NoBedFree, NoDormitory, NoSeat
from intake.beds.giving import give_beds, waves_to_give_beds
from intake.beds.houses import house_of, overfull_beds
from intake.beds.rows import bed_lines, bed_of, count_beds
from intake.withdrawing import withdraw
from people.staff import EVERYWHERE, Role, StaffRight
from privacy.erasure import erase
from privacy.training import training_about
from storage.models import BedChange, CourseClass, Dormitory, Place, Programme, Wave, WaveStage
from tests.cast import NOW, SITI, WIB, Stage, apply, set_stage
from tests.intake.beds.dormitory import account_of, resident, set_dormitory, sleepers, states, told

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
CONFIRMED = datetime(2025, 12, 10, 16, tzinfo=WIB)


def ask(session: Session, application_id: int, now: datetime = NOW) -> str:
    return ask_for_bed(session, application_id, account_of(session, application_id), now=now).value


def leave(session: Session, application_id: int, now: datetime = NOW) -> int:
    return need_no_bed(session, application_id, account_of(session, application_id), now=now)


def collect_until(session: Session, stage: Stage, end: datetime) -> None:
    session.add(
        WaveStage(
            wave_id=stage.wave_id,
            kind="reregistration",
            starts_at=end - DAY,
            ends_at=end,
            source_id=stage.source_id,
        )
    )
    session.flush()


def test_beds_go_to_each_who_asks_and_then_there_is_a_reserve(session: Session) -> None:
    stage = set_dormitory(session, beds=2)
    people = [resident(session, stage, number) for number in range(1, 5)]
    assert [ask(session, each) for each in people] == ["granted", "granted", "reserve", "reserve"]
    assert ask(session, people[2]) == "reserve"
    assert told(session) == []
    view = bed_of(session, people[3], NOW)
    assert view is not None
    assert (view.place, view.open, view.known) == (2, True, True)

    # One given back is the next one's at once, who is told so once.
    assert leave(session, people[0]) == 1
    assert leave(session, people[0]) == 0
    assert states(session, *people) == ["not_needed", "granted", "granted", "reserve"]
    assert told(session) == [(people[2], "bed_granted")]
    assert give_beds(session, stage.wave_id, now=NOW) == 0
    house = house_of(session, stage.wave_id)
    assert house is not None
    count = count_beds(session, house)["all"]
    assert (count.beds, count.granted, count.free, count.waiting) == (2, 2, 0, 1)
    assert [line.application_id for line in bed_lines(session, house)] == people[1:]


def test_with_the_seat_the_bed_is_given_back_in_the_same_transaction(session: Session) -> None:
    stage = set_dormitory(session, beds=1)
    siti, budi = (resident(session, stage, number) for number in (1, 2))
    ask(session, siti)
    ask(session, budi)
    withdraw(session, siti, account_of(session, siti), reason=None, now=NOW)
    assert states(session, siti, budi) == ["gone", "granted"]
    assert sleepers(session) == [budi]
    with pytest.raises(NoSeat):
        ask(session, siti)
    assert bed_of(session, siti, NOW) is None


def test_who_is_erased_leaves_the_bed_to_the_next(session: Session) -> None:
    stage = set_dormitory(session, beds=1)
    siti, budi = (resident(session, stage, number) for number in (1, 2))
    ask(session, siti)
    ask(session, budi)
    erase(session, account_of(session, siti), now=NOW)
    session.expire_all()
    assert waves_to_give_beds(session, NOW) == [stage.wave_id]
    assert give_beds(session, stage.wave_id, now=NOW) == 1
    assert sleepers(session) == [budi]
    assert waves_to_give_beds(session, NOW) == []


def test_where_there_is_daftar_ulang_beds_are_given_at_its_end_in_order(session: Session) -> None:
    stage = set_dormitory(session, beds=2, order="far")
    collect_until(session, stage, CONFIRMED)
    place_id = session.scalars(select(Place.id).where(Place.region == "3674")).first()
    session.execute(update(CourseClass).values(place_id=place_id))
    near, far, also_near, also_far = (
        resident(session, stage, number, domicile=domicile)
        for number, domicile in enumerate(("3674", "3601", "3674", "3602"), 1)
    )
    people = (near, far, also_near, also_far)
    assert [ask(session, each) for each in reversed(people)] == ["asked"] * 4
    view = bed_of(session, near, NOW)
    assert view is not None
    assert view.given_at == CONFIRMED
    assert waves_to_give_beds(session, CONFIRMED - HOUR) == []
    assert waves_to_give_beds(session, CONFIRMED) == [stage.wave_id]
    assert give_beds(session, stage.wave_id, now=CONFIRMED) == 4
    assert states(session, *people) == ["reserve", "granted", "reserve", "granted"]
    assert told(session) == [
        (far, "bed_granted"), (also_far, "bed_granted"),
        (near, "bed_reserve"), (also_near, "bed_reserve"),
    ]  # fmt: skip
    leave(session, far, CONFIRMED + HOUR)
    assert states(session, near) == ["granted"]


def test_a_divided_building_has_beds_apart(session: Session) -> None:
    stage = set_dormitory(session, women=1, men=0)
    woman, man, other = (resident(session, stage, number) for number in (1, 2, 3))
    assert [ask(session, each) for each in (man, woman, other)] == ["reserve", "granted", "reserve"]
    view = bed_of(session, other, NOW)
    assert view is not None
    assert view.place == 1


def test_what_nobody_has_told_is_granted_to_nobody(session: Session) -> None:
    stage = set_dormitory(session)
    siti = resident(session, stage, 1)
    assert ask(session, siti) == "asked"
    assert waves_to_give_beds(session, NOW) == []
    with pytest.raises(BedsUnknown):
        by_staff(session, siti)
    session.get_one(Dormitory, stage.provider_id).beds = 1
    session.flush()
    assert give_beds(session, stage.wave_id, now=NOW) == 1
    assert states(session, siti) == ["granted"]


def test_waves_that_run_together_share_the_beds(session: Session) -> None:
    stage = set_dormitory(session, beds=1)
    wave = session.get_one(Wave, stage.wave_id)
    programme = session.get_one(CourseClass, stage.class_id).programme
    other = Wave(
        slug="lain", code="PBK-LAIN", provider_id=wave.provider_id, title="Lain", state="open",
        starts_on=date(2026, 3, 20), ends_on=date(2026, 4, 20), source_id=wave.source_id,
    )  # fmt: skip
    session.add(other)
    session.flush()
    class_ = CourseClass(wave_id=other.id, programme_id=programme.id, source_id=wave.source_id)
    session.add(class_)
    session.flush()
    siti, budi = (resident(session, stage, number) for number in (1, 2))
    session.execute(update(Programme).values(position=1))
    ask(session, siti)
    there = replace(stage, class_id=class_.id, wave_id=other.id)
    rina = resident(session, there, 3)
    assert ask(session, rina) == "reserve"
    other.starts_on = date(2026, 4, 1)
    session.flush()
    assert waves_to_give_beds(session, NOW) == [other.id]
    assert give_beds(session, other.id, now=NOW) == 1
    assert sleepers(session) == sorted([siti, rina])
    assert states(session, budi) == [None]
    finish_wave(session, stage.wave_id, now=NOW)


def by_staff(session: Session, application_id: int, why: str = "Sakit", **more: object) -> None:
    facts: dict[str, Any] = {
        "rights": EVERYWHERE,
        "actor": "staff:Sri",
        "why": why,
        "now": NOW,
    } | more
    grant_bed(session, application_id, **facts)


def test_staff_grant_a_bed_and_take_one_back_on_record(session: Session) -> None:
    stage = set_dormitory(session, beds=1)
    siti, budi = (resident(session, stage, number) for number in (1, 2))
    by_staff(session, siti)
    assert states(session, siti) == ["granted"]
    assert told(session) == [(siti, "bed_granted")]
    with pytest.raises(NoBedFree):
        by_staff(session, budi)
    with pytest.raises(ReasonMissing):
        by_staff(session, budi, why=" ")
    others = frozenset({StaffRight(Role.STAFF, stage.provider_id + 1)})
    with pytest.raises(OtherProvider):
        by_staff(session, budi, rights=others)
    facts: dict[str, Any] = {
        "rights": EVERYWHERE,
        "actor": "staff:Sri",
        "why": "Pindah",
        "now": NOW,
    }
    with pytest.raises(NoBed):
        take_bed_back(session, budi, **facts)
    take_bed_back(session, siti, **facts)
    assert told(session) == [(siti, "bed_granted"), (siti, "bed_let_go")]
    rows = select(BedChange.from_state, BedChange.to_state, BedChange.actor, BedChange.reason)
    assert session.execute(rows.order_by(BedChange.id)).all() == [
        (None, "granted", "staff:Sri", "Sakit"),
        ("granted", "not_needed", "staff:Sri", "Pindah"),
    ]
    kept = training_about(session, account_of(session, siti))
    assert [(one.state, one.bed) for one in kept.beds] == [("not_needed", None)]
    assert [one.to_state for one in kept.bed_changes] == ["granted", "not_needed"]


def test_only_who_has_a_seat_can_ask_and_only_until_the_training(session: Session) -> None:
    stage = set_dormitory(session, beds=1)
    waits = apply(session, SITI, stage.class_id)
    with pytest.raises(NoSeat):
        ask(session, waits.id)
    siti = resident(session, stage, 1)
    with pytest.raises(NoSuchApplication):
        ask_for_bed(session, siti, waits.account_id, now=NOW)
    start_wave(session, stage.wave_id, now=NOW)
    with pytest.raises(BedsClosed):
        ask(session, siti)


def test_where_there_is_no_dormitory_nobody_is_asked(session: Session) -> None:
    stage = set_stage(session, capacity=None, name="-9")
    siti = resident(session, stage, 1)
    assert bed_of(session, siti, NOW) is None
    with pytest.raises(NoDormitory):
        ask(session, siti)


def test_fewer_beds_under_their_holders_take_nobodys_away(session: Session) -> None:
    stage = set_dormitory(session, beds=2)
    people = [resident(session, stage, number) for number in (1, 2, 3)]
    for each in people:
        ask(session, each)
    session.get_one(Dormitory, stage.provider_id).beds = 1
    session.flush()
    assert overfull_beds(session) == [(stage.provider_id, "all", 1, 2)]
    leave(session, people[0])
    assert states(session, *people) == ["not_needed", "granted", "reserve"]
    assert overfull_beds(session) == []
