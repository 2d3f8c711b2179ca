"""Groups of pupils that a school sends: opened, sent, accepted or sent back; each move recorded.

Whoever changes one holds the classes that take groups, then the group, then its applications: so
no pupil gets into two places at once, and none into one that is taken.
"""

from dataclasses import asdict
from datetime import datetime, tzinfo

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from intake.applications.changes import move
from intake.applications.rows import ApplicationState
from intake.schools.errors import (
    BadPupilList,
    GroupOver,
    GroupStands,
    Mistake,
    NoSuchGroup,
    TooFewPlaces,
    TooManyPupils,
)
from intake.schools.forms import GroupFacts
from intake.schools.news import tell_pupils, tell_senders, tell_start
from intake.schools.pupil_lists import PupilEntry
from intake.schools.pupil_rows import elsewhere, forget_waiting, stood_on, take_in
from intake.schools.rows import (
    GroupState,
    GroupView,
    Hand,
    classes_for_groups,
    facts_of_group,
    group_by_id,
    group_for,
)
from intake.seats.seats import hold_class, must_take_seat
from storage.models import (
    Application,
    CourseClass,
    Programme,
    Pupil,
    SchoolChange,
    SchoolGroup,
    SchoolPlace,
)

DETAIL_LENGTH = 400
OPEN, SENT, RETURNED, ACCEPTED = GroupState


def open_group(
    session: Session, school_id: int, class_id: int, facts: GroupFacts, hand: Hand, *, now: datetime
) -> GroupView:
    """Raises NoSuchGroup where the class takes none, or it is not theirs to open."""
    class_ = next((each for each in classes_for_groups(session) if each.id == class_id), None)
    if class_ is None or not (hand.sends(school_id) or hand.decides(class_.provider_id)):
        raise NoSuchGroup
    group = SchoolGroup(
        school_id=school_id, class_id=class_id, state=OPEN, changed_at=now, **asdict(facts)
    )
    session.add(group)
    session.flush()
    _lay_out(session, group)
    record(session, group, hand, "opened", None, now)
    return group_by_id(session, group.id)


def change_facts(
    session: Session, group_id: int, facts: GroupFacts, hand: Hand, *, now: datetime, zone: tzinfo
) -> GroupView:
    """Other dates, place or supervisors: its pupils and its school are told. Changed to what it is
    already, nobody is.

    Raises NoSuchGroup, GroupOver, TooFewPlaces, BadPupilList where pupils are elsewhere on those
    days.
    """
    group = hold_group(session, group_id, hand, now, zone)
    before = asdict(facts_of_group(group))
    changed = {key: value for key, value in asdict(facts).items() if value != before[key]}
    if not changed:
        return group_by_id(session, group.id)
    held = _taken(session, group)
    if facts.places < held:
        raise TooFewPlaces(held)
    for key, value in changed.items():
        setattr(group, key, value)
    group.changed_at = now
    session.flush()
    _lay_out(session, group)
    clashes = elsewhere(session, group)
    if clashes:
        raise BadPupilList([Mistake(0, "nik", "elsewhere", number) for number in clashes])
    told = ", ".join(f"{key}: {before[key]} → {value}" for key, value in changed.items())
    record(session, group, hand, "changed", told, now)
    if changed.keys() - {"places"}:
        group.revision += 1
        session.flush()
        tell_pupils(session, group, "school_changed", now)
        tell_senders(session, group, "school_changed", f"{group.revision}", now, by=hand.account_id)
        tell_start(session, group, now=now, zone=zone)
    return group_by_id(session, group.id)


def send_list(
    session: Session,
    group_id: int,
    pupils: list[PupilEntry],
    hand: Hand,
    *,
    now: datetime,
    zone: tzinfo,
) -> GroupView:
    """The list, or what is to be added to one that was accepted. What was sent before and is not
    accepted yet is replaced.

    More pupils than places are refused as a whole: whom to leave out is the school's to say, not
    Jawara's. Raises NoSuchGroup, GroupOver, TooManyPupils, BadPupilList.
    """
    group = hold_group(session, group_id, hand, now, zone)
    forget_waiting(session, group)
    free = group.places - _taken(session, group)
    if len(pupils) > free:
        raise TooManyPupils(len(pupils), free)
    mistakes = take_in(session, group, pupils, hand.actor(group.school_id), now)
    if mistakes:
        raise BadPupilList(mistakes)
    group.state, group.changed_at = SENT, now
    record(session, group, hand, "sent", str(len(pupils)), now)
    return group_by_id(session, group.id)


