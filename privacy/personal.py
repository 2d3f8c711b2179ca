"""Everything that is kept about a person, gathered from all rooms for that person's eyes."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.facts import Facts
from intake.applications.applicants import Person, people_of
from intake.applications.guardians import Guardian, guardians_in
from intake.applications.rows import ApplicationView, my_applications
from intake.registration.check_rows import told_facts
from intake.registration.draft_rows import DraftView
from intake.registration.drafts import open_draft
from intake.registration.verdicts import VerdictView, verdicts_in
from intake.takeovers.rows import TakeoverStep, takeovers_in
from notices.waiting import SINCE
from people.accounts import account_of
from privacy.people import ApplicantData, applicants_about
from privacy.personal_documents import DocumentData, documents_about
from privacy.schools import SchoolData, schools_about
from privacy.selection import SelectionData, selections_of
from privacy.tracks import TrackData, tracks_about
from privacy.training import TrainingData, training_about
from storage.models import (
    Account,
    Application,
    ApplicationChange,
    Broadcast,
    BroadcastPress,
    Cluster,
    Notice,
    Outcome,
    Programme,
    ProgrammeInterest,
    Provider,
    RegionSubscription,
    StaffRole,
    StreamInterest,
    StreamSubscription,
    Subscription,
    Vacancy,
    VacancyMark,
)


@dataclass(frozen=True, slots=True)
class ChangeView:
    number: str
    """Of the application."""
    at: datetime
    actor: str
    from_state: str | None
    to_state: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class OutcomeTold:
    """What somebody said has become of them."""

    number: str
    """Of the application."""
    months: int
    answer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SubscriptionView:
    abroad: bool
    streams: tuple[str, ...]
    """Slugs of clusters; none chosen means all."""
    regions: tuple[str, ...]
    since: datetime


@dataclass(frozen=True, slots=True)
class MarkView:
    vacancy: str
    mark: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PressView:
    """A button of a broadcast that was pressed; `button` is its caption."""

    broadcast: int
    button: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RoleView:
    """A role of staff; `provider` is a slug, None: for all."""

    role: str
    provider: str | None
    name: str
    granted_by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class WrittenView:
    """A broadcast that somebody of staff has written; it outlives their account, unsigned."""

    broadcast: int
    state: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NoticeView:
    kind: str
    state: str
    due_at: datetime
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class PersonalData:
    """NIK and phone are whole in `applicants` and `draft`: mask them where others may look."""

    account: Account
    applicants: tuple[ApplicantData, ...] = field(repr=False)
    people: tuple[Person, ...] = field(repr=False)
    """The same, as they are called on this phone."""
    draft: DraftView | None
    applications: tuple[ApplicationView, ...]
    changes: tuple[ChangeView, ...]
    selections: SelectionData
    papers: DocumentData
    outcomes: tuple[OutcomeTold, ...]
    verdicts: tuple[VerdictView, ...]
    guardians: tuple[Guardian, ...]
    told: Facts | None
    """For the latest check of a programme's rules."""
    takeovers: tuple[TakeoverStep, ...]
    training: TrainingData
    tracks: TrackData
    schools: SchoolData
    stream_interests: tuple[str, ...]
    """Slugs of clusters."""
    programme_interests: tuple[str, ...]
    """Slugs of programmes."""
    subscription: SubscriptionView | None
    marks: tuple[MarkView, ...]
    presses: tuple[PressView, ...]
    roles: tuple[RoleView, ...]
    written: tuple[WrittenView, ...]
    notices: tuple[NoticeView, ...]


def everything_about(session: Session, account_id: int) -> PersonalData:
    """Raises NoSuchAccount."""
    return PersonalData(
        account=account_of(session, account_id),
        applicants=applicants_about(session, account_id),
        people=tuple(people_of(session, account_id)),
        draft=open_draft(session, account_id),
        applications=tuple(my_applications(session, account_id)),
        changes=_changes(session, account_id),
        selections=selections_of(session, account_id),
        papers=documents_about(session, account_id),
        outcomes=_outcomes(session, account_id),
        verdicts=tuple(verdicts_in(session, account_id)),
        guardians=tuple(guardians_in(session, account_id)),
        told=told_facts(session, account_id),
        takeovers=tuple(takeovers_in(session, account_id)),
        training=training_about(session, account_id),
        tracks=tracks_about(session, account_id),
        schools=schools_about(session, account_id),
        stream_interests=_streams(session, StreamInterest, account_id),
        programme_interests=_programmes(session, account_id),
        subscription=_subscription(session, account_id),
        marks=_marks(session, account_id),
        presses=_presses(session, account_id),
        roles=_roles(session, account_id),
        written=_written(session, account_id),
        notices=_notices(session, account_id),
    )


