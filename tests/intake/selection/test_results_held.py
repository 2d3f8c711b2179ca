"""Results go out as they were looked at, or are refused; or held back, and staff are told."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from intake.applications.errors import NotPossible
from intake.applications.rows import application_by_number
from intake.seats.reserve import classes_to_look_at
from intake.seats.seats import HeldClass, hold_class
from intake.selection.errors import (
    ListChanged,
    NoCapacity,
    NotPassed,
    NotScheduled,
    OutOfRange,
    OverrideSettled,
    ResultsScheduled,
    SamePerson,
    TrainingBegun,
)
from intake.selection.override_rows import MoveState, overrides_of, overrides_waiting
from intake.selection.overrides import approve_override, ask_override, reasons_of, refuse_override
from intake.selection.ranking import current_ranking, rank_applicants
from intake.selection.results import announce, forecast, schedule_results, take_back_results
from intake.selection.scores import Mark, record_marks
from intake.withdrawing import withdraw
from people.accounts import ensure_account
from people.staff import EVERYWHERE, Role, StaffRight, grant
from storage.models import (
    Application,
    CourseClass,
    Notice,
    Ranking,
    RankingChange,
    RankOverride,
    Wave,
    WaveStage,
)
from tests.cast import BUDI, NOW, RINA, SITI, WIB, Stage, apply, set_stage

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
AT = NOW + DAY


@pytest.fixture
def stage(session: Session) -> Stage:
    """One seat; Siti has 90 points, Budi 80, and Rina was not there."""
    stage = set_stage(session, capacity=1)
    points = (90_00, 80_00, None)
    for person, score in zip((SITI, BUDI, RINA), points, strict=True):
        number = apply(session, person, stage.class_id).number
        marks = [Mark(number, part, score is not None, score) for part in ("test", "interview")]
        record_marks(session, marks, actor="Sri", now=NOW)
    rank_applicants(session, held(session, stage), actor="Sri", now=NOW)
    return stage


def held(session: Session, stage: Stage) -> HeldClass:
    session.expire_all()
    return hold_class(session, stage.class_id, WIB)


def number(session: Session, place: int) -> str:
    return session.scalars(select(Application.number).order_by(Application.id)).all()[place]


def scheduled(session: Session, stage: Stage, at: datetime = AT) -> Ranking:
    return schedule_results(session, held(session, stage), at=at, actor="Sri", now=NOW)


def begins(session: Session, stage: Stage, at: datetime) -> None:
    """The training does."""
    session.add(
        WaveStage(wave_id=stage.wave_id, kind="training", starts_at=at, source_id=stage.source_id)
    )
    session.flush()


def officer(session: Session, telegram_id: int, role: Role, provider_id: int | None) -> int:
    account = ensure_account(session, telegram_id, language="id", now=NOW)
    session.flush()
    facts: dict[str, Any] = {"name": "Bu Ratna", "granted_by": "test", "now": NOW}
    grant(session, account.id, role, provider_id=provider_id, **facts)
    return account.id


def told(session: Session) -> list[tuple[str, int]]:
    """Of work at the desk: what, and to which account."""
    kinds = ("move_asked", "move_approved", "move_refused", "results_held")
    rows = select(Notice.kind, Notice.account_id).where(Notice.kind.in_(kinds))
    return [(kind, account_id) for kind, account_id in session.execute(rows.order_by(Notice.id))]


def changes(session: Session) -> list[tuple[str | None, str, str, str | None]]:
    rows = select(
        RankingChange.from_state, RankingChange.to_state, RankingChange.actor, RankingChange.reason
    )
    found = session.execute(rows.order_by(RankingChange.id))
    return [(before, to, actor, why) for before, to, actor, why in found]


def test_how_many_are_told_what_is_known_before(session: Session, stage: Stage) -> None:
    seen = forecast(session, held(session, stage), at=AT, now=NOW)
    assert (seen.offered, seen.reserve, seen.not_selected) == (1, 1, 1)
    rank_applicants(session, held(session, stage), actor="Sri", now=NOW)
    with pytest.raises(ListChanged):
        schedule_results(
            session, held(session, stage),
            at=AT, ranking_id=seen.ranking_id, actor="Sri", now=NOW,
        )  # fmt: skip


def test_a_list_with_a_minute_is_closed_until_it_is_taken_back(
    session: Session, stage: Stage
) -> None:
    scheduled(session, stage)
    with pytest.raises(ResultsScheduled):
        rank_applicants(session, held(session, stage), actor="Sri", now=NOW)
    with pytest.raises(ResultsScheduled):
        ask_override(session, number(session, 1), to_rank=1, reason="Afirmasi", actor="A", now=NOW)
    take_back_results(session, held(session, stage), actor="Sri", by=None, now=NOW)
    with pytest.raises(NotScheduled):
        take_back_results(session, held(session, stage), actor="Sri", now=NOW)
    assert announce(session, stage.class_id, now=AT, zone=WIB) == 0
    rank_applicants(session, held(session, stage), actor="Sri", now=NOW)
    assert changes(session) == [
        (None, "drawn", "staff:Sri", None),
        ("drawn", "scheduled", "staff:Sri", None),
        ("scheduled", "drawn", "staff:Sri", None),
        ("drawn", "replaced", "staff:Sri", None),
        (None, "drawn", "staff:Sri", None),
    ]


def test_without_known_seats_nothing_is_announced(session: Session, stage: Stage) -> None:
    session.get_one(CourseClass, stage.class_id).capacity = None
    session.flush()
    with pytest.raises(NoCapacity):
        scheduled(session, stage)


@pytest.mark.parametrize("at", [AT, AT + HOUR])
def test_results_come_before_the_training(session: Session, stage: Stage, at: datetime) -> None:
    begins(session, stage, AT)
    with pytest.raises(TrainingBegun):
        scheduled(session, stage, at)
    assert scheduled(session, stage, AT - HOUR).state == "scheduled"


@pytest.mark.parametrize("why", ["capacity", "training", "moves"])
def test_what_has_changed_since_the_minute_was_set_holds_them_back_and_staff_are_told(
    session: Session, stage: Stage, why: str
) -> None:
    ours = officer(session, 9001, Role.STAFF, stage.provider_id)
    everywhere = officer(session, 9002, Role.ADMIN, None)
    officer(session, 9003, Role.STAFF, officers_other(session))
    ranking = scheduled(session, stage)
    if why == "capacity":
        session.get_one(CourseClass, stage.class_id).capacity = None
    elif why == "training":
        begins(session, stage, AT - HOUR)
    else:  # as an older Jawara let it be asked for
        asked = {"to_rank": 1, "reason": "-", "asked_by": "staff:A", "asked_at": NOW}
        mine = session.scalars(select(Application.id)).first()
        session.add(RankOverride(ranking_id=ranking.id, application_id=mine, **asked))
    session.flush()
    assert announce(session, stage.class_id, now=AT, zone=WIB) == 1
    states = session.scalars(select(Application.state).distinct()).all()
    assert states == ["submitted"]
    assert sorted(told(session)) == [("results_held", ours), ("results_held", everywhere)]
    assert changes(session)[-1] == ("scheduled", "drawn", "jawara", why)
    assert announce(session, stage.class_id, now=AT + HOUR, zone=WIB) == 0


def officers_other(session: Session) -> int:
    return set_stage(session, name="-2").provider_id


def test_who_would_have_no_seat_by_another_rank_is_not_moved(
    session: Session, stage: Stage
) -> None:
    facts: dict[str, Any] = {"reason": "Afirmasi", "actor": "A", "now": NOW}
    with pytest.raises(NotPassed):
        ask_override(session, number(session, 2), to_rank=1, **facts)
    with pytest.raises(OutOfRange) as raised:
        ask_override(session, number(session, 0), to_rank=3, **facts)
    assert raised.value.last == 2
    mine = application_by_number(session, number(session, 1))
    withdraw(session, mine.id, mine.account_id, reason=None, now=NOW, zone=WIB)
    with pytest.raises(NotPossible):
        ask_override(session, mine.number, to_rank=1, **facts)


def test_the_second_person_is_another_account_whatever_they_are_called(
    session: Session, stage: Stage
) -> None:
    ratna = officer(session, 9001, Role.APPROVER, stage.provider_id)
    namesake = officer(session, 9002, Role.APPROVER, stage.provider_id)
    asked = ask_override(
        session, number(session, 1),
        to_rank=1, reason="Afirmasi", actor="Bu Ratna", by=ratna, now=NOW,
    )  # fmt: skip
    assert told(session) == [("move_asked", namesake)]
    with pytest.raises(SamePerson):
        approve_override(session, asked.id, actor="Nama lain", by=ratna, now=NOW)
    for spelt in ("bu  ratna", "Ratna", "Ibu Ratna."):  # at the command line there is but the name
        with pytest.raises(SamePerson):
            approve_override(session, asked.id, actor=spelt, now=NOW)
    done = approve_override(session, asked.id, actor="Bu Ratna", by=namesake, now=NOW)
    assert (done.state, done.rank, done.approved_by) == (
        MoveState.APPROVED, 1, f"staff:Bu Ratna#{namesake}",
    )  # fmt: skip
    assert told(session)[1:] == [("move_approved", ratna)]


def test_a_refused_move_changes_nothing_and_no_longer_waits(session: Session, stage: Stage) -> None:
    ratna = officer(session, 9001, Role.STAFF, stage.provider_id)
    asked = ask_override(
        session, number(session, 1),
        to_rank=1, reason="Afirmasi", actor="Bu Ratna", by=ratna, now=NOW,
    )  # fmt: skip
    assert [each.id for each in overrides_waiting(session, EVERYWHERE)] == [asked.id]
    other = frozenset({StaffRight(Role.ADMIN, stage.provider_id + 1)})
    assert overrides_waiting(session, other) == []
    done = refuse_override(session, asked.id, reason="proof", actor="Dedi", now=NOW)
    assert (done.state, done.refusal, done.rank) == (MoveState.REFUSED, "proof", 2)
    assert overrides_waiting(session, EVERYWHERE) == []
    assert told(session) == [("move_refused", ratna)]
    with pytest.raises(OverrideSettled):
        approve_override(session, asked.id, actor="Dedi", now=NOW)
    assert scheduled(session, stage).state == "scheduled"
    ranking = current_ranking(session, stage.class_id)
    assert ranking is not None
    assert reasons_of(session, ranking.id) == []
    assert len(overrides_of(session, ranking.id)) == 1


def test_only_who_stands_on_an_announced_list_is_ranked(session: Session, stage: Stage) -> None:
    mine = number(session, 1)
    assert not application_by_number(session, mine).ranked
    scheduled(session, stage)
    assert not application_by_number(session, mine).ranked
    announce(session, stage.class_id, now=AT, zone=WIB)
    session.expire_all()
    assert application_by_number(session, mine).ranked
    session.execute(delete(Ranking))
    assert not application_by_number(session, mine).ranked


def test_a_class_whose_training_has_begun_is_looked_at_no_more(session: Session) -> None:
    stage = set_stage(session, capacity=1)
    session.get_one(Wave, stage.wave_id).mode = "first_come"
    session.get_one(CourseClass, stage.class_id).capacity = 2
    begins(session, stage, AT)
    both = {stage.class_id, stage.other_class_id}
    assert set(classes_to_look_at(session, AT - HOUR)) == both
    assert list(classes_to_look_at(session, AT)) == []
