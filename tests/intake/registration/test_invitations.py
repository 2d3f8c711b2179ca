"""Whoever got no seat: other chances at once, and first to hear of the next wave."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from catalog.interests import announce_openings, leave_interest
from intake.applications.errors import NoSuchApplicant
from intake.applications.steps import Step
from intake.registration.chances import chances_of
from intake.registration.drafts import begin_draft
from intake.registration.invitations import (
    HEAD_START,
    INVITED_WITHIN,
    KIND,
    classes_with_unlucky,
    invite,
    is_invited,
    wish_invitations,
)
from intake.registration.submissions import submit
from intake.seats.admitting import admit
from people.accounts import Mute, decline_consent, mute, toggle_stream_interest
from storage.models import Applicant, Application, CourseClass, Notice, Programme, Wave
from tests.cast import (
    BUDI,
    NOW,
    SARI,
    SITI,
    Stage,
    add_next_wave,
    apply,
    apply_too,
    set_rules,
    set_stage,
    welcome,
)
from tests.intake.reminders.planning import MINUTE


@pytest.fixture
def unlucky(session: Session, stage: Stage) -> int:
    """Siti, who was not selected for Las SMAW A; the next wave has it again. Her account."""
    account_id = apply(session, SITI, stage.class_id).account_id
    no_seat(session)
    session.get_one(Wave, stage.wave_id).state = "closed"
    return account_id


@pytest.fixture
def again(session: Session, stage: Stage, unlucky: int) -> int:
    """The class that is open now."""
    return add_next_wave(session, stage)


def no_seat(session: Session) -> None:
    session.execute(update(Application).values(state="not_selected", changed_at=NOW))
    session.expire_all()


def invited(session: Session) -> list[int]:
    """The accounts that are told, in the order of writing."""
    told = select(Notice.account_id).where(Notice.kind == KIND).order_by(Notice.id)
    return list(session.scalars(told))


def register(session: Session, account_id: int, class_id: int) -> str:
    """With what is known of her; the number."""
    begin_draft(session, account_id, class_id, now=NOW)
    return submit(session, account_id, update_id=None, now=NOW).number


def siti_of(session: Session) -> Applicant:
    return session.scalars(select(Applicant)).one()


def test_they_are_told_once_when_their_programme_opens_again(
    session: Session, unlucky: int, again: int
) -> None:
    assert classes_with_unlucky(session, NOW) == [again]
    assert invite(session, [again], now=NOW) == 1
    assert invite(session, [again], now=NOW + MINUTE) == 0
    assert invited(session) == [unlucky]


def test_others_who_want_to_know_hear_of_it_later(
    session: Session, stage: Stage, unlucky: int, again: int
) -> None:
    programme_id = session.get_one(CourseClass, again).programme_id
    budi = welcome(session, BUDI)
    for account_id in (unlucky, budi):
        leave_interest(session, account_id, programme_id, now=NOW)
    invite(session, [again], now=NOW)
    announce_openings(session, NOW, later=[again], by=HEAD_START, instead=KIND)
    opened = session.scalars(select(Notice).where(Notice.kind == "registration_open")).all()
    # Who was invited needs no second word of it.
    assert [(each.account_id, each.due_at) for each in opened] == [(budi, NOW + HEAD_START)]
    first = session.scalars(select(Notice).where(Notice.kind == KIND)).one()
    assert (first.due_at, first.lane < opened[0].lane) == (NOW, True)


def test_where_nobody_is_invited_nobody_waits(session: Session, stage: Stage) -> None:
    budi = welcome(session, BUDI)
    programme_id = session.get_one(CourseClass, stage.class_id).programme_id
    leave_interest(session, budi, programme_id, now=NOW)
    later = classes_with_unlucky(session, NOW)
    announce_openings(session, NOW, later=later, by=HEAD_START, instead=KIND)
    assert session.scalars(select(Notice.due_at)).all() == [NOW]


def test_each_on_a_shared_phone_is_invited(session: Session, stage: Stage) -> None:
    mother = apply(session, SITI, stage.class_id)
    apply_too(session, SARI, mother.account_id, stage.class_id)
    no_seat(session)
    session.get_one(Wave, stage.wave_id).state = "closed"
    invite(session, [add_next_wave(session, stage)], now=NOW)
    assert invited(session) == [mother.account_id] * 2


@pytest.mark.parametrize(
    "why", ["stopped", "declined", "muted", "registered", "admitted", "long_ago", "provider"]
)
def test_who_is_not_invited(
    session: Session, stage: Stage, unlucky: int, again: int, why: str
) -> None:
    match why:
        case "stopped":
            wish_invitations(session, unlucky, siti_of(session).id, False)
        case "declined":
            decline_consent(session, unlucky)
        case "muted":
            mute(session, unlucky, Mute.ALERTS, True)
        case "registered":
            register(session, unlucky, again)
        case "admitted":
            admit(session, register(session, unlucky, again), actor="Dewi", now=NOW)
            session.get_one(Wave, stage.wave_id).state = "open"
            again = stage.class_id
        case "long_ago":
            session.execute(update(Application).values(changed_at=NOW - INVITED_WITHIN))
        case "provider":
            other = set_stage(session, name="-2").provider_id
            wave_id = session.get_one(CourseClass, again).wave_id
            session.get_one(Wave, wave_id).provider_id = other
    session.flush()
    assert invite(session, [again], now=NOW) == 0


def test_an_invitation_ends_with_its_reason(
    session: Session, stage: Stage, unlucky: int, again: int
) -> None:
    class_, who = session.get_one(CourseClass, again), siti_of(session).id
    assert is_invited(session, unlucky, who, class_, now=NOW)
    set_rules(session, again, ("age", {"max": 20}))
    assert not is_invited(session, unlucky, who, class_, now=NOW)
    set_rules(session, again)
    wish_invitations(session, unlucky, who, False)
    assert not is_invited(session, unlucky, who, class_, now=NOW)
    with pytest.raises(NoSuchApplicant):
        wish_invitations(session, welcome(session, BUDI), who, True)


def test_one_tap_leads_to_the_filled_in_review(session: Session, unlucky: int, again: int) -> None:
    draft = begin_draft(session, unlucky, again, now=NOW, applicant_id=siti_of(session).id)
    assert (draft.step, draft.answers.nik) == (Step.REVIEW, SITI.nik)


def test_chances_are_open_classes_that_fit(session: Session, stage: Stage) -> None:
    """Of her stream first, then where she lives; none that a rule refuses, nor her own class."""
    application = apply(session, SITI, stage.class_id)
    no_seat(session)
    assert titles(session, application.id) == ["Las GMAW"]
    set_rules(session, stage.other_class_id, ("sex", {"sex": "m"}))
    assert titles(session, application.id) == []
    other = set_stage(session, name="-2")
    session.execute(
        update(Programme).where(Programme.slug == "las-gmaw-2").values(title="Menjahit")
    )
    assert sorted(titles(session, application.id)) == ["Las SMAW A", "Menjahit"]
    assert session.get_one(CourseClass, other.class_id).programme.title == "Las SMAW A"
    register(session, application.account_id, other.class_id)
    assert titles(session, application.id) == []


def test_what_they_care_for_comes_before_the_rest(session: Session, stage: Stage) -> None:
    application = apply(session, SITI, stage.class_id)
    no_seat(session)
    session.get_one(Wave, stage.wave_id).state = "closed"
    _, cared_for = (bidang(session, name) for name in ("-2", "-3"))
    toggle_stream_interest(session, application.account_id, cared_for)
    assert titles(session, application.id) == ["Bidang-3"] * 2


def bidang(session: Session, name: str) -> int:
    """Another stream with two open classes; its id."""
    stream = set_stage(session, name=name).cluster_id
    theirs = update(Programme).where(Programme.cluster_id == stream)
    session.execute(theirs.values(title=f"Bidang{name}"))
    return stream


def titles(session: Session, application_id: int) -> list[str]:
    session.expire_all()
    return [each.title for each in chances_of(session, application_id, now=NOW, most=2)]
