"""A verdict: what it means, what the rules say, what one can do about it, and where else to go."""

from collections.abc import Sequence

from bot.keyboards import Row, button, ways_back
from bot.presses.courses import OpenClass, ShowRules
from bot.presses.eligibility import CheckAfresh
from bot.presses.registration import OpenForm, ResumeDraft
from bot.screens import Screen
from bot.views.courses import source_line
from bot.views.eligibility import rule_text, way_back, whose_check
from catalog.eligibility import Finding, Outcome, Verdict
from catalog.facts import birthday_of
from intake.registration.checks import CheckView
from intake.registration.nearest import Nearest
from texts import Safe, Speaker
from texts.moments import day, day_of

MOST_REFUSALS, MOST_OTHERS = 2, 4
"""Rules that a screen tells one by one; all of them are behind its button."""


def verdict_screen(
    t: Speaker,
    check: CheckView,
    nearest: Nearest | None,
    human: str,
    *,
    of_draft: bool = False,
    other: bool = False,
) -> Screen:
    """`of_draft`: what the form says is judged, so that the way back is to its lines.

    `other`: it is about somebody other than whoever holds the phone.
    """
    verdict, subject = check.judgement.verdict, check.subject
    which = "undecided" if check.judgement.undecided else verdict.value
    whose = whose_check(other=other)
    facts = {
        "programme": subject.programme_title,
        "other": whose,
        "seats": "first" if subject.first_come else "chosen",
    }
    parts: list[str] = [t(f"eligibility-verdict-{which}", **facts)]
    parts += [_refusals(t, check), _still_to_do(t, check), _expired(t, check)]
    if verdict is Verdict.NO:
        parts += [_elsewhere(t, nearest), t("eligibility-ask-human", human=human)]
    text = "\n\n".join(part for part in parts if part)
    rows = _rows(t, check, nearest, of_draft)
    return Screen(text, [*rows, ways_back(t, way_back(check))])


def _refusals(t: Speaker, check: CheckView) -> str:
    """What one can do about each, and below them who says so and since when."""
    failed = check.judgement.with_outcome(Outcome.FAILED)
    told = [
        t("eligibility-to-do", rule=rule_text(t, each.rule), advice=_advice(t, check, each))
        for each in failed[:MOST_REFUSALS]
    ]
    sources = [source_line(t, each.rule.source) for each in failed[:MOST_REFUSALS]]
    by_whom = [t("eligibility-source", source=source) for source in dict.fromkeys(sources)]
    return "\n".join([*told, *_more(t, failed, MOST_REFUSALS), *by_whom])


def _still_to_do(t: Speaker, check: CheckView) -> str:
    """Where a rule has said no already, what else there is to do is of no use."""
    if check.judgement.verdict is Verdict.NO:
        return ""
    open_ones = check.judgement.with_outcome(Outcome.MISSING, Outcome.UNKNOWN)
    lines = [
        t("eligibility-to-do", rule=rule_text(t, each.rule), advice=_advice(t, check, each))
        for each in open_ones[:MOST_OTHERS]
    ]
    return "\n".join([*lines, *_more(t, open_ones, MOST_OTHERS)])


def _expired(t: Speaker, check: CheckView) -> str:
    expired = check.judgement.with_outcome(Outcome.EXPIRED)
    if not expired or check.judgement.verdict is Verdict.NO:
        return ""
    lines = [t("eligibility-line", rule=rule_text(t, each.rule)) for each in expired[:MOST_OTHERS]]
    return "\n".join([t("eligibility-expired"), *lines, *_more(t, expired, MOST_OTHERS)])


def _more(t: Speaker, findings: Sequence[Finding], most: int) -> list[Safe]:
    rest = len(findings) - most
    return [t("eligibility-more", count=rest)] if rest > 0 else []


def _advice(t: Speaker, check: CheckView, finding: Finding) -> Safe:
    kind, parameters = finding.rule.kind, finding.rule.parameters
    if finding.outcome is Outcome.UNKNOWN:
        return t("eligibility-do-unknown")
    if kind == "age":
        return _advice_on_age(t, check, parameters.get("min"))
    return t(f"eligibility-do-{kind}")


def _advice_on_age(t: Speaker, check: CheckView, least: int | None) -> Safe:
    """Whoever is too young will be old enough; the day is told where the birthday is known."""
    born, born_to, today = check.facts.born_from, check.facts.born_to, check.dates.today
    if born is None or born_to is None or least is None:
        return t("eligibility-do-age")
    ready = birthday_of(born_to, least)
    if ready <= today:
        return t("eligibility-do-age")
    date = day(ready, t.language) if born == born_to else "none"
    return t("eligibility-do-wait", years=least, date=date)


def _elsewhere(t: Speaker, nearest: Nearest | None) -> Safe:
    if nearest is None:
        return t("eligibility-nearest-none")
    closes = "none" if nearest.closes_at is None else day_of(nearest.closes_at, t.language)
    return t("eligibility-nearest", title=nearest.title, date=closes)


def _rows(t: Speaker, check: CheckView, nearest: Nearest | None, of_draft: bool) -> list[Row]:
    rows: list[Row] = []
    class_id = check.class_id
    if check.judgement.verdict is Verdict.NO:
        if nearest is not None:
            see = t.plain("eligibility-see-nearest", title=nearest.title)
            rows.append([button(see, OpenClass(nearest.class_id))])
    elif class_id is not None and check.subject.may_register:
        rows.append([button(t.plain("eligibility-open-form"), OpenForm(class_id))])
    if of_draft:
        again = button(t.plain("eligibility-see-form"), ResumeDraft())
    else:
        press = CheckAfresh(check.programme_id, class_id or 0)
        again = button(t.plain("eligibility-again"), press)
    rules = button(t.plain("courses-see-rules"), ShowRules(check.programme_id))
    return [*rows, [again, rules]]
