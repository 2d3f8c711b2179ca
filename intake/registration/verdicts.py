"""Verdicts: what an application is judged by when it is sent, kept so that it can be explained."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Table, select, tuple_
from sqlalchemy.orm import Session, joinedload

from catalog.eligibility import Verdict
from catalog.programmes import Rule
from intake.registration.check_rows import CheckView, judged, subject_of_draft
from intake.registration.draft_rows import DraftView
from intake.registration.errors import NotEligible
from storage.bulk import insert_rows
from storage.models import Application, ApplicationVerdict, RuleVersion

VERDICTS = cast(Table, ApplicationVerdict.__table__)


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


def judge_draft(draft: DraftView, rules: Sequence[Rule], now: datetime) -> CheckView:
    """What the form says goes before what was told for the check. `rules`: the programme's, as of
    that day. Raises NotEligible.
    """
    answers, told = draft.answers, draft.facts
    facts = replace(
        told,
        born_from=answers.born_on or told.born_from,
        born_to=answers.born_on or told.born_to,
        sex=answers.sex or told.sex,
        education=answers.education or told.education,
        domicile=answers.domicile or told.domicile,
    )
    subject = subject_of_draft(draft, rules, now)
    check = judged(draft.account_id, subject, facts, for_another=False, told_at=now)
    if check.judgement.verdict is Verdict.NO:
        raise NotEligible(check)
    return check


def record_verdicts(session: Session, checks: Mapping[int, CheckView]) -> None:
    """By application."""
    rows = [
        {
            "application_id": application_id,
            "account_id": check.account_id,
            "verdict": check.judgement.verdict.value,
            "findings": _findings(check),
            "judged_at": check.told_at,
        }
        for application_id, check in checks.items()
    ]
    insert_rows(session, VERDICTS, rows)


def _findings(check: CheckView) -> list[dict[str, Any]]:
    return [
        {"rule": each.rule.slug, "version": each.rule.version, "outcome": each.outcome.value}
        for each in check.judgement.findings
    ]


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
