"""What is read together for the screens of the dormitory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.errors import NoSuchApplication, OtherProvider
from intake.applications.rows import ApplicationView, application_by_id
from intake.beds.errors import NoDormitory
from intake.beds.houses import BedState, house_of
from intake.beds.rows import BedCount, BedView, bed_lines, bed_of, count_beds
from people.staff import StaffRight, may_act_for
from storage.models import BedRequest, Wave
from storage.vault import vault_of


@dataclass(frozen=True, slots=True)
class BedHolder:
    """One who has said something about the dormitory, with the name opened for staff."""

    application_id: int
    wave_id: int
    number: str
    state: BedState
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class WaveBeds:
    wave_id: int
    code: str
    counts: Mapping[str, BedCount]
    """By part of the dormitory; empty: nobody has told how many there are."""
    people: Sequence[BedHolder]
    """Those who have a bed, then those who wait, in their order."""


def my_bed(
    session: Session, application_id: int, account_id: int, now: datetime
) -> tuple[ApplicationView, BedView | None] | None:
    """None for an application of somebody else's; without a bed where there is none to be had."""
    try:
        application = application_by_id(session, application_id)
    except NoSuchApplication:
        return None
    if application.account_id != account_id:
        return None
    return application, bed_of(session, application_id, now)


def beds_of(session: Session, wave_id: int, rights: frozenset[StaffRight]) -> WaveBeds:
    """Raises NoSuchWave, NoDormitory, OtherProvider."""
    house = house_of(session, wave_id)
    if house is None:
        raise NoDormitory
    if not may_act_for(rights, house.provider_id):
        raise OtherProvider
    vault = vault_of(session)
    people = [
        BedHolder(
            line.application_id, wave_id, line.number, line.state, vault.open(line.name_sealed)
        )
        for line in bed_lines(session, house)
    ]
    code = session.scalars(select(Wave.code).where(Wave.id == wave_id)).one()
    return WaveBeds(wave_id, code, count_beds(session, house), people)


def bed_holder(session: Session, application_id: int, rights: frozenset[StaffRight]) -> BedHolder:
    """Raises NoSuchApplication, OtherProvider."""
    application = application_by_id(session, application_id)
    provider = select(Wave.provider_id).where(Wave.id == application.wave_id)
    if not may_act_for(rights, session.scalars(provider).one()):
        raise OtherProvider
    request = session.get(BedRequest, application_id)
    if request is None:
        raise NoSuchApplication(application_id)
    state = BedState(request.state)
    return BedHolder(
        application_id, application.wave_id, application.number, state, application.name
    )
