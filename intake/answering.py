"""Takes one answer into the others: read as people write it, or refused with the reason."""

import re
from dataclasses import replace
from datetime import date

from intake.errors import NeitherYesNorNo
from intake.steps import Answers, Step
from people.educations import parse_education
from people.names import parse_name
from people.nik import parse_nik
from people.phones import parse_contact, parse_phone
from people.regions_parse import parse_region

YES, NO = "yes", "no"
"""What the two buttons of a yes-or-no question send; words that mean the same are understood."""

_YES = re.compile(
    r"\b(yes|y|ya|iya|iy|ok|oke|okay|betul|btul|benar|bener|bnr|sesuai|cocok|sip|siap|leres|"
    r"enggih|nggih|right|correct)\b"
)
_NO = re.compile(
    r"\b(no|n|not|tidak|tdk|tak|gak?|nggak|ngga|enggak|engga|bukan|bkn|salah|slh|keliru|sanes|"
    r"teu|ora|dudu|wrong)\b"
)


def take_answer(answers: Answers, step: Step, text: str, *, shared: bool, today: date) -> Answers:
    """Raises a BadAnswer of people.errors or NeitherYesNorNo; then nothing has changed.

    `shared`: the phone number comes from Telegram's own contact, which may be of any country.
    """
    match step:
        case Step.NIK:
            return _take_nik(answers, text, today)
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
        case Step.REVIEW:
            raise NeitherYesNorNo


def _take_nik(answers: Answers, text: str, today: date) -> Answers:
    nik = parse_nik(text, today=today)
    confirmed = answers.birthday if nik.digits == answers.nik else None
    return replace(answers, nik=nik.digits, born_on=nik.born_on, sex=nik.sex, birthday=confirmed)


def _take_birthday(answers: Answers, text: str) -> Answers:
    """A birthday that is not theirs means that the NIK was mistyped: it is asked again."""
    if means_yes(text):
        return replace(answers, birthday="right")
    return replace(answers, nik=None, born_on=None, sex=None, birthday=None)


def means_yes(text: str) -> bool:
    """A no anywhere decides ("tidak benar"). Raises NeitherYesNorNo where there is neither."""
    words = text.lower()
    if _NO.search(words):
        return False
    if _YES.search(words):
        return True
    raise NeitherYesNorNo
