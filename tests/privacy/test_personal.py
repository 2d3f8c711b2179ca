"""A person sees everything that is kept about them, and takes it along as a file."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.applicants import people_of
from intake.applications.steps import Step
from intake.documents.papers import mark_missing
from intake.placement.outcomes import tell_outcome
from intake.registration.drafts import begin_draft
from intake.registration.invitations import wish_invitations
from intake.seats.admitting import admit
from people.accounts import Mute, mute, toggle_stream_interest
from people.ak1 import tell_ak1
from people.errors import NoSuchAccount
from privacy.erasure import erase
from privacy.export import export_json
from privacy.personal import ChangeView, NoticeView, OutcomeTold, everything_about
from storage.models import (
    ApplicationVerdict,
    Broadcast,
    EligibilityCheck,
    GuardianConsent,
    Outcome,
)
from tests.cast import BUDI, NOW, SITI, Stage, apply, set_rules, set_stage
from tests.privacy.traces import GUARDIAN, leave_traces


@pytest.fixture
def traced(session: Session, stage: Stage) -> int:
    """Siti's account, with something of hers in every room."""
    account_id = apply(session, SITI, stage.class_id).account_id
    leave_traces(session, account_id, stage)
    return account_id


SECTIONS = [
    "exported_at",
    "account",
    "applicants",
    "draft",
    "applications",
    "changes",
    "selections",
    "documents",
    "document_openings",
    "document_removals",
    "outcomes",
    "verdicts",
    "guardians",
    "takeovers",
    "told_for_rules",
    "cards",
    "attendance",
    "attendance_changes",
    "certificates",
    "certificate_changes",
    "beds",
    "bed_changes",
    "job_placements",
    "job_placement_changes",
    "interest_wishes",
    "tracks",
    "track_marks",
    "track_changes",
    "placements",
    "sends_for",
    "stream_interests",
    "programme_interests",
    "subscription",
    "vacancy_marks",
    "broadcast_presses",
    "staff_roles",
    "broadcasts_written",
    "notices",
]
"""Of the file, in their order."""


def test_everything_is_shown(session: Session, stage: Stage) -> None:
    sent = apply(session, SITI, stage.class_id)
    admit(session, sent.number, actor="Ibu Sri", now=NOW)
    leave_traces(session, sent.account_id, stage)
    apply(session, BUDI, stage.other_class_id)
    data = everything_about(session, sent.account_id)
    assert data.account.telegram_id == SITI.telegram_id
    told = [one.answers for one in data.applicants]
    assert [(one.name, one.nik, one.phone) for one in told] == [(SITI.name, SITI.nik, SITI.phone)]
    assert [one.number for one in data.applications] == [sent.number]
    assert data.changes == (
        ChangeView(sent.number, NOW, "applicant", None, "submitted", None),
        ChangeView(sent.number, NOW, "staff:Ibu Sri", "submitted", "admitted", None),
    )
    assert data.draft is not None
    assert data.draft.step is Step.REVIEW
    assert (data.stream_interests, data.programme_interests) == (("las",), ("las-smaw-a",))
    assert data.subscription is not None
    assert (data.subscription.streams, data.subscription.regions) == (("las",), ("3673",))
    assert [(mark.vacancy, mark.mark) for mark in data.marks] == [("Juru las", "saved")]
    assert data.notices == (NoticeView("admitted", "pending", NOW, None),) * 2


def test_nothing_private_shows_in_a_log(session: Session, traced: int) -> None:
    shown = repr(everything_about(session, traced))
    private = (SITI.name, SITI.nik, SITI.phone, GUARDIAN, "160")
    assert [fact for fact in private if fact in shown] == []


def test_whoever_is_new_has_an_account_and_nothing_else(session: Session, siti: int) -> None:
    data = everything_about(session, siti)
    assert (data.applicants, data.applications, data.changes) == ((), (), ())
    assert (data.draft, data.subscription) == (None, None)
    with pytest.raises(NoSuchAccount):
        everything_about(session, siti + 1)


def test_the_file_holds_all_of_it_with_nothing_masked(session: Session, traced: int) -> None:
    file = json.loads(export_json(session, traced, now=NOW + timedelta(hours=1)))
    assert list(file) == SECTIONS
    assert file["exported_at"] == "2025-11-17T04:00:00+00:00"
    assert file["account"]["quiet_from"] == "21:00:00"
    expected: dict[str, Any] = {
        "name": SITI.name,
        "nik": SITI.nik,
        "birthday": "right",
        "phone": SITI.phone,
        "education": "smk",
        "domicile": "3673",
        "born_on": "1999-01-05",
        "sex": "f",
    }
    assert file["applicants"] == [expected | {"invite_again": True}]
    assert file["draft"]["answers"] == expected
    assert (file["draft"]["programme"], file["draft"]["step"]) == ("las-smaw-a-2", "review")