def accept_group(
    session: Session, group_id: int, hand: Hand, *, now: datetime, zone: tzinfo
) -> GroupView:
    """All who wait have a seat of the class. Accepted twice, nothing changes.

    Raises NoSuchGroup, GroupStands, GroupOver, ClassFull.
    """
    group = hold_group(session, group_id, hand, now, zone)
    _check_decides(session, group, hand)
    if group.state == ACCEPTED:
        return group_by_id(session, group.id)
    if group.state != SENT:
        raise GroupStands(group.state)
    held = hold_class(session, group.class_id, zone)
    waiting = _waiting(session, group)
    for application in waiting:
        must_take_seat(session, held, application.id)
        admitted, actor = ApplicationState.ADMITTED, hand.actor(group.school_id)
        move(session, application.id, application.state, admitted, actor=actor, now=now)
    session.flush()
    group.state, group.changed_at = ACCEPTED, now
    change = record(session, group, hand, "accepted", _numbers(waiting), now)
    tell_senders(session, group, "school_accepted", str(change), now, by=hand.account_id)
    tell_start(session, group, now=now, zone=zone)
    return group_by_id(session, group.id)


def send_back(
    session: Session, group_id: int, reason: str, hand: Hand, *, now: datetime, zone: tzinfo
) -> GroupView:
    """To the school, with the reason. Who was waiting is forgotten: another list will come.

    Raises NoSuchGroup, GroupStands, GroupOver.
    """
    group = hold_group(session, group_id, hand, now, zone)
    _check_decides(session, group, hand)
    if group.state != SENT:
        raise GroupStands(group.state)
    forget_waiting(session, group)
    group.state = ACCEPTED if _taken(session, group) else RETURNED
    group.changed_at = now
    reason = " ".join(reason.split())[:DETAIL_LENGTH]
    change = record(session, group, hand, "returned", reason, now)
    tell_senders(session, group, "school_returned", str(change), now, by=hand.account_id)
    return group_by_id(session, group.id)


def hold_group(
    session: Session, group_id: int, hand: Hand, now: datetime, zone: tzinfo
) -> SchoolGroup:
    """Locked, behind the classes that take groups. Raises NoSuchGroup, GroupOver."""
    group = hold_any_group(session, group_id, hand)
    if group.ends_on < now.astimezone(zone).date():
        raise GroupOver(group.ends_on)
    return group


def hold_any_group(session: Session, group_id: int, hand: Hand) -> SchoolGroup:
    """The same of one that has ended, too. Raises NoSuchGroup."""
    of_schools = (
        select(CourseClass.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .where(Programme.entry == "school")
        .order_by(CourseClass.id)
    )
    session.execute(of_schools.with_for_update(of=CourseClass))
    held = select(SchoolGroup).where(SchoolGroup.id == group_id).with_for_update()
    group = session.scalar(held.execution_options(populate_existing=True))
    if group is None:
        raise NoSuchGroup
    group_for(session, group_id, hand)
    return group


def record(
    session: Session, group: SchoolGroup, hand: Hand, what: str, detail: str | None, now: datetime
) -> int:
    change = SchoolChange(
        group_id=group.id,
        at=now,
        actor=hand.actor(group.school_id),
        what=what,
        detail=None if detail is None else detail[:DETAIL_LENGTH],
    )
    session.add(change)
    session.flush()
    return change.id


def _check_decides(session: Session, group: SchoolGroup, hand: Hand) -> None:
    if not hand.decides(group_by_id(session, group.id).provider_id):
        raise NoSuchGroup


def _taken(session: Session, group: SchoolGroup) -> int:
    counted = select(func.count()).select_from(SchoolPlace).where(stood_on(group.id))
    return session.scalar(counted) or 0


def _waiting(session: Session, group: SchoolGroup) -> list[Application]:
    theirs = select(Application).join(Pupil, Pupil.application_id == Application.id)
    waits = Application.state == ApplicationState.SUBMITTED.value
    chosen = theirs.where(Pupil.group_id == group.id, waits).order_by(Application.id)
    return list(session.scalars(chosen.with_for_update(of=Application)))


def _numbers(applications: list[Application]) -> str:
    return ", ".join(one.number for one in applications)


def _lay_out(session: Session, group: SchoolGroup) -> None:
    """As many places as it has. Whoever stands on one beyond them moves to a free one before."""
    places = select(SchoolPlace).where(SchoolPlace.group_id == group.id)
    rows = list(session.scalars(places.order_by(SchoolPlace.number)))
    for number in range(len(rows) + 1, group.places + 1):
        session.add(SchoolPlace(group_id=group.id, number=number))
    live = set(session.scalars(select(SchoolPlace.number).where(stood_on(group.id))))
    free = [row for row in rows[: group.places] if row.number not in live]
    for row in rows[group.places :]:
        holder = row.application_id if row.number in live else None
        session.execute(delete(SchoolPlace).where(
            SchoolPlace.group_id == group.id, SchoolPlace.number == row.number
        ))  # fmt: skip
        if holder is not None:
            place = free.pop(0)
            session.execute(
                update(SchoolPlace)
                .where(SchoolPlace.group_id == group.id, SchoolPlace.number == place.number)
                .values(application_id=holder)
            )
    session.flush()
