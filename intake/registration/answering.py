"""Takes one answer into the others: read as people write it, or refused with the reason."""

import re
from dataclasses import replace
from datetime import date, datetime

from intake.applications.errors import GuardianRefuses, NeitherYesNorNo
from intake.applications.guardians import parse_relation
from intake.applications.steps import Answers, Step
from people.educations import parse_education
from people.names import parse_name
from people.nik import parse_nik
from people.phones import parse_contact, parse_phone
from people.regions_parse import parse_region
from texts.moments import WIB

AGREED_TO = (Step.NAME, Step.NIK, Step.BIRTHDAY, Step.GUARDIAN, Step.GUARDIAN_NAME)
"""What a guardian agrees to: changed, it needs their yes once more."""

YES, NO = "yes", "no"
"""What the two buttons of a yes-or-no question send; words that mean the same are understood."""

_YES = re.compile(
    r"\b(yes|y|ya|iya|iy|ok|oke|okay|betul|btul|benar|bener|bnr|sesuai|cocok|sip|siap|leres|"
    r"enggih|nggih|right|correct|setuju|mengizinkan|izinkan|ijinkan|boleh|agree)\b"
)
_NO = re.compile(
    r"\b(no|n|not|tidak|tdk|tak|gak?|nggak|ngga|enggak|engga|bukan|bkn|salah|slh|keliru|sanes|"
    r"teu|ora|dudu|wrong)\b"
)


def take_answer(answers: Answers, step: Step, text: str, *, shared: bool, now: datetime) -> Answers:
    """Raises a BadAnswer; then nothing has changed.

    `shared`: the phone number comes from Telegram's own contact, which may be of any country.
    """
    taken = _take(answers, step, text, shared, now)
    if taken == answers or step not in AGREED_TO:
        return taken
    return replace(taken, guardian_consent=None)


def _take(answers: Answers, step: Step, text: str, shared: bool, now: datetime) -> Answers:
    match step:
        case Step.NIK:
            return _take_nik(answers, text, now.astimezone(WIB).date())
        case Step.BIRTHDAY:
            return _take_birthday(answers, text)
        case Step.PHONE:
            phone = parse_contact(text) if shared else parse_phone(text)
            return answers.with_answer(step, phone)
        case Step.NAME:
            return answers.with_answer(step, parse_name(text))
        case Step.EDUCATION:
            return answers.with_answer(step, parse_education(text))
        case Step.DOMICILE:
            return answers.with_answer(step, parse_region(text))
        case Step.GUARDIAN | Step.GUARDIAN_NAME | Step.GUARDIAN_CONSENT:
            return _take_guardian(answers, step, text, now)
        case Step.REVIEW:
            raise NeitherYesNorNo


def _take_nik(answers: Answers, text: str, today: date) -> Answers:
    nik = parse_nik(text, today=today)
    confirmed = answers.birthday if nik.digits == answers.nik else None
    read = replace(answers, nik=nik.digits, born_on=nik.born_on, sex=nik.sex, birthday=confirmed)
    return read.on(today)


def _take_birthday(answers: Answers, text: str) -> Answers:
    """A birthday that is not theirs means that the NIK was mistyped: it is asked again."""
    if means_yes(text):
        return replace(answers, birthday="right")
    return replace(answers, nik=None, born_on=None, sex=None, birthday=None, minor=None)


def _take_guardian(answers: Answers, step: Step, text: str, now: datetime) -> Answers:
    if step is Step.GUARDIAN:
        return replace(answers, guardian=parse_relation(text), guardian_name=None)
    if step is Step.GUARDIAN_NAME:
        return answers.with_answer(step, parse_name(text))
    return answers.with_answer(step, _agreed(text, now))


def _agreed(text: str, now: datetime) -> str:
    """Raises GuardianRefuses: without their yes there is nothing to note."""
    if not means_yes(text):
        raise GuardianRefuses
    return now.isoformat()


def means_yes(text: str) -> bool:
    """A no anywhere decides ("tidak benar"). Raises NeitherYesNorNo where there is neither."""
    words = text.lower()
    if _NO.search(words):
        return False
    if _YES.search(words):
        return True
    raise NeitherYesNorNo
