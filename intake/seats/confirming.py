"""Confirming: whoever has been offered a seat takes it; all who do at the same moment together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, literal_column, select, update
from sqlalchemy.orm import Session, aliased

from intake.applications.changes import APPLICATIONS, change_row, record_all
from intake.applications.errors import NoSuchApplication
from intake.applications.rows import ApplicationState
from intake.seats.errors import NoOffer, OfferPast
from intake.seats.offers import settle
from intake.seats.seats import hold_classes
from storage.models import Application, Offer
from texts.moments import WIB


@dataclass(frozen=True, slots=True)
class Confirmation:
    """ "Yes, I join", for one application."""

    application_id: int
    account_id: int | None
    """Who says so, and may for their own alone; None: staff do."""
    actor: str
    now: datetime
    zone: tzinfo = WIB
    """Where days begin; the installation's, and so the same for all."""


def confirm(
    session: Session,
    application_id: int,
    *,
    account_id: int | None = None,
    actor: str,
    now: datetime,
    zone: tzinfo,
) -> bool:
    """The seat is theirs; False: it was already. `account_id`: whoever may, else staff.

    Raises NoSuchApplication, NoOffer, OfferPast.
    """
    asked = Confirmation(application_id, account_id, actor, now, zone)
    answer = confirm_all(session, [asked])[0]
    if isinstance(answer, Exception):
        raise answer
    return answer


def confirm_all(session: Session, confirmations: Sequence[Confirmation]) -> list[bool | Exception]:
    """The same for many: True, False, or what `confirm` would raise, of each in their order."""
    found = _hold(session, confirmations)
    answers: list[bool | Exception] = []
    taken: dict[int, Confirmation] = {}
    for each in confirmations:
        try:
            new = _may(each, found.get(each.application_id))
        except (NoSuchApplication, NoOffer, OfferPast) as refusal:
            answers.append(refusal)
            continue
        answers.append(new and each.application_id not in taken)
        if new:
            taken.setdefault(each.application_id, each)
    _take(session, taken, found)
    return answers


def _hold(
    session: Session, confirmations: Sequence[Confirmation]
) -> Mapping[int, Row[*tuple[Any, ...]]]:
    """First the classes, then the applications, as everybody does; with their offers."""
    session.flush()
    asked = {"asked": sorted({each.application_id for each in confirmations})}
    class_ids = set(session.connection().scalars(CLASSES, asked))
    if not class_ids:
        return {}
    hold_classes(session, class_ids, confirmations[0].zone)
    # Offers change under a held class only, so these are what they are until the end.
    return {row.id: row for row in session.connection().execute(OFFERED, asked)}


def _may(asked: Confirmation, row: Row[*tuple[Any, ...]] | None) -> bool:
    """False: the seat is theirs already. Raises NoSuchApplication, NoOffer, OfferPast."""
    if row is None or asked.account_id not in (None, row.account_id):
        raise NoSuchApplication(asked.application_id)
    if row.state == ApplicationState.ADMITTED:
        return False
    if row.offer_id is None:
        if row.state == ApplicationState.LAPSED and row.last_deadline is not None:
            raise OfferPast(row.last_deadline)
        raise NoOffer(row.state)
    if row.deadline <= asked.now:
        raise OfferPast(row.deadline)
    return True


def _take(
    session: Session,
    taken: Mapping[int, Confirmation],
    found: Mapping[int, Row[*tuple[Any, ...]]],
) -> None:
    if not taken:
        return
    ids, latest = sorted(taken), max(each.now for each in taken.values())
    settle(session, [found[id_].offer_id for id_ in ids], "confirmed", latest)
    changed = {"ids": ids, "changed_at": latest}
    if session.connection().execute(ADMIT, changed).rowcount != len(ids):
        raise AssertionError("an offer without an offered application")
    before, to = ApplicationState.OFFERED, ApplicationState.ADMITTED
    changes = [
        change_row(id_, before, to, actor=each.actor, now=each.now) for id_, each in taken.items()
    ]
    record_all(session, changes)


LAST = aliased(Offer)
AMONG = Application.id.in_(bindparam("asked", expanding=True))
CLASSES = select(Application.class_id).where(AMONG).distinct()
OFFERED = (
    select(
        Application.id,
        Application.account_id,
        Application.state,
        Offer.id.label("offer_id"),
        Offer.deadline,
        select(func.max(LAST.deadline))
        .where(LAST.application_id == Application.id)
        .scalar_subquery()
        .label("last_deadline"),
    )
    .join(
        Offer,
        and_(Offer.application_id == Application.id, Offer.state == literal_column("'open'")),
        isouter=True,
    )
    .where(AMONG)
    .order_by(Application.id)
    .with_for_update(of=Application)
)
ADMIT = (
    update(APPLICATIONS)
    .where(
        APPLICATIONS.c.id.in_(bindparam("ids", expanding=True)),
        APPLICATIONS.c.state == ApplicationState.OFFERED.value,
    )
    .values(state=ApplicationState.ADMITTED.value)
)
