"""A class with seats and a dormitory, and people who have a seat in it."""

from datetime import date

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from intake.beds.beds import ask_for_bed
from intake.beds.giving import give_beds
from intake.beds.houses import BedState
from intake.seats.admitting import admit
from storage.models import Application, Bed, BedRequest, Dormitory, Notice, Wave
from tests.cast import NOW, SITI, Person, Stage, apply, set_stage


def set_dormitory(
    session: Session,
    *,
    beds: int | None = None,
    women: int | None = None,
    men: int | None = None,
    order: str = "rank",
    name: str = "",
) -> Stage:
    """The training begins far ahead; there is no daftar ulang, so beds go to each who asks."""
    stage = set_stage(session, capacity=None, name=name)
    session.add(
        Dormitory(
            provider_id=stage.provider_id, beds=beds, women=women, men=men,
            source_id=stage.source_id,
        )
    )  # fmt: skip
    far = update(Wave).where(Wave.id == stage.wave_id)
    session.execute(far.values(starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 31)))
    session.execute(far.values(beds_order=order))
    session.flush()
    session.expire_all()
    return stage


def resident(session: Session, stage: Stage, number: int, *, domicile: str = "3673") -> int:
    """Somebody with a seat, women and men by turns (1 is a woman); the id of the application."""
    day = "45" if number % 2 else "05"
    person = Person(
        9_100 + number, SITI.name, f"367301{day}0199{number:04d}", SITI.phone, SITI.education,
        domicile,
    )  # fmt: skip
    application = apply(session, person, stage.class_id)
    admit(session, application.number, actor="Dewi", now=NOW)
    session.flush()
    return application.id


def account_of(session: Session, application_id: int) -> int:
    return session.get_one(Application, application_id).account_id


def states(session: Session, *ids: int) -> list[str | None]:
    """What became of each one's wish."""
    session.expire_all()
    found = [session.get(BedRequest, each) for each in ids]
    return [None if one is None else BedState(one.state).value for one in found]


def sleepers(session: Session) -> list[int]:
    taken = select(Bed.application_id).where(Bed.application_id.is_not(None))
    return sorted(each for each in session.scalars(taken) if each is not None)


def told(session: Session) -> list[tuple[int, str]]:
    """(application, kind) of what was said of beds unasked, in order."""
    kinds = select(Notice).where(Notice.kind.startswith("bed_"))
    rows = session.scalars(kinds.order_by(Notice.id))
    return [(notice.facts["application_id"], notice.kind) for notice in rows]


def given_at_once(session: Session, stage: Stage, *ids: int) -> None:
    """All of them ask while nobody has told how many beds there are; then somebody does."""
    dormitory = session.get_one(Dormitory, stage.provider_id)
    beds, dormitory.beds = dormitory.beds, None
    for each in ids:
        ask_for_bed(session, each, account_of(session, each), now=NOW)
    dormitory.beds = beds
    give_beds(session, stage.wave_id, now=NOW)
