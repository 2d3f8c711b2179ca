"""Leaves something of a person in every room, as a test of seeing and erasing it needs."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.facts import Trait
from intake.documents.desk import open_document
from intake.documents.questions import ask_number
from intake.reasons import OfStage, ask_reason
from intake.registration.checks import begin_check, tell_trait
from intake.registration.drafts import begin_draft
from intake.schools.questions import Question, SchoolAsked, ask_of_group
from intake.selection.questions import Asked, ask
from intake.tracks.tracks import follow_track
from notices.outbox import Lane, post
from people.accounts import toggle_stream_interest
from people.schools import accept_sender, invite_sender, open_school
from people.staff import Role, grant
from storage.models import (
    Application,
    Broadcast,
    BroadcastPress,
    CourseClass,
    Document,
    GuardianConsent,
    Partner,
    ProgrammeInterest,
    RegionSubscription,
    StreamSubscription,
    Subscription,
    Takeover,
    TakeoverChange,
    Vacancy,
    VacancyMark,
    Wave,
)
from storage.vault import vault_of
from tests.cast import NOW, Stage, set_rules, set_stage
from tests.intake.tracks.abroad import set_track

GUARDIAN = "Aminah binti Udin"


def leave_traces(session: Session, account_id: int, stage: Stage) -> None:
    """A draft in another wave, interests, a subscription, a mark, a check and a notice.

    The account must have applied already.
    """
    ask(session, account_id, Asked.SCORES, stage.class_id, now=NOW)
    ask_reason(session, account_id, OfStage(stage.wave_id, "test", "began"), now=NOW)
    begin_draft(session, account_id, set_stage(session, name="-2").class_id, now=NOW)
    toggle_stream_interest(session, account_id, stage.cluster_id)
    programme_id = session.get_one(CourseClass, stage.class_id).programme_id
    session.add_all(
        [
            ProgrammeInterest(account_id=account_id, programme_id=programme_id, created_at=NOW),
            Subscription(account_id=account_id, abroad=True, created_at=NOW),
        ]
    )
    session.flush()
    session.add_all(
        [
            StreamSubscription(account_id=account_id, cluster_id=stage.cluster_id),
            RegionSubscription(account_id=account_id, region="3673"),
            VacancyMark(
                account_id=account_id,
                vacancy_id=_vacancy(session, stage),
                mark="saved",
                created_at=NOW,
            ),
        ]
    )
    _leave_traces_of_broadcasts(session, account_id)
    _leave_traces_of_rules(session, account_id, stage)
    _leave_traces_of_documents(session, account_id)
    follow_track(session, account_id, set_track(session, stage), now=NOW)
    _leave_traces_of_schools(session, account_id)
    _leave_a_takeover(session, account_id)
    _leave_a_notice(session, account_id)


def _leave_traces_of_schools(session: Session, account_id: int) -> None:
    """A school that they send for, and an open question."""
    school = open_school(session, "SMKN 9 Contoh", "3673", now=NOW)
    code = invite_sender(session, school.id, name="Bu Wati", invited_by="test", now=NOW)
    accept_sender(session, code, account_id, now=NOW)
    ask_of_group(session, account_id, Question(SchoolAsked.FORM, school.id, None, None), now=NOW)


def _leave_a_takeover(session: Session, account_id: int) -> None:
    """Another phone's, which has brought them here."""
    mine = select(Application).where(Application.account_id == account_id).limit(1)
    application = session.scalars(mine).one()
    takeover = Takeover(
        applicant_id=application.applicant_id,
        application_id=application.id,
        provider_id=session.get_one(Wave, application.wave_id).provider_id,
        account_id=account_id,
        begun_at="phone",
        state="done",
        asked_at=NOW,
        expires_at=NOW,
        done_at=NOW,
    )
    session.add(takeover)
    session.flush()
    session.add(
        TakeoverChange(takeover_id=takeover.id, at=NOW, actor="staff:Dewi", to_state="done")
    )


def _leave_a_notice(session: Session, account_id: int) -> None:
    post(
        session,
        account_id=account_id,
        kind="admitted",
        facts={},
        key=f"admitted:{account_id}:trace",
        lane=Lane.RESULTS,
        due_at=NOW,
        expires_at=NOW.replace(year=2026),
        now=NOW,
    )
    session.flush()


def _leave_traces_of_broadcasts(session: Session, account_id: int) -> None:
    """A role of staff, a broadcast written, and its button pressed."""
    grant(
        session,
        account_id,
        Role.STAFF,
        provider_id=None,
        name="Bu Ratna",
        granted_by="command:sri",
        now=NOW,
    )
    button = {"kind": "join", "caption": "Ikut", "target": ""}
    broadcast = Broadcast(
        state="draft",
        author_id=account_id,
        text="Besok.",
        buttons=[button],
        audience={},
        created_at=NOW,
    )
    session.add(broadcast)
    session.flush()
    session.add(
        BroadcastPress(broadcast_id=broadcast.id, account_id=account_id, button=0, pressed_at=NOW)
    )


def _leave_traces_of_rules(session: Session, account_id: int, stage: Stage) -> None:
    """What was told for a check, and a guardian, as if it were years ago."""
    set_rules(session, stage.other_class_id, ("height", {"min_cm": 150}))
    begin_check(session, account_id, stage.other_class_id, now=NOW)
    tell_trait(session, account_id, Trait.HEIGHT, "160", now=NOW)
    mine = select(Application.id).where(Application.account_id == account_id).limit(1)
    session.add(
        GuardianConsent(
            application_id=session.scalars(mine).one(),
            account_id=account_id,
            name_sealed=vault_of(session).seal(GUARDIAN),
            relation="mother",
            version="2025-11",
            given_at=NOW,
        )
    )
    session.flush()


def _leave_traces_of_documents(session: Session, account_id: int) -> None:
    """A document sent, opened by its sender as a member of staff, and a question that is open."""
    mine = select(Application.id).where(Application.account_id == account_id)
    document = Document(
        application_id=session.scalars(mine).first(),
        paper="ktp",
        file=f"{account_id:064x}",
        media="image/jpeg",
        size=1024,
        pages=1,
        again=False,
        sent_at=NOW,
    )
    session.add(document)
    session.flush()
    open_document(session, account_id, document.id, now=NOW)
    ask_number(session, account_id, now=NOW)


def _vacancy(session: Session, stage: Stage) -> int:
    partner = Partner(slug="supra", name="PT Supra", aliases=[], source_id=stage.source_id)
    session.add(partner)
    session.flush()
    vacancy = Vacancy(
        partner_id=partner.id,
        reference="las-1",
        title="Juru las",
        description="Mengelas.",
        place="Pasar Kemis",
        posted_at=NOW,
        first_seen_at=NOW,
        updated_at=NOW,
    )
    session.add(vacancy)
    session.flush()
    return vacancy.id
