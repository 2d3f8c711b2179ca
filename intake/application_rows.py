"""Applications as they are shown: read with class, wave and applicant, private facts masked."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, Select, case, func, literal_column, select
from sqlalchemy.orm import Session, aliased

from intake.errors import NoSuchApplication
from people.nik import mask_nik
from storage.models import Applicant, Application, CourseClass, Offer, Programme, Wave
from storage.models.applications import LIVE
from storage.vault import Vault, vault_of


class ApplicationState(StrEnum):
    SUBMITTED = "submitted"
    """Waits for the selection, or for staff."""
    RESERVE = "reserve"
    """Next in turn should a seat be free."""
    OFFERED = "offered"
    """Has a seat until a deadline."""
    ADMITTED = "admitted"
    """Has a seat, confirmed."""
    NOT_SELECTED = "not_selected"
    DECLINED = "declined"
    LAPSED = "lapsed"
    """Offered a seat, and silent until it was too late."""
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ApplicationView:
    id: int
    number: str
    state: ApplicationState
    submitted_at: datetime
    changed_at: datetime
    account_id: int
    class_id: int
    wave_id: int
    programme_slug: str
    programme_title: str
    wave_title: str
    starts_on: date | None
    closes_at: datetime | None
    """When the wave's registration closes."""
    example: bool
    missing_papers: tuple[str, ...]
    """What staff have found missing: see `intake.papers`."""
    papers_due_at: datetime | None
    deadline: datetime | None
    """Until when a seat is offered; None: none is."""
    ahead: int | None
    """How many are before them on the reserve; None: they are not on it."""
    name: str = field(repr=False)
    """Of the applicant, who need not be the account's holder."""
    nik: str = field(repr=False)
    """Masked: 3671••••••••0003."""

    @property
    def place(self) -> int | None:
        """1 for whoever is next on the reserve."""
        return None if self.ahead is None else self.ahead + 1

    @property
    def live(self) -> bool:
        return self.state in LIVE


def my_applications(session: Session, account_id: int) -> list[ApplicationView]:
    """All of an account, the newest first."""
    chosen = _selection().where(Application.account_id == account_id)
    return _views(session, chosen.order_by(Application.submitted_at.desc(), Application.id.desc()))


def application_by_id(session: Session, application_id: int) -> ApplicationView:
    """Raises NoSuchApplication."""
    return _one(session, _selection().where(Application.id == application_id))


def application_by_number(session: Session, number: str) -> ApplicationView:
    """Raises NoSuchApplication. Any case will do, as numbers are read out and typed in."""
    return _one(session, _selection().where(Application.number == number.strip().upper()))


def list_applications(
    session: Session, *, programme_slug: str | None = None, wave_slug: str | None = None
) -> list[ApplicationView]:
    """For staff: all of a programme's classes, of a wave, or of one class, by number."""
    chosen = _selection().order_by(Application.number)
    if programme_slug is not None:
        chosen = chosen.where(Programme.slug == programme_slug)
    if wave_slug is not None:
        chosen = chosen.where(Wave.slug == wave_slug)
    return _views(session, chosen)


def applicants_so_far(session: Session, class_ids: Collection[int]) -> dict[int, int]:
    """Live applications by class; 0 for a class that has none yet."""
    counted = session.execute(
        select(Application.class_id, func.count())
        .where(Application.class_id.in_(class_ids), Application.state.in_(LIVE))
        .group_by(Application.class_id)
    )
    return dict.fromkeys(class_ids, 0) | {class_id: count for class_id, count in counted}  # noqa: C416 - rows are no pairs to mypy


_others = aliased(Application)
DEADLINE = (
    select(Offer.deadline)
    .where(Offer.application_id == Application.id, Offer.state == "open")
    .correlate(Application)
    .scalar_subquery()
    .label("deadline")
)
AHEAD = case(
    (
        Application.state == ApplicationState.RESERVE,
        select(func.count())
        .where(
            _others.class_id == Application.class_id,
            _others.state == literal_column("'reserve'"),
            _others.reserve_no < Application.reserve_no,
        )
        .correlate(Application)
        .scalar_subquery(),
    ),
    else_=None,
).label("ahead")


def _selection() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Application.id,
            Application.number,
            Application.state,
            Application.submitted_at,
            Application.changed_at,
            Application.account_id,
            Application.class_id,
            Application.wave_id,
            Programme.slug.label("programme_slug"),
            Programme.title.label("programme_title"),
            Wave.title.label("wave_title"),
            Wave.starts_on,
            Wave.registration_closes_at.label("closes_at"),
            Wave.example,
            Application.missing_papers,
            Application.papers_due_at,
            Applicant.name_sealed,
            Applicant.nik_sealed,
            DEADLINE,
            AHEAD,
        )
        .join(Applicant, Application.applicant_id == Applicant.id)
        .join(CourseClass, Application.class_id == CourseClass.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .join(Wave, Application.wave_id == Wave.id)
    )


def _one(session: Session, chosen: Select[*tuple[Any, ...]]) -> ApplicationView:
    row = session.execute(chosen).first()
    if row is None:
        raise NoSuchApplication
    return _view(vault_of(session), row)


def _views(session: Session, chosen: Select[*tuple[Any, ...]]) -> list[ApplicationView]:
    vault = vault_of(session)
    return [_view(vault, row) for row in session.execute(chosen)]


def _view(vault: Vault, row: Row[*tuple[Any, ...]]) -> ApplicationView:
    facts = dict(row._mapping)
    name, nik = vault.open(facts.pop("name_sealed")), vault.open(facts.pop("nik_sealed"))
    state = ApplicationState(facts.pop("state"))
    facts["missing_papers"] = tuple(facts["missing_papers"] or ())
    return ApplicationView(**facts, state=state, name=name, nik=mask_nik(nik))
