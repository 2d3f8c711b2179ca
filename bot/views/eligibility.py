"""A check's questions, each one screen, with the rule for whose sake it is asked."""

from collections.abc import Callable, Mapping
from textwrap import shorten
from types import MappingProxyType

from babel.lists import format_list
from telegram import InlineKeyboardButton

from bot.callbacks import Press
from bot.keyboards import button, in_columns, ways_back
from bot.presses.courses import OpenClass, OpenProgramme, OpenStreams
from bot.presses.eligibility import SkipTrait, TellTrait
from bot.presses.welcome import OpenConsent
from bot.screens import Screen
from bot.views.registration import OFFERED_EDUCATIONS, education_name
from bot.views.streams import in_language
from catalog.eligibility import asking
from catalog.facts import Activity, Trait
from catalog.programmes import Rule
from intake.registration.answering import NO, YES
from intake.registration.checks import CheckView
from intake.registration.telling import OLDEST, TALLEST, age_day, asked_of, choices
from people.regions import REGIONS, SHORT
from texts import Safe, Speaker
from texts.moments import day

LONGEST_RULE = 160
ALL_REGIONS = tuple(REGIONS)

Buttons = list[InlineKeyboardButton]


def trait_screen(
    t: Speaker,
    check: CheckView,
    note: str = "",
    regions: tuple[str, ...] = ALL_REGIONS,
    *,
    other: bool = False,
) -> Screen:
    """The open question. `note` says why it is asked again; `regions` narrows the domiciles.

    `other`: it is about somebody other than whoever holds the phone.
    """
    trait = check.trait
    assert trait is not None
    left = len(check.still_open)
    whose = whose_check(other=other)
    head = t("eligibility-head", programme=check.subject.programme_title, left=left, other=whose)
    first = asking(check.rules, trait, check.facts, check.dates)[0]
    why = t("eligibility-why", rule=rule_text(t, first))
    text = "\n\n".join(
        part for part in (note, head, _question(t, check, trait, whose), why) if part
    )
    answers = _regions(t, regions) if trait is Trait.DOMICILE else _ANSWERS[trait](t, check)
    skip = [button(t.plain("eligibility-skip"), SkipTrait(trait.value))]
    columns = 2 if trait in TWO_COLUMNS else 1
    return Screen(text, [*in_columns(answers, columns), skip, ways_back(t, way_back(check))])


def gone_screen(t: Speaker) -> Screen:
    """A button of a check that is long over."""
    streams = button(t.plain("registration-see-courses"), OpenStreams())
    return Screen(t("eligibility-gone"), [[streams], ways_back(t)])


def consent_screens(t: Speaker, on: Press) -> tuple[Screen, Screen]:
    """Why nothing can be asked without consent, and below it the way on."""
    read = button(t.plain("registration-read-consent"), OpenConsent())
    then = button(t.plain("eligibility-check"), on)
    return (
        Screen(t("eligibility-consent-missing"), [[read], ways_back(t)]),
        Screen(t("registration-consent-then"), [[then]]),
    )


def way_back(check: CheckView) -> Press:
    if check.class_id is not None:
        return OpenClass(check.class_id)
    return OpenProgramme(check.programme_id)


def rule_text(t: Speaker, rule: Rule) -> str:
    return shorten(in_language(t, rule.text), LONGEST_RULE, placeholder="…")


def whose_check(*, other: bool) -> str:
    """Whether "Anda" would mislead, as the texts ask."""
    return "yes" if other else "no"


