"""Postings that are not let in: another company's, and those that ask for money."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from storage.models import Partner
from vacancies.phrases import words
from vacancies.postings import Posting
from vacancies.scams import scam_sign

_LEGAL_FORMS = frozenset({"pt", "cv", "ud", "tbk", "persero", "cabang", "branch"})
_DOTTED = re.compile(r"\b([A-Za-z])\.(?=[A-Za-z]\b)")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A posting that is not let in, and why, in English, for staff and the partner."""

    reference: str
    title: str
    reason: str

    def __str__(self) -> str:
        return f"{self.title} ({self.reference}): {self.reason}"


def refusals(partner: Partner, postings: Iterable[Posting]) -> Iterator[Refusal]:
    """One for each posting that this partner's feed should not have held.

    A posting that names no company is taken for the partner's own.
    """
    names = _own_names(partner)
    for posting in postings:
        reason = _why_refused(partner, names, posting)
        if reason is not None:
            yield Refusal(posting.reference, posting.title, reason)


def _why_refused(partner: Partner, names: set[frozenset[str]], posting: Posting) -> str | None:
    if posting.company and _plain_name(posting.company) not in names:
        return f"hiringOrganization is {posting.company}, not {partner.name}"
    sign = scam_sign(posting.title, posting.description)
    return f'asks for money: "{sign}"' if sign else None


def _own_names(partner: Partner) -> set[frozenset[str]]:
    """Its name and aliases, alone and with a branch's name after them."""
    names = {_plain_name(name) for name in (partner.name, *partner.aliases)} - {frozenset()}
    branches = [_plain_name(branch.name) for branch in partner.branches]
    return names | {name | branch for name in names for branch in branches}


def _plain_name(name: str) -> frozenset[str]:
    """The words that matter: "P.T. Supra, Tbk" and "Supra" are one."""
    return frozenset(words(_DOTTED.sub(r"\1", name))) - _LEGAL_FORMS