def _changes(session: Session, account_id: int) -> tuple[ChangeView, ...]:
    rows = session.execute(
        select(
            Application.number,
            ApplicationChange.at,
            ApplicationChange.actor,
            ApplicationChange.from_state,
            ApplicationChange.to_state,
            ApplicationChange.reason,
        )
        .join(Application, ApplicationChange.application_id == Application.id)
        .where(Application.account_id == account_id)
        .order_by(ApplicationChange.id)
    )
    return tuple(ChangeView(*row) for row in rows)


def _outcomes(session: Session, account_id: int) -> tuple[OutcomeTold, ...]:
    rows = session.execute(
        select(Application.number, Outcome.months, Outcome.answer, Outcome.answered_at)
        .join(Application, Outcome.application_id == Application.id)
        .where(Application.account_id == account_id)
        .order_by(Application.id, Outcome.months)
    )
    return tuple(OutcomeTold(*row) for row in rows)


def _streams(
    session: Session, table: type[StreamInterest | StreamSubscription], account_id: int
) -> tuple[str, ...]:
    chosen = select(Cluster.slug).join(table, table.cluster_id == Cluster.id)
    mine = chosen.where(table.account_id == account_id)
    return tuple(session.scalars(mine.order_by(Cluster.position)))


def _programmes(session: Session, account_id: int) -> tuple[str, ...]:
    chosen = select(Programme.slug).join(ProgrammeInterest)
    mine = chosen.where(ProgrammeInterest.account_id == account_id)
    return tuple(session.scalars(mine.order_by(Programme.slug)))


def _subscription(session: Session, account_id: int) -> SubscriptionView | None:
    subscription = session.get(Subscription, account_id)
    if subscription is None:
        return None
    regions = select(RegionSubscription.region).where(RegionSubscription.account_id == account_id)
    return SubscriptionView(
        abroad=subscription.abroad,
        streams=_streams(session, StreamSubscription, account_id),
        regions=tuple(session.scalars(regions.order_by(RegionSubscription.region))),
        since=subscription.created_at,
    )


def _marks(session: Session, account_id: int) -> tuple[MarkView, ...]:
    rows = session.execute(
        select(Vacancy.title, VacancyMark.mark, VacancyMark.created_at)
        .join(Vacancy, VacancyMark.vacancy_id == Vacancy.id)
        .where(VacancyMark.account_id == account_id)
        .order_by(VacancyMark.created_at, Vacancy.id)
    )
    return tuple(MarkView(*row) for row in rows)


def _presses(session: Session, account_id: int) -> tuple[PressView, ...]:
    rows = session.execute(
        select(BroadcastPress, Broadcast.buttons)
        .join(Broadcast, BroadcastPress.broadcast_id == Broadcast.id)
        .where(BroadcastPress.account_id == account_id)
        .order_by(BroadcastPress.pressed_at, BroadcastPress.button)
    )
    return tuple(
        PressView(press.broadcast_id, buttons[press.button]["caption"], press.pressed_at)
        for press, buttons in rows
    )


def _roles(session: Session, account_id: int) -> tuple[RoleView, ...]:
    columns = StaffRole.role, Provider.slug, StaffRole.name, StaffRole.granted_by
    rows = session.execute(
        select(*columns, StaffRole.granted_at)
        .join(Provider, StaffRole.provider_id == Provider.id, isouter=True)
        .where(StaffRole.account_id == account_id)
        .order_by(StaffRole.id)
    )
    return tuple(RoleView(*row) for row in rows)


def _written(session: Session, account_id: int) -> tuple[WrittenView, ...]:
    rows = session.execute(
        select(Broadcast.id, Broadcast.state, Broadcast.text, Broadcast.created_at)
        .where(Broadcast.author_id == account_id)
        .order_by(Broadcast.id)
    )
    return tuple(WrittenView(*row) for row in rows)


def _notices(session: Session, account_id: int) -> tuple[NoticeView, ...]:
    rows = session.execute(
        select(Notice.kind, Notice.state, SINCE, Notice.settled_at)
        .where(Notice.account_id == account_id)
        .order_by(SINCE, Notice.id)
    )
    return tuple(NoticeView(*row) for row in rows)
