"""A person sees everything that is kept about them, and takes it along as a file."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from intake.applications import admit
from intake.drafts import begin_draft
from intake.steps import Step
from people.accounts import toggle_stream_interest
from people.errors import NoSuchAccount
from privacy.export import export_json
from privacy.personal import ChangeView, NoticeView, everything_about
from tests.cast import BUDI, NOW, SITI, Stage, apply, set_stage
from tests.privacy.traces import leave_traces


@pytest.fixture
def traced(session: Session, stage: Stage) -> int:
    """Siti's account, with something of hers in every room."""
    account_id = apply(session, SITI, stage.class_id).account_id
    leave_traces(session, account_id, stage)
    return account_id


def test_everything_is_shown(session: Session, stage: Stage) -> None:
    sent = apply(session, SITI, stage.class_id)
    admit(session, sent.number, actor="Ibu Sri", now=NOW)
    leave_traces(session, sent.account_id, stage)
    apply(session, BUDI, stage.other_class_id)
    data = everything_about(session, sent.account_id)
    assert data.account.telegram_id == SITI.telegram_id
    assert [(one.name, one.nik, one.phone) for one in data.applicants] == [
        (SITI.name, SITI.nik, SITI.phone)
    ]
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
    assert [fact for fact in (SITI.name, SITI.nik, SITI.phone) if fact in shown] == []


def test_whoever_is_new_has_an_account_and_nothing_else(session: Session, siti: int) -> None:
    data = everything_about(session, siti)
    assert (data.applicants, data.applications, data.changes) == ((), (), ())
    assert (data.draft, data.subscription) == (None, None)
    with pytest.raises(NoSuchAccount):
        everything_about(session, siti + 1)


def test_the_file_holds_all_of_it_with_nothing_masked(session: Session, traced: int) -> None:
    file = json.loads(export_json(session, traced, now=NOW + timedelta(hours=1)))
    assert list(file) == [
        "exported_at",
        "account",
        "applicants",
        "draft",
        "applications",
        "changes",
        "stream_interests",
        "programme_interests",
        "subscription",
        "vacancy_marks",
        "notices",
    ]
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
    assert file["applicants"] == [expected]
    assert file["draft"]["answers"] == expected
    assert (file["draft"]["programme"], file["draft"]["step"]) == ("las-smaw-a-2", "review")


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
