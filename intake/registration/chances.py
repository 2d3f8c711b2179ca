"""Other chances of somebody who got no seat: open classes that fit what is known of them."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from catalog.eligibility import Verdict, judge
from catalog.facts import Facts
from catalog.programmes import rules_of_all
from intake.registration.check_rows import dates_of
from intake.registration.nearest import Nearest, classes_open_here
from people.accounts import stream_interests
from storage.models import Applicant, Application, CourseClass, Place, Programme, Provider
from storage.models.applications import LIVE
from texts.moments import WIB


def facts_of_applicant(applicant: Applicant) -> Facts:
    """What their last registration says of them; other traits are asked when they register."""
    told = Facts(sex=applicant.sex, education=applicant.education, domicile=applicant.domicile)
    return told.born_on(applicant.born_on)


def chances_of(session: Session, application_id: int, *, now: datetime, most: int) -> list[Nearest]:
    """Of the same stream first, then of those that the account cares for, then any other; of each
    the ones where they live, and those whose rules are all met, before others.

    None of a wave in which they have a live application. Empty where the application is gone.
    """
    row = session.execute(
        select(Applicant, Programme.cluster_id, Application.class_id)
        .join_from(Application, Applicant, Application.applicant_id == Applicant.id)
        .join(CourseClass, Application.class_id == CourseClass.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .where(Application.id == application_id)
    ).first()
    if row is None:
        return []
    applicant, cluster_id, but_of = row
    taken = _waves_of(session, applicant)
    classes = [
        each
        for each in classes_open_here(session, now)
        if each.id != but_of and each.wave_id not in taken
    ]
    today = now.astimezone(WIB).date()
    rules = rules_of_all(session, {each.programme_id for each in classes}, today=today)
    cared_for = stream_interests(session, applicant.account_id)
    regions = _regions(session, [each.id for each in classes])
    facts = facts_of_applicant(applicant)
    ranked = []
    for place, class_ in enumerate(classes):
        wave, stream = class_.wave, class_.programme.cluster_id
        dates = dates_of(wave.starts_on, wave.registration_closes_at, today)
        verdict = judge(rules[class_.programme_id], facts, dates).verdict
        if verdict is not Verdict.NO:
            away = 0 if stream == cluster_id else 2 - (stream in cared_for)
            far = regions.get(class_.id) != applicant.domicile
            ranked.append(((away, far, verdict.rank, place), class_))
    best = [class_ for _, class_ in sorted(ranked, key=lambda one: one[0])[:most]]
    return [
        Nearest(each.id, each.programme.title, each.wave.registration_closes_at) for each in best
    ]


def _waves_of(session: Session, applicant: Applicant) -> set[int]:
    """In which they are registered already, by whatever phone."""
    live = Application.nik_print == applicant.nik_print, Application.state.in_(LIVE)
    return set(session.scalars(select(Application.wave_id).where(*live)))


def _regions(session: Session, class_ids: list[int]) -> dict[int, str | None]:
    """Where each class is held, as far as that is known."""
    place_id = func.coalesce(CourseClass.place_id, Programme.place_id, Provider.place_id)
    rows = session.execute(
        select(CourseClass.id, Place.region)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .join(Provider, Programme.provider_id == Provider.id)
        .join(Place, Place.id == place_id)
        .where(CourseClass.id.in_(class_ids))
    )
    return dict(rows.all())
