"""Papers of an application, in words."""

from collections.abc import Iterable

from intake.documents.papers import PAPERS
from texts import Speaker


def names_of_papers(t: Speaker, papers: Iterable[str]) -> str:
    """KTP, ijazah, pas foto."""
    return ", ".join(t.plain(f"papers-{paper}") for paper in papers)


def headed(t: Speaker, paper: str) -> str:
    """Its name as a line or a button begins with it: "Pas foto"."""
    name = t.plain(f"papers-{paper}")
    return name[:1].upper() + name[1:]


def paper_named(t: Speaker, text: str, among: Iterable[str] = PAPERS) -> str | None:
    """The one kind that a text names; None where it names none, or several."""
    words = set("".join(sign if sign.isalnum() else " " for sign in text.lower()).split())
    found = [
        paper for paper in among if words & set(t.plain(f"papers-words-{paper}").lower().split())
    ]
    return found[0] if len(found) == 1 else None
