"""A small town in which every criterion of an audience has somebody to find, and to pass over."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from announcements.audiences import Audience
from people.staff import Role, grant
from storage.models import (
    Account,
    Applicant,
    Application,
    CourseClass,
    ProgrammeInterest,
    StreamInterest,
    StreamSubscription,
    Subscription,
    Wave,
)
from tests.cast import NOW, set_stage

OLD = "-lama"
"""Names the catalogue of the wave that is over: programme las-smaw-a-lama, and so on."""


@dataclass(frozen=True)
class Applied:
    programme: str
    state: str = "submitted"

    @property
    def wave(self) -> str:
        return f"PBK-2025-3{OLD}" if self.over else "PBK-2025-3"

    @property
    def stream(self) -> str:
        return f"las{OLD}" if self.over else "las"

    @property
    def over(self) -> bool:
        return self.programme.endswith(OLD)


@dataclass(frozen=True)
class Someone:
    name: str
    region: str | None = None
    language: str = "id"
    seen: timedelta | None = None
    likes: str | None = None
    follows: str | None = None
    waits_for: str | None = None
    applied: tuple[Applied, ...] = ()
    staff: bool = False
    away: str | None = None
    """Why nobody tells them anything: `blocked`, `declined` or `muted`."""


SMAW, GMAW, OLD_SMAW = "las-smaw-a", "las-gmaw", f"las-smaw-a{OLD}"
TOWN = (
    Someone("Agus", region="3673", seen=timedelta(days=2)),
    Someone("Bunga", region="3674", language="en", likes="las"),
    Someone("Cahya", region="3673", follows="las", seen=timedelta(days=40)),
    Someone("Dian", waits_for=SMAW, seen=timedelta(days=7)),
    Someone("Eko", region="3603", applied=(Applied(SMAW),)),
    Someone("Fitri", language="en", applied=(Applied(SMAW, "admitted"),), staff=True),
    Someone("Gita", region="3673", applied=(Applied(GMAW),), likes=f"las{OLD}"),
    Someone("Hadi", applied=(Applied(SMAW, "withdrawn"), Applied(OLD_SMAW, "admitted"))),
    Someone("Intan", applied=(Applied(OLD_SMAW, "submitted"),), waits_for=GMAW),
    Someone("Joko", applied=(Applied(OLD_SMAW, "admitted"), Applied(SMAW, "admitted"))),
    Someone("Kartika", staff=True, seen=timedelta(hours=1)),
    Someone("Lukman", region="3673", applied=(Applied(SMAW),), away="blocked"),
    Someone("Mega", region="3673", applied=(Applied(SMAW),), away="declined"),
    Someone("Nanda", region="3673", applied=(Applied(SMAW),), away="muted"),
)


def settle_town(session: Session) -> dict[str, int]:
    """The catalogue and everybody in it; account ids by name."""
    now, old = set_stage(session), set_stage(session, name=OLD)
    session.get_one(Wave, old.wave_id).state = "finished"
    classes = {SMAW: now.class_id, GMAW: now.other_class_id, OLD_SMAW: old.class_id}
    clusters = {"las": now.cluster_id, f"las{OLD}": old.cluster_id}
    return {one.name: _move_in(session, n, one, classes, clusters) for n, one in enumerate(TOWN, 1)}


def _move_in(
    session: Session, number: int, one: Someone, classes: dict[str, int], clusters: dict[str, int]
) -> int:
    account = Account(
        telegram_id=70_000 + number,
        language=one.language,
        domicile=one.region,
        last_seen_at=None if one.seen is None else NOW - one.seen,
        unreachable_since=NOW if one.away == "blocked" else None,
        consent_version="2026-11" if one.away == "declined" else None,
        broadcasts_muted=one.away == "muted",
        created_at=NOW,
    )
    session.add(account)
    session.flush()
    if one.likes:
        session.add(StreamInterest(account_id=account.id, cluster_id=clusters[one.likes]))
    if one.follows:
        session.add(Subscription(account_id=account.id, created_at=NOW))
        session.flush()
        session.add(StreamSubscription(account_id=account.id, cluster_id=clusters[one.follows]))
    if one.waits_for:
        wanted = session.get_one(CourseClass, classes[one.waits_for]).programme_id
        interest = ProgrammeInterest(account_id=account.id, programme_id=wanted, created_at=NOW)
        session.add(interest)
    if one.staff:
        facts: dict[str, Any] = {"provider_id": None, "name": one.name, "granted_by": "command"}
        grant(session, account.id, Role.STAFF, **facts, now=NOW)
        grant(session, account.id, Role.APPROVER, **facts, now=NOW)
    for applied in one.applied:
        _apply(session, account.id, number, applied, classes[applied.programme])
    session.flush()
    return account.id


def _apply(session: Session, account_id: int, number: int, applied: Applied, class_id: int) -> None:
    nik = f"{number}-{class_id}"
    sealed = {"name_sealed": b"", "nik_sealed": b"", "phone_sealed": b"", "nik_print": nik}
    applicant = Applicant(
        account_id=account_id,
        **sealed,
        born_on=date(1999, 1, 5),
        sex="f",
        education="smk",
        domicile="3673",
        created_at=NOW,
        updated_at=NOW,
    )
    session.add(applicant)
    session.flush()
    application = Application(
        number=nik,
        applicant_id=applicant.id,
        account_id=account_id,
        class_id=class_id,
        wave_id=session.get_one(CourseClass, class_id).wave_id,
        nik_print=nik,
        state=applied.state,
        submitted_at=NOW,
        changed_at=NOW,
    )
    session.add(application)


def fits(one: Someone, audience: Audience, now: datetime = NOW) -> bool:
    """What staff mean by an audience, said without a database."""
    days = audience.seen_within_days
    return (
        one.away is None
        and (not audience.regions or one.region in audience.regions)
        and (not audience.languages or one.language in audience.languages)
        and (days is None or (one.seen is not None and one.seen <= timedelta(days=days)))
        and (audience.role != "staff" or one.staff)
        and _fits_by_training(one, audience)
    )


def _fits_by_training(one: Someone, audience: Audience) -> bool:
    asked = audience.role in ("applicants", "trainees", "alumni")
    if asked or audience.waves or audience.states:
        return any(_is_meant(applied, audience) for applied in one.applied)
    live = [applied for applied in one.applied if applied.state != "withdrawn"]
    streams = {one.likes, one.follows, *(applied.stream for applied in live)}
    programmes = {one.waits_for, *(applied.programme for applied in live)}
    near_stream = not audience.streams or not streams.isdisjoint(audience.streams)
    return near_stream and (
        not audience.programmes or not programmes.isdisjoint(audience.programmes)
    )


def _is_meant(applied: Applied, audience: Audience) -> bool:
    seat = applied.state == "admitted"
    by_role = {"trainees": seat and not applied.over, "alumni": seat and applied.over}
    return (
        applied.state in (audience.states or ("submitted", "admitted"))
        and (not audience.waves or applied.wave in audience.waves)
        and (not audience.streams or applied.stream in audience.streams)
        and (not audience.programmes or applied.programme in audience.programmes)
        and by_role.get(audience.role, True)
    )