def _question(t: Speaker, check: CheckView, trait: Trait, other: str) -> Safe:
    rules, facts, dates = check.rules, check.facts, check.dates
    match trait:
        case Trait.AGE if facts.born_from is not None:
            return t("eligibility-ask-birthday", other=other)
        case Trait.AGE:
            on = day(age_day(rules, facts, dates), t.language)
            return t("eligibility-ask-age", date=on, other=other)
        case Trait.PAPERS:
            named = [
                t.plain(f"eligibility-paper-{each}")
                for each in asked_of(trait, rules, facts, dates)
            ]
            papers = format_list(named, locale=t.language)
            return t("eligibility-ask-papers", papers=papers, other=other)
        case Trait.LANGUAGE:
            tests = format_list(asked_of(trait, rules, facts, dates), locale=t.language)
            return t("eligibility-ask-language", tests=tests, other=other)
        case Trait.TERM:
            terms = asking(rules, trait, facts, dates)
            years = max(rule.parameters["years"] for rule in terms)
            return t("eligibility-ask-term", years=years, other=other)
        case _:
            return t(f"eligibility-ask-{_name(trait)}", other=other)


def _sexes(t: Speaker, check: CheckView) -> Buttons:
    return [_tell(t.plain(f"eligibility-sex-{sex}"), Trait.SEX, sex) for sex in ("f", "m")]


def _ages(t: Speaker, check: CheckView) -> Buttons:
    return _ranges(t, check, Trait.AGE, OLDEST)


def _heights(t: Speaker, check: CheckView) -> Buttons:
    return _ranges(t, check, Trait.HEIGHT, TALLEST)


def _ranges(t: Speaker, check: CheckView, trait: Trait, end: int) -> Buttons:
    """ "Di bawah 15 tahun", "15 sampai 29 tahun", "30 tahun ke atas"."""
    found = []
    for value in choices(trait, check.rules, check.facts, check.dates):
        low, high = map(int, value.split("-"))
        which = "below" if low == 0 else "above" if high == end else "between"
        caption = t.plain(f"eligibility-{_name(trait)}-{which}", low=low, high=high, end=high + 1)
        found.append(_tell(caption, trait, value))
    return found


def _educations(t: Speaker, check: CheckView) -> Buttons:
    return [_tell(education_name(t, each), Trait.EDUCATION, each) for each in OFFERED_EDUCATIONS]


def _regions(t: Speaker, regions: tuple[str, ...]) -> Buttons:
    return [_tell(SHORT[code], Trait.DOMICILE, code) for code in regions]


def _activities(t: Speaker, check: CheckView) -> Buttons:
    return [
        _tell(t.plain(f"eligibility-activity-{each.value}"), Trait.ACTIVITY, each.value)
        for each in Activity
    ]


def _vision(t: Speaker, check: CheckView) -> Buttons:
    return [
        _tell(t.plain("eligibility-vision-good"), Trait.VISION, NO),
        _tell(t.plain("eligibility-vision-bad"), Trait.VISION, YES),
    ]


def _papers(t: Speaker, check: CheckView) -> Buttons:
    return [
        _tell(t.plain("eligibility-papers-all"), Trait.PAPERS, YES),
        _tell(t.plain("eligibility-papers-not"), Trait.PAPERS, NO),
    ]


def _language(t: Speaker, check: CheckView) -> Buttons:
    return [
        _tell(t.plain("eligibility-language-yes"), Trait.LANGUAGE, YES),
        _tell(t.plain("eligibility-language-no"), Trait.LANGUAGE, NO),
    ]


def _term(t: Speaker, check: CheckView) -> Buttons:
    return [
        _tell(t.plain("eligibility-term-yes"), Trait.TERM, YES),
        _tell(t.plain("eligibility-term-no"), Trait.TERM, NO),
    ]


def _tell(caption: str, trait: Trait, value: str) -> InlineKeyboardButton:
    return button(caption, TellTrait(trait.value, value))


def _name(trait: Trait) -> str:
    return trait.value.removeprefix("trait-")


TWO_COLUMNS = (Trait.EDUCATION, Trait.DOMICILE)
_ANSWERS: Mapping[Trait, Callable[[Speaker, CheckView], Buttons]] = MappingProxyType(
    {
        Trait.SEX: _sexes,
        Trait.AGE: _ages,
        Trait.EDUCATION: _educations,
        Trait.ACTIVITY: _activities,
        Trait.HEIGHT: _heights,
        Trait.VISION: _vision,
        Trait.PAPERS: _papers,
        Trait.LANGUAGE: _language,
        Trait.TERM: _term,
    }
)
