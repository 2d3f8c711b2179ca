"""Verdicts: what an application is judged by when it is sent, kept so that it can be explained."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session, joinedload

from catalog.eligibility import Verdict
from catalog.facts import Facts
from intake.check_rows import CheckView, judged, subject_of_class
from intake.draft_rows import DraftView
from intake.errors import NotEligible
from storage.models import Application, ApplicationVerdict, RuleVersion


@dataclass(frozen=True, slots=True)
class JudgedBy:
    """A rule as it was when it was judged by. `outcome`: of catalog.eligibility."""

    rule: str
    version: int
    text: dict[str, Any]
    outcome: str
    outlet: str
    """Who vouched for it, and when."""
    published_on: date | None


@dataclass(frozen=True, slots=True)
class VerdictView:
    number: str
    """Of the application."""
    verdict: str
    judged_at: datetime
    rules: tuple[JudgedBy, ...]


def judge_draft(session: Session, draft: DraftView, now: datetime) -> CheckView:
    """What the form says goes before what was told for the check. Raises NotEligible."""
    answers = draft.answers
    facts = replace(
        draft.facts.born_on(answers.born_on),
        sex=answers.sex or draft.facts.sex,
        education=answers.education or draft.facts.education,
        domicile=answers.domicile or draft.facts.domicile,
    )
    check = check_of(session, draft, facts, now)
    if check.judgement.verdict is Verdict.NO:
        raise NotEligible(check)
    return check


def check_of(session: Session, draft: DraftView, facts: Facts, now: datetime) -> CheckView:
    subject = subject_of_class(session, draft.class_id, now)
    return judged(draft.account_id, subject, facts, for_another=False, told_at=now)


def record_verdict(
    session: Session, application_id: int, check: CheckView, *, now: datetime
) -> None:
    findings = [
        {"rule": each.rule.slug, "version": each.rule.version, "outcome": each.outcome.value}
        for each in check.judgement.findings
    ]
    session.add(
        ApplicationVerdict(
            application_id=application_id,
            account_id=check.account_id,
            verdict=check.judgement.verdict.value,
            findings=findings,
            judged_at=now,
        )
    )


def find_verdict(session: Session, application_id: int) -> VerdictView | None:
    """None for an application that was sent before verdicts were kept."""
    mine = ApplicationVerdict.application_id == application_id
    return next(_views(session, mine), None)


def verdicts_in(session: Session, account_id: int) -> list[VerdictView]:
    """All of an account, by application."""
    return list(_views(session, ApplicationVerdict.account_id == account_id))


def _views(session: Session, condition: Any) -> Iterator[VerdictView]:
    rows = session.execute(
        select(ApplicationVerdict, Application.number)
        .join(Application, ApplicationVerdict.application_id == Application.id)
        .where(condition)
        .order_by(ApplicationVerdict.application_id)
    )
    for row, number in rows:
        rules = _judged_by(session, row.findings)
        yield VerdictView(number, row.verdict, row.judged_at, rules)


def _judged_by(session: Session, findings: list[dict[str, Any]]) -> tuple[JudgedBy, ...]:
    keys = [(each["rule"], each["version"]) for each in findings]
    chosen = select(RuleVersion).where(tuple_(RuleVersion.slug, RuleVersion.version).in_(keys))
    rows = session.scalars(chosen.options(joinedload(RuleVersion.source))) if keys else ()
    versions = {(row.slug, row.version): row for row in rows}
    return tuple(
        _as_it_was(versions[key], each["outcome"]) for key, each in zip(keys, findings, strict=True)
    )


def _as_it_was(rule: RuleVersion, outcome: str) -> JudgedBy:
    source = rule.source
    return JudgedBy(rule.slug, rule.version, rule.text, outcome, source.outlet, source.published_on)
