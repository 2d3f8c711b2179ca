"""Whether somebody may join a programme: its rules, held against what is known of them.

Plain functions over data. A rule decides only while its source vouches for it, and only where the
answer is known: whatever is unknown can still be told, and is no refusal.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from catalog.facts import Activity, Facts, Trait, full_years
from catalog.programmes import Rule
from people.educations import Education


class Outcome(StrEnum):
    """What one rule says of somebody."""

    MET = "met"
    MISSING = "missing"
    """They can still get or do it."""
    UNKNOWN = "unknown"
    FAILED = "failed"
    EXPIRED = "expired"
    """Too old to decide; staff do."""


class Verdict(StrEnum):
    YES = "yes"
    INCOMPLETE = "incomplete"
    NO = "no"

    @property
    def rank(self) -> int:
        """0 is the best."""
        return list(Verdict).index(self)


@dataclass(frozen=True, slots=True)
class Dates:
    """The days at which an age may be judged."""

    today: date
    training_start: date | None = None
    registration_close: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    rule: Rule
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Judgement:
    verdict: Verdict
    findings: tuple[Finding, ...]
    """One a rule, in the rules' order."""

    def with_outcome(self, *outcomes: Outcome) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.outcome in outcomes)

    @property
    def undecided(self) -> bool:
        """There are rules, and not one of them is young enough to decide."""
        live = [each for each in self.findings if each.outcome is not Outcome.EXPIRED]
        return bool(self.findings) and not live


def judge(rules: Iterable[Rule], facts: Facts, dates: Dates) -> Judgement:
    """Never worse for a rule less."""
    findings = tuple(Finding(rule, outcome_of(rule, facts, dates)) for rule in rules)
    outcomes = {each.outcome for each in findings}
    if Outcome.FAILED in outcomes:
        verdict = Verdict.NO
    elif outcomes & {Outcome.MISSING, Outcome.UNKNOWN}:
        verdict = Verdict.INCOMPLETE
    else:
        verdict = Verdict.YES
    return Judgement(verdict, findings)


def outcome_of(rule: Rule, facts: Facts, dates: Dates) -> Outcome:
    if rule.expired:
        return Outcome.EXPIRED
    decide = _DECIDE.get(rule.kind)
    return Outcome.UNKNOWN if decide is None else decide(rule.parameters, facts, dates)


def open_traits(judgement: Judgement, facts: Facts) -> tuple[Trait, ...]:
    """What is still to be asked, in order; nothing once a rule has said no."""
    if judgement.verdict is Verdict.NO:
        return ()
    unknown = judgement.with_outcome(Outcome.UNKNOWN)
    wanted = {trait_of(each.rule, facts) for each in unknown}
    return tuple(trait for trait in Trait if trait in wanted and trait not in facts.skipped)


def trait_of(rule: Rule, facts: Facts) -> Trait | None:
    """What the answer to this rule hangs on next; None where nothing we could ask decides it."""
    if rule.kind == "height" and rule.parameters.get("sex") and facts.sex is None:
        return Trait.SEX
    return _TRAITS.get(rule.kind)


def asking(rules: Iterable[Rule], trait: Trait, facts: Facts, dates: Dates) -> list[Rule]:
    """The rules for whose sake this is asked now."""
    return [
        rule
        for rule in rules
        if outcome_of(rule, facts, dates) is Outcome.UNKNOWN and trait_of(rule, facts) is trait
    ]


def day_of_age(parameters: Mapping[str, Any], dates: Dates) -> date:
    """The day at which an age rule judges; today, where the wave does not tell the day it names."""
    at = parameters.get("at", "training_start")
    if at == "training_start":
        return dates.training_start or dates.today
    if at == "registration_close":
        return dates.registration_close or dates.today
    return date.fromisoformat(at)


def _age(parameters: Mapping[str, Any], facts: Facts, dates: Dates) -> Outcome:
    if facts.born_from is None or facts.born_to is None:
        return Outcome.UNKNOWN
    on = day_of_age(parameters, dates)
    youngest, oldest = full_years(facts.born_to, on), full_years(facts.born_from, on)
    return _within(youngest, oldest, parameters.get("min"), parameters.get("max"))


