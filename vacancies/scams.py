"""The scam check: advertisements that ask their readers for money are not let in."""

import re
from functools import cache

from vacancies.phrases import Found, Phrasebook, data_of, words

BEFORE = 10
"""A denial counts when it stands at most so many words before the sign, in the same sentence."""
AFTER = 3
SENTENCE = re.compile(r"[.!?;\n]+(?:\s|$)")


def scam_sign(title: str, description: str) -> str | None:
    """The words that ask for money, as the check reads them; None where there are none."""
    for sentence in SENTENCE.split(f"{title}\n{description}"):
        sign = _sign_in(words(sentence))
        if sign is not None:
            return sign
    return None


def _sign_in(sentence: list[str]) -> str | None:
    for found in _phrasebook().find(sentence):
        if found.meaning == "signs" and not taken_back(sentence, found):
            return " ".join(sentence[found.start : found.end])
    return None


def taken_back(sentence: list[str], sign: Found[str]) -> bool:
    """A denial before it, or an excuse after it, in the same sentence."""
    after = _phrasebook().find(sentence[sign.end : sign.end + AFTER])
    if any(found.meaning == "excused" for found in after):
        return True
    before = sentence[max(0, sign.start - BEFORE) : sign.start]
    verdicts = [f.meaning for f in _denials().find(before)]
    return bool(verdicts) and verdicts[-1] == "denials"


@cache
def _phrasebook() -> Phrasebook[str]:
    return _of_kinds("signs", "excused")


@cache
def _denials() -> Phrasebook[str]:
    return _of_kinds("denials", "but")


def _of_kinds(*kinds: str) -> Phrasebook[str]:
    data = data_of("scams")
    return Phrasebook({phrase: kind for kind in kinds for phrase in data[kind]})