def test_the_file_tells_whether_they_wish_to_be_invited_again(
    session: Session, stage: Stage
) -> None:
    account_id = apply(session, SITI, stage.class_id).account_id
    [siti] = people_of(session, account_id)
    wish_invitations(session, account_id, siti.id, False)
    [applicant] = json.loads(export_json(session, account_id, now=NOW))["applicants"]
    assert applicant["invite_again"] is False


def test_the_card_missing_papers_and_answers_after_training_are_in_the_file(
    session: Session, stage: Stage
) -> None:
    sent = apply(session, SITI, stage.class_id)
    until = NOW + timedelta(days=7)
    mark_missing(session, sent.number, ["ktp"], until=until, actor="Dewi", now=NOW)
    admit(session, sent.number, actor="Dewi", now=NOW)
    tell_outcome(session, sent.id, sent.account_id, 3, "self_employed", now=NOW)
    tell_ak1(session, sent.account_id, "3/11/2025", today=NOW.date())
    told = (OutcomeTold(sent.number, 3, "self_employed", NOW),)
    assert everything_about(session, sent.account_id).outcomes == told
    file = json.loads(export_json(session, sent.account_id, now=NOW))
    assert file["account"]["ak1_issued_on"] == "2025-11-03"
    [application] = file["applications"]
    assert application["missing_papers"] == ["ktp"]
    assert application["papers_due_at"] == "2025-11-24T03:00:00+00:00"
    assert file["outcomes"] == [
        {
            "number": sent.number,
            "months": 3,
            "answer": "self_employed",
            "at": "2025-11-17T03:00:00+00:00",
        }
    ]
    erase(session, sent.account_id, now=NOW)
    assert session.scalars(select(Outcome)).all() == []


def test_broadcasts_pressed_and_written_and_roles_of_staff_are_in_the_file(
    session: Session, traced: int
) -> None:
    mute(session, traced, Mute.BROADCASTS, True)
    at = "2025-11-17T03:00:00+00:00"
    file = json.loads(export_json(session, traced, now=NOW))
    [written] = file["broadcasts_written"]
    number = written.pop("broadcast")
    assert written == {"state": "draft", "text": "Besok.", "at": at}
    assert file["broadcast_presses"] == [{"broadcast": number, "button": "Ikut", "at": at}]
    assert file["staff_roles"] == [
        {
            "role": "staff",
            "provider": None,
            "name": "Bu Ratna",
            "granted_by": "command:sri",
            "at": at,
        }
    ]
    assert file["account"]["broadcasts_muted"] is True
    assert file["account"]["last_seen_at"] == at
    erase(session, traced, now=NOW)
    assert session.scalars(select(Broadcast.author_id)).all() == [None]


def test_verdicts_guardians_and_what_was_told_for_rules_are_in_the_file(
    session: Session, stage: Stage
) -> None:
    set_rules(session, stage.class_id, ("domicile", {"regions": ["3673"]}))
    sent = apply(session, SITI, stage.class_id)
    leave_traces(session, sent.account_id, stage)
    file = json.loads(export_json(session, sent.account_id, now=NOW))
    at = "2025-11-17T03:00:00+00:00"
    [verdict] = file["verdicts"]
    assert (verdict["number"], verdict["verdict"], verdict["judged_at"]) == (
        sent.number,
        "yes",
        at,
    )
    assert [(rule["rule"], rule["version"], rule["outcome"]) for rule in verdict["rules"]] == [
        ("aturan-1.las-smaw-a", 1, "met")
    ]
    assert file["guardians"] == [
        {
            "application_id": sent.id,
            "relation": "mother",
            "version": "2025-11",
            "given_at": at,
            "name": GUARDIAN,
        }
    ]
    told = file["told_for_rules"]
    assert (told["tall_from"], told["tall_to"], told["sex"]) == (160, 160, "f")
    erase(session, sent.account_id, now=NOW)
    gone = (ApplicationVerdict, EligibilityCheck, GuardianConsent)
    assert [session.scalars(select(table)).all() for table in gone] == [[]] * 3


def test_documents_and_who_opened_them_are_in_the_file(session: Session, traced: int) -> None:
    at = "2025-11-17T03:00:00+00:00"
    file = json.loads(export_json(session, traced, now=NOW))
    sent = {"number": "PBK-2025-3-0001", "paper": "ktp", "sent_at": at}
    assert file["documents"] == [
        {**sent, "media": "image/jpeg", "size": 1024, "pages": 1, "unreadable": False}
    ]
    who = f"staff:Bu Ratna#{traced}"
    assert file["document_openings"] == [{**sent, "actor": who, "at": at}]


def test_a_file_without_a_draft_or_subscription_says_so(
    session: Session, stage: Stage, siti: int
) -> None:
    toggle_stream_interest(session, siti, stage.cluster_id)
    file = json.loads(export_json(session, siti, now=NOW))
    assert (file["draft"], file["subscription"], file["applicants"]) == (None, None, [])
    assert file["stream_interests"] == ["las"]
    begin_draft(session, siti, set_stage(session, name="-2").class_id, now=NOW)
    file = json.loads(export_json(session, siti, now=NOW))
    assert file["draft"]["answers"] == {}
