"""One applicant as staff of the provider see them in a selection, and found by number."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.errors import NoSuchApplication, OtherProvider
from intake.applications.numbers import plain_number
from intake.applications.rows import ApplicationState, ApplicationView, application_by_id
from intake.documents.errors import NotOfYourProvider
from intake.selection.rows import DeskClass, desk_class, list_standing
from intake.selection.scores import assessments_of
from people.staff import StaffRight, may_act_for
from storage.models import Application, Assessment, RankingLine, Wave


@dataclass(frozen=True, slots=True)
class PersonView:
    application: ApplicationView
    desk: DeskClass
    scores: Mapping[str, Assessment]
    """By part, those that were written down."""
    rank: int | None
    """On the list as it is now."""
    scorable: bool
    """They wait for the selection, and no minute is set for its results."""


def person_view(session: Session, application_id: int, rights: frozenset[StaffRight]) -> PersonView:
    """What is not there and what is not theirs are told alike. Raises NotOfYourProvider."""
    try:
        application = application_by_id(session, application_id)
        desk = desk_class(session, application.class_id, rights)
    except (NoSuchApplication, OtherProvider):
        raise NotOfYourProvider from None
    standing = list_standing(session, desk.id)
    on_it = RankingLine.ranking_id == standing.id if standing else RankingLine.ranking_id.is_(None)
    line = select(RankingLine.rank).where(on_it, RankingLine.application_id == application_id)
    closed = standing is not None and standing.state != "drawn"
    waits = application.state is ApplicationState.SUBMITTED
    return PersonView(
        application,
        desk,
        assessments_of(session, application_id),
        rank=session.scalar(line),
        scorable=waits and not closed and not desk.first_come,
    )


def application_named(
    session: Session, told: str, rights: frozenset[StaffRight], *, class_id: int | None = None
) -> tuple[int, str]:
    """Id and number, by the number as it is read out and typed in; within a class its last part
    will do, as lists show it. Raises NotOfYourProvider.
    """
    written = plain_number(told)
    query = select(Application.id, Application.number, Wave.provider_id).join(
        Wave, Application.wave_id == Wave.id
    )
    if class_id is not None and "-" not in written:
        ends = Application.number.endswith(f"-{written.zfill(4)}", autoescape=True)
        query = query.where(Application.class_id == class_id, ends)
    else:
        query = query.where(Application.number == written)
    found = session.execute(query).all()
    if len(found) != 1 or not may_act_for(rights, found[0].provider_id):
        raise NotOfYourProvider
    return found[0].id, found[0].number
