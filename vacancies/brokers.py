"""Brokers for work abroad: what gives an offer away, and whether somebody asks about them."""

from dataclasses import dataclass
from functools import cache

from vacancies.phrases import Phrasebook, data_of, words
from vacancies.scams import SENTENCE, scam_sign, taken_back

SIGNS = ("haste", "visa", "papers")


@dataclass(frozen=True, slots=True)
class Sign:
    """`kind`: `money` or one of SIGNS; `said`: the words, as the check reads them."""

    kind: str
    said: str


def signs_in(offer: str) -> list[Sign]:
    """One of a kind at most, asking for money first. None found is no proof that it is genuine."""
    money = scam_sign("", offer)
    found = {} if money is None else {"money": money}
    for sentence in map(words, SENTENCE.split(offer)):
        for sign in _phrasebook(*SIGNS).find(sentence):
            if not taken_back(sentence, sign):
                said = " ".join(sentence[sign.start : sign.end])
                found.setdefault(sign.meaning, said)
    return [Sign(kind, found[kind]) for kind in ("money", *SIGNS) if kind in found]


def asks_of_brokers(text: str) -> bool:
    """About brokers themselves, or what going abroad costs."""
    meanings = {found.meaning for found in _phrasebook("asks", "costs", "abroad").find(words(text))}
    return "asks" in meanings or {"costs", "abroad"} <= meanings


@cache
def _phrasebook(*kinds: str) -> Phrasebook[str]:
    data = data_of("brokers")
    return Phrasebook({phrase: kind for kind in kinds for phrase in data[kind]})
