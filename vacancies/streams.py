"""Which streams (clusters of programmes) a job is for, by the words of its advertisement."""

from functools import cache

from vacancies.phrases import Phrasebook, data_of, words

_LONGEST = 8_000


def streams_of(title: str, description: str = "") -> frozenset[str]:
    """Slugs of clusters; empty where nothing names a trade.

    The title decides. Only where it names none ("Operator Produksi") the description may, and then
    by unmistakable words alone: advertisements mention machines and electricity in passing.
    """
    named = _heard(title, "title")
    return named or _heard(description, "anywhere")


def _heard(text: str, kind: str) -> frozenset[str]:
    found = _phrasebook(kind).find(words(text[:_LONGEST]))
    return frozenset(one.meaning for one in found if one.meaning)


@cache
def _phrasebook(kind: str) -> Phrasebook[str]:
    data = data_of("streams")
    meanings = dict.fromkeys(data["none"], "")
    for slug, phrases in data["streams"].items():
        meanings |= dict.fromkeys(phrases["anywhere"], slug)
        if kind == "title":
            meanings |= dict.fromkeys(phrases.get("title", ()), slug)
    return Phrasebook(meanings)
