"""Rules held against what is known: they decide only while they live, and only what they know."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.eligibility import (
    Dates,
    Outcome,
    Verdict,
    day_of_age,
    judge,
    open_traits,
    outcome_of,
)
from catalog.facts import Activity, Facts, Trait, birthday_of, full_years
from catalog.programmes import Rule, Told
from people.educations import Education
from people.regions import REGIONS

SOURCE = Told("Contoh", date(2025, 11, 1))
TODAY = date(2025, 11, 17)
DATES = Dates(TODAY, training_start=date(2025, 12, 1), registration_close=date(2025, 11, 28))

ages = st.integers(1, 98)
days = st.dates(date(1930, 1, 1), date(2029, 12, 31))
PARAMETERS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "age": st.one_of(
        st.builds(lambda least: {"min": least}, ages),
        st.builds(lambda most: {"max": most}, ages),
        st.builds(lambda a, b, at: {"min": min(a, b), "max": max(a, b), "at": at}, ages, ages,
                  st.sampled_from(["training_start", "registration_close", "2026-02-28"])),
    ),
    "education": st.builds(lambda level: {"min": level.value}, st.sampled_from(Education)),
    "domicile": st.builds(
        lambda regions: {"regions": regions}, st.lists(st.sampled_from(list(REGIONS)), min_size=1)
    ),
    "sex": st.sampled_from([{"sex": "f"}, {"sex": "m"}]),
    "height": st.builds(
        lambda tall, sex: {"min_cm": tall} | ({"sex": sex} if sex else {}),
        st.integers(100, 220), st.sampled_from([None, "f", "m"]),
    ),
    "vision": st.just({}),
    "idle": st.just({}),
    "pupil": st.just({}),
    "papers": st.builds(
        lambda papers: {"documents": papers},
        st.lists(st.sampled_from(["ktp", "ijazah", "ak1"]), min_size=1),
    ),
    "language": st.just({"test": "EPS-TOPIK"}),
    "test": st.just({"subject": "lari"}),
    "term": st.builds(lambda years: {"years": years}, st.integers(1, 5)),
    "of a later version": st.just({}),
}  # fmt: skip


def rule(kind: str, expired: bool = False, **parameters: Any) -> Rule:
    return Rule(
        id=1,
        slug=f"{kind}.las",
        version=1,
        kind=kind,
        parameters=parameters,
        text={"id": kind, "en": kind},
        expires_on=None,
        expired=expired,
        source=SOURCE,
    )


@st.composite
def any_rule(draw: st.DrawFn) -> Rule:
    kind = draw(st.sampled_from(sorted(PARAMETERS)))
    return rule(kind, draw(st.booleans()), **draw(PARAMETERS[kind]))


@st.composite
def any_facts(draw: st.DrawFn) -> Facts:
    first, last = sorted((draw(days), draw(days)))
    knows_age, held = draw(st.booleans()), st.lists(st.sampled_from(["ktp", "EPS-TOPIK"]))
    tall = sorted((draw(st.integers(90, 230)), draw(st.integers(90, 230))))
    return Facts(
        born_from=first if knows_age else None,
        born_to=last if knows_age else None,
        sex=draw(st.sampled_from([None, "f", "m"])),
        education=draw(st.sampled_from([None, *(each.value for each in Education)])),
        domicile=draw(st.sampled_from([None, *REGIONS])),
        activity=draw(st.sampled_from([None, *(each.value for each in Activity)])),
        tall_from=tall[0] if knows_age else None,
        tall_to=tall[1] if knows_age else None,
        sees_colours=draw(st.sampled_from([None, True, False])),
        has=tuple(draw(held)),
        lacks=tuple(draw(held)),
        stays=draw(st.sampled_from([None, 1, 3])),
        skipped=tuple(draw(st.lists(st.sampled_from([each.value for each in Trait])))),
    )


@given(st.lists(any_rule(), min_size=1, max_size=6), any_facts(), st.integers(0, 5))
def test_a_rule_less_never_makes_a_verdict_worse(
    rules: list[Rule], facts: Facts, place: int
) -> None:
    fewer = [each for at, each in enumerate(rules) if at != place % len(rules)]
    before, after = (judge(some, facts, DATES).verdict for some in (rules, fewer))
    assert after.rank <= before.rank


@given(st.lists(any_rule(), max_size=6), any_facts())
def test_an_expired_rule_never_decides(rules: list[Rule], facts: Facts) -> None:
    live = [each for each in rules if not each.expired]
    judgement = judge(rules, facts, DATES)
    assert judgement.verdict is judge(live, facts, DATES).verdict
    assert len(judgement.with_outcome(Outcome.EXPIRED)) == len(rules) - len(live)
    assert open_traits(judge(rules, facts, DATES), facts) == open_traits(
        judge(live, facts, DATES), facts
    )


@given(st.lists(any_rule(), max_size=6))
def test_whoever_has_told_nothing_is_refused_nothing(rules: list[Rule]) -> None:
    assert judge(rules, Facts(), DATES).verdict is not Verdict.NO


@given(st.lists(any_rule(), max_size=6), any_facts())
def test_nothing_is_asked_that_no_live_rule_hangs_on(rules: list[Rule], facts: Facts) -> None:
    asked = open_traits(judge(rules, facts, DATES), facts)
    unknown = judge(rules, facts, DATES).with_outcome(Outcome.UNKNOWN)
    assert len(asked) <= len(unknown)
    assert set(asked).isdisjoint(facts.skipped)


@given(any_facts())
def test_facts_are_read_back_as_they_were_written(facts: Facts) -> None:
    assert Facts.from_json(facts.to_json()) == facts


@given(days, days)
def test_an_age_counts_full_years(born_on: date, on: date) -> None:
    age = full_years(born_on, on)
    assert birthday_of(born_on, age) <= on < birthday_of(born_on, age + 1)


@given(days, st.integers(0, 99), st.integers(0, 99), days)
def test_an_age_told_as_a_range_holds_just_those_who_are_that_old(
    on: date, one: int, other: int, born_on: date
) -> None:
    low, high = sorted((one, other))
    facts = Facts().aged(low, high, on)
    assert facts.born_from is not None
    assert facts.born_to is not None
    in_range = facts.born_from <= born_on <= facts.born_to
    assert in_range == (low <= full_years(born_on, on) <= high)


@pytest.mark.parametrize(
    ("on", "age"),
    [
        (date(2026, 2, 28), 17),
        (date(2026, 3, 1), 18),
        (date(2028, 2, 28), 19),
        (date(2028, 2, 29), 20),
    ],
)
def test_born_on_29_february(on: date, age: int) -> None:
    assert full_years(date(2008, 2, 29), on) == age


@pytest.mark.parametrize(
    ("born_on", "outcome"),
    [
        (date(2007, 12, 1), Outcome.MET),  # 18 on the first day of training
        (date(2007, 12, 2), Outcome.FAILED),  # a day later
        (date(1998, 12, 2), Outcome.MET),  # still 26
        (date(1998, 12, 1), Outcome.FAILED),  # 27 on that day
    ],
)
def test_the_day_before_and_after_a_birthday(born_on: date, outcome: Outcome) -> None:
    aged = rule("age", min=18, max=26)
    assert outcome_of(aged, Facts().born_on(born_on), DATES) is outcome


def test_an_age_is_judged_on_the_day_that_its_rule_names() -> None:
    assert day_of_age({}, DATES) == date(2025, 12, 1)
    assert day_of_age({"at": "registration_close"}, DATES) == date(2025, 11, 28)
    assert day_of_age({"at": "2026-07-01"}, DATES) == date(2026, 7, 1)
    undated = Dates(TODAY)
    assert day_of_age({}, undated) == day_of_age({"at": "registration_close"}, undated) == TODAY


def test_a_year_of_birth_is_asked_more_exactly_only_at_a_limit() -> None:
    aged = rule("age", min=18)
    of_2007 = Facts(born_from=date(2007, 1, 1), born_to=date(2007, 12, 31))
    assert open_traits(judge([aged], of_2007, DATES), of_2007) == (Trait.AGE,)
    of_2006 = Facts(born_from=date(2006, 1, 1), born_to=date(2006, 12, 31))
    assert outcome_of(aged, of_2006, DATES) is Outcome.MET


def test_a_height_for_the_other_sex_asks_nothing() -> None:
    men = rule("height", min_cm=158, sex="m")
    assert open_traits(judge([men], Facts(), DATES), Facts()) == (Trait.SEX,)
    assert open_traits(judge([men], Facts(sex="m"), DATES), Facts(sex="m")) == (Trait.HEIGHT,)
    assert outcome_of(men, Facts(sex="f"), DATES) is Outcome.MET


def test_once_a_rule_has_said_no_nothing_else_is_asked() -> None:
    rules = [rule("domicile", regions=["3673"]), rule("idle"), rule("papers", documents=["ktp"])]
    assert open_traits(judge(rules, Facts(), DATES), Facts()) == (
        Trait.DOMICILE,
        Trait.ACTIVITY,
        Trait.PAPERS,
    )
    assert open_traits(judge(rules, Facts(domicile="3604"), DATES), Facts(domicile="3604")) == ()


def test_what_can_still_be_got_is_no_refusal() -> None:
    rules = [rule("papers", documents=["ktp", "ijazah"]), rule("test", subject="lari")]
    lacking = judge(rules, Facts(has=("ktp",), lacks=("ijazah",)), DATES)
    assert lacking.verdict is Verdict.INCOMPLETE
    assert [each.outcome for each in lacking.findings] == [Outcome.MISSING] * 2


def test_with_expired_rules_alone_nothing_is_decided() -> None:
    old = rule("age", expired=True, min=18)
    child = Facts().born_on(TODAY - timedelta(days=4000))
    judgement = judge([old], child, DATES)
    assert (judgement.undecided, judgement.verdict) == (True, Verdict.YES)
    assert not judge([], child, DATES).undecided
    assert not judge([old, replace(old, expired=False)], child, DATES).undecided
