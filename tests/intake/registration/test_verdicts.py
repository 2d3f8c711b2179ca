"""What an application was judged by is kept with it; a rule that says no keeps it from going."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from catalog.eligibility import Verdict
from catalog.facts import Trait
from intake.applications.rows import my_applications
from intake.applications.steps import Step
from intake.registration.checks import begin_check, open_form, tell_trait
from intake.registration.drafts import correct, open_draft
from intake.registration.errors import NotEligible
from intake.registration.nearest import find_nearest
from intake.registration.submissions import submit
from intake.registration.verdicts import JudgedBy, find_verdict, verdicts_in
from people.accounts import toggle_stream_interest
from storage.models import Cluster, CourseClass, Wave
from tests.cast import NOW, SITI, Stage, add_class, apply, fill_in, reply, set_rules

LOCAL = ("domicile", {"regions": ["3673"]})
NOT_HERE = ("domicile", {"regions": ["3601"]})
PAPERS = ("papers", {"documents": ["ktp"]})


def test_the_versions_of_that_day_stay_with_it(session: Session, stage: Stage) -> None:
    set_rules(session, stage.class_id, LOCAL, PAPERS)
    sent = apply(session, SITI, stage.class_id)
    set_rules(session, stage.class_id, NOT_HERE)
    kept = find_verdict(session, sent.id)
    assert kept is not None
    assert (kept.number, kept.verdict, kept.judged_at) == (sent.number, "incomplete", NOW)
    words = [{"id": f"Aturan {kind}", "en": f"Rule {kind}"} for kind in ("domicile", "papers")]
    assert kept.rules == (
        JudgedBy("aturan-1.las-smaw-a", 1, words[0], "met", "Contoh", date(2025, 11, 1)),
        JudgedBy("aturan-2.las-smaw-a", 1, words[1], "unknown", "Contoh", date(2025, 11, 1)),
    )
    assert verdicts_in(session, sent.account_id) == [kept]


def test_what_was_told_before_the_form_counts_when_it_is_sent(
    session: Session, stage: Stage, siti: int
) -> None:
    set_rules(session, stage.class_id, ("idle", {}))
    begin_check(session, siti, stage.class_id, now=NOW)
    tell_trait(session, siti, Trait.ACTIVITY, "idle", now=NOW)
    open_form(session, siti, stage.class_id, now=NOW)
    fill_in(session, SITI, siti, stage.class_id)
    sent = submit(session, siti, update_id=None, now=NOW)
    kept = find_verdict(session, sent.id)
    assert kept is not None
    assert kept.verdict == "yes"


def test_a_rule_that_says_no_keeps_it_back_until_the_form_says_otherwise(
    session: Session, stage: Stage, siti: int
) -> None:
    set_rules(session, stage.class_id, NOT_HERE)
    fill_in(session, SITI, siti, stage.class_id)
    with pytest.raises(NotEligible) as raised:
        submit(session, siti, update_id=None, now=NOW)
    assert raised.value.check.judgement.verdict is Verdict.NO
    assert open_draft(session, siti) is not None
    correct(session, siti, Step.DOMICILE, now=NOW)
    reply(session, siti, Step.DOMICILE, "pandeglang")
    assert submit(session, siti, update_id=None, now=NOW).live


def test_an_expired_rule_lets_everybody_send(session: Session, stage: Stage, siti: int) -> None:
    set_rules(session, stage.class_id, NOT_HERE, expires_on=NOW.date() - timedelta(days=1))
    fill_in(session, SITI, siti, stage.class_id)
    sent = submit(session, siti, update_id=None, now=NOW)
    kept = find_verdict(session, sent.id)
    assert kept is not None
    assert [rule.outcome for rule in kept.rules] == ["expired"]
    assert my_applications(session, siti) == [sent]


def test_the_nearest_is_of_the_same_stream_then_of_her_interests_then_any(
    session: Session, stage: Stage, siti: int
) -> None:
    wave = session.get_one(Wave, stage.wave_id)
    sewing, office = (add_stream(session, wave, slug) for slug in ("menjahit", "office-operator"))
    set_rules(session, stage.class_id, NOT_HERE)
    begin_check(session, siti, stage.class_id, now=NOW)
    check = tell_trait(session, siti, Trait.DOMICILE, "3673", now=NOW)

    def nearest() -> int | None:
        found = find_nearest(session, check, now=NOW)
        return None if found is None else found.class_id

    assert nearest() == stage.other_class_id
    set_rules(session, stage.other_class_id, NOT_HERE)
    assert nearest() == sewing
    cluster_id = session.get_one(CourseClass, office).programme.cluster_id
    toggle_stream_interest(session, siti, cluster_id)
    assert nearest() == office
    set_rules(session, office, PAPERS)
    assert nearest() == office  # what she cares for goes before what asks for less
    wave.state = "closed"
    session.flush()
    assert nearest() is None


def add_stream(session: Session, wave: Wave, slug: str) -> int:
    cluster = Cluster(slug=slug, title={"id": slug, "en": slug}, position=2)
    session.add(cluster)
    session.flush()
    return add_class(session, wave, cluster, slug, slug.title(), 16)
