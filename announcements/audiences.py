"""Audiences: who is meant, as data, and as the one query that finds them.

Several values of one criterion widen it, each further criterion narrows. Whoever can't be reached,
has declined the use of their data, or has muted broadcasts is never meant.
"""

from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Exists, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from announcements.errors import BadAudience
from intake.applications.rows import ApplicationState
from people.regions import REGIONS
from storage.models import (
    Account,
    Application,
    Cluster,
    CourseClass,
    Programme,
    ProgrammeInterest,
    StaffRole,
    StreamInterest,
    StreamSubscription,
    Wave,
)
from storage.models.applications import LIVE
from texts import LANGUAGES

ROLES = ("everyone", "applicants", "trainees", "alumni", "staff")
STATES = tuple(state.value for state in ApplicationState)
ADMITTED, FINISHED = "admitted", "finished"
LONGEST_AGO_DAYS = 3650


@dataclass(frozen=True, slots=True)
class Audience:
    """Empty tuples and None ask for nothing.

    Where a role, a wave or a state asks for an application, stream and programme are that one
    application's. Otherwise an interest, a subscription or any live application will do.
    """

    role: str = "everyone"
    """`applicants` have a live application, `trainees` a seat in a wave that is not over,
    `alumni` had one in a wave that is; `staff` have a role of staff."""
    regions: tuple[str, ...] = ()
    """Four digits each, of where they live."""
    streams: tuple[str, ...] = ()
    """Slugs of clusters."""
    programmes: tuple[str, ...] = ()
    """Slugs."""
    waves: tuple[str, ...] = ()
    """Codes: PBK-2025-3."""
    states: tuple[str, ...] = ()
    """Of an application; live ones where none is given."""
    languages: tuple[str, ...] = ()
    seen_within_days: int | None = None
    """They wrote or pressed something so lately."""

    def to_json(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value not in ((), None)}

    @classmethod
    def from_json(cls, facts: dict[str, Any]) -> "Audience":
        known = {field.name for field in fields(cls)}
        given: dict[str, Any] = {name: facts[name] for name in facts if name in known}
        for name, value in given.items():
            given[name] = tuple(value) if isinstance(value, list) else value
        return cls(**given)


def people(audience: Audience, now: datetime) -> Select[int]:
    """The account ids, each once, in no order. `now`: from when on "lately" is told."""
    return meant(audience, seen_since(audience, now))


def seen_since(audience: Audience, now: datetime) -> datetime:
    return now - timedelta(days=audience.seen_within_days or 0)


def meant(audience: Audience, since: datetime | BindParameter[datetime]) -> Select[int]:
    """As `people`; `since` (see `seen_since`) may be left open, to be told when it is run."""
    wanted: list[ColumnElement[bool]] = [
        Account.unreachable_since.is_(None),
        Account.broadcasts_muted.is_(False),
        or_(Account.consent_version.is_(None), Account.consented_at.is_not(None)),
    ]
    if audience.regions:
        wanted.append(Account.domicile.in_(audience.regions))
    if audience.languages:
        wanted.append(Account.language.in_(audience.languages))
    if audience.seen_within_days is not None:
        wanted.append(Account.last_seen_at >= since)
    if audience.role == "staff":
        wanted.append(_owned(StaffRole.account_id))
    return select(Account.id).where(*wanted, *_by_training(audience))


def count_people(
    session: Session, audience: Audience, now: datetime, *, most: int | None = None
) -> int:
    """How many there are; counts no further than `most`. All of a million take about 0.1 s."""
    found = people(audience, now).limit(most).subquery()
    return session.scalar(select(func.count()).select_from(found)) or 0


def check_audience(session: Session, audience: Audience) -> None:
    """Raises BadAudience with the first thing in it that there is not."""
    for criterion, known in (
        ("regions", REGIONS),
        ("states", STATES),
        ("languages", LANGUAGES),
    ):
        _refuse_unknown(criterion, getattr(audience, criterion), known)
    _refuse_unknown("role", (audience.role,), ROLES)
    for criterion, column in (
        ("streams", Cluster.slug),
        ("programmes", Programme.slug),
        ("waves", Wave.code),
    ):
        given = getattr(audience, criterion)
        there = session.scalars(select(column).where(column.in_(given))).all() if given else ()
        _refuse_unknown(criterion, given, there)
    days = audience.seen_within_days
    if days is not None and not 1 <= days <= LONGEST_AGO_DAYS:
        raise BadAudience("seen_within_days", str(days))


def _refuse_unknown(criterion: str, given: tuple[str, ...], known: Any) -> None:
    for one in given:
        if one not in known:
            raise BadAudience(criterion, one)


def _by_training(audience: Audience) -> list[ColumnElement[bool]]:
    applied: list[ColumnElement[bool]] = []
    near: list[ColumnElement[bool]] = []
    live = Application.state.in_(LIVE)
    if audience.streams:
        clusters = select(Cluster.id).where(Cluster.slug.in_(audience.streams))
        of_streams = _of_programmes(Programme.cluster_id.in_(clusters))
        applied.append(of_streams)
        liked = _owned(StreamInterest.account_id, StreamInterest.cluster_id.in_(clusters))
        mine = StreamSubscription.account_id
        followed = _owned(mine, StreamSubscription.cluster_id.in_(clusters))
        near.append(or_(liked, followed, _owned(Application.account_id, live, of_streams)))
    if audience.programmes:
        programmes = select(Programme.id).where(Programme.slug.in_(audience.programmes))
        of_programmes = _of_programmes(Programme.id.in_(programmes))
        applied.append(of_programmes)
        mine = ProgrammeInterest.account_id
        waited_for = _owned(mine, ProgrammeInterest.programme_id.in_(programmes))
        near.append(or_(waited_for, _owned(Application.account_id, live, of_programmes)))
    if _asks_for_application(audience):
        return [_owned(Application.account_id, *_application(audience), *applied)]
    return near


def _asks_for_application(audience: Audience) -> bool:
    by_role = audience.role in ("applicants", "trainees", "alumni")
    return by_role or bool(audience.waves or audience.states)


def _application(audience: Audience) -> list[ColumnElement[bool]]:
    """What role, wave and state ask of one application."""
    wanted: list[ColumnElement[bool]] = [Application.state.in_(audience.states or LIVE)]
    if audience.waves:
        named = select(Wave.id).where(Wave.code.in_(audience.waves))
        wanted.append(Application.wave_id.in_(named))
    if audience.role in ("trainees", "alumni"):
        over = select(Wave.id).where(Wave.state == FINISHED)
        in_over = Application.wave_id.in_(over)
        wanted.append(in_over if audience.role == "alumni" else ~in_over)
        wanted.append(Application.state == ADMITTED)
    return wanted


def _of_programmes(wanted: ColumnElement[bool]) -> ColumnElement[bool]:
    classes = select(CourseClass.id).join(Programme, CourseClass.programme_id == Programme.id)
    return Application.class_id.in_(classes.where(wanted))


def _owned(owner: Any, *wanted: ColumnElement[bool]) -> Exists:
    """The account has a row of the table of `owner`, its column that names the account."""
    mine = select(1).where(and_(owner == Account.id, *wanted)).correlate(Account)
    return mine.exists()
