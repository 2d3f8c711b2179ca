"""Many who send at the same moment: each has what they would have had alone, in their order."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from intake.applications.errors import AlreadyApplied
from intake.applications.rows import application_by_id, my_applications
from intake.registration.drafts import begin_draft, open_draft
from intake.registration.errors import AnswersMissing, NoDraft, NotEligible
from intake.registration.submissions import Submission, made_by, submit, submit_all
from storage.models import (
    Account,
    Application,
    ApplicationChange,
    ApplicationVerdict,
    Draft,
    Seat,
    Wave,
)
from tests.cast import (
    BUDI,
    NOW,
    RINA,
    SITI,
    WIB,
    Person,
    Stage,
    apply,
    fill_in,
    set_rules,
    set_stage,
    welcome,
)

CAST = (SITI, BUDI, RINA)


@pytest.fixture
def stage(session: Session) -> Stage:
    return set_stage(session, capacity=1)


def first_come(session: Session, stage: Stage) -> None:
    session.execute(update(Wave).where(Wave.id == stage.wave_id).values(mode="first_come"))


def ready(session: Session, person: Person, class_id: int) -> int:
    account_id = welcome(session, person)
    fill_in(session, person, account_id, class_id)
    return account_id


def send(*account_ids: int) -> list[Submission]:
    return [
        Submission(each, update_id, NOW + timedelta(milliseconds=update_id), WIB)
        for update_id, each in enumerate(account_ids, 1)
    ]


def test_each_is_told_what_is_written(session: Session, stage: Stage) -> None:
    first_come(session, stage)
    accounts = [ready(session, each, stage.class_id) for each in CAST]
    told = submit_all(session, send(*accounts))
    assert told == [my_applications(session, each)[0] for each in accounts]
    assert [(each.state, each.place) for each in told if not isinstance(each, Exception)] == [
        ("admitted", None),
        ("reserve", 1),
        ("reserve", 2),
    ]
    assert (
        session.scalar(select(Seat.application_id)) == my_applications(session, accounts[0])[0].id
    )
    assert session.scalar(select(func.count(Draft.id))) == 0
    assert session.scalar(select(func.count(ApplicationVerdict.application_id))) == 3


def test_every_way_is_on_record(session: Session, stage: Stage) -> None:
    first_come(session, stage)
    submit_all(session, send(*(ready(session, each, stage.class_id) for each in CAST)))
    rows = select(ApplicationChange.from_state, ApplicationChange.to_state, ApplicationChange.actor)
    ways = session.execute(rows.order_by(ApplicationChange.id)).all()
    came = (None, "submitted", "applicant")
    seat, place = ("submitted", "admitted", "applicant"), ("submitted", "reserve", "applicant")
    assert [tuple(each) for each in ways] == [came, seat, came, place, came, place]


def test_who_can_not_be_taken_keeps_nobody_else_back(session: Session, stage: Stage) -> None:
    siti, rina = (ready(session, each, stage.class_id) for each in (SITI, RINA))
    budi = welcome(session, BUDI)
    begin_draft(session, budi, stage.class_id, now=NOW)
    stranger = Account(telegram_id=999, language="id", created_at=NOW)
    session.add(stranger)
    session.flush()
    first, unfinished, nobody, last = submit_all(session, send(siti, budi, stranger.id, rina))
    assert first == my_applications(session, siti)[0]
    assert isinstance(unfinished, AnswersMissing)
    assert isinstance(nobody, NoDraft)
    assert last == my_applications(session, rina)[0]
    assert open_draft(session, budi) is not None


def test_a_rule_refuses_one_of_them_alone(session: Session, stage: Stage) -> None:
    siti, budi = (ready(session, each, stage.class_id) for each in (SITI, BUDI))
    set_rules(session, stage.class_id, ("sex", {"sex": "f"}))
    first, refused = submit_all(session, send(siti, budi))
    assert first == my_applications(session, siti)[0]
    assert isinstance(refused, NotEligible)
    assert refused.check.account_id == budi


def test_one_tap_twice_in_a_crowd_is_one_application(session: Session, stage: Stage) -> None:
    siti = ready(session, SITI, stage.class_id)
    first, second = submit_all(session, [Submission(siti, 7, NOW), Submission(siti, 7, NOW)])
    [mine] = my_applications(session, siti)
    assert first == second == mine
    assert [made_by(session, mine.id, tap) for tap in (7, 8)] == [True, False]


def test_one_nik_from_two_phones_in_a_crowd_is_taken_once(session: Session, stage: Stage) -> None:
    """The crowd is undone then, and each handled by themselves."""
    siti = ready(session, SITI, stage.class_id)
    twin = ready(session, replace(SITI, telegram_id=77), stage.class_id)
    with pytest.raises(AlreadyApplied) as raised, session.begin_nested():
        submit_all(session, send(siti, twin))
    assert raised.value.number is None
    assert session.scalar(select(func.count(Application.id))) == 0
    first = submit(session, siti, update_id=1, now=NOW)
    with pytest.raises(AlreadyApplied):
        submit(session, twin, update_id=2, now=NOW)
    assert application_by_id(session, first.id) == first
    assert first.number.endswith("-0001")


def test_a_place_once_given_is_not_given_again(session: Session, stage: Stage) -> None:
    """Also where nobody waits any more."""
    first_come(session, stage)
    apply(session, SITI, stage.class_id)
    budi = apply(session, BUDI, stage.class_id)
    session.execute(update(Application).where(Application.id == budi.id).values(state="withdrawn"))
    session.execute(delete(Draft))
    rina = apply(session, RINA, stage.class_id)
    of_rina = select(Application.reserve_no).where(Application.id == rina.id)
    assert (session.scalar(of_rina), rina.place) == (2, 1)
