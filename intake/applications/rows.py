"""Applications as they are shown: read with class, wave and applicant, private facts masked."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, Select, bindparam, case, func, literal_column, select
from sqlalchemy.orm import Session, aliased

from catalog.waves import is_called
from intake.applications.applicants import names_on
from intake.applications.errors import NoSuchApplication
from intake.applications.numbers import plain_number
from people.nik import mask_nik
from storage.models import (
    Applicant,
    Application,
    CourseClass,
    Offer,
    Programme,
    Ranking,
    RankingLine,
    Wave,
)
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
    applicant_id: int
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
    """What staff have found missing: see `intake.documents.papers`."""
    papers_due_at: datetime | None
    deadline: datetime | None
    """Until when a seat is offered; None: none is."""
    ahead: int | None
    """How many are before them on the reserve; None: they are not on it."""
    ranked: bool
    """They stand on a list that is announced (`intake.selection.standings`)."""
    name: str = field(repr=False)
    """Of the applicant, who need not be the account's holder."""
    nik: str = field(repr=False)
    """Masked: 3671••••••••0003."""
    called: str | None = field(repr=False, default=None)
    """The applicant's short name, where the account speaks for several people."""

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
    return _one(session, BY_ID, {"asked": application_id})


def application_by_number(session: Session, number: str) -> ApplicationView:
    """Raises NoSuchApplication. Any case will do, as numbers are read out and typed in."""
    return _one(session, _selection().where(Application.number == plain_number(number)))


def list_applications(
    session: Session, *, programme_slug: str | None = None, wave: str | None = None
) -> list[ApplicationView]:
    """For staff: all of a programme's classes, of a wave, or of one class, by number."""
    chosen = _selection().order_by(Application.number)
    if programme_slug is not None:
        chosen = chosen.where(Programme.slug == programme_slug)
    if wave is not None:
        chosen = chosen.where(is_called(wave))
    return _views(session, chosen)


def applicants_so_far(session: Session, class_ids: Collection[int]) -> dict[int, int]:
    """Live applications by class; 0 for a class that has none yet."""
    counted = session.execute(
        select(Application.class_id, func.count())
        .where(Application.class_id.in_(class_ids), Application.state.in_(LIVE))
        .group_by(Application.class_id)
    )
    return dict.fromkeys(class_ids, 0) | dict(counted.all())


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
RANKED = (
    select(RankingLine.application_id)
    .join(Ranking, RankingLine.ranking_id == Ranking.id)
    .where(
        RankingLine.application_id == Application.id,
        Ranking.state == literal_column("'announced'"),
    )
    .correlate(Application)
    .exists()
    .label("ranked")
)


_sharing = aliased(Applicant)
PEOPLE = (
    select(func.count())
    .where(_sharing.account_id == Application.account_id)
    .correlate(Application)
    .scalar_subquery()
    .label("people")
)
"""How many people the account speaks for."""


def _selection() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Application.id,
            Application.number,
            Application.state,
            Application.submitted_at,
            Application.changed_at,
            Application.account_id,
            Application.applicant_id,
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
            RANKED,
            PEOPLE,
        )
        .join(Applicant, Application.applicant_id == Applicant.id)
        .join(CourseClass, Application.class_id == CourseClass.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .join(Wave, Application.wave_id == Wave.id)
    )


def _one(
    session: Session, chosen: Select[*tuple[Any, ...]], asked: dict[str, Any] | None = None
) -> ApplicationView:
    found = _views(session, chosen, asked)
    if not found:
        raise NoSuchApplication
    return found[0]


def _views(
    session: Session, chosen: Select[*tuple[Any, ...]], asked: dict[str, Any] | None = None
) -> list[ApplicationView]:
    vault, rows = vault_of(session), session.execute(chosen, asked).all()
    shared = {row.account_id for row in rows if row.people > 1}
    called = names_on(session, shared) if shared else {}
    return [_view(vault, row, called.get(row.applicant_id)) for row in rows]


def _view(vault: Vault, row: Row[*tuple[Any, ...]], called: str | None) -> ApplicationView:
    facts = dict(row._mapping)
    del facts["people"]
    name, nik = vault.open(facts.pop("name_sealed")), vault.open(facts.pop("nik_sealed"))
    state = ApplicationState(facts.pop("state"))
    facts["missing_papers"] = tuple(facts["missing_papers"] or ())
    return ApplicationView(**facts, state=state, name=name, nik=mask_nik(nik), called=called)


BY_ID = _selection().where(Application.id == bindparam("asked"))