def _height(parameters: Mapping[str, Any], facts: Facts, dates: Dates) -> Outcome:
    """One for the other sex asks nothing of them."""
    sex = parameters.get("sex")
    if sex is not None and facts.sex is None:
        return Outcome.UNKNOWN
    if sex not in (None, facts.sex):
        return Outcome.MET
    if facts.tall_from is None or facts.tall_to is None:
        return Outcome.UNKNOWN
    return _within(facts.tall_from, facts.tall_to, parameters["min_cm"], None)


def _within(low: int, high: int, least: int | None, most: int | None) -> Outcome:
    """Known only to lie between low and high, held against the bounds."""
    if (least is not None and high < least) or (most is not None and low > most):
        return Outcome.FAILED
    if (least is None or low >= least) and (most is None or high <= most):
        return Outcome.MET
    return Outcome.UNKNOWN


def _education(parameters: Mapping[str, Any], facts: Facts, dates: Dates) -> Outcome:
    if facts.education is None:
        return Outcome.UNKNOWN
    return _met(Education(facts.education).rank >= Education(parameters["min"]).rank)


def _domicile(parameters: Mapping[str, Any], facts: Facts, dates: Dates) -> Outcome:
    if facts.domicile is None:
        return Outcome.UNKNOWN
    return _met(facts.domicile in parameters["regions"])


def _sex(parameters: Mapping[str, Any], facts: Facts, dates: Dates) -> Outcome:
    return Outcome.UNKNOWN if facts.sex is None else _met(facts.sex == parameters["sex"])


def _idle(parameters: Mapping[str, Any], facts: Facts, dates: Dates) -> Outcome:
    if facts.activity is None:
        return Outcome.UNKNOWN
    return _met(facts.activity == Activity.IDLE)


def _pupil(parameters: Mapping[str, Any], facts: Facts, dates: Dates) -> Outcome:
    if facts.activity is None:
        return Outcome.UNKNOWN
    return _met(facts.activity == Activity.SMK)


def _vision(parameters: Mapping[str, Any], facts: Facts, dates: Dates) -> Outcome:
    return Outcome.UNKNOWN if facts.sees_colours is None else _met(facts.sees_colours)


def _papers(parameters: Mapping[str, Any], facts: Facts, dates: Dates) -> Outcome:
    return _held(parameters["documents"], facts)


def _language(parameters: Mapping[str, Any], facts: Facts, dates: Dates) -> Outcome:
    return _held([parameters["test"]], facts)


def _test(parameters: Mapping[str, Any], facts: Facts, dates: Dates) -> Outcome:
    """Taken at the selection, so that it lies ahead of everybody."""
    return Outcome.MISSING


def _term(parameters: Mapping[str, Any], facts: Facts, dates: Dates) -> Outcome:
    years = parameters["years"]
    if facts.stays is not None and years <= facts.stays:
        return Outcome.MET
    if facts.stays_not is not None and years >= facts.stays_not:
        return Outcome.FAILED
    return Outcome.UNKNOWN


def _held(wanted: Collection[str], facts: Facts) -> Outcome:
    if set(wanted) <= set(facts.has):
        return Outcome.MET
    return Outcome.MISSING if set(wanted) & set(facts.lacks) else Outcome.UNKNOWN


def _met(yes: bool) -> Outcome:
    return Outcome.MET if yes else Outcome.FAILED


_DECIDE: Mapping[str, Callable[[Mapping[str, Any], Facts, Dates], Outcome]] = MappingProxyType(
    {
        "age": _age,
        "education": _education,
        "domicile": _domicile,
        "sex": _sex,
        "height": _height,
        "vision": _vision,
        "idle": _idle,
        "pupil": _pupil,
        "papers": _papers,
        "language": _language,
        "test": _test,
        "term": _term,
    }
)
_TRAITS: Mapping[str, Trait] = MappingProxyType(
    {
        "age": Trait.AGE,
        "education": Trait.EDUCATION,
        "domicile": Trait.DOMICILE,
        "sex": Trait.SEX,
        "height": Trait.HEIGHT,
        "vision": Trait.VISION,
        "idle": Trait.ACTIVITY,
        "pupil": Trait.ACTIVITY,
        "papers": Trait.PAPERS,
        "language": Trait.LANGUAGE,
        "term": Trait.TERM,
    }
)
