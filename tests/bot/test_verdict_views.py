"""A verdict's screen: what it means first, then why, then what to do; short in both languages."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, get_args

import pytest

from bot.screens import Screen
from bot.views.verdicts import verdict_screen
from catalog.eligibility import Dates, Finding, Judgement, Outcome, Verdict
from catalog.facts import Facts
from catalog.programmes import Rule, Told
from catalog.schema.rules import RuleEntry
from intake.registration.check_rows import CheckView, Subject, judged
from intake.registration.nearest import Nearest
from texts import LANGUAGES, Speaker, speaker

KINDS = sorted(
    kind
    for entry in get_args(get_args(RuleEntry)[0])
    for kind in get_args(entry.model_fields["kind"].annotation)
)
NEVER_FAILED = ("language", "papers", "test")
"""They can still be got."""
HUMAN = "UPTD Pelatihan Kerja, Jl. Kencana I No. 20, Jelupang, Serpong Utara"
NOW = datetime(2025, 11, 17, 3, tzinfo=UTC)
DATES = Dates(NOW.date(), training_start=date(2025, 12, 1))
NEAREST = Nearest(8, "Teknik Pendingin dan Tata Udara", datetime(2025, 11, 28, 9, tzinfo=UTC))
SAID = "Bersedia mengikuti pelatihan dari awal sampai akhir"


@pytest.fixture(params=LANGUAGES)
def t(request: pytest.FixtureRequest) -> Speaker:
    return speaker(request.param)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.MISSING, Outcome.UNKNOWN])
def test_every_kind_of_rule_says_what_can_be_done(t: Speaker, kind: str, outcome: Outcome) -> None:
    if outcome is Outcome.FAILED and kind in NEVER_FAILED:
        return
    verdict = Verdict.NO if outcome is Outcome.FAILED else Verdict.INCOMPLETE
    findings = (Finding(rule(kind), outcome),) * 3
    check = replace(check_of(), judgement=Judgement(verdict, findings))
    text = read(verdict_screen(t, check, NEAREST, HUMAN))
    assert f"• {SAID}. " in text
    assert len(text) <= 600
    assert (NEAREST.title in text, HUMAN in text) == (verdict is Verdict.NO,) * 2


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (Facts().born_on(date(2011, 3, 5)), "Genap 15 tahun pada Kamis, 5 Maret 2026"),
        (Facts().aged(0, 14, date(2025, 12, 1)), "Tunggu sampai genap 15 tahun"),
        (Facts().born_on(date(1990, 3, 5)), "Usianya di luar batas itu."),
    ],
    ids=["the day is known", "only the age is known", "too old"],
)
def test_who_is_too_young_learns_when_it_will_do(facts: Facts, told: str) -> None:
    check = check_of(rule("age", min=15, max=29), facts=facts)
    assert check.judgement.verdict is Verdict.NO
    assert told in read(verdict_screen(speaker("id"), check, None, HUMAN))


def test_without_anything_that_fits_the_way_to_be_told_is_shown(t: Speaker) -> None:
    check = check_of(rule("sex", sex="m"), facts=Facts(sex="f"))
    screen = verdict_screen(t, check, None, HUMAN)
    assert t("eligibility-nearest-none") in screen.text
    assert len(screen.rows) == 2


def test_more_rules_than_fit_are_counted(t: Speaker) -> None:
    check = check_of(*[rule("test", subject="lari")] * 6)
    assert read(verdict_screen(t, check, None, HUMAN)).count("•") == 5
    expired = check_of(*[replace(rule("sex", sex="m"), expired=True)] * 6)
    text = verdict_screen(t, expired, None, HUMAN).text
    assert text.count("•") == 5
    assert t("eligibility-expired") in text


def rule(kind: str, **parameters: Any) -> Rule:
    text, source = {"id": SAID, "en": SAID}, Told("RubrikBanten", date(2025, 7, 7))
    return Rule(1, f"{kind}.las", 1, kind, parameters, text, None, False, source)


def check_of(*rules: Rule, facts: Facts | None = None) -> CheckView:
    title = "Operator Mesin Bubut dan Frais"
    subject = Subject(1, title, 1, 7, rules, DATES, may_register=True)
    return judged(1, subject, facts or Facts(), for_another=False, told_at=NOW)


def read(screen: Screen) -> str:
    return re.sub(r"<[^>]*>", "", screen.text)
