"""Staff at the desk of a selection: for classes of their provider alone, each act by their account.

The rules are those of the functions called here, which the command line calls as well.
"""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from sqlalchemy.orm import Session

from intake.applications.changes import by_staff
from intake.seats.counter import confirm_for, let_go_for
from intake.seats.seats import HeldClass, hold_class
from intake.selection.errors import NotApprover, ResultsScheduled
from intake.selection.override_rows import OverrideView, count_dropped, view_of
from intake.selection.overrides import approve_override, ask_override, refuse_override
from intake.selection.people import application_named, person_view
from intake.selection.ranking import current_ranking, rank_applicants
from intake.selection.results import Forecast, forecast, schedule_results, take_back_results
from intake.selection.rows import desk_class
from intake.selection.score_files import ScoreSheet, record_scores
from intake.selection.scores import Mark, record_marks
from people.staff import StaffRight, may_approve_for, same_person
from storage.models import Ranking


@dataclass(frozen=True, slots=True)
class Clerk:
    """A member of staff who acts: as colleagues call them, by which account, with which rights."""

    name: str
    account_id: int
    rights: frozenset[StaffRight]


def record_file(
    session: Session, clerk: Clerk, class_id: int, sheet: ScoreSheet, *, now: datetime
) -> int:
    """Raises NoSuchClass, OtherProvider, BadScoreFile, ResultsScheduled."""
    desk_class(session, class_id, clerk.rights)
    return record_scores(session, class_id, sheet, actor=clerk.name, by=clerk.account_id, now=now)


def record_one(
    session: Session, clerk: Clerk, mark: Mark, *, class_id: int | None = None, now: datetime
) -> int:
    """Returns the application's id; within a class the last digits of its number will do.

    Raises NotOfYourProvider, NotPossible, ResultsScheduled.
    """
    found, number = application_named(session, mark.number, clerk.rights, class_id=class_id)
    meant = Mark(number, mark.part, mark.attended, mark.score)
    record_marks(session, [meant], actor=clerk.name, by=clerk.account_id, now=now)
    return found


def note_absence(
    session: Session, clerk: Clerk, application_id: int, part: str, *, now: datetime
) -> None:
    """Raises NotOfYourProvider, UnknownPart, NotPossible, ResultsScheduled."""
    application = person_view(session, application_id, clerk.rights).application
    mark = Mark(application.number, part, attended=False)
    record_marks(session, [mark], actor=clerk.name, by=clerk.account_id, now=now)


def draw_up(
    session: Session, clerk: Clerk, class_id: int, *, now: datetime, zone: tzinfo
) -> tuple[Ranking, int]:
    """With how many moves went with the list before. Raises NoSuchClass, OtherProvider, and what
    `rank_applicants` raises.
    """
    held = _hold(session, clerk, class_id, zone)
    drawn = rank_applicants(session, held, actor=clerk.name, by=clerk.account_id, now=now)
    return drawn, count_dropped(session, drawn.id)


def ask_move(
    session: Session,
    clerk: Clerk,
    class_id: int,
    told: str,
    *,
    to_rank: int,
    reason: str,
    now: datetime,
) -> OverrideView:
    """`told`: of the class, the number or its last digits. Raises NotOfYourProvider, and what
    `intake.selection.overrides.ask_override` does.
    """
    _, number = application_named(session, told, clerk.rights, class_id=class_id)
    return ask_override(
        session,
        number,
        to_rank=to_rank,
        reason=reason,
        actor=clerk.name,
        by=clerk.account_id,
        now=now,
    )


def approve_move(
    session: Session, clerk: Clerk, override_id: int, *, now: datetime
) -> OverrideView:
    """Raises NoSuchOverride, OtherProvider, NotApprover, and what `approve_override` does."""
    move = move_for(session, override_id, clerk.rights)
    _check_approver(clerk, move)
    return approve_override(session, move.id, actor=clerk.name, by=clerk.account_id, now=now)


