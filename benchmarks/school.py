"""A province in training: classes of sixteen, made by few statements, however many there are."""

from datetime import date, datetime
from typing import cast

from sqlalchemy import String, Table, func, literal, select
from sqlalchemy.orm import Session

from benchmarks.town import ACCOUNTS, CLASS_SIZE, GROUP, call_meetings, fill, numbers
from storage.models import Applicant, Application, CourseClass, Programme, Provider, Wave

PROGRAMMES = 10
HEAD = literal("bench-", String())
APPLICANTS, APPLICATIONS, CLASSES, WAVES = (
    cast(Table, model.__table__) for model in (Applicant, Application, CourseClass, Wave)
)


def enrol(session: Session, count: int, *, begins: datetime, joined: datetime) -> None:
    """A seat since `joined` for each of the `count` accounts of `town.settle`; each class has a
    meeting that begins at `begins`.
    """
    _open_classes(session, -(-count // CLASS_SIZE))
    ours = select(CLASSES.c.id).join(WAVES).where(WAVES.c.slug.startswith(HEAD))
    call_meetings(session, ours, begins, class_id=CLASSES.c.id, number=1)
    register(session, joined)
    _seat(session, joined)


def _open_classes(session: Session, count: int) -> None:
    """So many at least: each wave has ten."""
    provider = session.scalars(select(Provider).order_by(Provider.id)).first()
    assert provider is not None
    waves = numbers(-(-count // PROGRAMMES))
    named = HEAD + waves.c.number.cast(String())
    fill(
        session,
        WAVES,
        select(waves),
        slug=named,
        code=named,
        title="Gelombang",
        state="running",
        mode="selection",
        example=False,
        provider_id=provider.id,
        source_id=provider.source_id,
    )
    some = select(Programme.id).order_by(Programme.id).limit(PROGRAMMES).subquery()
    fill(
        session,
        CLASSES,
        select(WAVES).join(some, literal(value=True)).where(WAVES.c.slug.startswith(HEAD)),
        wave_id=WAVES.c.id,
        programme_id=some.c.id,
        capacity=CLASS_SIZE,
        capacity_inferred=False,
        source_id=provider.source_id,
    )


def register(session: Session, joined: datetime) -> None:
    """One applicant an account, with nothing in them that could be opened."""
    fill(
        session,
        APPLICANTS,
        select(ACCOUNTS),
        account_id=ACCOUNTS.c.id,
        name_sealed=b"-",
        nik_sealed=b"-",
        phone_sealed=b"-",
        nik_print=ACCOUNTS.c.id.cast(String()),
        born_on=date(2001, 1, 1),
        sex="f",
        education="smk",
        domicile="3673",
        created_at=joined,
        updated_at=joined,
    )


def _seat(session: Session, joined: datetime) -> None:
    place = (func.row_number().over(order_by=CLASSES.c.id) - 1).label("place")
    ours = select(CLASSES.c.id, CLASSES.c.wave_id, place).join(WAVES)
    each = ours.where(WAVES.c.slug.startswith(HEAD)).subquery()
    fill(
        session,
        APPLICATIONS,
        select(ACCOUNTS)
        .join(APPLICANTS, APPLICANTS.c.account_id == ACCOUNTS.c.id)
        .join(each, each.c.place == GROUP),
        number=HEAD + ACCOUNTS.c.id.cast(String()),
        applicant_id=APPLICANTS.c.id,
        account_id=ACCOUNTS.c.id,
        class_id=each.c.id,
        wave_id=each.c.wave_id,
        nik_print=APPLICANTS.c.nik_print,
        state="admitted",
        submitted_at=joined,
        changed_at=joined,
    )
