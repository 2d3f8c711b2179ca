"""Takes what somebody tells for a check into what is known: read as people write it, or refused."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from catalog.eligibility import Dates, asking, day_of_age
from catalog.facts import Activity, Facts, Trait
from catalog.programmes import Rule
from intake.registration.answering import means_yes
from intake.registration.errors import UnknownActivity, UnknownSex, UnreadableAge, UnreadableHeight
from people.birthdays import parse_born
from people.educations import parse_education
from people.regions_parse import parse_region

OLDEST, TALLEST, SHORTEST = 99, 230, 90
"""Years, and centimetres: beyond them it is a slip."""

_RANGE = re.compile(r"^\s*(\d{1,3})\s*[-–]\s*(\d{1,3})\s*$")
_AGE = re.compile(r"^\D*(\d{1,2})\s*(?:tahun|thn|th|taun|years?|yo)?\D*$")
_HEIGHT = re.compile(r"(?<!\d)(?:(\d{2,3})|([12])[.,](\d{1,2}))(?!\d)")
_WOMAN = re.compile(r"\b(f|p|perempuan|wanita|cewek|cewe|awewe|istri|female|woman|girl)\b")
_MAN = re.compile(r"\b(m|l|laki|lelaki|pria|cowok|cowo|lalaki|male|man|boy)\b")
_NOT = re.compile(r"\b(tidak|tdk|gak?|nggak|ngga|enggak|engga|bukan|belum|blm|henteu|ora|not?)\b")
_NOT_YET = re.compile(r"\b(belum|blm|blom|durung|acan|not yet)\b")
_DONE = re.compile(r"\b(sudah|sdh|udah|udh|punya|lengkap|semua|lulus|bersedia|have|all|done)\b")
_ACTIVITIES: Mapping[Activity, re.Pattern[str]] = MappingProxyType(
    {
        Activity.SMK: re.compile(r"\b(smk|stm|smea)\b"),
        Activity.SCHOOL: re.compile(
            r"\b(sekolah|skolah|kuliah|sma|smp|smu|mahasiswa|pelajar|siswa|school|student|study\w*)\b"
        ),
        Activity.WORK: re.compile(r"\b(kerja|krj|bekerja|karyawan|buruh|gawe|usaha|work\w*|job)\b"),
        Activity.IDLE: re.compile(r"\b(nganggur|menganggur|idle|neither|keduanya)\b"),
    }
)


def choices(trait: Trait, rules: Sequence[Rule], facts: Facts, dates: Dates) -> tuple[str, ...]:
    """What can be tapped where it hangs on the rules: ranges, such as "0-14", "15-29", "30-99".

    None for an age or a height that is known as a range already: that has to be told exactly.
    """
    wanted = [rule.parameters for rule in asking(rules, trait, facts, dates)]
    if trait is Trait.AGE and facts.born_from is None:
        least = {each["min"] for each in wanted if "min" in each}
        return _ranges(least | {each["max"] + 1 for each in wanted if "max" in each}, OLDEST)
    if trait is Trait.HEIGHT and facts.tall_from is None:
        return _ranges({each["min_cm"] for each in wanted}, TALLEST)
    return ()


def asked_of(trait: Trait, rules: Sequence[Rule], facts: Facts, dates: Dates) -> tuple[str, ...]:
    """The papers or tests that one yes or no is about."""
    found: list[str] = []
    for rule in asking(rules, trait, facts, dates):
        found += rule.parameters.get("documents", []) or [rule.parameters["test"]]
    return tuple(dict.fromkeys(found))


def age_day(rules: Sequence[Rule], facts: Facts, dates: Dates) -> date:
    """The day at which an age is asked for: that of the first rule that wants it."""
    wanted = asking(rules, Trait.AGE, facts, dates)
    return day_of_age(wanted[0].parameters, dates) if wanted else dates.today


def take_trait(facts: Facts, trait: Trait, text: str, rules: Sequence[Rule], dates: Dates) -> Facts:
    """Raises a BadAnswer; then nothing is known that was not."""
    skipped = tuple(each for each in facts.skipped if each != trait)
    return _TAKE[trait](replace(facts, skipped=skipped), text.strip(), rules, dates)


def _ranges(cuts: set[int], end: int) -> tuple[str, ...]:
    starts = [0, *sorted(cuts)]
    ends = [*(cut - 1 for cut in sorted(cuts)), end]
    return tuple(f"{low}-{high}" for low, high in zip(starts, ends, strict=True))


def _take_sex(facts: Facts, text: str, rules: Sequence[Rule], dates: Dates) -> Facts:
    words = text.lower()
    woman, man = _WOMAN.search(words), _MAN.search(words)
    if bool(woman) == bool(man):
        raise UnknownSex
    return replace(facts, sex="f" if woman else "m")


def _take_age(facts: Facts, text: str, rules: Sequence[Rule], dates: Dates) -> Facts:
    """A range, an age, a year or a day of birth."""
    on = age_day(rules, facts, dates)
    found = _RANGE.match(text)
    if found:
        low, high = sorted((int(found[1]), int(found[2])))
        if high > OLDEST:
            raise UnreadableAge
        return facts.aged(low, high, on)
    age = _AGE.match(text.lower())
    if age:
        return facts.aged(int(age[1]), int(age[1]), on)
    born = parse_born(text, today=dates.today)
    if born is None:
        raise UnreadableAge
    return replace(facts, born_from=born[0], born_to=born[1])


def _take_education(facts: Facts, text: str, rules: Sequence[Rule], dates: Dates) -> Facts:
    return replace(facts, education=parse_education(text).value)


def _take_domicile(facts: Facts, text: str, rules: Sequence[Rule], dates: Dates) -> Facts:
    return replace(facts, domicile=parse_region(text))


def _take_activity(facts: Facts, text: str, rules: Sequence[Rule], dates: Dates) -> Facts:
    words = text.lower()
    if _NOT.search(words) or _ACTIVITIES[Activity.IDLE].search(words):
        return replace(facts, activity=Activity.IDLE.value)
    for activity, pattern in _ACTIVITIES.items():
        if pattern.search(words):
            return replace(facts, activity=activity.value)
    raise UnknownActivity


def _take_height(facts: Facts, text: str, rules: Sequence[Rule], dates: Dates) -> Facts:
    """A range, centimetres, or metres: "0-157", "160 cm", "1,6"."""
    found = _RANGE.match(text)
    if found:
        low, high = sorted((int(found[1]), int(found[2])))
        return replace(facts, tall_from=low, tall_to=high)
    read = _HEIGHT.search(text)
    if not read:
        raise UnreadableHeight
    tall = int(read[1]) if read[1] else int(read[2]) * 100 + int(read[3].ljust(2, "0"))
    if not SHORTEST <= tall <= TALLEST:
        raise UnreadableHeight
    return replace(facts, tall_from=tall, tall_to=tall)


def _take_vision(facts: Facts, text: str, rules: Sequence[Rule], dates: Dates) -> Facts:
    """Asked is whether they are colour-blind."""
    return replace(facts, sees_colours=not means_yes(text))


def _take_papers(facts: Facts, text: str, rules: Sequence[Rule], dates: Dates) -> Facts:
    return _held(facts, asked_of(Trait.PAPERS, rules, facts, dates), text)


def _take_language(facts: Facts, text: str, rules: Sequence[Rule], dates: Dates) -> Facts:
    return _held(facts, asked_of(Trait.LANGUAGE, rules, facts, dates), text)


def _take_term(facts: Facts, text: str, rules: Sequence[Rule], dates: Dates) -> Facts:
    """The longest of several is asked for: who is ready for that is ready for all."""
    wanted = asking(rules, Trait.TERM, facts, dates)
    years = max(rule.parameters["years"] for rule in wanted)
    if _all_of_it(text):
        return replace(facts, stays=years, stays_not=None)
    return replace(facts, stays=None, stays_not=years)


def _held(facts: Facts, asked: tuple[str, ...], text: str) -> Facts:
    rest_had = tuple(each for each in facts.has if each not in asked)
    rest_lacked = tuple(each for each in facts.lacks if each not in asked)
    if _all_of_it(text):
        return replace(facts, has=(*rest_had, *asked), lacks=rest_lacked)
    return replace(facts, has=rest_had, lacks=(*rest_lacked, *asked))


def _all_of_it(text: str) -> bool:
    """ "Sudah", "belum": what means_yes reads, and more. Raises NeitherYesNorNo."""
    words = text.lower()
    if _NOT_YET.search(words):
        return False
    return bool(_DONE.search(words) and not _NOT.search(words)) or means_yes(text)


_TAKE: Mapping[Trait, Callable[[Facts, str, Sequence[Rule], Dates], Facts]] = MappingProxyType(
    {
        Trait.SEX: _take_sex,
        Trait.AGE: _take_age,
        Trait.EDUCATION: _take_education,
        Trait.DOMICILE: _take_domicile,
        Trait.ACTIVITY: _take_activity,
        Trait.HEIGHT: _take_height,
        Trait.VISION: _take_vision,
        Trait.PAPERS: _take_papers,
        Trait.LANGUAGE: _take_language,
        Trait.TERM: _take_term,
    }
)