def refuse_move(
    session: Session, clerk: Clerk, override_id: int, *, reason: str, now: datetime
) -> OverrideView:
    """A second person's no, or the asker's own. Raises NoSuchOverride, OtherProvider, NotApprover,
    and what `refuse_override` does.
    """
    move = move_for(session, override_id, clerk.rights)
    if not is_asker(move, clerk):
        _check_approver(clerk, move)
    return refuse_override(
        session, move.id, reason=reason, actor=clerk.name, by=clerk.account_id, now=now
    )


def move_for(session: Session, override_id: int, rights: frozenset[StaffRight]) -> OverrideView:
    """Raises NoSuchOverride, OtherProvider."""
    move = view_of(session, override_id)
    desk_class(session, move.class_id, rights)
    return move


def is_asker(move: OverrideView, clerk: Clerk) -> bool:
    return same_person(move.asked_by_id, move.asked_by_name, clerk.account_id, clerk.name)


def decides(move: OverrideView, clerk: Clerk) -> bool:
    """Whether theirs can be the second person's word."""
    return may_approve_for(clerk.rights, move.provider_id) and not is_asker(move, clerk)


def foresee(
    session: Session, clerk: Clerk, class_id: int, *, at: datetime, now: datetime, zone: tzinfo
) -> Forecast:
    """Raises whatever `set_minute` would."""
    return forecast(session, _hold(session, clerk, class_id, zone), at=at, now=now)


def set_minute(
    session: Session,
    clerk: Clerk,
    class_id: int,
    *,
    ranking_id: int,
    at: datetime | None,
    before: datetime | None,
    now: datetime,
    zone: tzinfo,
) -> Ranking:
    """`at` None: at once. `before`: the minute that was set when they were asked; by another one,
    set since, an old answer is refused.

    Raises NoSuchClass, OtherProvider, ResultsScheduled, and what `schedule_results` does.
    """
    held = _hold(session, clerk, class_id, zone)
    ranking = current_ranking(session, held.id)
    minute = None if ranking is None else ranking.announce_at
    if minute is not None and minute > now and minute not in (at, before):
        raise ResultsScheduled(minute)
    return schedule_results(
        session,
        held,
        at=at or now,
        ranking_id=ranking_id,
        actor=clerk.name,
        by=clerk.account_id,
        now=now,
    )


def take_back(
    session: Session, clerk: Clerk, class_id: int, *, now: datetime, zone: tzinfo
) -> Ranking:
    """Raises NoSuchClass, OtherProvider, and what `take_back_results` does."""
    held = _hold(session, clerk, class_id, zone)
    return take_back_results(session, held, actor=clerk.name, by=clerk.account_id, now=now)


def confirm_for_them(
    session: Session, clerk: Clerk, application_id: int, *, now: datetime, zone: tzinfo
) -> bool:
    """False: it was theirs already. Raises NotOfYourProvider, NoOffer, OfferPast."""
    person_view(session, application_id, clerk.rights)
    return confirm_for(session, application_id, actor=_actor(clerk), now=now, zone=zone)


def let_go_for_them(
    session: Session, clerk: Clerk, application_id: int, why: str, *, now: datetime, zone: tzinfo
) -> int:
    """Returns how many of the reserve were offered it. Raises NotOfYourProvider, and what
    `let_go_for` does.
    """
    person_view(session, application_id, clerk.rights)
    return let_go_for(session, application_id, actor=_actor(clerk), why=why, now=now, zone=zone)


def _hold(session: Session, clerk: Clerk, class_id: int, zone: tzinfo) -> HeldClass:
    desk_class(session, class_id, clerk.rights)
    return hold_class(session, class_id, zone)


def _check_approver(clerk: Clerk, move: OverrideView) -> None:
    if not may_approve_for(clerk.rights, move.provider_id):
        raise NotApprover


def _actor(clerk: Clerk) -> str:
    return by_staff(clerk.name, clerk.account_id)
